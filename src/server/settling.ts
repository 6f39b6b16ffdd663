/*
 * Applies what simulated time has made due, in slices of one transaction each, short enough for the
 * thread to hear others in between. Whatever the slices, the data are the same.
 */
import { failJob, hasDueWork, JobFault, nextDueAt, settleDue } from '#src/application/jobs.ts';
import type { Ids } from '#src/application/ports.ts';
import { simulatedNow, type Instant } from '#src/domain/clock.ts';
import { isStorageFull } from '#src/store/database-error.ts';
import type { Store } from '#src/store/store.ts';

/** Items of running jobs applied in one transaction, if time allows. */
const SLICE_ITEMS = 200;
/** Milliseconds after which a slice begins no further item; writing the transaction comes on top. */
const SLICE_MS = 15;

export type Settling = {
  /**
   * Applies slices of what is due by a simulated instant: at least one, at most so many, and no
   * further one when a slice's time has passed. Answers whether more is due.
   */
  settle(now: Instant, most: number): boolean;
  /** Wall milliseconds until the next item is due, 0 when one is; null when none will be as things are. */
  dueIn(wall: Instant): number | null;
};

/** Settles the jobs of a store. `ticks`: milliseconds of a clock that never goes back; without it only items are counted. */
export function createSettling(store: Store, ids: Ids, ticks: () => number = () => 0): Settling {
  let limit = SLICE_ITEMS;

  function slice(now: Instant): void {
    const began = ticks();
    try {
      store.write((tx) => settleDue(tx, now, ids, limit, () => ticks() - began >= SLICE_MS));
      limit = SLICE_ITEMS;
    } catch (thrown) {
      if (!(thrown instanceof JobFault)) throw thrown;
      // Nothing is wrong with the job: it goes on once there is room again.
      if (isStorageFull(thrown.cause)) throw thrown.cause;
      // What was due before the faulty item is applied first: it does not depend on who looks when.
      if (thrown.applied > 0) limit = thrown.applied;
      else store.write((tx) => failJob(tx, thrown.jobId, thrown.dueAt, ids));
    }
  }

  function isDue(now: Instant): boolean {
    return store.read((tx) => hasDueWork(tx, now));
  }

  return {
    settle(now, most) {
      const began = ticks();
      for (let done = 0; done < most; done += 1) {
        if (!isDue(now)) return false;
        if (done > 0 && ticks() - began >= SLICE_MS) return true;
        slice(now);
      }
      return isDue(now);
    },
    dueIn: (wall) =>
      store.read((tx) => {
        const dueAt = nextDueAt(tx);
        const clock = tx.workspace.get({ id: 'workspace' })?.clock;
        if (dueAt === null || !clock) return null;
        const left = dueAt - Math.floor(simulatedNow(clock, wall));
        if (left <= 0) return 0;
        return clock.speed > 0 ? left / clock.speed : null;
      }),
  };
}
