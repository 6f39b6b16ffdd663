/* Bulk steps: how many, for whom exactly, what became of each, and trying again (domain.md 3.1, BULK). */
import { beforeEach, describe, expect, test } from 'vitest';
import { violations } from '#test/support/invariants.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { addCrowd, bulkCrowd, CROWD, resultsOf, SITE } from './bulk-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

const params = { siteId: SITE };

function setStrict(strict: boolean) {
  return world.get('workspace.set-strict', { body: { strict } });
}

function customer(number: number) {
  return world.read((tx) => tx.portalCustomers.get({ id: `qm:crowd:${number}` })!);
}

function oneCustomer(number: number) {
  return { params: { siteId: SITE, customerId: `qm:crowd:${number}` } };
}

describe('the number in one step', () => {
  test('is at most 1,000 in strict mode, as in the real product: 1,001 are refused, 1,000 migrate (domain.md 3.1, BULK)', async () => {
    await setStrict(true);
    addCrowd(world, 1_001);
    const body = { step: 'migrate', selection: CROWD, expected: 1_001 } as const;
    const problem = await world.refuse('portal-customers.bulk', { params, body });
    expect(problem).toMatchObject({ code: 'bulk.too-many', facts: { limit: 1_000, count: 1_001 } });
    expect(world.read((tx) => tx.jobItems.count({}))).toBe(0);

    world.store.write((tx) => tx.portalCustomers.remove({ id: 'qm:crowd:1001' }));
    const job = await bulkCrowd(world, 'migrate', 1_000);
    expect(job).toMatchObject({ kind: 'bulk-migrate', total: 1_000, done: 0, state: 'running' });
    await world.finishJobs();
    const { counts } = await world.get('jobs.items', { params: { jobId: job.id } });
    expect(counts).toEqual({ waiting: 0, done: 1_000, failed: 0 });
    const { total } = await world.get('portal-customers.list', {
      params,
      query: { search: 'crowd.example', state: 'migrated' },
    });
    expect(total).toBe(1_000);
  }, 30_000);

  test('has no limit without strict mode, which the forecast says', async () => {
    addCrowd(world, 1_001);
    const body = { step: 'delete', selection: CROWD } as const;
    const free = await world.get('portal-customers.bulk-forecast', { params, body });
    expect(free).toMatchObject({ count: 1_001, ready: 1_001, limit: null });
    expect(await bulkCrowd(world, 'delete', 1_001)).toMatchObject({ total: 1_001 });
  });
});

test('revoking and granting in bulk are left out in strict mode: the real product has neither (domain.md 3.1, BULK)', async () => {
  addCrowd(world, 2);
  await setStrict(true);
  for (const step of ['revoke', 'grant'] as const) {
    const body = { step, selection: CROWD, expected: 2 };
    const problem = await world.refuse('portal-customers.bulk', { params, body });
    expect(problem).toMatchObject({ code: 'strict-mode', facts: { feature: `bulk-${step}` } });
  }
  await setStrict(false);
  expect(await bulkCrowd(world, 'revoke', 2)).toMatchObject({ kind: 'bulk-revoke', total: 2 });
});

