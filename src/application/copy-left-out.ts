/*
 * What a further run leaves out because an earlier run between the same sites copied it (S2: "we'll
 * only copy any new customers and organizations"), and by which run. Nothing of it is stored: it
 * follows from the outcomes and links that runs keep.
 */
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import type { HolderId } from '../domain/ids.ts';
import type { DomainError } from '../domain/errors.ts';
import { ok, type Result } from '../domain/result.ts';
import { peopleInScope } from './plan-people.ts';
import { getCopyPlan } from './copy-plans.ts';
import { counterpartOf, linkOf, relatedOrganizations, requestCopy } from './copy-projects.ts';
import type { Context, Tx } from './ports.ts';

/** How much of something was copied before. */
export type LeftOutCounts = {
  readonly customers: number;
  readonly customerOrganizations: number;
  readonly requests: number;
};

type LeftOut = LeftOutCounts & {
  /** The same by the run that copied it, the newest first. */
  readonly runs: readonly (LeftOutCounts & { readonly plan: CopyPlan })[];
};

/** The source accounts of one person. */
type SourceIds = readonly (HolderId | null | undefined)[];

/** Runs between the sites of a plan that began before it did; before it runs, all of them. The newest first. */
export function earlierRuns(tx: Tx, plan: CopyPlan): CopyPlan[] {
  const { sourcePlaceId, destinationSiteId } = plan;
  const before = plan.startedAt ?? Infinity;
  return tx.copyPlans
    .where({ sourcePlaceId, destinationSiteId })
    .flatMap((run) => (run.id === plan.id || run.startedAt === null ? [] : [run]))
    .filter((run) => (run.startedAt ?? 0) <= before)
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.id < b.id ? 1 : -1));
}

/** Finds the run that copied somebody, among those given: the newest that did. */
export function copierOf(
  tx: Tx,
  runs: readonly CopyPlan[],
): (source: SourceIds) => CopyPlan | undefined {
  const copiers = new Map<string, CopyPlan>();
  for (const run of runs.toReversed()) {
    const sources = sourceFinder(tx, run.id);
    for (const outcome of tx.copyOutcomes.where({ planId: run.id })) {
      if (!wasCopied(outcome)) continue;
      for (const id of sources(outcome)) copiers.set(id, run);
    }
  }
  return (source) => source.map((id) => (id ? copiers.get(id) : undefined)).find(Boolean);
}

/** The accounts of the source, or the server's user, that an outcome is about. */
export function sourceIds(
  outcome: Pick<CopyOutcome, 'sourceAccountId' | 'sourcePortalCustomerId' | 'sourceServerUserId'>,
): HolderId[] {
  const { sourceAccountId, sourcePortalCustomerId, sourceServerUserId } = outcome;
  return [sourceAccountId, sourcePortalCustomerId, sourceServerUserId].filter((id) => id !== null);
}

/**
 * Finds everything on the source that stood for the person of an outcome when its run began: on a
 * server another row of a directory, or of a merged account, may be the one that counts in a later run.
 */
export function sourceFinder(
  tx: Tx,
  planId: CopyPlan['id'],
): (outcome: CopyOutcome) => readonly HolderId[] {
  const kept = new Map(
    tx.migratingPeople.where({ planId }).map(({ position, person }) => [position, person.userIds]),
  );
  return (outcome) => kept.get(outcome.position) ?? sourceIds(outcome);
}

function wasCopied({ state, action }: CopyOutcome): boolean {
  return (
    state === 'done' && action !== 'left-out' && action !== 'not-copied' && action !== 'former-user'
  );
}

/** What a plan leaves out, or has left out: counted for a plan in any state. */
function leftOutOf(tx: Tx, plan: CopyPlan): LeftOut {
  const runs = earlierRuns(tx, plan);
  const counts = new Map(
    runs.map((run) => [run.id, { customers: 0, customerOrganizations: 0, requests: 0 }]),
  );
  const add = (run: CopyPlan['id'] | undefined, what: keyof LeftOutCounts) => {
    const found = run && counts.get(run);
    if (found) found[what] += 1;
  };
  if (runs.length > 0) {
    const copier = copierOf(tx, runs);
    for (const source of leftOutPeople(tx, plan)) add(copier(source)?.id, 'customers');
    for (const id of leftOutOrganizations(tx, plan)) {
      add(linkOf(tx, plan, id)?.planId, 'customerOrganizations');
    }
    for (const run of leftOutRequests(tx, plan)) add(run, 'requests');
  }
  const byRun = runs.flatMap((run) => {
    const count = counts.get(run.id)!;
    const isNothing = count.customers + count.customerOrganizations + count.requests === 0;
    return isNothing ? [] : [{ plan: run, ...count }];
  });
  const sum = (what: keyof LeftOutCounts) => byRun.reduce((total, run) => total + run[what], 0);
  return {
    customers: sum('customers'),
    customerOrganizations: sum('customerOrganizations'),
    requests: sum('requests'),
    runs: byRun,
  };
}

/** The same for a screen. */
export function getLeftOut(tx: Tx, planId: string, context: Context): Result<LeftOut, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  return plan.ok ? ok(leftOutOf(tx, plan.value)) : plan;
}

function leftOutPeople(tx: Tx, plan: CopyPlan): SourceIds[] {
  if (plan.state === 'saved') {
    return peopleInScope(tx, plan)
      .filter(({ copiedBefore }) => copiedBefore !== undefined)
      .map(({ holderIds }) => holderIds);
  }
  return tx.copyOutcomes
    .where({ planId: plan.id, action: 'left-out' })
    .map(sourceFinder(tx, plan.id));
}

function leftOutOrganizations(tx: Tx, plan: CopyPlan) {
  return relatedOrganizations(tx, plan).flatMap((organization) =>
    counterpartOf(tx, plan, organization)?.copiedBefore ? [organization.id] : [],
  );
}

function leftOutRequests(tx: Tx, plan: CopyPlan): CopyPlan['id'][] {
  if (plan.projectIds.length === 0) return [];
  const projects = new Set<string>(plan.projectIds);
  return tx.queries
    .attachedRequests(plan.sourcePlaceId)
    .filter(({ projectId }) => projects.has(projectId))
    .flatMap(({ id }) => requestCopy(tx, plan, id)?.planId ?? []);
}
