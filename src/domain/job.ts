import type { Instant } from './clock.ts';
import type { JobId, PortalCustomerId, SiteId } from './ids.ts';
import type { Persona } from './permission.ts';

/** A bulk step on portal-only customers, one item each. */
export type BulkKind = 'bulk-migrate' | 'bulk-delete' | 'bulk-revoke' | 'bulk-grant';

/** What a job does: one customer's migration, one run of a copy plan, or a bulk step. */
type JobKind = 'migrate-customer' | 'copy' | BulkKind;

/**
 * Long work as a value. Nothing ticks: whoever looks applies the items whose instant (`itemDueAt`)
 * has come, with `done` written in the same transaction as the work it counts.
 */
export type Job = {
  readonly id: JobId;
  readonly kind: JobKind;
  /** The portal-only customer, the copy plan, or, for a bulk step, the site. */
  readonly subjectId: string;
  /** The site it writes to. */
  readonly siteId: SiteId;
  /** A stopped bulk step can be resumed; the others end only by finishing or failing. */
  readonly state: 'running' | 'stopped' | 'finished' | 'failed';
  readonly actor: Persona;
  readonly startedAt: Instant;
  /** When the last item is due. */
  readonly endsAt: Instant;
  readonly total: number;
  readonly done: number;
};

/** When the item with this index (from 0) is due: spread evenly, the last one at `endsAt`. */
export function itemDueAt(job: Job, index: number): Instant {
  const length = job.endsAt - job.startedAt;
  // Multiplied before dividing: whole numbers keep it exact.
  return job.startedAt + Math.ceil(((index + 1) * length) / job.total);
}

/** The job after its next item was applied; with the last one it is finished. */
export function advanced(job: Job): Job {
  const done = job.done + 1;
  return { ...job, done, state: done >= job.total ? 'finished' : 'running' };
}

/** The job as it stands: what is done stays done, and nothing more falls due until it is resumed. */
export function stopped(job: Job): Job {
  return { ...job, state: 'stopped' };
}

/**
 * A stopped job that goes on now: its time is shifted as if it had never paused, so that what is
 * left is due from now on, in the same rhythm.
 */
export function resumed(job: Job, now: Instant, actor: Persona): Job {
  const shift = now - (job.done === 0 ? job.startedAt : itemDueAt(job, job.done - 1));
  const { startedAt, endsAt } = job;
  return { ...job, state: 'running', actor, startedAt: startedAt + shift, endsAt: endsAt + shift };
}

/** One customer of a bulk step, and what became of it. */
export type JobItem = {
  readonly jobId: JobId;
  /** From 0, the order in which items are applied. */
  readonly position: number;
  readonly subjectId: PortalCustomerId;
  /** As they were when the step was asked for, so that a deleted customer can still be named. */
  readonly email: string;
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Why it failed: a code that the words on screen explain; null unless it failed. */
  readonly reason: string | null;
};
