/* The browser gives no more storage: changes are refused whole, work waits, and then all goes on. */
import { expect, test } from 'vitest';
import { routeOf, type RouteName } from '#src/contract/routes.ts';
import { createBackend } from '#src/server/backend.ts';
import { DatabaseError } from '#src/store/database-error.ts';
import type { Store } from '#src/store/store.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { countingUuids, openWorld, WALL_START } from '#test/support/world.ts';
import { jsonOf, problemOf } from './cases/read-answer.ts';

/** The demo, where work runs, behind a disk that can be full. */
async function onSmallDisk() {
  const world = await openWorld('demo');
  const disk = { isFull: false };
  const clock = { wallNow: WALL_START };
  /** Fails at the commit, as SQLite does: everything was done by then. */
  const store: Store = {
    ...world.store,
    write: (work) =>
      world.store.write((tx) => {
        const result = work(tx);
        if (disk.isFull) throw new DatabaseError('disk I/O error (778)', 778);
        return result;
      }),
  };
  const backend = createBackend({
    store,
    storage: 'durable',
    wallNow: () => clock.wallNow,
    uuid: countingUuids(),
    scenario: null,
  });
  const ask = (name: RouteName, body?: object) =>
    backend.handle({
      ...routeOf(name),
      headers: body ? { 'idempotency-key': JSON.stringify(body) } : {},
      body: body ? new TextEncoder().encode(JSON.stringify(body)) : null,
    });
  return { world, disk, clock, ask };
}

test('changes are refused whole and due work waits, while everything can be read and saved', async () => {
  const { world, disk, clock, ask } = await onSmallDisk();
  const start = jsonOf(await ask('workspace.get'));
  expect(start).toMatchObject({ isStorageFull: false, filledAt: null });
  const running = jsonOf(await ask('jobs.list'));
  const before = dumpOf(world.store);

  disk.isFull = true;
  // Long enough for all that runs to be due.
  clock.wallNow += 3_600_000;
  const refused = await ask('workspace.set-persona', { persona: 'agent' });
  expect(problemOf(refused)).toMatchObject({ status: 507, code: 'storage.full' });
  expect(jsonOf(await ask('workspace.get'))).toMatchObject({ isStorageFull: true });
  expect((await ask('jobs.list')).status).toBe(200);
  expect((await ask('workspace.export-file')).status).toBe(200);
  expect(dumpOf(world.store)).toEqual(before);

  disk.isFull = false;
  clock.wallNow += 10_000;
  expect(jsonOf(await ask('workspace.get'))).toMatchObject({ isStorageFull: false });
  const accepted = await ask('workspace.set-persona', { persona: 'agent' });
  expect(jsonOf(accepted)).toMatchObject({ persona: 'agent' });
  const ended = jsonOf(await ask('jobs.list')) as { items: { state: string }[] };
  expect(ended.items.length).toBe((running as { items: unknown[] }).items.length);
  expect(new Set(ended.items.map(({ state }) => state))).toEqual(new Set(['finished']));
});

test('a looker finds out that there is room again, though nobody changes anything', async () => {
  const { disk, clock, ask } = await onSmallDisk();
  disk.isFull = true;
  await ask('workspace.set-strict', { strict: true });
  const isFull = async () => {
    clock.wallNow += 5_000;
    return (jsonOf(await ask('workspace.get')) as { isStorageFull: boolean }).isStorageFull;
  };
  expect(await isFull()).toBe(true);
  disk.isFull = false;
  expect(await isFull()).toBe(false);
});
