/* A server migration from forecast to end, in advance and then with the data, by the runs of copying. */
import { expect, test } from 'vitest';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import { isAccountId, isPortalCustomerId, type CopyPlanId } from '#src/domain/ids.ts';
import { violations } from '#test/support/invariants.ts';
import { IN_ADVANCE as PLAN, prepare, run as runToTheEnd } from '#test/support/small-migration.ts';
import {
  OTHER_SERVER_PROJECT,
  SERVER,
  SERVER_PROJECT,
  serverUserId,
} from '#test/support/small-server.ts';
import { DESTINATION, emailOf } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';

async function prepared(): Promise<World> {
  const world = await openWorld();
  prepare(world);
  return world;
}

async function run(world: World, plan: CopyPlan): Promise<void> {
  await runToTheEnd(world, plan);
  const params = { planId: plan.id };
  expect((await world.get('copy-plans.get', { params })).state).toBe('finished');
  expect(world.read(violations)).toEqual([]);
}

function outcomes(world: World, planId: CopyPlanId): Record<string, string> {
  return world.read((tx) =>
    Object.fromEntries(
      tx.copyOutcomes.where({ planId }).map((row) => [row.name.split(' ')[0], row.action]),
    ),
  );
}

test('in advance everybody who raised a request comes along, by the server table (S4)', async () => {
  const world = await prepared();
  await run(world, PLAN);
  expect(outcomes(world, PLAN.id)).toEqual({
    Cora: 'link',
    Eddi: 'link',
    Lena: 'link',
    Otto: 'duplicate',
    Petra: 'create-account',
    Dan: 'create-account',
    Ines: 'create',
    Mia: 'create',
    Twin: 'create',
  });
  world.read((tx) => {
    const portalOnly = tx.portalCustomers.where({ siteId: DESTINATION });
    const states = portalOnly.map(({ email, state }) => [email, state]);
    expect(states).toContainEqual([emailOf('ines'), 'revoked']);
    expect(states).toContainEqual([emailOf('twin'), 'active']);
    expect(states.map(([email]) => email)).not.toContain(emailOf('nora'));
    // S4, "Email invites": nobody is told.
    expect(tx.messages.where({ kind: 'verify-email' })).toEqual([]);
  });
});

test('with the data afterwards nobody is migrated again, and requests are attached (S4)', async () => {
  const world = await prepared();
  await run(world, PLAN);
  const accounts = world.read((tx) => [
    tx.accounts.count({}),
    tx.portalCustomers.count({ siteId: DESTINATION }),
  ]);
  const projectIds: CopyPlan['projectIds'] = [SERVER_PROJECT, OTHER_SERVER_PROJECT];
  const second: CopyPlan = { ...PLAN, id: 'plan_quarry-2', flow: 'with-data', projectIds };
  await run(world, second);
  const result = outcomes(world, second.id);
  for (const name of ['Cora', 'Eddi', 'Otto', 'Dan', 'Twin', 'Mia', 'Ines', 'Lena']) {
    expect([name, result[name]]).toEqual([name, 'left-out']);
  }
  for (const name of ['Dora', 'Olaf', 'Hank']) {
    expect([name, result[name]]).toEqual([name, 'former-user']);
  }
  world.read((tx) => {
    expect([tx.accounts.count({}), tx.portalCustomers.count({ siteId: DESTINATION })]).toEqual(
      accounts,
    );
    const requests = tx.requests.where({ siteId: DESTINATION });
    const reporters = new Map(requests.map(({ key, reporterId }) => [key, reporterId]));
    expect(reporters.get('SRV-1')).toSatisfy(isPortalCustomerId);
    expect(reporters.get('SRV-2')).toSatisfy(isAccountId);
    expect(reporters.get('SRV-3')).toBe('former-user');
    // The customer `dan.home` was merged into the licensed `dan`.
    expect(reporters.get('SRV-6')).toSatisfy(isAccountId);
    expect(reporters.get('PPL-3')).toSatisfy(isPortalCustomerId);
    expect(tx.requests.where({ siteId: SERVER })).toHaveLength(11);
  });
});

test('the forecast of what people can open is what they can open afterwards', async () => {
  const world = await prepared();
  const plan = {
    ...PLAN,
    flow: 'with-data',
    customers: 'related',
    users: 'related',
    projectIds: [SERVER_PROJECT],
  } as const;
  world.store.write((tx) => tx.copyPlans.put(plan));
  const params = { planId: plan.id };
  const forecast = await world.get('copy-plans.forecast', { params, query: { limit: 100 } });
  const promised = forecast.items.map(({ name, action, arriving, canOpenAfter }) => [
    name,
    action,
    arriving,
    canOpenAfter,
  ]);
  await run(world, plan);
  const done = world.read((tx) =>
    tx.copyOutcomes
      .where({ planId: plan.id })
      .map(({ name, action, arriving, canOpenAfter }) => [name, action, arriving, canOpenAfter]),
  );
  expect(done).toEqual(promised);
  const nora = forecast.items.find(({ holderId }) => holderId === serverUserId('nora'));
  expect(nora).toMatchObject({ action: 'create', arriving: 1, canOpenAfter: 1 });
  const why = await world.get('copy-plans.person', {
    params: { planId: plan.id, holderId: serverUserId('nora') },
  });
  expect(why.reasons).toMatchObject([{ kind: 'participant', requests: 1, example: 'SRV-2' }]);
});

test('the audit log of a migration names its card, from the start to each person and the end', async () => {
  const world = await prepared();
  await run(world, PLAN);
  const flowsOf = (action: 'copy-plan.customer-copied' | 'copy-plan.finished') =>
    world.read((tx) => tx.auditEntries.where({ action }).map(({ facts }) => facts['flow']));
  expect(flowsOf('copy-plan.finished')).toEqual(['in-advance']);
  expect(new Set(flowsOf('copy-plan.customer-copied'))).toEqual(new Set(['in-advance']));
});
