/*
 * The life of a backend in its worker: waits for ownership, opens, answers, and closes when
 * another tab asks for the workspace. The browser's parts come from
 * outside (`worker.ts`), so that all of it runs in tests.
 */
import type { Backend, WireRequest } from './backend.ts';
import type { Ownership } from './ownership.ts';
import type { FromWorker, HostFailure, HostState, ToWorker } from './worker-messages.ts';

/** Why a workspace could not be opened. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly reason: HostFailure;

  constructor(reason: HostFailure, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

type HostParts = {
  readonly ownership: Ownership;
  /** Opens the workspace. @throws {HostError} when it cannot. */
  readonly open: (
    scenario: ScenarioToCome,
  ) => Promise<{ readonly backend: Backend; readonly storage: 'durable' | 'memory' }>;
  /** The stored workspace as it is, readable or not. */
  readonly readStored: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly wipeStored: () => Promise<void>;
  readonly post: (message: FromWorker, transfer?: Transferable[]) => void;
};

/** The scenario that the address asks for; opening need not wait to be told. */
type ScenarioToCome = string | null | Promise<string | null>;

/** What the host is told: the page's messages, and the start before the page has said its own. */
type ToHost =
  | Exclude<ToWorker, { type: 'start' }>
  | { readonly type: 'start'; readonly scenario: ScenarioToCome };

type Waiting = { readonly id: number; readonly request: WireRequest };

/** Takes the page's messages for as long as the worker lives. */
export function createWorkerHost({ ownership, open, readStored, wipeStored, post }: HostParts) {
  /** Requests that came while no workspace was open here, or about to be given away. */
  let waiting: Waiting[] = [];
  const answering = new Set<Promise<void>>();
  let scenario: ScenarioToCome = null;
  let backend: Backend | undefined;
  let isPaused = false;
  let opening: Promise<void> = Promise.resolve();

  const enter = (state: HostState) => post({ type: 'state', state });

  ownership.onAsked({
    pause: async () => {
      await opening;
      isPaused = true;
      await Promise.all(answering);
    },
    resume,
    close: () => {
      backend?.close();
      backend = undefined;
      enter({ phase: 'taken' });
    },
  });

  function resume(): void {
    isPaused = false;
    const due = waiting;
    waiting = [];
    for (const each of due) take(each);
  }

  async function start(takeOver: boolean): Promise<void> {
    const acquired = await ownership.acquire(takeOver);
    if (acquired === 'owned') return reopen();
    enter({ phase: 'elsewhere', takeover: acquired === 'no-answer' ? 'no-answer' : 'none' });
  }

  function reopen(before: Promise<void> = Promise.resolve()): Promise<void> {
    enter({ phase: 'starting' });
    opening = before.then(openWorkspace).catch((error: unknown) => {
      const reason = error instanceof HostError ? error.reason : 'fault';
      enter({ phase: 'failed', reason, detail: wordsOf(error) });
    });
    return opening;
  }

  async function openWorkspace(): Promise<void> {
    const opened = await open(scenario);
    // Only the first opening follows the address: later ones find what was worked on since.
    scenario = null;
    backend = opened.backend;
    enter({ phase: 'ready', storage: opened.storage });
    resume();
  }

  function take({ id, request }: Waiting): void {
    if (backend === undefined || isPaused) {
      waiting.push({ id, request });
      return;
    }
    const work = answer(backend, { id, request }).finally(() => answering.delete(work));
    answering.add(work);
  }

  async function answer(by: Backend, { id, request }: Waiting): Promise<void> {
    try {
      const response = await by.handle(request);
      post({ type: 'response', id, response }, transferable(response.body));
    } catch (fault) {
      post({ type: 'fault', id, message: wordsOf(fault) });
    }
  }

  async function saveStored(id: number): Promise<void> {
    try {
      const bytes = await readStored();
      post({ type: 'stored', id, bytes }, transferable(bytes));
    } catch (fault) {
      post({ type: 'fault', id, message: wordsOf(fault) });
    }
  }

  return async function receive(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'start':
        scenario = message.scenario;
        return start(false);
      case 'request':
        return take(message);
      case 'take-over':
        enter({ phase: 'elsewhere', takeover: 'asked' });
        return start(true);
      case 'save-stored':
        return saveStored(message.id);
      case 'start-afresh':
        return reopen(wipeStored());
    }
  };
}

/** Bytes that fill their buffer are handed over instead of copied. */
function transferable(bytes: Uint8Array | null): Transferable[] {
  return bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? [bytes.buffer]
    : [];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
