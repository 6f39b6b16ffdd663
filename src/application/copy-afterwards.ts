/* Requires-attention worked off in bulk: all groups at once, all duplicates at once (S0). */
import { BULK_LIMIT, bulkDurationMs, bulkStepOf } from '../domain/bulk.ts';
import type { AttentionRow, CopyPlan } from '../domain/copy-plan.ts';
import type { Attention } from '../domain/copy-table.ts';
import { sortDuplicates, type SortedDuplicates } from '../domain/duplicate-migration.ts';
import { emailKey } from '../domain/email-key.ts';
import type { DomainError } from '../domain/errors.ts';
import type { Group } from '../domain/group.ts';
import type { Job } from '../domain/job.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { getRunPlan, type LiveAttentionRow } from './attention.ts';
import { startBulk } from './bulk-customers.ts';
import { reviewImportedGroup } from './imported-groups.ts';
import type { Context, Tx } from './ports.ts';
import { getWorkspace } from './workspace.ts';

/** Rows of a report: those of a loaded file, or all with null. */
type ChosenRows = readonly { readonly email: string; readonly problem: Attention }[] | null;

type Chosen = { readonly planId: string; readonly rows: ChosenRows };

/** What is left to do about chosen rows, and what doing all of it at once would come to. */
type Afterwards = {
  readonly approval: {
    readonly groups: readonly (Group & { readonly members: number; readonly rows: number })[];
    /** People in any of the groups, each counted once. */
    readonly members: number;
    /** Rows of the report that approving closes. */
    readonly rows: number;
    readonly licencesAdded: number;
    /** Groups that somebody denied: approving all leaves them as they are. */
    readonly denied: readonly string[];
  };
  readonly duplicates: SortedDuplicates & {
    /** How many at once are allowed, null without a limit. */
    readonly limit: number | null;
    readonly durationMs: number;
  };
  /** The newest bulk migration or grant that runs on the destination. */
  readonly job: Job | null;
};

/**
 * What approving all groups and migrating all duplicates would come to. The groups are approved to
 * see it, so whoever asks must take this transaction back.
 */
export function rehearseAfterwards(
  tx: Tx,
  input: Chosen,
  context: Context,
): Result<Afterwards, DomainError> {
  const found = getRunPlan(tx, input.planId, context);
  if (!found.ok) return found;
  const plan = found.value;
  const siteId = plan.destinationSiteId;
  const rows = openRows(tx, plan, input.rows);
  const sorted = sortedDuplicates(tx, plan, rows);
  const groups = groupsOf(tx, rows);
  const pending = groups.filter(({ review }) => review === 'pending');
  const before = {
    open: openRows(tx, plan, null).length,
    licences: tx.queries.licencesUsed(siteId),
  };
  // Whether a licence is left is asked when they are really approved.
  for (const { members: _, rows: __, ...group } of pending) {
    tx.groups.put({ ...group, review: 'approved' });
  }
  const members = pending.flatMap(({ id }) =>
    tx.memberships.where({ groupId: id }).map(({ accountId }) => accountId),
  );
  return ok({
    approval: {
      groups: pending,
      members: new Set(members).size,
      rows: before.open - openRows(tx, plan, null).length,
      licencesAdded: tx.queries.licencesUsed(siteId) - before.licences,
      denied: groups.filter(({ review }) => review === 'denied').map(({ name }) => name),
    },
    duplicates: {
      ...sorted,
      limit: getWorkspace(tx).strict ? BULK_LIMIT : null,
      durationMs: bulkDurationMs(sorted.ready.length),
    },
    job: runningSteps(tx, plan)[0] ?? null,
  });
}

/**
 * Approves product access of groups of a report, each by the rule of the single approval; one
 * refused, none approved.
 */
export function approveGroups(
  tx: Tx,
  input: {
    readonly planId: string;
    /** With the versions that the screen showed. */
    readonly groups: readonly { readonly id: string; readonly version: number }[];
  },
  context: Context,
): Result<readonly { readonly name: string; readonly members: number }[], DomainError> {
  const found = getRunPlan(tx, input.planId, context);
  if (!found.ok) return found;
  const { id: planId, destinationSiteId: siteId } = found.value;
  const ofReport = new Set<string | null>(
    tx.attentionRows.where({ planId }).map(({ groupId }) => groupId),
  );
  const approved = [];
  for (const { id: groupId, version: expectedVersion } of input.groups) {
    if (!ofReport.has(groupId)) return notFound('group', groupId);
    const approval = { siteId, groupId, access: 'product', verdict: 'approved' } as const;
    const group = reviewImportedGroup(tx, { ...approval, expectedVersion }, context);
    if (!group.ok) return group;
    approved.push({ name: group.value.name, members: group.value.members });
  }
  return ok(approved);
}

