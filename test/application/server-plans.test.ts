/* Making a server migration: its choices, whom each takes, and what migration day takes (S4). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { BodyOf } from '#src/contract/api.ts';
import { fixAddresses } from '#test/support/server-plan.ts';
import {
  OTHER_SERVER_PROJECT,
  putSmallServer,
  SERVER,
  SERVER_PROJECT,
} from '#test/support/small-server.ts';
import { openWorld, type World } from '#test/support/world.ts';

const params = { serverId: SERVER };

const DATA: BodyOf<'server-plans.create'> = {
  flow: 'with-data',
  name: 'The data',
  destinationSiteId: 'site_harbor',
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projectIds: [SERVER_PROJECT],
};
const ADVANCE: BodyOf<'server-plans.create'> = {
  ...DATA,
  flow: 'in-advance',
  name: 'People first',
  projectIds: [],
};

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
  world.store.write((tx) => {
    putSmallServer(tx);
    fixAddresses(tx);
  });
});

async function saved(body: BodyOf<'server-plans.create'>): Promise<string> {
  return (await world.get('server-plans.create', { params, body })).id;
}

async function forecastOf(planId: string) {
  return world.get('copy-plans.forecast', { params: { planId } });
}

async function run(planId: string): Promise<void> {
  const { fingerprint } = await forecastOf(planId);
  await world.get('copy-plans.run', { params: { planId }, body: { fingerprint } });
  await world.finishJobs();
}

function choices(query: Partial<BodyOf<'server-plans.create'>> & { projects?: string }) {
  return world.get('server-plans.options', { params, query: { flow: 'with-data', ...query } });
}

describe('S4, "Customer migration options"', () => {
  test('in advance: all users and groups, and optionally all customers', async () => {
    const { customers, users } = await choices({ flow: 'in-advance' });
    expect(customers.map(({ choice }) => choice)).toEqual(['all', 'none']);
    expect(users.map(({ choice }) => choice)).toEqual(['all']);
    for (const over of [{ users: 'related' as const }, { projectIds: [SERVER_PROJECT] }]) {
      const refused = await world.refuse('server-plans.create', {
        params,
        body: { ...ADVANCE, ...over },
      });
      expect(refused.code).toBe('server-migration.in-advance-takes-all-users');
    }
  });

  test('"No customers" is offered only without a service project', async () => {
    const without = await choices({});
    expect(without.customers.map(({ choice }) => choice)).toEqual(['all', 'related', 'none']);
    const withOne = await choices({ projects: SERVER_PROJECT });
    expect(withOne.customers.map(({ choice }) => choice)).toEqual(['all', 'related']);
    const refused = await world.refuse('server-plans.create', {
      params,
      body: { ...DATA, customers: 'none' },
    });
    expect(refused).toMatchObject({
      code: 'server-migration.customers-not-offered',
      facts: { customers: 'none', projects: 1 },
    });
  });

  test('a plan that is only copied knows no choice without customers', async () => {
    const refused = await world.raw('copy-plans.create', {
      body: { ...DATA, sourceSiteId: 'site_harbor-support', customers: 'none' as 'all' },
    });
    expect(refused.status).toBe(400);
  });
});

test('each choice says how many people it takes, and the forecast of the plan has as many', async () => {
  for (const projectIds of [[], [SERVER_PROJECT], [SERVER_PROJECT, OTHER_SERVER_PROJECT]]) {
    for (const users of ['all', 'related', 'related-and-members'] as const) {
      const options = await choices({ users, projects: projectIds.join(',') });
      for (const { choice, people } of options.customers) {
        if (choice === 'related' && projectIds.length === 0) continue;
        const body = { ...DATA, users, customers: choice, projectIds };
        const { flow } = await forecastOf(await saved(body));
        const countOf = (holding: string) =>
          flow.reduce((sum, row) => sum + (row.sourceHolding === holding ? row.count : 0), 0);
        expect([choice, countOf('customer')]).toEqual([choice, people]);
        expect(countOf('former')).toBe(options.former);
      }
    }
  }
});

test('a copy is no migration, and a migration of one server none of another', async () => {
  const planId = await saved(DATA);
  const { name, destinationSiteId, users, preserveGroupMembership } = DATA;
  const copy = { name, destinationSiteId, users, preserveGroupMembership };
  const asCopy = await world.refuse('copy-plans.update', {
    params: { planId },
    body: { ...copy, sourceSiteId: 'site_harbor-support', customers: 'all', projectIds: [] },
  });
  expect(asCopy.code).toBe('not-found');
  const ofSite = await world.refuse('server-plans.create', {
    params: { serverId: 'site_harbor-support' },
    body: ADVANCE,
  });
  expect(ofSite.code).toBe('not-found');
});

test('the list of copies leaves migrations to their server', async () => {
  await saved(DATA);
  const query = { organizationId: 'organization_harbor' };
  expect((await world.get('copy-plans.list', { query })).items).toEqual([]);
});

describe('S4, "Reducing downtime by pre-migrating customers"', () => {
  test('whoever came in advance is not migrated again, so migration day is shorter by them', async () => {
    const planId = await saved(DATA);
    const before = await forecastOf(planId);
    const day = before.migrationDay!;
    expect(day).toMatchObject({ already: 0, withoutMs: before.durationMs });
    expect(day.withMs).toBe(before.durationMs - (day.users + day.customers) * 500);
    expect(day.customers).toBeGreaterThan(0);

    await run(await saved(ADVANCE));
    const after = await forecastOf(planId);
    expect(after.durationMs).toBe(day.withMs);
    expect(after.migrationDay).toEqual({
      withoutMs: day.withoutMs,
      withMs: day.withMs,
      already: day.users + day.customers,
      users: 0,
      customers: 0,
    });
    expect(after.counts['left-out']).toBe(day.users + day.customers);
  });

  test('the run takes as long as forecast, without those who came in advance', async () => {
    await run(await saved(ADVANCE));
    const planId = await saved(DATA);
    const { fingerprint, durationMs } = await forecastOf(planId);
    const job = await world.get('copy-plans.run', { params: { planId }, body: { fingerprint } });
    const { startedAt, endsAt } = world.read((tx) => tx.jobs.get({ id: job.id as 'job_1' })!);
    expect(endsAt - startedAt).toBe(durationMs);
  });

  test('in advance itself nothing is saved, and copying knows no such day', async () => {
    expect((await forecastOf(await saved(ADVANCE))).migrationDay).toBeNull();
  });
});
