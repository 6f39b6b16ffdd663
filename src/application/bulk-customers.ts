/* Bulk steps on portal-only customers: asking for one, and applying it to one customer at a time. */
import {
  BULK_LIMIT,
  BULK_STEPS,
  bulkDurationMs,
  bulkRefusal,
  bulkStepOf,
  forecastBulk,
  selectionFingerprint,
  type BulkFailure,
  type BulkForecast,
  type BulkSelection,
  type BulkStep,
} from '../domain/bulk.ts';
import type { DomainError } from '../domain/errors.ts';
import type { Job, JobItem } from '../domain/job.ts';
import type { PortalCustomer } from '../domain/portal-customer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorisedPlace, placeOf, type Place } from './access.ts';
import { finishMigration } from './account-migrations.ts';
import { recordChange } from './audit.ts';
import { deleteCustomer } from './portal-customer-deletion.ts';
import type { Found } from './portal-customer-records.ts';
import { beginMigration, putAccess } from './portal-customer-steps.ts';
import type { Context, Tx } from './ports.ts';
import { getWorkspace, unlessStrict } from './workspace.ts';

/** A step and whom it is for. */
type BulkOrder = {
  readonly siteId: string;
  readonly step: BulkStep;
  readonly selection: BulkSelection;
};

/** What the screen said about the selection. */
type Expectation = { readonly expected: number; readonly fingerprint?: string | undefined };

/** What a step would come to, for whom exactly, and how many at once are allowed. */
type SelectionForecast = BulkForecast & {
  /** Of the selection and its states: the step starts for no other (`selectionFingerprint`). */
  readonly fingerprint: string;
  /** Null without a limit. */
  readonly limit: number | null;
};

/** What a step would come to by the present data, changing nothing. */
export function forecastBulkStep(
  tx: Tx,
  { siteId, step, selection }: BulkOrder,
  context: Context,
): Result<SelectionForecast, DomainError> {
  const place = placeForStep(tx, step, siteId, context);
  if (!place.ok) return place;
  const customers = tx.queries.selectedPortalCustomers(place.value.site.id, selection);
  const fingerprint = selectionFingerprint(customers);
  return ok({ ...forecastBulk(step, customers), fingerprint, limit: bulkLimit(tx) });
}

/**
 * Starts a bulk step for exactly the customers that the screen counted: when the selection means
 * another number by now, nothing starts; nor, with the fingerprint of a forecast, when it means
 * others, or the same in other states.
 */
export function startBulk(
  tx: Tx,
  { expected, fingerprint, ...order }: BulkOrder & Expectation,
  context: Context,
): Result<Job, DomainError> {
  const { siteId, step, selection } = order;
  const place = placeForStep(tx, step, siteId, context);
  if (!place.ok) return place;
  const customers = tx.queries.selectedPortalCustomers(place.value.site.id, selection);
  const current = customers.length;
  const isAnother = fingerprint !== undefined && fingerprint !== selectionFingerprint(customers);
  if (current !== expected || isAnother) {
    return err({ code: 'bulk.selection-changed', expected, current });
  }
  return beginBulk(tx, step, place.value, customers, context);
}

/** A site on which the actor may take this step in bulk, and on which the step exists. */
export function placeForStep(
  tx: Tx,
  step: BulkStep,
  siteId: string,
  context: Context,
): Result<Place, DomainError> {
  const { action, isExtra } = BULK_STEPS[step];
  const place = authorisedPlace(tx, context, action, siteId);
  if (!place.ok || !isExtra) return place;
  const exists = unlessStrict(tx, `bulk-${step}`);
  return exists.ok ? place : exists;
}

/** Creates the job of a step with one item a customer, in this order. */
export function beginBulk(
  tx: Tx,
  step: BulkStep,
  { site, organization }: Place,
  customers: readonly Pick<PortalCustomer, 'id' | 'email' | 'name'>[],
  context: Context,
): Result<Job, DomainError> {
  const total = customers.length;
  const limit = bulkLimit(tx);
  if (total === 0) return err({ code: 'bulk.nothing-selected' });
  if (limit !== null && total > limit) {
    return err({ code: 'bulk.too-many', limit, count: total });
  }
  const job: Job = {
    id: context.ids.next('job'),
    kind: BULK_STEPS[step].kind,
    subjectId: site.id,
    siteId: site.id,
    state: 'running',
    actor: context.actor,
    startedAt: context.now,
    endsAt: context.now + bulkDurationMs(total),
    total,
    done: 0,
  };
  tx.jobs.put(job);
  for (const [position, { id, email, name }] of customers.entries()) {
    const item = { jobId: job.id, position, subjectId: id, email, name } as const;
    tx.jobItems.put({ ...item, state: 'waiting', reason: null });
  }
  recordChange(tx, context, {
    action: 'bulk.started',
    organizationId: organization.id,
    siteId: site.id,
    subjectId: job.id,
    facts: { step, total },
  });
  return ok(job);
}

/** Only the real product has a limit: beyond it is a simulator extra. */
function bulkLimit(tx: Tx): number | null {
  return getWorkspace(tx).strict ? BULK_LIMIT : null;
}

/**
 * Applies the next item of a bulk step by the rule of the single step. A customer for whom it is no
 * longer possible is left as it is and named with the reason; the others go on.
 */
export function applyBulkItem(tx: Tx, job: Job, context: Context): void {
  const step = bulkStepOf(job);
  const item = tx.jobItems.get({ jobId: job.id, position: job.done });
  if (!step || !item) throw new Error(`${job.id} has no item ${job.done}`);
  const customer = tx.portalCustomers.get({ id: item.subjectId });
  const place = placeOf(tx, job.siteId);
  if (!place.ok) throw new Error(`${job.id} is for a site that is gone`);
  const reason =
    bulkRefusal(step, customer) ??
    apply(tx, step, { place: place.value, customer: customer! }, job, context);
  endItem(tx, job, item, reason, context);
}

/** Ends an item that met an unexpected fault, after what it did was taken back: the others go on. */
export function failBulkItem(tx: Tx, job: Job, context: Context): void {
  const item = tx.jobItems.get({ jobId: job.id, position: job.done });
  if (item) endItem(tx, job, item, 'unexpected-fault', context);
}

function apply(
  tx: Tx,
  step: BulkStep,
  found: Found,
  job: Job,
  context: Context,
): BulkFailure | null {
  switch (step) {
    case 'migrate': {
      const { id } = found.customer;
      beginMigration(tx, found, job.id, context);
      finishMigration(tx, id, context);
      return tx.portalCustomers.get({ id })?.failure ?? null;
    }
    case 'delete':
      deleteCustomer(tx, found.customer, context);
      return null;
    case 'revoke':
    case 'grant':
      putAccess(tx, found, step, context);
      return null;
    default:
      return step satisfies never;
  }
}

function endItem(
  tx: Tx,
  job: Job,
  item: JobItem,
  reason: BulkFailure | null,
  context: Context,
): void {
  tx.jobItems.put({ ...item, state: reason === null ? 'done' : 'failed', reason });
  if (job.done + 1 < job.total) return;
  const { failed } = tx.queries.jobItemCounts(job.id);
  recordChange(tx, context, {
    action: 'bulk.finished',
    organizationId: tx.sites.get({ id: job.siteId })?.organizationId ?? null,
    siteId: job.siteId,
    subjectId: job.id,
    facts: { step: bulkStepOf(job) ?? null, total: job.total, failed },
  });
}
