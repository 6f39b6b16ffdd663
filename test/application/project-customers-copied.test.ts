/* Customers of a service project after a copy: whom to invite, and who logs in at once (S2, "Notify customers"). */
import { beforeEach, expect, test } from 'vitest';
import type { BodyOf } from '#src/contract/api.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SOURCE = 'site_harbor-support';
const DESTINATION = 'site_harbor';
const OUTSIDER = 'ada@northmill.example';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function saved(over: Partial<BodyOf<'copy-plans.create'>> = {}) {
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Move customers',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: ['project_hs-it'],
      ...over,
    },
  });
  return { planId: plan.id };
}

async function copied(over: Partial<BodyOf<'copy-plans.create'>> = {}) {
  const params = await saved(over);
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  return params;
}

function sentTo(email: string) {
  return world.read((tx) =>
    tx.messages.where({ to: email }).map(({ kind, facts }) => [kind, facts['project'] ?? null]),
  );
}

/** The portal-only account of an address on the destination. */
function stateThere(email: string) {
  return world.read((tx) => tx.queries.portalCustomerByEmail(DESTINATION, email)?.state);
}

test('customers got no e-mail when they were copied (S2, "Notify customers")', async () => {
  const count = () => world.read((tx) => tx.messages.where({ siteId: DESTINATION }).length);
  const before = count();
  const params = await copied();
  const outcomes = await world.get('copy-plans.outcomes', { params, query: { limit: 200 } });
  expect(outcomes.total).toBeGreaterThan(100);
  const [entry, ...others] = world.read((tx) =>
    tx.messages.where({ kind: 'copied-without-message' }),
  );
  expect([entry?.to, others]).toEqual(['', []]);
  expect(count()).toBe(before + 1);
});

test('new customers are invited from the service project’s Customers page on the destination (S2, "Notify customers")', async () => {
  const params = await copied();
  const { items: projects } = await world.get('service-projects.copied', { params });
  expect(projects.map(({ name }) => name)).toEqual(['IT Help']);
  const place = { siteId: DESTINATION, projectId: projects[0]!.id };
  const { items } = await world.get('service-projects.customers', {
    params: place,
    query: { limit: 200 },
  });
  const waiting = items.filter(
    ({ hasRole, holding, state }) => !hasRole && holding === 'portal-only' && state === 'active',
  );
  const fresh = waiting.find(({ email }) => sentTo(email).length === 0)!;
  expect(fresh.requests).toBeGreaterThan(0);
  const { results } = await world.get('service-projects.add-customers', {
    params: place,
    body: { emails: [fresh.email] },
  });
  expect(results).toMatchObject([{ outcome: 'existing', isTold: true }]);
  expect(sentTo(fresh.email)).toContainEqual(['customer-invitation', 'IT Help']);
});

test('existing customers can log in directly with the link to the help center (S2, "Notify customers")', async () => {
  const params = await copied();
  const { items } = await world.get('copy-plans.outcomes', {
    params,
    query: { action: 'link', limit: 200 },
  });
  const linked = items.filter(
    ({ email, destinationHolding }) =>
      destinationHolding === 'portal-only' && stateThere(email) === 'active',
  );
  expect(linked.length).toBeGreaterThan(0);
  for (const { email } of linked) {
    const view = await world.get('help-center.view', {
      params: { siteId: DESTINATION },
      query: { email },
    });
    expect(view.standing.logIn.outcome).toBe('in');
  }
});

test('who was invited this way is related to the project: a later copy of related customers takes them along (S2, "workflows and permissions")', async () => {
  const place = { siteId: SOURCE, projectId: 'project_hs-it' };
  await world.get('service-projects.add-customers', {
    params: place,
    body: { emails: [OUTSIDER] },
  });
  const stranger = 'stranger@northmill.example';
  await world.get('customers.invite', {
    params: { siteId: SOURCE },
    body: { emails: [stranger] },
  });
  await copied({ customers: 'related', users: 'related' });
  expect([stateThere(OUTSIDER), stateThere(stranger)]).toEqual(['active', undefined]);
});

test('a plan that has not run has filled no project', async () => {
  const params = await saved();
  expect(await world.get('service-projects.copied', { params })).toEqual({ items: [] });
});
