/* The copy of customers from site to site, sentence by sentence of S0 and S2. */
import { beforeEach, describe, expect, test } from 'vitest';
import { parseReport } from '#test/support/read-zip.ts';
import type { BodyOf } from '#src/contract/api.ts';
import { emailKey } from '#src/domain/email-key.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SOURCE = 'site_harbor-support';
const DESTINATION = 'site_harbor';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function createPlan(over: Partial<BodyOf<'copy-plans.create'>> = {}) {
  return world.get('copy-plans.create', {
    body: {
      name: 'Move customers',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: [],
      ...over,
    },
  });
}

async function run(planId: string) {
  const params = { planId };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  const job = await world.get('copy-plans.run', { params, body: { fingerprint } });
  return job;
}

async function copyAll() {
  const plan = await createPlan();
  await run(plan.id);
  await world.finishJobs();
  return { planId: plan.id };
}

test('portal-only customers who meet an Atlassian account are aggregated into a new group without the Customer role (S0, first section)', async () => {
  const params = await copyAll();
  const plan = await world.get('copy-plans.get', { params });
  const group = world.read((tx) =>
    tx.groups.get({ id: plan.importedGroup!.id as `group_${string}` })!,
  );
  expect(group).toMatchObject({
    siteId: DESTINATION,
    role: 'customer',
    review: 'pending',
    origin: { reason: 'mismatched-customers', planId: plan.id },
  });
  const rows = await world.get('copy-plans.attention', {
    params,
    query: { problem: 'review-group', limit: 200 },
  });
  const members = await world.get('imported-groups.members', {
    params: { siteId: DESTINATION, groupId: group.id },
    query: { limit: 200 },
  });
  expect(members.total).toBe(rows.total);
  expect(rows.total).toBeGreaterThan(0);
});

test('approving the group assigns the Customer role to every member, and costs no licence (S0, steps 5 to 7)', async () => {
  const params = await copyAll();
  const plan = await world.get('copy-plans.get', { params });
  const target = { siteId: DESTINATION, groupId: plan.importedGroup!.id };
  const licences = world.read((tx) => tx.queries.licencesUsed(DESTINATION));
  const { accesses } = await world.get('imported-groups.get', { params: target });
  expect(accesses.map(({ access }) => access)).toEqual(['product']);
  expect(accesses[0]?.effect.licencesAdded).toBe(0);
  expect(accesses[0]?.effect.membersGaining).toBeGreaterThan(0);
  const body = { access: 'product' as const };
  await world.get('imported-groups.approve', { params: target, body, ifMatch: 1 });
  const { items } = await world.get('imported-groups.members', {
    params: target,
    query: { limit: 200 },
  });
  expect(items.every(({ role }) => role !== 'none')).toBe(true);
  expect(world.read((tx) => tx.queries.licencesUsed(DESTINATION))).toBe(licences);
  const open = await world.get('copy-plans.attention', {
    params,
    query: { problem: 'review-group', state: 'open' },
  });
  expect(open.total).toBe(0);
});

test('a denied group keeps its rows open and can be approved later', async () => {
  const params = await copyAll();
  const plan = await world.get('copy-plans.get', { params });
  const target = { siteId: DESTINATION, groupId: plan.importedGroup!.id };
  const body = { access: 'product' as const };
  await world.get('imported-groups.deny', { params: target, body });
  const denied = await world.get('copy-plans.attention', { params, query: { state: 'open' } });
  expect(denied.items.some(({ group }) => group?.review === 'denied')).toBe(true);
  await world.get('imported-groups.approve', { params: target, body });
  const problem = await world.refuse('imported-groups.deny', { params: target, body });
  expect(problem.code).toBe('group.already-approved');
});

