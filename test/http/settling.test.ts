/*
 * How work that is due is applied between requests: in short transactions, with reads answered in
 * between, in the order and at the instants that it would have at once.
 */
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { JobId } from '#src/domain/ids.ts';
import { itemDueAt } from '#src/domain/job.ts';
import { createBackend } from '#src/server/backend.ts';
import { breather } from '#src/server/breather.ts';
import { addCrowd, bulkCrowd, passMinutes } from '#test/application/bulk-world.ts';
import { countingUuids, openWorld, type World } from '#test/support/world.ts';

const CROWD_SIZE = 1_200;

let world: World;
let jobId: JobId;
beforeEach(async () => {
  world = await openWorld('demo');
  addCrowd(world, CROWD_SIZE);
  jobId = (await bulkCrowd(world, 'revoke', CROWD_SIZE)).id as JobId;
});

function jobOf(of: World = world) {
  return of.read((tx) => tx.jobs.get({ id: jobId })!);
}

/** Another backend over the same store. */
function backendWith(options: Partial<Parameters<typeof createBackend>[0]>) {
  return createBackend({
    store: world.store,
    storage: 'memory',
    wallNow: () => world.clock.wallNow,
    uuid: countingUuids(),
    scenario: null,
    ...options,
  });
}

const { pause: nextTask, end: endTasks } = breather();
afterAll(endTasks);

const LOOK = { method: 'GET', path: '/workspace', headers: {}, body: null } as const;
const STRICT = {
  method: 'PUT',
  path: '/workspace/strict',
  headers: {},
  body: new TextEncoder().encode(JSON.stringify({ strict: true })),
};

function jsonOf(body: Uint8Array | null): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(body!));
}

test('while a write waits for all that was due before it, reads are answered between its slices', async () => {
  passMinutes(world, 60);
  const seen: number[] = [];
  const looks: Promise<unknown>[] = [];
  const backend = backendWith({
    store: {
      ...world.store,
      write: (work, unloaded) => {
        const result = world.store.write(work, unloaded);
        // A page asks while the thread is busy with a slice.
        const look = backend.handle({ ...LOOK, path: `/jobs/${jobId}` });
        looks.push(look.then(({ body }) => seen.push(Number(jsonOf(body)['done']))));
        return result;
      },
    },
  });
  await backend.handle(STRICT);
  expect(jobOf()).toMatchObject({ state: 'finished', done: CROWD_SIZE });
  await Promise.all(looks);
  expect(seen.length).toBeGreaterThan(CROWD_SIZE / 200);
  const steps = seen.map((done, index) => done - (seen[index - 1] ?? 0));
  expect(Math.min(...steps.slice(0, -2))).toBeGreaterThan(0);
  expect(Math.max(...steps)).toBeLessThanOrEqual(200);
});

test('a write that waits happens at the instant at which its turn came, after all that was due then and before anything else', async () => {
  // In the middle of the step: half of it is due.
  passMinutes(world, 11);
  const write = world.get('workspace.set-persona', { body: { persona: 'product-admin' } });
  await world.get('workspace.get');
  // Time goes on while the write waits, and reads look at it.
  passMinutes(world, 60);
  await world.get('workspace.get');
  await write;
  const job = jobOf();
  const [entry] = world.read((tx) => tx.auditEntries.where({ action: 'persona.changed' }));
  expect(job.done).toBeGreaterThan(200);
  expect(itemDueAt(job, job.done - 1)).toBeLessThanOrEqual(entry!.at);
  expect(itemDueAt(job, job.done)).toBeGreaterThan(entry!.at);
});

test('writes keep their order while one of them waits', async () => {
  passMinutes(world, 60);
  const personas = ['product-admin', 'site-admin', 'organization-admin'] as const;
  await Promise.all(
    personas.map((persona) => world.get('workspace.set-persona', { body: { persona } })),
  );
  expect((await world.get('workspace.get')).persona).toBe('organization-admin');
});

test('no transaction begins an item after its time, whoever asks', async () => {
  passMinutes(world, 60);
  let ticks = 0;
  const slices: number[] = [];
  const backend = backendWith({
    // Every look at this clock takes a millisecond.
    ticks: () => (ticks += 1),
    store: {
      ...world.store,
      write: (work, unloaded) => {
        const before = jobOf().done;
        const result = world.store.write(work, unloaded);
        slices.push(jobOf().done - before);
        return result;
      },
    },
  });
  await backend.handle(LOOK);
  expect(jobOf().done).toBeGreaterThan(0);
  expect(jobOf().done).toBeLessThan(20);
  const response = await backend.handle(STRICT);
  expect(response.status).toBeLessThan(300);
  expect(jobOf().done).toBe(CROWD_SIZE);
  expect(Math.max(...slices)).toBeLessThanOrEqual(15);
});

test('work goes on while nobody asks, and each item is stamped with the instant it was due', async () => {
  const timers: (() => void)[] = [];
  const backend = backendWith({
    later: (work) => {
      timers.push(work);
      return () => undefined;
    },
  });
  await backend.handle(LOOK);
  expect(timers.length).toBeGreaterThan(0);
  passMinutes(world, 60);
  timers.at(-1)!();
  while (jobOf().state === 'running') await nextTask();
  const job = jobOf();
  const stamps = world.read((tx) =>
    tx.auditEntries.where({ action: 'portal-customer.access-revoked' }).map(({ at }) => at),
  );
  const due = Array.from({ length: CROWD_SIZE }, (_, index) => itemDueAt(job, index));
  expect(stamps.toSorted((a, b) => a - b)).toEqual(due);
  backend.close();
});

test('nothing runs by itself after the backend was closed', async () => {
  const timers: (() => void)[] = [];
  const backend = backendWith({
    store: { ...world.store, close: () => undefined },
    later: (work) => {
      timers.push(work);
      return () => undefined;
    },
  });
  await backend.handle(LOOK);
  passMinutes(world, 60);
  backend.close();
  timers.at(-1)!();
  for (let turn = 0; turn < 20; turn += 1) await nextTask();
  expect(jobOf()).toMatchObject({ state: 'running', done: 0 });
});