/**
 * Starts the bulk migration of every duplicate for whom it is possible, or the grant for those whose
 * access is revoked; with `batch` for the first 1,000 only. Nothing starts when that is another
 * number than the screen counted.
 */
export function migrateDuplicates(
  tx: Tx,
  input: Chosen & {
    readonly what: 'migrate' | 'grant';
    readonly batch: boolean;
    readonly expected: number;
  },
  context: Context,
): Result<Job, DomainError> {
  const plan = getRunPlan(tx, input.planId, context);
  if (!plan.ok) return plan;
  const sorted = sortedDuplicates(tx, plan.value, openRows(tx, plan.value, input.rows));
  const all = input.what === 'migrate' ? sorted.ready : sorted.revoked;
  const ids = (input.batch ? all.slice(0, BULK_LIMIT) : all).map(({ id }) => id);
  const { what: step, expected } = input;
  const { destinationSiteId: siteId } = plan.value;
  return startBulk(tx, { siteId, step, selection: { by: 'ids', ids }, expected }, context);
}

/** What a bulk step is doing, or could not do, about an open row's customer; null when nothing. */
export function workOnRow(tx: Tx, plan: CopyPlan, row: LiveAttentionRow) {
  if (row.problem !== 'upgrade-portal-only' || row.state === 'done') return null;
  const customer = tx.queries.portalCustomerByEmail(plan.destinationSiteId, row.emailKey);
  if (!customer) return null;
  for (const job of stepsSince(tx, plan)) {
    const item = tx.jobItems.first({ jobId: job.id, subjectId: customer.id });
    if (!item) continue;
    const { state, reason } = item;
    const step = bulkStepOf(job) === 'grant' ? ('grant' as const) : ('migrate' as const);
    if (state === 'waiting') return job.state === 'running' ? { step, state, reason: null } : null;
    return state === 'failed' ? { step, state, reason } : null;
  }
  return null;
}

function openRows(tx: Tx, plan: CopyPlan, chosen: ChosenRows): readonly AttentionRow[] {
  const open = tx.queries.openAttention(plan.id);
  if (chosen === null) return open;
  const keys = new Set(chosen.map(({ email, problem }) => `${problem} ${emailKey(email)}`));
  return open.filter((row) => keys.has(`${row.problem} ${row.emailKey}`));
}

function groupsOf(tx: Tx, rows: readonly AttentionRow[]) {
  const counts = new Map<Group['id'], number>();
  for (const { groupId, problem } of rows) {
    if (groupId && problem === 'review-group') counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  }
  return [...counts].flatMap(([id, count]) => {
    const group = tx.groups.get({ id });
    return group ? [{ ...group, members: tx.memberships.count({ groupId: id }), rows: count }] : [];
  });
}

function sortedDuplicates(tx: Tx, plan: CopyPlan, rows: readonly AttentionRow[]): SortedDuplicates {
  const siteId = plan.destinationSiteId;
  const ids = rows
    .filter(({ problem }) => problem === 'upgrade-portal-only')
    .flatMap((row) => tx.queries.portalCustomerByEmail(siteId, row.emailKey)?.id ?? []);
  const migrating = runningSteps(tx, plan).filter((job) => bulkStepOf(job) === 'migrate');
  const waiting = migrating.flatMap(({ id }) =>
    tx.jobItems.where({ jobId: id, state: 'waiting' }).map(({ subjectId }) => subjectId),
  );
  const customers = tx.queries.selectedPortalCustomers(siteId, { by: 'ids', ids });
  return sortDuplicates(customers, new Set(waiting));
}

function runningSteps(tx: Tx, plan: CopyPlan): Job[] {
  return stepsSince(tx, plan).filter(({ state }) => state === 'running');
}

/** Bulk migrations and grants on the destination since the run began, the newest first. */
function stepsSince(tx: Tx, plan: CopyPlan): Job[] {
  return tx.jobs
    .where({ siteId: plan.destinationSiteId })
    .filter(({ kind }) => kind === 'bulk-migrate' || kind === 'bulk-grant')
    .filter(({ startedAt }) => startedAt >= (plan.startedAt ?? 0))
    .toSorted((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
}
