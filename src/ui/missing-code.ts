/*
 * Code that could not be loaded when somebody needed it. Each screen and dialog is a file of its
 * own; after a newer version was put in the place of this one, the files of this one are gone.
 */

/** What loading failed with: so a fault of the code itself is told apart. */
const missing = new WeakSet<object>();
const listeners = new Set<() => void>();
let isAnyMissing = false;

if (typeof window !== 'undefined') {
  // What vite's loader says before it passes the error on.
  window.addEventListener('vite:preloadError', ({ payload }) => {
    missing.add(payload);
    isAnyMissing = true;
    for (const listener of listeners) listener();
  });
}

/** Whether this is how loading a part of the console failed. */
export function isMissingCode(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && missing.has(fault);
}

/** Loads a part before it is needed; if that fails, it fails again when it is. */
export function prefetch(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

/** Whether anything is missing, as an external store. */
export const missingCode = {
  get: () => isAnyMissing,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