test('duplicates lose sight of requests raised before, and see them again once migrated (S0, second section)', async () => {
  const params = await copyAll();
  const { items } = await world.get('copy-plans.attention', {
    params,
    query: { problem: 'upgrade-portal-only', limit: 200 },
  });
  const row = items.find(({ sourceHolding, destinationHolding, portalCustomerId }) => {
    const customer = portalCustomerId as `qm:${string}`;
    return (
      sourceHolding === 'atlassian' &&
      destinationHolding === 'portal-only' &&
      world.read((tx) => tx.requests.count({ reporterId: customer })) > 0 &&
      world.read((tx) => tx.portalCustomers.get({ id: customer })!.state) === 'active'
    );
  })!;
  const customer = { siteId: DESTINATION, customerId: row.portalCustomerId! };
  const { consequences } = await world.get('portal-customers.get', { params: customer });
  expect(consequences!.access.before).toBe(0);
  await world.get('portal-customers.migrate', { params: customer });
  await world.finishJobs();
  const after = await world.get('copy-plans.attention', {
    params,
    query: { problem: 'upgrade-portal-only', search: row.email },
  });
  expect(after.items.map(({ state }) => state)).toEqual(['done']);
});

test('the next download no longer has a row that is done', async () => {
  const params = await copyAll();
  const before = parseReport(await world.raw('copy-plans.attention-file', { params }));
  const plan = await world.get('copy-plans.get', { params });
  await world.get('imported-groups.approve', {
    params: { siteId: DESTINATION, groupId: plan.importedGroup!.id },
    body: { access: 'product' },
  });
  const after = parseReport(await world.raw('copy-plans.attention-file', { params }));
  const waiting = before.filter((row) => row['Next step']!.includes(plan.importedGroup!.name));
  expect(waiting.length).toBeGreaterThan(0);
  expect(after.length).toBe(before.length - waiting.length);
});

test('customers get no message when they are copied (S2, "Notify customers")', async () => {
  const sent = { siteId: DESTINATION, delivery: 'sent' } as const;
  const { total: before } = await world.get('messages.list', { query: sent });
  await copyAll();
  expect((await world.get('messages.list', { query: sent })).total).toBe(before);
});

test('inactive customers are copied as inactive with all customers (S2, "All customers")', async () => {
  const params = await copyAll();
  const { items } = await world.get('copy-plans.outcomes', {
    params,
    query: { action: 'create', limit: 200 },
  });
  const states = world.read((tx) =>
    items.map(({ email }) => {
      const key = emailKey(email);
      const source = tx.queries.portalCustomerByEmail(SOURCE, key)!;
      return `${source.state} ${tx.queries.portalCustomerByEmail(DESTINATION, key)!.state}`;
    }),
  );
  expect(new Set(states)).toEqual(new Set(['active active', 'revoked revoked']));
});

describe('copying again from the same source to the same destination', () => {
  test('copies only customers that are new since the last run (S2, "Copy customer organizations")', async () => {
    await copyAll();
    world.store.write((tx) => {
      tx.portalCustomers.put({
        id: 'qm:new:new',
        siteId: SOURCE,
        email: 'new@northmill.example',
        emailKey: 'new@northmill.example',
        name: 'New Customer',
        state: 'active',
        createdAt: 0,
        lastLoginAt: null,
        migratedTo: null,
        failure: null,
        passwordSetAt: null,
        version: 1,
      });
    });
    const second = await createPlan({ name: 'Again' });
    const forecast = await world.get('copy-plans.forecast', { params: { planId: second.id } });
    expect(forecast.counts.create).toBe(1);
    const { 'left-out': left, 'former-user': former, create, ...others } = forecast.counts;
    expect([others, create]).toEqual([{}, 1]);
    expect(left).toBeGreaterThan(0);
    expect(former).toBeGreaterThan(0);
  });
});

