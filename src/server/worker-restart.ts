/*
 * A database worker that outlives its thread. When the thread dies or answers no more, another one
 * takes its place and is told again what was asked and not answered. Every change bears an
 * idempotency key, so one that was made already is answered and not made twice.
 */
import type { LifeSign, Ping } from './worker-life.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** A thread as far as it matters here. */
type Thread = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

type Settings = {
  readonly start: () => Thread;
  /** Absent where the page is not served securely. */
  readonly locks: LockManager | undefined;
  readonly timing?: {
    /** Milliseconds between two questions to a worker that owes an answer. */
    readonly beat: number;
    /** This many unanswered ones mean that it never will; a long step of a slow machine is shorter. */
    readonly beats: number;
  };
};

/** How often a dead thread is replaced within the time below, before it is left to the person. */
const LIVES = 2;
const LIVES_MS = 300_000;
/** Larger messages are not kept: sending them again would need as much memory again. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** The end of it, as the page's `error` event of the worker. */
export class WorkerStopped extends Event {
  /** `unavailable`: it never ran, so its script could not be loaded. */
  readonly reason: 'stopped' | 'unavailable';
  readonly message: string;

  constructor(reason: WorkerStopped['reason'], message: string) {
    super('error');
    this.reason = reason;
    this.message = message;
  }
}

/** A worker as the page talks with it. */
export type WorkerEnd = Pick<Worker, 'postMessage' | 'addEventListener'>;

/** The page's end of a worker that lasts: an `error` event comes when no attempt is left. */
export function createLastingWorker(settings: Settings): WorkerEnd {
  // An EventTarget knows its events by no type.
  return new LastingWorker(settings) as unknown as WorkerEnd;
}

class LastingWorker extends EventTarget {
  readonly #settings: Settings;
  readonly #beat: number;
  readonly #beats: number;
  #thread: Thread;
  /** Ends what watches the present thread. */
  #watch = new AbortController();
  #hasSpoken = false;
  #wasReady = false;
  #unanswered = 0;
  #deaths: number[] = [];
  #first: ToWorker | undefined;
  /** What was asked and is not answered; undefined is too large to be asked again. */
  readonly #asked = new Map<number, ToWorker | undefined>();

  constructor(settings: Settings) {
    super();
    this.#settings = settings;
    this.#beat = settings.timing?.beat ?? 5_000;
    this.#beats = settings.timing?.beats ?? 18;
    this.#thread = this.#begin();
  }

  postMessage(message: ToWorker, transfer: Transferable[] = []): void {
    if (message.type === 'start') this.#first = message;
    if ('id' in message && typeof message.id === 'number') {
      this.#asked.set(message.id, keepable(message, transfer));
    }
    this.#thread.postMessage(message, transfer);
  }

  #begin(): Thread {
    const thread = this.#settings.start();
    const watch = new AbortController();
    const { signal } = watch;
    this.#watch = watch;
    this.#hasSpoken = false;
    this.#unanswered = 0;
    thread.addEventListener(
      'message',
      ({ data }: MessageEvent<FromWorker | LifeSign>) => this.#hear(data, signal),
      { signal },
    );
    thread.addEventListener('error', ({ message }: ErrorEvent) => this.#died(message), { signal });
    const timer = setInterval(() => this.#ask(), this.#beat);
    signal.addEventListener('abort', () => clearInterval(timer));
    return thread;
  }

  #hear(data: FromWorker | LifeSign, signal: AbortSignal): void {
    this.#hasSpoken = true;
    this.#unanswered = 0;
    if (data.type === 'pong') return;
    if (data.type === 'alive') {
      this.#settings.locks
        ?.request(data.lock, { signal }, () => this.#died('It ended without a word.'))
        .catch(() => undefined);
      return;
    }
    if (data.type === 'state' && data.state.phase === 'ready') this.#wasReady = true;
    if ('id' in data) this.#asked.delete(data.id);
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** Counted in questions, not in time: a page that sleeps asks nothing. */
  #ask(): void {
    if (this.#asked.size === 0) return;
    if (this.#unanswered >= this.#beats) {
      this.#died('It answered no more.');
      return;
    }
    this.#unanswered += 1;
    this.#thread.postMessage({ type: 'ping' } satisfies Ping, []);
  }

  #died(message: string): void {
    this.#watch.abort();
    this.#thread.terminate();
    const now = performance.now();
    this.#deaths = this.#deaths.filter((at) => now - at < LIVES_MS);
    // A script that never ran cannot be loaded: another attempt would fail as well.
    if (!this.#hasSpoken || this.#deaths.length >= LIVES) {
      const reason = this.#hasSpoken ? 'stopped' : 'unavailable';
      this.dispatchEvent(new WorkerStopped(reason, message));
      return;
    }
    this.#deaths.push(now);
    this.#thread = this.#begin();
    this.#tellAgain();
  }

  #tellAgain(): void {
    // What the address asked for was opened by the first thread, and worked on since.
    if (this.#first?.type === 'start') {
      const first = this.#wasReady ? { ...this.#first, scenario: null } : this.#first;
      this.#thread.postMessage(first, []);
    }
    for (const [id, message] of this.#asked) {
      if (message !== undefined) {
        this.#thread.postMessage(message, []);
        continue;
      }
      this.#asked.delete(id);
      const data: FromWorker = { type: 'fault', id, message: 'The backend was started again.' };
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
}

/** A copy that can be sent again, if it is of a size to keep. */
function keepable(message: ToWorker, transfer: readonly Transferable[]): ToWorker | undefined {
  const isSmall = transfer.every(
    (part) => part instanceof ArrayBuffer && part.byteLength <= KEPT_BYTES,
  );
  if (!isSmall) return undefined;
  return transfer.length === 0 ? message : structuredClone(message);
}
