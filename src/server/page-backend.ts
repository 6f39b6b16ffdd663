/*
 * The database worker as the page sees it: a backend that answers requests, and the state to
 * show. Whether this tab owns the workspace or another one does, requests wait until they are answered.
 */
import type { Backend, WireResponse } from './backend.ts';
import type { FromWorker, HostState, ToWorker } from './worker-messages.ts';
import { WorkerStopped, type WorkerEnd } from './worker-restart.ts';

export type PageBackend = Pick<Backend, 'handle'> & {
  get(): HostState;
  subscribe(listener: () => void): () => void;
  /** Calls `listener` after changes that another tab made; the answer unsubscribes. */
  onChanged(listener: () => void): () => void;
  takeOver(): void;
  saveStored(): Promise<{ readonly blob: Blob; readonly fileName: string }>;
  startAfresh(): void;
};

type Pending = {
  resolve(value: WireResponse | Uint8Array<ArrayBuffer>): void;
  reject(reason: Error): void;
};

/** Starts the worker's work. `scenario` is the one that the address asks for, if it does. */
export function connectBackend(worker: WorkerEnd, scenario: string | null): PageBackend {
  const listeners = new Set<() => void>();
  const readers = new Set<() => void>();
  const pending = new Map<number, Pending>();
  let state: HostState = { phase: 'starting' };
  let lastId = 0;

  function enter(next: HostState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function say(message: ToWorker, transfer: Transferable[] = []): void {
    worker.postMessage(message, transfer);
  }

  function ask<T extends WireResponse | Uint8Array<ArrayBuffer>>(
    message: (id: number) => ToWorker,
    transfer: Transferable[] = [],
  ): Promise<T> {
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      pending.set(id, { resolve: (value) => resolve(value as T), reject });
      say(message(id), transfer);
    });
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'state') return enter(data.state);
    if (data.type === 'changed') {
      for (const reader of readers) reader();
      return;
    }
    const asked = pending.get(data.id);
    pending.delete(data.id);
    if (data.type === 'response') asked?.resolve(data.response);
    else if (data.type === 'stored') asked?.resolve(data.bytes);
    else asked?.reject(new Error(data.message));
  });

  // The script did not load, or the worker died of something that it could not answer for.
  worker.addEventListener('error', (event) => {
    const detail = event.message || 'The backend’s script could not be loaded.';
    for (const { reject } of pending.values()) reject(new Error(detail));
    pending.clear();
    const reason = event instanceof WorkerStopped ? event.reason : 'unavailable';
    enter({ phase: 'failed', reason, detail });
  });

  say({ type: 'start', scenario });

  return {
    handle: (request) =>
      ask<WireResponse>(
        (id) => ({ type: 'request', id, request }),
        request.body === null ? [] : [request.body.buffer as ArrayBuffer],
      ),
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChanged: (reader) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    takeOver: () => say({ type: 'take-over' }),
    saveStored: async () => {
      const bytes = await ask<Uint8Array<ArrayBuffer>>((id) => ({ type: 'save-stored', id }));
      const blob = new Blob([bytes], { type: 'application/vnd.sqlite3' });
      return { blob, fileName: 'drydock-workspace.sqlite3' };
    },
    startAfresh: () => say({ type: 'start-afresh' }),
  };
}
