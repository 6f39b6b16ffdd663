import type { Instant } from './clock.ts';
import type { JobId, SiteId } from './ids.ts';
import type { Persona } from './permission.ts';

/** What a job does: one customer's migration, or one run of a copy plan. */
type JobKind = 'migrate-customer' | 'copy';

/**
 * Long work as a value. Nothing ticks: whoever looks applies the items whose instant (`itemDueAt`)
 * has come, with `done` written in the same transaction as the work it counts.
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
