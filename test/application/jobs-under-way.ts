/* Small random worlds in the middle of copies and migrations, as files that any backend can take up. */
import fc from 'fast-check';
import { MINUTE_MS } from '#src/domain/clock.ts';
import {
  fillWorld,
  projectsOf,
  randomWorld,
  SITES,
  type RandomWorld,
} from '#test/support/random-world.ts';
import { openWorld, type World } from '#test/support/world.ts';

export type UnderWay = {
  readonly world: RandomWorld;
  /** Service projects of each source that come along. */
  readonly projects: readonly boolean[];
  readonly migrations: readonly boolean[];
};

export const anyUnderWay: fc.Arbitrary<UnderWay> = fc.record({
  world: randomWorld,
  projects: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  migrations: fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }),
});

/** Everything that runs has ended by then, counted from the start. */
export const ALL_ENDED_MS = 60 * MINUTE_MS;

/** Opens the world, starts two copies in a row of sites and some migrations; nothing is done yet. */
export async function startJobs(start: UnderWay): Promise<World> {
  const world = await openWorld('blank');
  world.store.write((tx) => {
    fillWorld(tx, start.world);
  });
  await startCopy(world, 0, 1, start.projects);
  await startCopy(world, 1, 2, start.projects);
  const active = world.read((tx) => tx.portalCustomers.where({ state: 'active' }));
  for (const [index, { siteId, id: customerId }] of active.entries()) {
    if (!start.migrations[index]) continue;
    await world.get('portal-customers.migrate', { params: { siteId, customerId } });
  }
  return world;
}

async function startCopy(
  world: World,
  from: number,
  to: number,
  chosen: readonly boolean[],
): Promise<void> {
  const [sourceSiteId, destinationSiteId] = [SITES[from]!, SITES[to]!];
  const all = world.read((tx) => projectsOf(tx, sourceSiteId));
  const plan = {
    name: `From ${sourceSiteId}`,
    sourceSiteId,
    destinationSiteId,
    customers: 'all' as const,
    users: 'all' as const,
    preserveGroupMembership: true,
  };
  // Customer organizations that conflict block a run; then the people are copied alone.
  for (const projectIds of [all.filter((_, index) => chosen[index]), []]) {
    const { id: planId } = await world.get('copy-plans.create', { body: { ...plan, projectIds } });
    const params = { planId };
    const forecast = await world.get('copy-plans.forecast', { params });
    if (forecast.conflicts.length > 0) continue;
    const { fingerprint } = forecast;
    await world.get('copy-plans.run', { params, body: { fingerprint } });
    return;
  }
}
