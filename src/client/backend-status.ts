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
      /** Another tab has the workspace open. Nothing can be shown here before a takeover. */
      readonly phase: 'elsewhere';
      /** `none`: offer to take over. `asked`: wait. `no-answer`: the other tab did not let go in time. */
      readonly takeover: 'none' | 'asked' | 'no-answer';
    }
  /** This tab had the workspace until another took it over. Offer to take it back. */
  | { readonly phase: 'taken' }
  | { readonly phase: 'failed'; readonly reason: BackendFailure; readonly detail: string };

/** An external store of the state with the actions that can change it. */
export type BackendStatus = {
  get(): BackendState;
  /** Calls `listener` after every change; the answer unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** In `elsewhere` and `taken`: asks the other tab to let go, then opens the workspace here. */
  takeOver(): void;
  /** In `failed` as `damaged` or `too-new`: the stored workspace as it is, to save before anything else. */
  saveStored(): Promise<{ readonly blob: Blob; readonly fileName: string }>;
  /** In `failed`: deletes the stored workspace and starts with a fresh scenario. Ask first. */
  startAfresh(): void;
};
