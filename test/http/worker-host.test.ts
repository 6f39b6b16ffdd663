/* One tab owns the workspace, the others are served through it. test/browser/tabs.test.ts tries it in a browser. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HostError } from '#src/server/workspace-owner.ts';
import { ask, createShared, openTab, type Shared, type Tab } from '../support/fake-tabs.ts';

let shared: Shared;

beforeEach(() => {
  shared = createShared();
});

afterEach(() => shared.close());

function phase(tab: Tab): string | undefined {
  return tab.states.at(-1)?.phase;
}

/** Waits without a clock of its own: until what the tabs tell each other has been heard. */
function until(condition: () => boolean): Promise<unknown> {
  return vi.waitUntil(condition, { timeout: 5_000, interval: 5 });
}

async function openReady(name: string, options: Parameters<typeof openTab>[2] = {}): Promise<Tab> {
  const tab = openTab(shared, name, options);
  await until(() => phase(tab) === 'ready');
  return tab;
}

/** Work that takes until somebody says that it is finished. */
function longWork(): { pause: () => Promise<void>; finish: () => void } {
  const work = { finish: (): void => undefined };
  const done = new Promise<void>((resolve) => {
    work.finish = resolve;
  });
  return { pause: () => done, finish: () => work.finish() };
}

test('a second tab is served by the first', async () => {
  const first = await openReady('first');
  const second = await openReady('second');
  ask(second, 1);
  ask(first, 1);
  await until(() => second.answers.has(1) && first.answers.has(1));
  expect([first.answers.get(1), second.answers.get(1)]).toEqual(['first', 'first']);
  expect(second.states.map((state) => state.phase)).toEqual(['ready']);
});

test('what is asked before an owner is known is answered', async () => {
  const first = openTab(shared, 'first');
  ask(first, 1);
  const second = openTab(shared, 'second');
  ask(second, 1, 'early');
  await until(() => first.answers.has(1) && second.answers.has(1));
  expect(shared.changes).toEqual(['early']);
});

test('every other tab is told of a change, and the one that made it is not', async () => {
  const first = await openReady('first');
  const second = await openReady('second');
  const third = await openReady('third');
  ask(second, 1, 'of the second');
  await until(() => first.told.length === 1 && third.told.length === 1);
  ask(first, 1, 'of the first');
  await until(() => second.told.length === 1 && third.told.length === 2);
  expect(first.told).toEqual([1]);
  expect(second.told).toEqual([2]);
  expect(third.told).toEqual([1, 2]);
});

test('when the owner dies the next one in line owns the workspace, and the others follow it', async () => {
  const first = await openReady('first');
  const second = await openReady('second');
  const third = await openReady('third');
  ask(second, 1, 'before');
  await until(() => second.answers.has(1) && third.told.length === 1);
  first.die();
  ask(third, 1, 'after');
  await until(() => third.answers.has(1));
  expect(third.answers.get(1)).toBe('second');
  ask(second, 2);
  await until(() => second.answers.has(2));
  expect(second.answers.get(2)).toBe('second');
  expect(shared.changes).toEqual(['before', 'after']);
});

test('a change that was made, but not answered before its owner died, is answered and not made twice', async () => {
  let asked = 0;
  const { pause } = longWork();
  const first = await openReady('first', {
    pause: async () => {
      asked += 1;
      if (asked === 2) await pause();
    },
  });
  const second = await openReady('second');
  ask(second, 1, 'one');
  await until(() => second.answers.has(1));
  ask(second, 2, 'two');
  await until(() => asked === 2);
  // As if it had been committed while the answer was on its way.
  shared.changes.push('two');
  first.die();
  await until(() => second.answers.has(2));
  expect(second.answers.get(2)).toBe('second');
  expect(shared.changes).toEqual(['one', 'two']);
  // The page has not seen this one's effect yet.
  await until(() => second.told.at(-1) === 2);
});

test('a tab that goes is forgotten, and its answers with it', async () => {
  const { pause, finish } = longWork();
  const first = await openReady('first', { pause });
  const second = await openReady('second');
  ask(second, 1, 'left behind');
  await until(() => first.log.includes('asked /1'));
  second.die();
  finish();
  await until(() => shared.changes.length === 1);
  ask(first, 7);
  await until(() => first.answers.has(7));
});

