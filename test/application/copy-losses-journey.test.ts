/* Who loses access to what, told before the run, true after it, and cured by the step that is named (S0). */
import { beforeEach, expect, test } from 'vitest';
import type { ResponseOf } from '#src/contract/api.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { lostSince, whoOpensWhat } from './forecast-reality.ts';

const DESTINATION = 'site_harbor';

let world: World;
let plan: ResponseOf<'copy-plans.get'>;
beforeEach(async () => {
  world = await openWorld('demo');
  plan = await world.get('copy-plans.create', {
    body: {
      name: 'Move customers',
      sourceSiteId: 'site_harbor-support',
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: ['project_hs-it', 'project_hs-hr'],
    },
  });
});

/** Runs the plan; says what everybody lost, as the forecast told it and as it is. */
async function run() {
  const params = { planId: plan.id };
  const { items: losing } = await world.get('copy-plans.losses', { params, query: { limit: 200 } });
  const emails = losing.map(({ email }) => email);
  const before = world.read((tx) => whoOpensWhat(tx, plan, emails));
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  const lost = (email: string) => world.read((tx) => lostSince(tx, plan, before, email));
  return { losing, lost };
}

async function approveGroups(): Promise<void> {
  const { items } = await world.get('imported-groups.list', { params: { siteId: DESTINATION } });
  for (const { id } of items) {
    const params = { siteId: DESTINATION, groupId: id };
    const { accesses } = await world.get('imported-groups.get', { params });
    for (const { access, review } of accesses) {
      if (review === 'pending')
        await world.get('imported-groups.approve', { params, body: { access } });
    }
  }
}

async function migrateDuplicates(): Promise<void> {
  const params = { planId: plan.id };
  const { items } = await world.get('copy-plans.attention', {
    params,
    query: { problem: 'upgrade-portal-only', limit: 200 },
  });
  for (const { portalCustomerId } of items) {
    const customer = { siteId: DESTINATION, customerId: portalCustomerId ?? '' };
    await world.raw('portal-customers.migrate', { params: customer });
  }
  await world.finishJobs();
}

test('everybody loses exactly as many requests as the forecast said (S0, "losing permission")', async () => {
  const { losing, lost } = await run();
  expect(losing.length).toBeGreaterThan(5);
  expect(losing.map(({ email }) => [email, lost(email)])).toEqual(
    losing.map(({ email, losing: count }) => [email, count]),
  );
});

test('approving the groups gives back what waited for review (S0, first section)', async () => {
  const { losing, lost } = await run();
  const waiting = losing.filter(({ reasons }) =>
    reasons.every(({ reason }) => reason === 'review-pending'),
  );
  expect(waiting.length).toBeGreaterThan(0);
  await approveGroups();
  for (const { email } of waiting) expect([email, lost(email)]).toEqual([email, 0]);
});

test('migrating the portal-only accounts gives duplicates back their earlier requests (S0, second section)', async () => {
  const { losing, lost } = await run();
  const duplicates = losing.filter(({ reasons }) =>
    reasons.every(({ reason }) => reason === 'duplicate-account'),
  );
  expect(duplicates.length).toBeGreaterThan(0);
  await migrateDuplicates();
  for (const { email } of duplicates) expect([email, lost(email)]).toEqual([email, 0]);
});

test('View details keeps how many lose access, as forecast when the run began', async () => {
  const params = { planId: plan.id };
  const { losing } = await world.get('copy-plans.forecast', { params });
  await run();
  await approveGroups();
  expect((await world.get('copy-plans.outcomes', { params })).losing).toEqual(losing);
});

test('a second run takes nothing away and brings nothing new (S2, "copy data multiple times")', async () => {
  await run();
  const again = await world.get('copy-plans.create', {
    body: {
      name: 'Again',
      sourceSiteId: plan.source.id,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: plan.projects.map(({ id }) => id),
    },
  });
  const forecast = await world.get('copy-plans.forecast', { params: { planId: again.id } });
  expect(forecast.requests).toBe(0);
  expect(forecast.losing).toEqual({ people: 0, requests: 0 });
  expect(forecast.projects.map(({ outcome }) => outcome)).toEqual(['continued', 'continued']);
  expect(new Set(forecast.organizations.map(({ outcome }) => outcome))).toEqual(
    new Set(['copied-before']),
  );
  expect(forecast.groups.filter(({ outcome }) => outcome === 'review')).toEqual([]);
});
