/*
 * Did everybody arrive? Each person of a server is matched to what became of them, with one
 * explanation each, and both counts of S4 ("How to check if all the customers are migrated to cloud")
 * follow from them. What runs recorded and what the destination holds now go before any expectation.
 */
import type { Holding } from './copy-table.ts';
import {
  exclusionsOf,
  type AssociatedKeys,
  type Exclusion,
  type ServerChoice,
} from './server-choice.ts';
import type { AddressProblem } from './server-assessment.ts';
import type { FixedPerson, FixOutcome } from './server-fixes.ts';
import type { FormerReason, ServerPerson } from './server-people.ts';
import type { ServerRow } from './server-table.ts';

type AccountKind = 'portal-only' | 'atlassian';

/** What the runs so far did for one person. */
export type ArrivalRecord =
  | {
      readonly did: 'created' | 'linked';
      /** The kind of account that the person's requests were attached to. */
      readonly account: AccountKind;
      /** What they are attached to by now, and its address; null once that account is gone. */
      readonly now: { readonly account: AccountKind; readonly emailKey: string } | null;
      /** Whether it was done in advance: later runs do not migrate the person again (S4). */
      readonly inAdvance: boolean;
    }
  /** Came along in the account of somebody else, given by user key. */
  | { readonly did: 'merged'; readonly into: string }
  /** Was Former customer when a run came to them, whatever the fixes say by now. */
  | { readonly did: 'former' }
  | { readonly did: 'failed'; readonly reason: string };

type Arrived = Extract<ArrivalRecord, { readonly account: AccountKind }>;

export type ArrivalFacts = {
  /** Everybody, with what the fixes make of them. */
  readonly people: readonly FixedPerson[];
  readonly choice: ServerChoice;
  readonly associated: AssociatedKeys;
  /** User keys that migrated data names: only those appear as Former customer (S4). */
  readonly referenced: ReadonlySet<string>;
  /** By user key. */
  readonly records: ReadonlyMap<string, ArrivalRecord>;
  /** As what the plan's own run took people, by user key, whatever its choice and the server mean by now. */
  readonly took: ReadonlyMap<string, ServerRow>;
  /** What the destination holds now, by e-mail key, of everybody there. */
  readonly destination: ReadonlyMap<string, Holding>;
};

/** What became of somebody: exactly one of these. */
export type Explanation =
  | { readonly code: 'created'; readonly inAdvance: boolean }
  /** The address existed, with an account of the person's own kind. */
  | { readonly code: 'linked' }
  /** A customer of the server whose address has an Atlassian account. */
  | { readonly code: 'linked-to-atlassian' }
  /** The address holds both account types; requests are attached to this one. */
  | { readonly code: 'two-accounts'; readonly attachedTo: AccountKind }
  /** Arrived, and has the other kind of account by now. */
  | { readonly code: 'converted-since'; readonly from: AccountKind }
  /** Arrived, and is no longer there. */
  | { readonly code: 'gone-since' }
  | { readonly code: 'merged'; readonly into: string }
  | {
      readonly code: 'former';
      readonly why: FormerReason | 'fix';
      /** Whether migrated data names the person; otherwise nothing appears anywhere. */
      readonly referenced: boolean;
    }
  | { readonly code: 'excluded'; readonly why: Exclusion }
  | { readonly code: 'blocked'; readonly problem: AddressProblem }
  | { readonly code: 'failed'; readonly reason: string }
  /** No run came to the person yet. */
  | { readonly code: 'waiting' };

export type Arrival = {
  readonly userKey: string;
  /** What the plan's run took the person for; of whom it did not take, what the server does by now. */
  readonly row: ServerRow;
  /** Whether a plan with this choice takes the person. */
  readonly taken: boolean;
  /** The address on the destination; null for whoever has none of their own there. */
  readonly emailKey: string | null;
  readonly explanation: Explanation;
};

/** Everybody's arrival, in the order given. */
export function arrivalsOf(facts: ArrivalFacts): Arrival[] {
  const exclusions = exclusionsOf(facts.people, facts.choice, facts.associated);
  return facts.people.map(({ person, outcome }) => {
    const { userKey } = person;
    const row = facts.took.get(userKey) ?? person.row;
    const exclusion = exclusions.get(userKey) ?? null;
    const record = facts.records.get(userKey);
    const referenced = facts.referenced.has(userKey);
    const explanation =
      (record && recorded(record, { ...person, row }, referenced, facts.destination)) ??
      missing(outcome, exclusion, referenced) ??
      unfinished(record);
    const isThere = record && 'now' in record && explanation.code !== 'gone-since';
    return {
      userKey,
      row,
      taken: exclusion === null || facts.took.has(userKey),
      emailKey: isThere ? (record.now?.emailKey ?? null) : null,
      explanation,
    };
  });
}

/** What became of somebody whom a run came to; undefined where it failed. */
function recorded(
  record: ArrivalRecord,
  { row, former }: Pick<ServerPerson, 'row' | 'former'>,
  referenced: boolean,
  destination: ReadonlyMap<string, Holding>,
): Explanation | undefined {
  switch (record.did) {
    case 'failed':
      return undefined;
    case 'merged':
      return { code: 'merged', into: record.into };
    case 'former':
      return { code: 'former', why: former ?? 'fix', referenced };
    case 'created':
    case 'linked':
      return arrivedAs(record, row, destination);
  }
}

function arrivedAs(
  { did, account, now, inAdvance }: Arrived,
  row: ServerRow,
  destination: ReadonlyMap<string, Holding>,
): Explanation {
  const holding = (now && destination.get(now.emailKey)) ?? 'nobody';
  if (now === null || holding === 'nobody') return { code: 'gone-since' };
  if (holding === 'both') return { code: 'two-accounts', attachedTo: now.account };
  if (holding !== account) return { code: 'converted-since', from: account };
  if (did === 'created') return { code: 'created', inAdvance };
  const isOtherKind = row === 'customer' && account === 'atlassian';
  return { code: isOtherKind ? 'linked-to-atlassian' : 'linked' };
}

/** Why nobody was to arrive; undefined when somebody was. */
function missing(
  outcome: FixOutcome,
  exclusion: Exclusion | null,
  referenced: boolean,
): Explanation | undefined {
  if (exclusion !== null) return { code: 'excluded', why: exclusion };
  if (outcome.kind === 'former') return { code: 'former', why: outcome.why, referenced };
  if (outcome.kind === 'merged') return { code: 'merged', into: outcome.into };
  if (outcome.kind === 'blocked') return { code: 'blocked', problem: outcome.problem };
  return undefined;
}

function unfinished(record: ArrivalRecord | undefined): Explanation {
  return record?.did === 'failed' ? { code: 'failed', reason: record.reason } : { code: 'waiting' };
}