describe('service projects', () => {
  test('related are reporters, participants, members of related organizations and whom the project names (S2)', async () => {
    const project = world.read((tx) => tx.serviceProjects.where({ siteId: SOURCE })[0]!);
    const related = { customers: 'related', users: 'related' } as const;
    const plan = await createPlan({ ...related, projectIds: [project.id] });
    const forecast = await world.get('copy-plans.forecast', {
      params: { planId: plan.id },
      query: { limit: 200 },
    });
    const expected = world.read((tx) => {
      const keys = new Set<string>();
      const add = (id: string) => {
        const profile = tx.portalCustomers.get({ id: id as `qm:${string}` });
        const account = tx.accounts.get({ id: id as `0:${string}` });
        if (profile && profile.state !== 'migrated') keys.add(profile.email);
        if (account && tx.siteAccess.get({ siteId: SOURCE, accountId: account.id })) {
          keys.add(account.email);
        }
      };
      for (const request of tx.requests.where({ projectId: project.id })) {
        add(request.reporterId);
        for (const { holderId } of tx.requestParticipants.where({ requestId: request.id })) {
          add(holderId);
        }
      }
      for (const link of tx.customerOrganizationProjects.where({ projectId: project.id })) {
        const { customerOrganizationId } = link;
        for (const { holderId } of tx.customerOrganizationMembers.where({
          customerOrganizationId,
        })) {
          add(holderId);
        }
      }
      for (const { subjectId } of tx.projectReferences.where({ projectId: project.id })) {
        add(subjectId);
      }
      return [...keys].map((email) => email.toLowerCase());
    });
    const found = forecast.items.map(({ email }) => email.toLowerCase());
    expect(forecast.total).toBe(new Set(expected).size);
    expect(expected).toEqual(expect.arrayContaining(found));
  });

  test('same-named customer organizations with different customers block the run (S2, last paragraph)', async () => {
    const projectIds = world
      .read((tx) => tx.serviceProjects.where({ siteId: SOURCE }))
      .map(({ id }) => id);
    const plan = await createPlan({ projectIds });
    const params = { planId: plan.id };
    const forecast = await world.get('copy-plans.forecast', { params });
    expect(forecast.conflicts.length).toBeGreaterThan(0);
    const problem = await world.refuse('copy-plans.run', {
      params,
      body: { fingerprint: forecast.fingerprint },
    });
    expect(problem.code).toBe('copy-plan.conflicts');
    expect(world.read((tx) => tx.jobs.count({ kind: 'copy' }))).toBe(0);
  });
});

test('a run is bound to its forecast: when the data changed it starts nothing', async () => {
  const plan = await createPlan();
  const params = { planId: plan.id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  world.store.write((tx) => {
    const customer = tx.portalCustomers
      .where({ siteId: DESTINATION, state: 'active' })
      .find(({ emailKey: key }) => tx.queries.portalCustomerByEmail(SOURCE, key));
    tx.portalCustomers.put({ ...customer!, state: 'deleted' });
  });
  const problem = await world.refuse('copy-plans.run', { params, body: { fingerprint } });
  expect(problem.code).toBe('copy-plan.forecast-changed');
  expect((await world.get('copy-plans.get', { params })).state).toBe('saved');
});

test('the world after a run is the same however often somebody looked at it meanwhile', async () => {
  const [watched, unwatched] = [await openWorld('demo'), await openWorld('demo')];
  const results: unknown[] = [];
  for (const [index, each] of [watched, unwatched].entries()) {
    world = each;
    const plan = await createPlan();
    await run(plan.id);
    const params = { planId: plan.id };
    const looks = index === 0 ? 30 : 0;
    for (let look = 0; look < looks; look += 1) {
      each.clock.wallNow += 137;
      await each.get('copy-plans.get', { params });
    }
    each.clock.wallNow += 60 * 60_000;
    await each.get('workspace.get');
    const outcomes = each.read((tx) =>
      tx.copyOutcomes.where({ planId: plan.id as `plan_${string}` }),
    );
    results.push(
      outcomes.map(({ action, emailKey: key, canOpenAfter }) => [key, action, canOpenAfter]),
    );
    expect((await each.get('copy-plans.get', { params })).state).toBe('finished');
  }
  expect(results[0]).toEqual(results[1]);
});