describe('data that changed between selecting and confirming', () => {
  test('stops the step, with both numbers, and changes nothing', async () => {
    addCrowd(world, 5);
    await world.get('portal-customers.delete', oneCustomer(2));
    const before = world.read((tx) => tx.auditEntries.count({}));
    const body = { step: 'migrate', selection: CROWD, expected: 5 } as const;
    const problem = await world.refuse('portal-customers.bulk', { params, body });
    expect(problem).toMatchObject({
      code: 'bulk.selection-changed',
      facts: { expected: 5, current: 4 },
    });
    expect(world.read((tx) => tx.auditEntries.count({}))).toBe(before);
    expect(world.read((tx) => tx.jobs.where({ kind: 'bulk-migrate' }))).toEqual([]);
  });

  test.each([
    {
      what: 'one leaves the filter and another comes into it',
      selection: { ...CROWD, state: 'active' as const },
      change: async () => {
        await world.get('portal-customers.revoke', oneCustomer(2));
        await world.get('portal-customers.grant', oneCustomer(1));
      },
    },
    {
      what: 'the step can no longer change one of them',
      selection: CROWD,
      change: () => world.get('portal-customers.revoke', oneCustomer(3)),
    },
  ])('stops it, too, when they are as many but $what', async ({ selection, change }) => {
    addCrowd(world, 4);
    await world.get('portal-customers.revoke', oneCustomer(1));
    const order = { step: 'migrate' as const, selection };
    const said = await world.get('portal-customers.bulk-forecast', { params, body: order });
    const { count: expected, fingerprint } = said;
    await change();
    const body = { ...order, expected, fingerprint };
    const problem = await world.refuse('portal-customers.bulk', { params, body });
    expect(problem).toMatchObject({
      code: 'bulk.selection-changed',
      facts: { expected, current: expected },
    });
    const again = await world.get('portal-customers.bulk-forecast', { params, body: order });
    const fresh = { ...body, fingerprint: again.fingerprint };
    const job = await world.get('portal-customers.bulk', { params, body: fresh });
    expect(job.total).toBe(expected);
  });

  test('counts ticked customers that still exist on the site, each once', async () => {
    addCrowd(world, 3);
    await world.get('portal-customers.delete', oneCustomer(2));
    const ids = ['qm:crowd:1', 'qm:crowd:2', 'qm:crowd:3', 'qm:crowd:1', 'qm:nobody:here'];
    const elsewhere = world.read((tx) => tx.portalCustomers.first({ siteId: 'site_fjord-care' })!);
    const selection = { by: 'ids' as const, ids: [...ids, elsewhere.id] };
    const body = { step: 'delete' as const, selection };
    const problem = await world.refuse('portal-customers.bulk', {
      params,
      body: { ...body, expected: 6 },
    });
    expect(problem.facts).toEqual({ expected: 6, current: 2 });
    const job = await world.get('portal-customers.bulk', {
      params,
      body: { ...body, expected: 2 },
    });
    expect(job.total).toBe(2);
  });
});

test('a filter means exactly the customers that the list shows for it, in its order', async () => {
  for (const state of [undefined, 'active', 'revoked', 'migrated'] as const) {
    for (const search of ['', 'a', 'example', 'Ä', '%']) {
      const query = { search, limit: 200, ...(state && { state }) };
      const listed = await world.get('portal-customers.list', { params, query });
      const selected = world.read((tx) =>
        tx.queries.selectedPortalCustomers(SITE, { by: 'filter', search, state: state ?? null }),
      );
      expect(selected.length).toBe(listed.total);
      expect(selected.slice(0, 200).map(({ id }) => id)).toEqual(listed.items.map(({ id }) => id));
    }
  }
});

test('failures are named with their reasons, the others go on, and only the failed are tried again', async () => {
  addCrowd(world, 5);
  const job = await bulkCrowd(world, 'migrate', 5);
  await world.get('portal-customers.revoke', oneCustomer(2));
  await world.get('portal-customers.delete', oneCustomer(4));
  await world.finishJobs();
  expect(await resultsOf(world, job.id)).toEqual([
    'crowd-0001 done',
    'crowd-0002 failed wrong-state:revoked',
    'crowd-0003 done',
    'crowd-0004 failed gone',
    'crowd-0005 done',
  ]);
  expect([1, 2, 3, 4, 5].map((number) => customer(number).state)).toEqual([
    'migrated',
    'revoked',
    'migrated',
    'deleted',
    'migrated',
  ]);
  const [entry] = world.read((tx) => tx.auditEntries.where({ action: 'bulk.finished' }));
  expect(entry).toMatchObject({
    subjectId: job.id,
    organizationId: 'organization_harbor',
    facts: { step: 'migrate', total: 5, failed: 2 },
  });

  await world.get('portal-customers.grant', oneCustomer(2));
  const again = await world.get('jobs.retry', { params: { jobId: job.id } });
  expect(again).toMatchObject({ kind: 'bulk-migrate', total: 2 });
  await world.finishJobs();
  expect(await resultsOf(world, again.id)).toEqual(['crowd-0002 done', 'crowd-0004 failed gone']);
  expect(world.read(violations)).toEqual([]);
});

