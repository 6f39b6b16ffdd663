/* One tab owns the workspace. test/browser/tabs.test.ts tries the same in a browser. */
import { afterEach, expect, test } from 'vitest';
import type { Backend, WireRequest } from '#src/server/backend.ts';
import { createOwnership } from '#src/server/ownership.ts';
import { createWorkerHost, HostError } from '#src/server/worker-host.ts';
import type { FromWorker, HostState } from '#src/server/worker-messages.ts';
import { createLocks } from '../support/web-locks.ts';

const locks = createLocks();
const patience = { start: 300, takeOver: 600 };
const closers: (() => void)[] = [];
/** Counts the tests: each has a workspace, so a lock, of its own. */
let workspace = 1;

afterEach(() => {
  for (const close of closers.splice(0)) close();
  workspace += 1;
});

/** A tab with a backend that answers with the tab's name, after `pause` if there is one. */
function tab(name: string, { pause, fails }: { pause?: Promise<void>; fails?: HostError } = {}) {
  const channel = new BroadcastChannel(`drydock-workspace-${workspace}`);
  const log: string[] = [];
  const answers = new Map<number, string>();
  const states: HostState[] = [];
  const backend: Backend = {
    handle: async () => {
      log.push('asked');
      await pause;
      log.push('answered');
      return { status: 200, headers: {}, body: new TextEncoder().encode(name) };
    },
    close: () => log.push('closed'),
  };
  const scenarios: unknown[] = [];
  const receive = createWorkerHost({
    ownership: createOwnership({ locks, channel, patience }),
    open: (scenario) => {
      scenarios.push(scenario);
      return fails ? Promise.reject(fails) : Promise.resolve({ backend, storage: 'durable' });
    },
    readStored: () => Promise.resolve(new Uint8Array([1, 2, 3])),
    wipeStored: () => {
      log.push('wiped');
      return Promise.resolve();
    },
    post: (message: FromWorker) => {
      if (message.type === 'state') states.push(message.state);
      if (message.type === 'response') {
        answers.set(message.id, new TextDecoder().decode(message.response.body ?? undefined));
      }
    },
  });
  closers.push(() => channel.close());
  const phase = () => states.at(-1)?.phase;
  return { receive, log, answers, states, scenarios, phase };
}

const request: WireRequest = { method: 'GET', path: '/workspace', headers: {}, body: null };

/** Work that takes until somebody says that it is finished. */
function longWork(): { pause: Promise<void>; finish: () => void } {
  const work = { finish: (): void => undefined };
  const pause = new Promise<void>((resolve) => {
    work.finish = resolve;
  });
  return { pause, finish: () => work.finish() };
}

/** Waits without a clock of its own: until what the tabs tell each other has been read. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It never came to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('a second tab leaves the first alone until it takes over', async () => {
  const first = tab('first');
  const second = tab('second');
  await first.receive({ type: 'start', scenario: null });
  await second.receive({ type: 'start', scenario: null });
  expect(first.states.at(-1)).toEqual({ phase: 'ready', storage: 'durable' });
  expect(second.states.at(-1)).toEqual({ phase: 'elsewhere', takeover: 'none' });
  await first.receive({ type: 'request', id: 1, request });
  await until(() => first.answers.has(1));

  await second.receive({ type: 'take-over' });
  expect(second.phase()).toBe('ready');
  expect(first.phase()).toBe('taken');
  expect(first.log.at(-1)).toBe('closed');

  await first.receive({ type: 'take-over' });
  expect([first.phase(), second.phase()]).toEqual(['ready', 'taken']);
  await second.receive({ type: 'take-over' });
  expect([first.phase(), second.phase()]).toEqual(['taken', 'ready']);
  await first.receive({ type: 'take-over' });
});

test('the owner finishes what it does before it lets go', async () => {
  const { pause, finish } = longWork();
  const first = tab('first', { pause });
  const second = tab('second');
  await first.receive({ type: 'start', scenario: null });
  await first.receive({ type: 'request', id: 1, request });
  const taking = second.receive({ type: 'take-over' });
  await until(() => first.log.includes('asked'));
  expect(second.phase()).toBe('elsewhere');
  finish();
  await taking;
  expect(first.log).toEqual(['asked', 'answered', 'closed']);
  expect(first.answers.get(1)).toBe('first');
  expect(second.phase()).toBe('ready');

  // What is asked of a tab that lost the workspace waits until it has it again.
  await first.receive({ type: 'request', id: 2, request });
  expect(first.answers.has(2)).toBe(false);
  await first.receive({ type: 'take-over' });
  await until(() => first.answers.has(2));
});

test('an owner that does not let go in time keeps the workspace', async () => {
  const { pause, finish } = longWork();
  const first = tab('first', { pause });
  const second = tab('second');
  await first.receive({ type: 'start', scenario: null });
  await first.receive({ type: 'request', id: 1, request });
  await second.receive({ type: 'take-over' });
  expect(second.states.at(-1)).toEqual({ phase: 'elsewhere', takeover: 'no-answer' });
  await first.receive({ type: 'request', id: 2, request });
  finish();
  await until(() => first.answers.has(2));
  expect(first.answers.get(1)).toBe('first');
  expect(first.phase()).toBe('ready');
});

test('a scenario in the address is opened once, not after a takeover', async () => {
  const first = tab('first');
  const second = tab('second');
  await first.receive({ type: 'start', scenario: 'blank' });
  await second.receive({ type: 'take-over' });
  await first.receive({ type: 'take-over' });
  expect(first.scenarios).toEqual(['blank', null]);
});

test('a damaged workspace is saved and wiped only when asked', async () => {
  const only = tab('only', { fails: new HostError('damaged', 'It is damaged.') });
  await only.receive({ type: 'start', scenario: null });
  expect(only.states.at(-1)).toEqual({
    phase: 'failed',
    reason: 'damaged',
    detail: 'It is damaged.',
  });
  expect(only.log).toEqual([]);
  await only.receive({ type: 'start-afresh' });
  expect(only.log).toEqual(['wiped']);
});
