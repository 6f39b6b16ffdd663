/* Bulk steps under way: looking at their customers, stopping, resuming, trying again what failed. */
import { BULK_STEPS, bulkStepOf, type BulkStep } from '../domain/bulk.ts';
import type { DomainError } from '../domain/errors.ts';
import { resumed, stopped, type Job, type JobItem } from '../domain/job.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorisedPlace, type Place } from './access.ts';
import { recordChange } from './audit.ts';
import { beginBulk, placeForStep } from './bulk-customers.ts';
import { getJob } from './jobs.ts';
import type { Context, Page, Tx } from './ports.ts';

type ItemPage = Page<JobItem> & {
  /** How many of the whole step are in each state. */
  readonly counts: Readonly<Record<JobItem['state'], number>>;
};

/** The customers of a bulk step with what became of each; none for other work. */
export function listJobItems(
  tx: Tx,
  query: {
    readonly jobId: string;
    readonly state: JobItem['state'] | null;
    readonly offset: number;
    readonly limit: number;
  },
  context: Context,
): Result<ItemPage, DomainError> {
  const found = getJob(tx, query.jobId);
  if (!found.ok) return found;
  const { id, siteId } = found.value;
  // The names that it shows are those of the site's list of customers.
  const place = authorisedPlace(tx, context, 'portal-customers.view', siteId);
  if (!place.ok) return place;
  const counts = tx.queries.jobItemCounts(id);
  const all = counts.waiting + counts.done + counts.failed;
  const total = query.state === null ? all : counts[query.state];
  return ok({ items: tx.queries.jobItems(id, query), total, counts });
}

/** Stops a running bulk step; what is done stays done. */
export function stopJob(tx: Tx, jobId: string, context: Context): Result<Job, DomainError> {
  const found = bulkJob(tx, jobId, ['running'], context);
  if (!found.ok) return found;
  return ok(changed(tx, found.value, stopped(found.value.job), 'bulk.stopped', context));
}

/** Goes on with a stopped bulk step; what is left is due from now on. */
export function resumeJob(tx: Tx, jobId: string, context: Context): Result<Job, DomainError> {
  const found = bulkJob(tx, jobId, ['stopped'], context);
  if (!found.ok) return found;
  const next = resumed(found.value.job, context.now, context.actor);
  return ok(changed(tx, found.value, next, 'bulk.resumed', context));
}

/** Starts a new bulk step for exactly the customers that an ended one left as they were. */
export function retryJob(tx: Tx, jobId: string, context: Context): Result<Job, DomainError> {
  const found = bulkJob(tx, jobId, ['finished', 'failed'], context);
  if (!found.ok) return found;
  const { job, step } = found.value;
  const place = placeForStep(tx, step, job.siteId, context);
  if (!place.ok) return place;
  const failed = tx.jobItems
    .where({ jobId: job.id, state: 'failed' })
    .map(({ subjectId, email, name }) => ({ id: subjectId, email, name }));
  return beginBulk(tx, step, place.value, failed, context);
}

type BulkJob = { readonly job: Job; readonly step: BulkStep; readonly place: Place };

/** A bulk step in one of these states that the actor may take; other work refuses in any state. */
function bulkJob(
  tx: Tx,
  jobId: string,
  states: readonly Job['state'][],
  context: Context,
): Result<BulkJob, DomainError> {
  const found = getJob(tx, jobId);
  if (!found.ok) return found;
  const job = found.value;
  const step = bulkStepOf(job);
  if (!step) return err({ code: 'job.wrong-state', state: job.state });
  const place = authorisedPlace(tx, context, BULK_STEPS[step].action, job.siteId);
  if (!place.ok) return place;
  if (!states.includes(job.state)) return err({ code: 'job.wrong-state', state: job.state });
  return ok({ job, step, place: place.value });
}

function changed(
  tx: Tx,
  { job, step, place }: BulkJob,
  next: Job,
  action: 'bulk.stopped' | 'bulk.resumed',
  context: Context,
): Job {
  tx.jobs.put(next);
  recordChange(tx, context, {
    action,
    organizationId: place.organization.id,
    siteId: job.siteId,
    subjectId: job.id,
    facts: { step, done: job.done, total: job.total },
    before: { state: job.state },
    after: { state: next.state },
  });
  return next;
}
