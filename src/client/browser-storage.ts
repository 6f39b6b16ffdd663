/* What the browser says of the storage that it gives to this origin. */
import { queryOptions } from '@tanstack/react-query';

export type BrowserStorage = {
  /** Kept until the person deletes it; otherwise the browser may clear it when space runs short. */
  readonly isKept: boolean;
  /** Bytes. */
  readonly used: number;
  /** Bytes that the browser would give in all. */
  readonly quota: number;
};

/** Below this many free bytes a larger step may find no room. */
const SCARCE_BYTES = 64 * 1024 * 1024;

/** Missing where the page is not served securely, whatever its type says. */
function manager(): StorageManager | undefined {
  return (navigator as { readonly storage?: StorageManager }).storage;
}

/** Null where the browser says nothing. */
async function readBrowserStorage(): Promise<BrowserStorage | null> {
  const storage = manager();
  if (storage === undefined) return null;
  const [isKept, { usage: used, quota }] = await Promise.all([
    storage.persisted(),
    storage.estimate(),
  ]);
  return used === undefined || quota === undefined ? null : { isKept, used, quota };
}

/** Not one of the backend's answers: no change of the workspace makes it stale. */
export const browserStorageQuery = queryOptions({
  queryKey: ['browser-storage'],
  queryFn: readBrowserStorage,
  retry: false,
});

/** Asks the browser to keep what is stored until the person deletes it. Some browsers ask the person. */
export async function askToKeep(): Promise<boolean> {
  return (await manager()?.persist()) ?? false;
}

/** Whether little is left of what the browser gives. */
export function isScarce({ used, quota }: BrowserStorage): boolean {
  return quota - used < SCARCE_BYTES;
}
