/* Jobs: reading them, and applying what is due by now. */
import { bulkStepOf } from '../domain/bulk.ts';
import type { Instant } from '../domain/clock.ts';
import type { DomainError } from '../domain/errors.ts';
import type { CopyPlanId, JobId, PortalCustomerId, SiteId } from '../domain/ids.ts';
import { advanced, itemDueAt, type Job } from '../domain/job.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { recordChange } from './audit.ts';
import { failMigration, finishMigration } from './account-migrations.ts';
import { applyBulkItem, failBulkItem } from './bulk-customers.ts';
import { applyCopyItem } from './copy-run.ts';
import { endRun } from './copy-run-end.ts';
import type { Context, Ids, Tx } from './ports.ts';

/** Jobs of a site or of all, the newest first. */
export function listJobs(
  tx: Tx,
  filter: { readonly siteId?: string | undefined; readonly state?: Job['state'] | undefined },
): Job[] {
  const jobs = tx.jobs.where({
    ...(filter.siteId === undefined ? {} : { siteId: filter.siteId as SiteId }),
    ...(filter.state === undefined ? {} : { state: filter.state }),
  });
  return jobs.toSorted((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
}

/** One job. */
export function getJob(tx: Tx, jobId: string): Result<Job, DomainError> {
  const job = tx.jobs.get({ id: jobId as JobId });
  return job ? ok(job) : notFound('job', jobId);
}

/** Whether any running job has an item that is due by now. */
export function hasDueWork(tx: Tx, now: Instant): boolean {
  const dueAt = nextDueAt(tx);
  return dueAt !== null && dueAt <= now;
}

/** When the next item of any running job is due; null when nothing runs. */
export function nextDueAt(tx: Tx): Instant | null {
  const job = earliest(tx.jobs.where({ state: 'running' }));
  return job ? itemDueAt(job, job.done) : null;
}

/**
 * Applies at most `limit` items that are due by now, the earliest first, each at the instant it
 * was due: history is the same whenever somebody looks. After the first one it stops as soon as
 * `isTimeUp`. Returns how many were applied; each job's cursor is written in the same transaction
 * as the work it counts.
 * @throws {JobFault} when an item cannot be applied; nothing of this call may then be committed.
 */
export function settleDue(
  tx: Tx,
  now: Instant,
  ids: Ids,
  limit: number,
  isTimeUp: () => boolean = () => false,
): number {
  const running = new Map(tx.jobs.where({ state: 'running' }).map((job) => [job.id, job]));
  /** Cursors of bulk steps, of which no item asks: written once for all that they count. */
  const unwritten = new Map<JobId, Job>();
  let applied = 0;
  while (applied < limit && (applied === 0 || !isTimeUp())) {
    const job = earliest(running.values());
    if (!job) break;
    const dueAt = itemDueAt(job, job.done);
    if (dueAt > now) break;
    try {
      applyItem(tx, job, { now: dueAt, actor: job.actor, ids });
    } catch (cause) {
      throw new JobFault(job, applied, cause);
    }
    const next = advanced(job);
    if (bulkStepOf(next)) unwritten.set(next.id, next);
    else tx.jobs.put(next);
    if (next.state === 'running') running.set(job.id, next);
    else running.delete(job.id);
    applied += 1;
  }
  for (const job of unwritten.values()) tx.jobs.put(job);
  return applied;
}

function earliest(jobs: Iterable<Job>): Job | undefined {
  let first: Job | undefined;
  let firstDueAt = Infinity;
  for (const job of jobs) {
    const dueAt = itemDueAt(job, job.done);
    if (dueAt < firstDueAt) [first, firstDueAt] = [job, dueAt];
  }
  return first;
}

/**
 * A job's item met an unexpected fault, and its transaction is taken back. What `settleDue` applied
 * before it can be applied again on its own; `failJob` then ends the job at the item's own instant.
 */
export class JobFault extends Error {
  override readonly name = 'JobFault';
  readonly jobId: JobId;
  /** When the item was due. */
  readonly dueAt: Instant;
  /** Items, of all jobs, that were applied before it and are taken back with it. */
  readonly applied: number;

  constructor(job: Job, applied: number, cause: unknown) {
    super(`An item of ${job.id} met an unexpected fault`, { cause });
    this.jobId = job.id;
    this.dueAt = itemDueAt(job, job.done);
    this.applied = applied;
  }
}

/**
 * Ends a job that met a fault, so that it cannot keep every later request from being answered. Of a
 * bulk step only the item fails: its customers do not depend on each other.
 */
export function failJob(tx: Tx, jobId: JobId, now: Instant, ids: Ids): void {
  const job = tx.jobs.get({ id: jobId });
  if (job?.state !== 'running') return;
  const context: Context = { now, actor: job.actor, ids };
  if (bulkStepOf(job)) {
    failBulkItem(tx, job, context);
    tx.jobs.put(advanced(job));
    return;
  }
  tx.jobs.put({ ...job, state: 'failed' });
  if (job.kind === 'migrate-customer') {
    failMigration(tx, job.subjectId as PortalCustomerId, 'unexpected-fault', context);
  } else if (tx.copyPlans.get({ id: job.subjectId as CopyPlanId })?.state === 'running') {
    endRun(tx, job.subjectId as CopyPlanId, 'fail', context);
  }
  recordChange(tx, context, {
    action: 'job.failed',
    siteId: job.siteId,
    subjectId: job.id,
    facts: { subjectId: job.subjectId, done: job.done, total: job.total },
  });
}

function applyItem(tx: Tx, job: Job, context: Context): void {
  switch (job.kind) {
    case 'migrate-customer':
      finishMigration(tx, job.subjectId as PortalCustomerId, context);
      break;
    case 'copy':
      applyCopyItem(tx, job.subjectId as CopyPlanId, job.done, context);
      break;
    case 'bulk-migrate':
    case 'bulk-delete':
    case 'bulk-revoke':
    case 'bulk-grant':
      applyBulkItem(tx, job, context);
      break;
    default:
      job.kind satisfies never;
  }
}
