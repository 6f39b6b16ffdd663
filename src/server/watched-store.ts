/* A store that tells of every committed change, whichever way it was made. */
import type { Store } from '#src/store/store.ts';

/** `workspace.change` of a store; null before anything was written. Not to be asked within a transaction. */
export function changeOf(store: Store): number | null {
  return store.read((tx) => tx.workspace.get({ id: 'workspace' })?.change ?? null);
}

/** The same store; `onCommit` hears the number of each change once it is durable. */
export function watchedStore(store: Store, onCommit: (change: number) => void): Store {
  let last = changeOf(store);

  function tell(): void {
    const change = changeOf(store);
    if (change === last) return;
    last = change;
    if (change !== null) onCommit(change);
  }

  /** Of a transaction that failed nothing is left to be told. */
  function told<T>(result: T): T {
    tell();
    return result;
  }

  const ways: Partial<Store> = {
    write: (work, unloaded) => told(store.write(work, unloaded)),
    writeInSlices: async (work, pause, onProgress) =>
      told(await store.writeInSlices(work, pause, onProgress)),
    reset: (seed) => told(store.reset(seed)),
    importFile: (bytes, after) => told(store.importFile(bytes, after)),
  };
  // Everything else, as it comes to be, is the store's own.
  return Object.assign(Object.create(store) as Store, ways);
}
