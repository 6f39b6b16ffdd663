/*
 * Whether the browser still gives storage. A write that found none is refused, work that is due
 * waits, and reading goes on; somebody who looks finds out when there is room again.
 */
import { isStorageFull } from '#src/store/database-error.ts';
import type { Store } from '#src/store/store.ts';

/** Wall milliseconds between two attempts to write. */
const ATTEMPT_MS = 3_000;
/** As much as an ordinary change needs, log and all: less might fit into a gap. */
const ATTEMPT_BYTES = 256 * 1024;
const ATTEMPT_KEY = 'storage-room';

export type StorageRoom = {
  readonly isFull: boolean;
  /** Notes it when that is what was thrown, and says so. */
  wasRefused(thrown: unknown): boolean;
  /** After a change was written. */
  wasGiven(): void;
  /** While full: tries whether there is room again, now and then. */
  look(wallNow: number): void;
};

/** Watches the storage of one store. */
export function createStorageRoom(store: Store): StorageRoom {
  let isFull = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  function attempt(body: string): void {
    store.write((tx) => tx.rememberAnswer(ATTEMPT_KEY, { status: 204, headers: {}, body }));
  }

  const room = {
    get isFull() {
      return isFull;
    },
    wasRefused(thrown: unknown) {
      const isRefusal = isStorageFull(thrown);
      isFull ||= isRefusal;
      return isRefusal;
    },
    wasGiven() {
      isFull = false;
    },
    look(wallNow: number) {
      if (!isFull || wallNow - lookedAt < ATTEMPT_MS) return;
      lookedAt = wallNow;
      try {
        attempt('.'.repeat(ATTEMPT_BYTES));
        isFull = false;
        attempt('');
      } catch (thrown) {
        if (!room.wasRefused(thrown)) throw thrown;
      }
    },
  };
  return room;
}
