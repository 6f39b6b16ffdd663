/* The database worker may die or fall silent; what was asked of it is answered all the same. */
import { afterEach, expect, test, vi } from 'vitest';
import type { LifeSign } from '#src/server/worker-life.ts';
import type { FromWorker, ToWorker } from '#src/server/worker-messages.ts';
import { createLastingWorker, type WorkerStopped } from '#src/server/worker-restart.ts';
import { createLocks } from '../support/web-locks.ts';

const BEAT_MS = 5;
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A thread that notes what it is told. */
class Thread extends EventTarget {
  readonly told: (ToWorker | { readonly type: 'ping' })[] = [];
  isEnded = false;
  isDeaf = false;

  postMessage(message: ToWorker | { readonly type: 'ping' }, transfer: Transferable[] = []): void {
    this.told.push(structuredClone(message, { transfer }));
    if (message.type === 'ping' && !this.isDeaf) this.says({ type: 'pong' });
  }

  says(data: FromWorker | LifeSign): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  throws(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.isEnded = true;
  }

  asked(): ToWorker[] {
    return this.told.filter((message) => message.type !== 'ping');
  }
}

function lasting(locks?: LockManager) {
  const threads: Thread[] = [];
  const heard: FromWorker[] = [];
  const ends: WorkerStopped[] = [];
  const worker = createLastingWorker({
    start: () => {
      const thread = new Thread();
      threads.push(thread);
      return thread as unknown as Worker;
    },
    locks,
    timing: { beat: BEAT_MS, beats: 4 },
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => heard.push(data));
  worker.addEventListener('error', (event) => ends.push(event as unknown as WorkerStopped));
  closers.push(() => threads.at(-1)?.throws('the test is over'));
  worker.postMessage({ type: 'start', scenario: 'blank' }, []);
  return { worker, threads, heard, ends, latest: () => threads.at(-1)! };
}

function request(id: number, words?: string): Extract<ToWorker, { type: 'request' }> {
  const body = words === undefined ? null : new TextEncoder().encode(words);
  const method = body === null ? 'GET' : 'PUT';
  return { type: 'request', id, request: { method, path: '/workspace', headers: {}, body } };
}

const response = { status: 200, headers: {}, body: null };
const ready: FromWorker = { type: 'state', state: { phase: 'ready', storage: 'durable' } };

test('what a dead worker has not answered is asked again of the next, body and all', () => {
  const { worker, threads, heard, latest } = lasting();
  const [first] = threads;
  first!.says({ type: 'state', state: { phase: 'starting' } });
  worker.postMessage(request(1), []);
  const change = request(2, 'change');
  worker.postMessage(change, [change.request.body!.buffer as ArrayBuffer]);
  first!.says({ type: 'response', id: 1, response });
  first!.throws('out of memory');

  expect(first!.isEnded).toBe(true);
  expect(threads).toHaveLength(2);
  expect(latest().asked()).toEqual([{ type: 'start', scenario: 'blank' }, request(2, 'change')]);
  latest().says({ type: 'response', id: 2, response });
  expect(heard.filter(({ type }) => type === 'response')).toEqual([
    { type: 'response', id: 1, response },
    { type: 'response', id: 2, response },
  ]);
});

test('a scenario of the address that was opened once is not opened again', () => {
  const { threads, latest } = lasting();
  threads[0]!.says(ready);
  threads[0]!.throws('gone');
  expect(latest().asked()).toEqual([{ type: 'start', scenario: null }]);
});

test('a worker that ends without a word frees its lock, and is missed at once', async () => {
  const locks = createLocks();
  const { threads } = lasting(locks);
  const life = { end: (): void => undefined };
  await new Promise<void>((held) => {
    void locks.request('drydock-worker-1', {}, () => {
      held();
      return new Promise<void>((end) => (life.end = end));
    });
  });
  threads[0]!.says({ type: 'alive', lock: 'drydock-worker-1' });
  threads[0]!.says(ready);
  expect(threads).toHaveLength(1);
  life.end();
  await vi.waitFor(() => expect(threads).toHaveLength(2));
});

test('a worker that owes an answer and answers no question is replaced', async () => {
  const { worker, threads } = lasting();
  threads[0]!.says(ready);
  worker.postMessage(request(1), []);
  threads[0]!.isDeaf = true;
  await vi.waitFor(() => expect(threads).toHaveLength(2));
  expect(threads[0]!.isEnded).toBe(true);
});

test('a worker that works for long and answers questions is left alone', async () => {
  const { worker, threads } = lasting();
  threads[0]!.says(ready);
  worker.postMessage(request(1), []);
  const pings = () => threads[0]!.told.filter(({ type }) => type === 'ping').length;
  await vi.waitFor(() => expect(pings()).toBeGreaterThan(10));
  expect(threads).toHaveLength(1);
});

test('a worker that owes nothing is not asked', async () => {
  const { threads } = lasting();
  threads[0]!.says(ready);
  await new Promise((resolve) => setTimeout(resolve, BEAT_MS * 6));
  expect(threads[0]!.told.filter(({ type }) => type === 'ping')).toEqual([]);
});

test('a worker that dies again and again is given up, and the page is told', () => {
  const { threads, ends, latest } = lasting();
  for (const message of ['first', 'second', 'third']) {
    latest().says(ready);
    latest().throws(message);
  }
  expect(threads).toHaveLength(3);
  expect(ends.map(({ reason, message }) => [reason, message])).toEqual([['stopped', 'third']]);
});

test('a script that cannot be loaded is not tried again', () => {
  const { threads, ends } = lasting();
  threads[0]!.throws('');
  expect(threads).toHaveLength(1);
  expect(ends.map(({ reason }) => reason)).toEqual(['unavailable']);
});

test('a body too large to keep is refused after a restart, never lost in silence', () => {
  const { worker, threads, heard } = lasting();
  threads[0]!.says(ready);
  const large = request(1, 'x');
  const buffer = new ArrayBuffer(17 * 1024 * 1024);
  worker.postMessage({ ...large, request: { ...large.request, body: new Uint8Array(buffer) } }, [
    buffer,
  ]);
  threads[0]!.throws('out of memory');
  expect(heard.at(-1)).toMatchObject({ type: 'fault', id: 1 });
});
