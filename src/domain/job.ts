import type { Instant } from './clock.ts';
import type { JobId, SiteId } from './ids.ts';
import type { Persona } from './permission.ts';

/** What a job does: one customer's migration, or one run of a copy plan. */
export type JobKind = 'migrate-customer' | 'copy';

/**
 * Long work as a value. Nothing ticks: whoever looks asks `dueItems` how far it should be by now
 * and applies that much, with `done` written in the same transaction as the work it counts.
 */
export type Job = {
  readonly id: JobId;
  readonly kind: JobKind;
  /** The portal-only customer, or the copy plan. */
  readonly subjectId: string;
  /** The site it writes to. */
  readonly siteId: SiteId;
  readonly state: 'running' | 'finished' | 'failed';
  readonly actor: Persona;
  readonly startedAt: Instant;
  /** When the last item is due. */
  readonly endsAt: Instant;
  readonly total: number;
  readonly done: number;
};

/** How many items must be done by now: spread evenly, all of them at `endsAt`, never fewer than are done. */
export function dueItems(job: Job, now: Instant): number {
  if (now >= job.endsAt) return job.total;
  if (now <= job.startedAt) return job.done;
  const elapsed = now - job.startedAt;
  // Multiplied before dividing: whole numbers keep this and `itemDueAt` exact, and so agreed.
  return Math.max(job.done, Math.floor((job.total * elapsed) / (job.endsAt - job.startedAt)));
}

/** When the item with this index (from 0) is due. */
export function itemDueAt(job: Job, index: number): Instant {
  const length = job.endsAt - job.startedAt;
  return job.startedAt + Math.ceil(((index + 1) * length) / job.total);
}

/** The job after its next `count` items were applied at `now`. */
export function advanced(job: Job, count: number): Job {
  const done = Math.min(job.total, job.done + count);
  return { ...job, done, state: done === job.total ? 'finished' : 'running' };
}
