/* Every committed change is told, with whoever asked for it. */
import { expect, test } from 'vitest';
import type { Tx } from '#src/application/ports.ts';
import { createBackend, type WireRequest } from '#src/server/backend.ts';
import { changeOf, watchedStore } from '#src/server/watched-store.ts';
import { openFilled } from '../support/filled-store.ts';
import { countingUuids, WALL_START } from '../support/world.ts';

function setStrict(tx: Tx, strict: boolean): void {
  tx.workspace.put({ ...tx.workspace.get({ id: 'workspace' })!, strict });
}

async function openWatched() {
  const inner = await openFilled('blank', WALL_START);
  const told: number[] = [];
  const store = watchedStore(inner, (change) => told.push(change));
  const begin = changeOf(store)!;
  return { store, told: () => told.map((change) => change - begin) };
}

test('each way of writing is told once, with the number that the workspace has then', async () => {
  const { store, told } = await openWatched();
  const workspace = store.read((tx) => tx.workspace.get({ id: 'workspace' }))!;
  store.write((tx) => setStrict(tx, true));
  expect(told()).toEqual([1]);
  await store.writeInSlices(
    function* slices(tx) {
      setStrict(tx, false);
      yield { done: 1, total: 2 };
    },
    () => Promise.resolve(),
    () => undefined,
  );
  expect(told()).toEqual([1, 2]);
  store.importFile(store.exportFile());
  expect(told()).toHaveLength(3);
  store.reset((tx) => tx.workspace.put(workspace));
  expect(told()).toHaveLength(4);
});

test('nothing is told of what was taken back, nor of answers that are kept', async () => {
  const { store, told } = await openWatched();
  expect(() =>
    store.write((tx) => {
      setStrict(tx, true);
      throw new Error('refused');
    }),
  ).toThrow('refused');
  store.rehearse((tx) => setStrict(tx, true));
  store.write((tx) => tx.rememberAnswer('key', { status: 204, headers: {}, body: '' }));
  expect(told()).toEqual([]);
});

test('a change is told while the request that made it has its turn', async () => {
  const inner = await openFilled('blank', WALL_START);
  const seen: (string | undefined)[] = [];
  let turn: WireRequest | undefined;
  const backend = createBackend({
    store: watchedStore(inner, () => seen.push(turn?.path)),
    storage: 'memory',
    wallNow: () => WALL_START,
    uuid: countingUuids(),
    scenario: null,
    onTurn: (request) => {
      turn = request;
    },
  });
  const call = (method: string, path: string, body: object | null) =>
    backend.handle({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body && new TextEncoder().encode(JSON.stringify(body)),
    });
  await Promise.all([
    call('GET', '/workspace', null),
    call('PUT', '/workspace/persona', { persona: 'agent' }),
    call('GET', '/organizations', null),
    call('PUT', '/workspace/strict', { strict: true }),
  ]);
  expect(seen).toEqual(['/workspace/persona', '/workspace/strict']);
  expect(turn).toBeUndefined();
  await backend.ask('demo');
  expect(seen.at(-1)).toBeUndefined();
  await call('PUT', '/workspace/persona', { persona: 'agent' });
  expect(changeOf(inner)).toBeGreaterThan(0);
  backend.close();
});
