/*
 * Did everybody arrive? Each person of a server is matched to what became of them, with one
 * explanation each, and both counts of S4 ("How to check if all the customers are migrated to cloud")
 * follow from them. What runs recorded and what the destination holds now go before any expectation.
 */
import type { Holding } from './copy-table.ts';
import {
  exclusionOf,
  type AssociatedKeys,
  type Exclusion,
  type ServerChoice,
} from './server-choice.ts';
import type { AddressProblem } from './server-assessment.ts';
import type { FixedPerson, FixOutcome } from './server-fixes.ts';
import type { FormerReason } from './server-people.ts';
import type { ServerRow } from './server-table.ts';

/** What the runs so far did for one person; merged people have none, their main account has. */
export type ArrivalRecord =
  | {
      readonly did: 'created' | 'linked';
      /** The kind of account that the person's requests are attached to. */
      readonly account: 'portal-only' | 'atlassian';
      /** Under which address the person arrived, whatever the fixes say by now. */
      readonly emailKey: string;
      /** Whether it was done in advance: later runs do not migrate the person again (S4). */
      readonly inAdvance: boolean;
    }
  | { readonly did: 'failed'; readonly reason: string };

export type ArrivalFacts = {
  /** Everybody, with what the fixes make of them. */
  readonly people: readonly FixedPerson[];
  readonly choice: ServerChoice;
  readonly associated: AssociatedKeys;
  /** User keys that migrated data names: only those appear as Former customer (S4). */
  readonly referenced: ReadonlySet<string>;
  /** By user key. */
  readonly records: ReadonlyMap<string, ArrivalRecord>;
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
  | { readonly code: 'two-accounts'; readonly attachedTo: 'portal-only' | 'atlassian' }
  /** Arrived, and has the other kind of account by now. */
  | { readonly code: 'converted-since'; readonly from: 'portal-only' | 'atlassian' }
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
  readonly row: ServerRow;
  /** Whether a plan with this choice takes the person. */
  readonly taken: boolean;
  /** The address on the destination; null for whoever has none of their own there. */
  readonly emailKey: string | null;
  readonly explanation: Explanation;
};

/** Everybody's arrival, in the order given. */
export function arrivalsOf(facts: ArrivalFacts): Arrival[] {
  const { choice, associated } = facts;
  const exclusions = new Map(
    facts.people.map(({ person }) => [person.userKey, exclusionOf(person, choice, associated)]),
  );
  const accounts = new Map(facts.people.map((each) => [each.person.userKey, each.outcome]));
  return facts.people.map(({ person, outcome }) => {
    const { userKey, row } = person;
    const exclusion = exclusionOfAccount(userKey, outcome, exclusions, accounts);
    const record = facts.records.get(userKey);
    const arrived = record && record.did !== 'failed' ? record : undefined;
    const explanation = arrived
      ? arrivedAs(arrived, row, facts.destination)
      : (missing(outcome, exclusion, facts.referenced.has(userKey)) ?? unfinished(record));
    const isGone = explanation.code === 'gone-since';
    const emailKey = arrived && !isGone ? arrived.emailKey : null;
    return { userKey, row, taken: exclusion === null, emailKey, explanation };
  });
}

/** A merged account is left out only when nobody in it is taken. */
function exclusionOfAccount(
  userKey: string,
  outcome: FixOutcome,
  exclusions: ReadonlyMap<string, Exclusion | null>,
  accounts: ReadonlyMap<string, FixOutcome>,
): Exclusion | null {
  const main = outcome.kind === 'merged' ? outcome.into : userKey;
  const account = accounts.get(main);
  const others = account?.kind === 'arrives' ? account.merged : [];
  const own = exclusions.get(userKey) ?? null;
  const isTaken = [main, ...others].some((key) => (exclusions.get(key) ?? null) === null);
  return isTaken ? null : own;
}

function arrivedAs(
  record: Exclude<ArrivalRecord, { did: 'failed' }>,
  row: ServerRow,
  destination: ReadonlyMap<string, Holding>,
): Explanation {
  const { did, account, emailKey, inAdvance } = record;
  const holding = destination.get(emailKey) ?? 'nobody';
  if (holding === 'nobody') return { code: 'gone-since' };
  if (holding === 'both') return { code: 'two-accounts', attachedTo: account };
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
