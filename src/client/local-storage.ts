/* What a browser keeps beside the workspace, in its simplest store. */

/** A browser that refuses all storage throws at the first touch; then nothing is remembered. */
export function withStorage<T>(touch: (storage: Storage) => T): T | undefined {
  try {
    return touch(localStorage);
  } catch {
    return undefined;
  }
}
