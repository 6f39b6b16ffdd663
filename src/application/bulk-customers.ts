import type { Job } from '../domain/job.ts';
import type { Context, Tx } from './ports.ts';

/** Applies the next item of a bulk step. */
export function applyBulkItem(_tx: Tx, job: Job, _context: Context): void {
  throw new Error(`${job.id} is a bulk step`);
}