test('a customer whose Atlassian account is deactivated stays as it is, with the reason', async () => {
  addCrowd(world, 1);
  world.store.write((tx) => {
    const { email, emailKey, name } = tx.portalCustomers.get({ id: 'qm:crowd:1' })!;
    const accountId = '1:barred';
    const account = { id: accountId, email, emailKey, name, emailVerified: true } as const;
    tx.accounts.put({ ...account, createdAt: 0, version: 1 });
    const organizationId = 'organization_harbor';
    tx.directoryUsers.put({ organizationId, accountId, status: 'deactivated', addedAt: 0 });
  });
  const barred = customer(1);
  const selection = { by: 'ids' as const, ids: [barred.id] };
  const forecast = await world.get('portal-customers.bulk-forecast', {
    params,
    body: { step: 'migrate', selection },
  });
  expect(forecast).toMatchObject({
    ready: 0,
    refused: [{ reason: 'account-deactivated', count: 1 }],
  });
  const body = { step: 'migrate' as const, selection, expected: 1 };
  const job = await world.get('portal-customers.bulk', { params, body });
  await world.finishJobs();
  const { items } = await world.get('jobs.items', { params: { jobId: job.id } });
  expect(items).toMatchObject([{ state: 'failed', reason: 'account-deactivated' }]);
  expect(world.read((tx) => tx.portalCustomers.get({ id: barred.id }))).toMatchObject({
    state: 'active',
    failure: 'account-deactivated',
  });
});

test('a bulk step changes each customer as its single step does', async () => {
  for (const step of ['migrate', 'delete', 'revoke'] as const) {
    const [single, bulk] = await Promise.all([openWorld('demo'), openWorld('demo')]);
    for (const each of [single, bulk]) addCrowd(each, 1);
    await single.get(`portal-customers.${step}`, oneCustomer(1));
    await bulkCrowd(bulk, step, 1);
    await single.finishJobs();
    await bulk.finishJobs();
    const [alone, together] = [single, bulk].map((each) =>
      each.read((tx) => ({
        profile: { ...tx.portalCustomers.get({ id: 'qm:crowd:1' })!, migratedTo: null },
        account: tx.accounts.where({ emailKey: 'crowd-0001@crowd.example' }).length,
        licences: tx.queries.licencesUsed(SITE),
        messages: tx.messages.where({ to: 'crowd-0001@crowd.example' }).map(({ kind }) => kind),
      })),
    );
    expect(together).toEqual(alone);
    for (const each of [single, bulk]) each.store.close();
  }
});

test('the forecast of a step counts whom it will change, and that is whom it changes', async () => {
  const all = { by: 'filter', search: '', state: null } as const;
  for (const step of ['migrate', 'delete', 'revoke', 'grant'] as const) {
    const fresh = await openWorld('demo');
    const body = { step, selection: all };
    const forecast = await fresh.get('portal-customers.bulk-forecast', { params, body });
    const job = await fresh.get('portal-customers.bulk', {
      params,
      body: { ...body, expected: forecast.count },
    });
    await fresh.finishJobs();
    const { counts } = await fresh.get('jobs.items', { params: { jobId: job.id } });
    expect(counts).toEqual({
      waiting: 0,
      done: forecast.ready,
      failed: forecast.count - forecast.ready,
    });
    expect(fresh.read(violations)).toEqual([]);
    fresh.store.close();
  }
});
