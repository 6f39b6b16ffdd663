/*
 * What the runs from a server to a site did for each person, read from what runs keep: whom they took
 * (`migratingPeople`), their outcomes, and the links that move on with an account.
 */
import { isAccountId, isPortalCustomerId, FORMER_USER, type SiteId } from '../domain/ids.ts';
import type { ArrivalRecord } from '../domain/arrival.ts';
import type { CopyLink, CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import { countsAsPortalOnly } from '../domain/portal-customer.ts';
import type { FixedPerson } from '../domain/server-fixes.ts';
import type { ServerPerson } from '../domain/server-people.ts';
import type { ServerRow } from '../domain/server-table.ts';
import type { Tx } from './ports.ts';

export type ArrivalHistory = {
  /** By user key. */
  readonly records: ReadonlyMap<string, ArrivalRecord>;
  /** As what the plan's own run took people, by user key. */
  readonly took: ReadonlyMap<string, ServerRow>;
  /** The migration that did what the record says, by user key. */
  readonly by: ReadonlyMap<string, CopyPlan>;
};

/** One run's turn of a person. */
type Turn = {
  readonly run: CopyPlan;
  readonly outcome: CopyOutcome;
  /** User key of the account that the person came along in; mostly the person's own. */
  readonly main: string;
  /** What the server took that account for when the run began. */
  readonly takenAs: ServerRow;
  /** Whether the run met a fault at this turn and ended. */
  readonly hasFailed: boolean;
};

/** What all runs between the ends of a plan did, this plan's among them. */
export function arrivalHistory(
  tx: Tx,
  plan: CopyPlan,
  people: readonly FixedPerson[],
): ArrivalHistory {
  const turns = turnsOf(tx, plan, people);
  const records = new Map<string, ArrivalRecord>();
  const by = new Map<string, CopyPlan>();
  for (const { person } of people) {
    const found = recordOf(tx, plan, person, turns);
    if (!found) continue;
    records.set(person.userKey, found.record);
    by.set(person.userKey, found.run);
  }
  return { records, by, took: takenAs(plan, people, turns) };
}

/**
 * An account is taken as what its main person is; whoever came along in it counts as their own kind,
 * and so does whom a fix made a former customer.
 */
function takenAs(
  plan: CopyPlan,
  people: readonly FixedPerson[],
  turns: ReadonlyMap<string, readonly Turn[]>,
): ReadonlyMap<string, ServerRow> {
  return new Map(
    people.flatMap(({ person: { userKey, row } }) => {
      const turn = turns.get(userKey)?.find(({ run }) => run.id === plan.id);
      if (!turn) return [];
      const isOwn = turn.main === userKey && turn.takenAs !== 'former';
      return [[userKey, isOwn ? turn.takenAs : row] as const];
    }),
  );
}

/** The turns of everybody by user key, the oldest run first. */
function turnsOf(
  tx: Tx,
  { sourcePlaceId, destinationSiteId }: CopyPlan,
  people: readonly FixedPerson[],
): ReadonlyMap<string, readonly Turn[]> {
  const keys = new Map<string, string>(
    people.flatMap(({ person }) => person.userIds.map((id) => [id, person.userKey] as const)),
  );
  const runs = tx.copyPlans
    .where({ sourcePlaceId, destinationSiteId })
    .flatMap((run) => (run.startedAt === null ? [] : [{ run, at: run.startedAt }]))
    .toSorted((a, b) => a.at - b.at || (a.run.id < b.run.id ? -1 : 1));
  const turns = new Map<string, Turn[]>();
  for (const { run } of runs) {
    const failedAt = faultPosition(tx, run);
    const outcomes = new Map(
      tx.copyOutcomes.where({ planId: run.id }).map((outcome) => [outcome.position, outcome]),
    );
    for (const { position, person } of tx.migratingPeople.where({ planId: run.id })) {
      const outcome = outcomes.get(position);
      const own = new Set(person.userIds.flatMap((id) => keys.get(id) ?? []));
      const [main] = own;
      if (!outcome || main === undefined) continue;
      const hasFailed = position === failedAt;
      const turn = { run, outcome, main, takenAs: person.row, hasFailed };
      for (const key of own) turns.set(key, [...(turns.get(key) ?? []), turn]);
    }
  }
  return turns;
}

/** The item at which a run met its fault; null where it met none. */
function faultPosition(tx: Tx, { state, jobId }: CopyPlan): number | null {
  const job = state === 'incomplete' && jobId ? tx.jobs.get({ id: jobId }) : undefined;
  return job?.state === 'failed' ? job.done : null;
}

function recordOf(
  tx: Tx,
  plan: CopyPlan,
  person: ServerPerson,
  turnsByKey: ReadonlyMap<string, readonly Turn[]>,
): { readonly record: ArrivalRecord; readonly run: CopyPlan } | undefined {
  const turns = turnsByKey.get(person.userKey) ?? [];
  const link = linkOf(tx, plan, person);
  const turn = link && countingTurn(link, person.userKey, turnsByKey);
  if (turn) {
    const { run, main } = turn;
    const isMerged = main !== person.userKey;
    return { run, record: isMerged ? { did: 'merged', into: main } : arrived(tx, link, turn) };
  }
  const former = turns.findLast(({ outcome }) => outcome.action === 'former-user');
  if (former?.outcome.state === 'done') return { run: former.run, record: { did: 'former' } };
  const failed = turns.findLast(({ hasFailed }) => hasFailed);
  if (!failed) return undefined;
  return { run: failed.run, record: { did: 'failed', reason: 'unexpected-fault' } };
}

/**
 * The turn that tells how somebody came to the account behind their link: that of the run which the
 * link names, since what came later left them out. But whoever had come apart and was merged since is
 * linked to the other's account, which the turn of the merging tells.
 */
function countingTurn(
  link: CopyLink,
  userKey: string,
  turns: ReadonlyMap<string, readonly Turn[]>,
): Turn | undefined {
  const cameOf = (key: string) => (turns.get(key) ?? []).filter(hasCome);
  const broughtOf = (key: string) =>
    cameOf(key).find(({ run, outcome }) => run.id === link.planId && outcome.action !== 'left-out');
  const latest = cameOf(userKey).at(-1);
  const brought = broughtOf(userKey);
  if (!latest || !brought) return brought ?? latest;
  const hasMoved = latest.main !== userKey && broughtOf(latest.main)?.outcome !== brought.outcome;
  return hasMoved ? latest : brought;
}

function hasCome({ outcome: { state, attachedTo } }: Turn): boolean {
  return state === 'done' && attachedTo !== null && attachedTo !== FORMER_USER;
}

function linkOf(
  tx: Tx,
  { sourcePlaceId, destinationSiteId }: CopyPlan,
  { userIds }: ServerPerson,
): CopyLink | undefined {
  return userIds
    .map((sourceId) => tx.copyLinks.get({ sourcePlaceId, destinationSiteId, sourceId }))
    .find((link) => link !== undefined);
}

const CREATES: ReadonlySet<CopyOutcome['action']> = new Set([
  'create',
  'create-account',
  'duplicate',
]);

function arrived(tx: Tx, link: CopyLink, { run, outcome }: Turn): ArrivalRecord {
  return {
    did: CREATES.has(outcome.action) ? 'created' : 'linked',
    account: isAccountId(outcome.attachedTo ?? '') ? 'atlassian' : 'portal-only',
    now: accountNow(tx, link.destinationSiteId, link.destinationId),
    inAdvance: run.flow === 'in-advance',
  };
}

/** The account behind a link as it is on the site by now; null once it is gone from there. */
function accountNow(tx: Tx, siteId: SiteId, id: string) {
  if (isPortalCustomerId(id)) {
    const customer = tx.portalCustomers.get({ id });
    const isThere = customer !== undefined && countsAsPortalOnly(customer);
    return isThere ? ({ account: 'portal-only', emailKey: customer.emailKey } as const) : null;
  }
  const account = isAccountId(id) ? tx.accounts.get({ id }) : undefined;
  const isThere = account && tx.siteAccess.get({ siteId, accountId: account.id }) !== undefined;
  return isThere ? ({ account: 'atlassian', emailKey: account.emailKey } as const) : null;
}
