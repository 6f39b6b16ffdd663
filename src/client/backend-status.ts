/*
 * Where this tab's backend stands, as the screens need to know it. `main.tsx` makes the store;
 * the app only reads it (`useSyncExternalStore(status.subscribe, status.get)`) and may act on it.
 */

/** Why the backend could not start in this tab. */
export type BackendFailure =
  /** The stored workspace cannot be read. It is still there: save it, then start afresh. */
  | 'damaged'
  /** A newer Drydock wrote the stored workspace. Reload for the newer one, or save and start afresh. */
  | 'too-new'
  /** The browser gives no more storage, and the stored workspace cannot be opened before it does. */
  | 'full'
  /** The worker that holds the workspace ended again and again; `detail` says how. */
  | 'stopped'
  /** Storage or the backend's own code could not be loaded; reloading is the way out. */
  | 'unavailable'
  /** An unexpected fault; `detail` has it. */
  | 'fault';

/** One of the states that the app draws. */
export type BackendState =
  | { readonly phase: 'starting' }
  | {
      readonly phase: 'ready';
      /** `memory`: the browser gives no durable storage, a reload loses the workspace; say so. */
      readonly storage: 'durable' | 'memory';
    }
  | {
      /** The tab that owns the workspace does not answer; what is asked waits. It may wake up by itself. */
      readonly phase: 'elsewhere';
      /** `none`: offer to take over. `asked`: wait. `no-answer`: the other tab still has the files open. */
      readonly takeover: 'none' | 'asked' | 'no-answer';
    }
  /** Another tab owns the workspace and runs another release of Drydock. One of them must be reloaded. */
  | { readonly phase: 'other-version'; readonly build: string }
  | { readonly phase: 'failed'; readonly reason: BackendFailure; readonly detail: string };

/** An external store of the state with the actions that can change it. */
export type BackendStatus = {
  get(): BackendState;
  /** Calls `listener` after every change; the answer unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Calls `listener` after changes that other tabs have made; the answer unsubscribes. */
  onChanged(listener: () => void): () => void;
  /** In `elsewhere` and `other-version`: takes the workspace from the other tab, and opens it here. */
  takeOver(): void;
  /** In `failed` as `damaged` or `too-new`: the stored workspace as it is, to save before anything else. */
  saveStored(): Promise<{ readonly blob: Blob; readonly fileName: string }>;
  /** In `failed`: deletes the stored workspace and starts with a fresh scenario. Ask first. */
  startAfresh(): void;
};