test('an owner that does not answer is named after a while, and again answers', async () => {
  const { locks, main } = shared;
  let awake = false;
  const channel = new BroadcastChannel(main);
  shared.closers.push(() => channel.close());
  void locks.request(main, () => new Promise(() => undefined)).catch(() => undefined);
  channel.addEventListener('message', ({ data }: MessageEvent<{ tab: string }>) => {
    if (!awake) return;
    const own = new BroadcastChannel(`${main}:${data.tab}`);
    shared.closers.push(() => own.close());
    const state = { phase: 'ready', storage: 'durable' };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    own.postMessage({ type: 'here', owner: 'asleep', build: 'one', state, change: 1 });
  });
  const second = openTab(shared, 'second');
  await until(() => phase(second) === 'elsewhere');
  awake = true;
  await until(() => phase(second) === 'ready');
});

test('a workspace that another tab seizes is closed when what was under way is finished', async () => {
  const { pause, finish } = longWork();
  const first = await openReady('first', { pause });
  const second = await openReady('second');
  ask(first, 1, 'under way');
  await until(() => first.log.includes('asked /1'));
  second.receive({ type: 'take-over' });
  // It has heard that the lock is gone.
  await new Promise((heard) => setImmediate(heard));
  ask(first, 2, 'too late for it');
  finish();
  await until(() => first.answers.has(2));
  expect(first.log).toEqual(['asked /1', 'closed']);
  expect([first.answers.get(1), first.answers.get(2)]).toEqual(['first', 'second']);
  expect(second.states.map((state) => state.phase)).toContain('elsewhere');
  expect(shared.changes).toEqual(['under way', 'too late for it']);
});

test('a workspace whose files a sleeping tab has open is opened when it lets go', async () => {
  shared.failures.set('second', new HostError('locked', 'Its files are open elsewhere.'));
  await openReady('first');
  const second = await openReady('second');
  second.receive({ type: 'take-over' });
  await until(() => {
    const state = second.states.at(-1);
    return state?.phase === 'elsewhere' && state.takeover === 'no-answer';
  });
  ask(second, 1);
  shared.failures.clear();
  await until(() => second.answers.get(1) === 'second');
});

test('all tabs show why the workspace cannot be opened, and each can save it and start afresh', async () => {
  shared.failures.set('first', new HostError('damaged', 'It is damaged.'));
  shared.failures.set('second', new HostError('damaged', 'It is damaged.'));
  const first = openTab(shared, 'first');
  await until(() => phase(first) === 'failed');
  const second = openTab(shared, 'second');
  await until(() => phase(second) === 'failed' && phase(first) === 'failed');
  expect(second.states.at(-1)).toEqual({
    phase: 'failed',
    reason: 'damaged',
    detail: 'It is damaged.',
  });
  first.receive({ type: 'save-stored', id: 1 });
  await until(() => first.answers.get(1) === '3 bytes');
  expect([...first.log, ...second.log]).toEqual([]);

  first.receive({ type: 'start-afresh' });
  second.receive({ type: 'start-afresh' });
  await until(() => phase(first) === 'ready' && phase(second) === 'ready');
  expect([...first.log, ...second.log].filter((line) => line === 'wiped')).toHaveLength(1);
});

test('a tab that has just been opened tries itself where the owner could not open the workspace', async () => {
  shared.failures.set('first', new HostError('too-new', 'Version 9.'));
  const first = openTab(shared, 'first', { build: 'old' });
  await until(() => phase(first) === 'failed');
  await openReady('second', { build: 'new' });
  await until(() => phase(first) === 'other-version');
});

test('tabs of different builds do not serve each other, until one takes over', async () => {
  const first = await openReady('first', { build: 'old' });
  const second = openTab(shared, 'second', { build: 'new' });
  ask(second, 1, 'waits');
  await until(() => phase(second) === 'other-version');
  expect(second.states.at(-1)).toEqual({ phase: 'other-version', build: 'old' });
  expect(first.log).toEqual([]);
  second.receive({ type: 'take-over' });
  await until(() => second.answers.get(1) === 'second');
  await until(() => phase(first) === 'other-version');
  expect(shared.changes).toEqual(['waits']);
});

test('a scenario in the address reaches the owner, and is opened once', async () => {
  const first = await openReady('first', { scenario: 'blank' });
  const second = await openReady('second', { scenario: 'demo' });
  await until(() => first.scenarios.length === 2);
  first.die();
  ask(second, 1);
  await until(() => second.answers.get(1) === 'second');
  expect(first.scenarios).toEqual(['blank', 'demo']);
  expect(second.scenarios).toEqual([null]);
});
