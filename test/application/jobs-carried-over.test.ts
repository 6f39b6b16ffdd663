/*
 * A workspace that is exported in the middle of copies and migrations and loaded elsewhere finishes
 * as if nothing had happened: the same outcomes, nothing lost, nothing twice.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { violations } from '#test/support/invariants.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { countingUuids, openWorld, type World } from '#test/support/world.ts';
import { ALL_ENDED_MS, anyUnderWay, startJobs } from './jobs-under-way.ts';

/** Scenarios run a minute in a second. */
const ALL_ENDED_WALL_MS = ALL_ENDED_MS / 60;
const DAY_MS = 24 * 60 * 60_000;

/** Loads a world's file into a new backend, days later by the wall clock. */
async function movedOn(world: World, number: number): Promise<World> {
  const { body } = await world.raw('workspace.export-file');
  const uuids = countingUuids();
  const next = await openWorld('blank', () => `${number}-later-${uuids()}`);
  next.clock.wallNow = world.clock.wallNow + number * 3 * DAY_MS;
  await next.get('workspace.import-file', { bytes: body! });
  world.store.close();
  return next;
}

/** Lets simulated time pass until everything has ended, without touching the clock. */
async function finish(world: World): Promise<void> {
  world.clock.wallNow += ALL_ENDED_WALL_MS;
  expect(await world.get('workspace.get')).toMatchObject({ nextEventAt: null });
}

/**
 * Everything but the settings and the notes of having been loaded. Generated ids differ from
 * backend to backend; they count up in each, so their order says which is which.
 */
function comparable(world: World): unknown {
  const { workspace: _, auditEntries, ...records } = dumpOf(world.store);
  const text = JSON.stringify({
    ...records,
    auditEntries: auditEntries.filter(({ action }) => action !== 'workspace.replaced'),
  });
  const uuid = /(\d-later-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  const order = new Map(
    [...new Set(text.match(uuid))].toSorted().map((id, index) => [id, `generated-${index}`]),
  );
  const named = JSON.parse(text.replace(uuid, (id) => order.get(id)!)) as Record<string, object[]>;
  // Key order is no matter: it depends on what the ids were.
  return Object.fromEntries(
    Object.entries(named).map(([set, rows]) => [
      set,
      rows.map((row) => JSON.stringify(row)).toSorted(),
    ]),
  );
}

const stop = fc.record({
  // Most of it happens in the first tenth.
  at: fc.oneof(
    fc.double({ min: 0, max: 0.12, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  looksBefore: fc.boolean(),
});

test('small worlds end the same, wherever they were cut and carried over', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyUnderWay,
      fc.array(stop, { minLength: 1, maxLength: 3 }),
      async (start, stops) => {
        const stayed = await startJobs(start);
        let moved = await startJobs(start);
        const begun = moved.clock.wallNow;
        let passed = 0;
        for (const [index, { at, looksBefore }] of stops
          .toSorted((a, b) => a.at - b.at)
          .entries()) {
          const wall = Math.floor(at * ALL_ENDED_WALL_MS);
          moved.clock.wallNow += wall - passed;
          passed = wall;
          if (looksBefore) await moved.get('workspace.get');
          moved = await movedOn(moved, index + 1);
        }
        expect(moved.clock.wallNow).toBeGreaterThan(begun);
        await finish(stayed);
        await finish(moved);
        expect(comparable(moved)).toEqual(comparable(stayed));
        expect(moved.read(violations)).toEqual([]);
        stayed.store.close();
        moved.store.close();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

test('the demo, cut in the middle of a copy and of a migration, has the outcomes of its forecast', async () => {
  const world = await openWorld('demo');
  const [sourceSiteId, destinationSiteId] = ['site_harbor-support', 'site_harbor'];
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Carried',
      sourceSiteId,
      destinationSiteId,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: [],
    },
  });
  const params = { planId: plan.id };
  const forecast = await world.get('copy-plans.forecast', { params, query: { limit: 200 } });
  await world.get('copy-plans.run', { params, body: { fingerprint: forecast.fingerprint } });
  const other = { siteId: 'site_fjord-care', state: 'active' } as const;
  const { siteId, id: customerId } = world.read((tx) => tx.portalCustomers.first(other))!;
  const customer = { params: { siteId, customerId } };
  await world.get('portal-customers.migrate', customer);

  world.clock.wallNow += 1_500;
  const before = await world.get('copy-plans.get', { params });
  expect(before.job!.done).toBeGreaterThan(0);
  expect(before.job!.done).toBeLessThan(before.job!.total);
  expect((await world.get('portal-customers.get', customer)).state).toBe('migrating');

  const moved = await movedOn(world, 1);
  const loaded = await moved.get('copy-plans.get', { params });
  expect(loaded).toEqual(before);
  await finish(moved);
  const outcomes = await moved.get('copy-plans.outcomes', { params, query: { limit: 200 } });
  expect(outcomes.counts).toEqual(forecast.counts);
  expect(outcomes.items).toEqual(forecast.items.map((item) => ({ ...item, state: 'done' })));
  const copied = moved.read((tx) => tx.auditEntries.where({ action: 'copy-plan.customer-copied' }));
  expect(copied.length).toBe(forecast.total);
  const migrated = await moved.get('portal-customers.get', customer);
  expect([migrated.state, migrated.failure]).toEqual(['migrated', null]);
  expect(moved.read(violations)).toEqual([]);
});

test('a workspace that was taken in notes it at its own time, not at that of the one it replaced', async () => {
  const world = await openWorld('demo');
  const { body } = await world.raw('workspace.export-file');
  const { now } = (await world.get('workspace.get')).clock;
  world.clock.wallNow += DAY_MS;
  await world.get('workspace.import-file', { bytes: body! });
  const notes = world.read((tx) => tx.auditEntries.where({ action: 'workspace.replaced' }));
  expect(notes.map(({ at }) => at)).toEqual([now]);
});
