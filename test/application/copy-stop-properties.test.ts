/*
 * A run that is stopped or meets a fault at any moment: what its plan counts is what the data says,
 * and further runs end where an undisturbed one does, with nothing doubled (S2; domain.md 7.3).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { violations } from '#test/support/invariants.ts';
import { fillWorld, projectsOf, randomWorld, SITES } from '#test/support/random-world.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { arrived } from './copy-arrivals.ts';

const [SOURCE, DESTINATION] = SITES;
type PlanId = `plan_${string}`;

const disturbed = fc.record({
  world: randomWorld,
  projects: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  /** Of each run in turn: how it is cut off, and when, as a share of its length. */
  cuts: fc.array(
    fc.record({
      by: fc.constantFrom('stop' as const, 'stop' as const, 'fault' as const),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

type Disturbed = typeof disturbed extends fc.Arbitrary<infer T> ? T : never;

async function worldOf(start: Disturbed): Promise<World> {
  const world = await openWorld('blank');
  world.store.write((tx) => {
    fillWorld(tx, start.world);
  });
  return world;
}

/** Starts a run; null where customer organizations of the same name block it. */
async function begin(world: World, start: Disturbed): Promise<PlanId | null> {
  const projectIds = world
    .read((tx) => projectsOf(tx, SOURCE))
    .filter((_, index) => start.projects[index]);
  const route = { sourceSiteId: SOURCE, destinationSiteId: DESTINATION };
  // Every run has a name of its own: the mailbox names it.
  const name = `Run ${world.read((tx) => tx.copyPlans.count({}))}`;
  const body = {
    name,
    ...route,
    customers: 'all' as const,
    users: 'all' as const,
    preserveGroupMembership: true,
    projectIds,
  };
  const { id: planId } = await world.get('copy-plans.create', { body });
  const params = { planId };
  const { fingerprint, conflicts } = await world.get('copy-plans.forecast', { params });
  if (conflicts.length > 0) return null;
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  return planId as PlanId;
}

/** Lets the run go on for a share of its length and cuts it off. */
async function cut(world: World, planId: PlanId, { by, at }: Disturbed['cuts'][number]) {
  const { startedAt, endsAt } = world.read((tx) => tx.jobs.first({ subjectId: planId })!);
  const params = { planId };
  // Scenarios run a minute in a second.
  world.clock.wallNow += Math.floor(((endsAt - startedAt) * at) / 60);
  await world.get('workspace.get');
  if (by === 'stop') return world.get('copy-plans.stop', { params });
  const source = world.read((tx) => tx.sites.get({ id: SOURCE })!);
  world.store.write((tx) => {
    tx.sites.remove({ id: SOURCE });
  });
  world.clock.wallNow += 60_000;
  await world.get('workspace.get');
  world.store.write((tx) => {
    tx.sites.put(source);
  });
  return world.get('copy-plans.get', { params });
}

/** What View details counts, beside what the records say. */
async function expectTruth(world: World, planId: PlanId): Promise<void> {
  const params = { planId };
  const plan = await world.get('copy-plans.get', { params });
  const { items, counts, total } = await world.get('copy-plans.outcomes', {
    params,
    query: { limit: 200 },
  });
  const pending = items.filter(({ state }) => state === 'pending');
  expect(counts['not-copied'] ?? 0).toBe(pending.length);
  expect(pending.every(({ action }) => action === 'not-copied')).toBe(true);
  const copied = world.read((tx) =>
    tx.auditEntries
      .where({ action: 'copy-plan.project-copied' })
      .filter(({ facts }) => facts['planId'] === planId),
  ).length;
  const missing = { customers: pending.length, projects: plan.projects.length - copied };
  expect(plan.missing).toEqual(plan.state === 'finished' ? null : missing);
  if (plan.state === 'finished') expect(missing).toEqual({ customers: 0, projects: 0 });
  const phase = (id: string) => plan.phases.find((each) => each.id === id)?.done ?? 0;
  expect([phase('customers'), phase('projects')]).toEqual([total - pending.length, copied]);
  const rows = world.read((tx) => tx.attentionRows.count({ planId }));
  expect(rows).toBe(items.reduce((sum, { attention }) => sum + attention.length, 0));
  const silent = world.read((tx) =>
    tx.messages
      .where({ kind: 'copied-without-message' })
      .filter(({ facts }) => facts['plan'] === plan.name),
  );
  const heard = items.filter(
    ({ action }) => !['not-copied', 'left-out', 'former-user'].includes(action),
  );
  const told = silent.map(({ facts }) => facts['count']);
  expect(told).toEqual(heard.length === 0 ? [] : [heard.length]);
}

test('however often a run is cut off, further runs complete it and double nothing (S2, "Copy customer organizations")', async () => {
  await fc.assert(
    fc.asyncProperty(disturbed, async (start) => {
      const [whole, world] = [await worldOf(start), await worldOf(start)];
      const only = await begin(whole, start);
      fc.pre(only !== null);
      await whole.finishJobs();
      for (const each of start.cuts) {
        const planId = (await begin(world, start))!;
        const plan = await cut(world, planId, each);
        expect(plan.state).not.toBe('running');
        expect(world.read((tx) => tx.jobs.count({ state: 'running' }))).toBe(0);
        await expectTruth(world, planId);
        expect(world.read(violations)).toEqual([]);
      }
      const last = (await begin(world, start))!;
      await world.finishJobs();
      await expectTruth(world, last);
      expect(world.read((tx) => arrived(tx, SOURCE, DESTINATION, last))).toEqual(
        whole.read((tx) => arrived(tx, SOURCE, DESTINATION, only!)),
      );
      expect(world.read(violations)).toEqual([]);
      whole.store.close();
      world.store.close();
    }),
    { numRuns: 25 },
  );
}, 30_000);
