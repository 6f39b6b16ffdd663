/* Bulk steps at moments that nobody plans for: two at once, twice, at the very end, in strict mode. */
import { beforeEach, expect, test } from 'vitest';
import { violations } from '#test/support/invariants.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { addCrowd, bulkCrowd, passMinutes, resultsOf, SITE } from './bulk-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

function oneCustomer(number: number) {
  return { params: { siteId: SITE, customerId: `qm:crowd:${number}` } };
}

function changes(action: 'portal-customer.migrated' | 'portal-customer.deleted') {
  return world.read((tx) =>
    tx.auditEntries.where({ action }).filter(({ subjectId }) => subjectId.startsWith('qm:crowd:')),
  ).length;
}

test('a customer that two steps hold is changed by the one that comes first, and named by the other', async () => {
  addCrowd(world, 3);
  const migrating = await bulkCrowd(world, 'migrate', 3);
  const deleting = await bulkCrowd(world, 'delete', 3);
  await world.finishJobs();
  expect(changes('portal-customer.migrated') + changes('portal-customer.deleted')).toBe(3);
  const results = [
    ...(await resultsOf(world, migrating.id)),
    ...(await resultsOf(world, deleting.id)),
  ];
  expect(results.filter((result) => result.endsWith(' done'))).toHaveLength(3);
  expect(results.filter((result) => / failed (gone|wrong-state:\w+)$/.test(result))).toHaveLength(
    3,
  );
  expect(world.read(violations)).toEqual([]);
});

test('a customer whose single migration runs is left to it, and named', async () => {
  addCrowd(world, 2);
  const single = await world.get('portal-customers.migrate', oneCustomer(1));
  const job = await bulkCrowd(world, 'delete', 2);
  expect(job.endsAt).toBeGreaterThan(single.startedAt);
  passMinutes(world, 2.1);
  const [first, second] = await resultsOf(world, job.id);
  expect(first).toMatch(/^crowd-0001 failed wrong-state:migrat/);
  expect(second).toBe('crowd-0002 done');
  await world.finishJobs();
  expect(world.read((tx) => tx.portalCustomers.get({ id: 'qm:crowd:1' })!.state)).toBe('migrated');
});

test('resuming twice resumes once, and a finished step can no longer be stopped', async () => {
  addCrowd(world, 2);
  const { id: jobId } = await bulkCrowd(world, 'migrate', 2);
  const params = { jobId };
  await world.get('jobs.stop', { params });
  await world.get('jobs.resume', { params });
  expect(await world.refuse('jobs.resume', { params })).toMatchObject({
    code: 'job.wrong-state',
    facts: { state: 'running' },
  });
  await world.finishJobs();
  for (const name of ['jobs.stop', 'jobs.resume'] as const) {
    expect(await world.refuse(name, { params })).toMatchObject({ facts: { state: 'finished' } });
  }
  expect(changes('portal-customer.migrated')).toBe(2);
});

test('stopped before the last item, the step ends with exactly that one', async () => {
  addCrowd(world, 3);
  const { id: jobId } = await bulkCrowd(world, 'migrate', 3);
  const params = { jobId };
  // 121.8 s for three customers: two are done after 81.2 s.
  passMinutes(world, 2);
  expect(await world.get('jobs.stop', { params })).toMatchObject({ state: 'stopped', done: 2 });
  passMinutes(world, 60);
  expect(changes('portal-customer.migrated')).toBe(2);
  await world.get('jobs.resume', { params });
  await world.finishJobs();
  expect(changes('portal-customer.migrated')).toBe(3);
});

test('retrying twice changes nobody twice: who is done by then is named', async () => {
  addCrowd(world, 3);
  const { id: jobId } = await bulkCrowd(world, 'migrate', 3);
  await world.get('portal-customers.revoke', oneCustomer(2));
  await world.finishJobs();
  await world.get('portal-customers.grant', oneCustomer(2));
  const first = await world.get('jobs.retry', { params: { jobId } });
  const second = await world.get('jobs.retry', { params: { jobId } });
  expect([first.total, second.total]).toEqual([1, 1]);
  await world.finishJobs();
  expect(await resultsOf(world, first.id)).toEqual(['crowd-0002 done']);
  expect(await resultsOf(world, second.id)).toEqual(['crowd-0002 failed wrong-state:migrated']);
  expect(changes('portal-customer.migrated')).toBe(3);
});

test('a step without failures has nothing to retry', async () => {
  addCrowd(world, 1);
  const { id: jobId } = await bulkCrowd(world, 'revoke', 1);
  await world.finishJobs();
  const problem = await world.refuse('jobs.retry', { params: { jobId } });
  expect(problem.code).toBe('bulk.nothing-selected');
});

test('a filter for migrated customers names each of them, and changes nobody', async () => {
  addCrowd(world, 2);
  await bulkCrowd(world, 'migrate', 2);
  await world.finishJobs();
  const selection = { by: 'filter', search: 'crowd.example', state: 'migrated' } as const;
  for (const step of ['migrate', 'delete', 'revoke', 'grant'] as const) {
    const body = { step, selection, expected: 2 };
    const job = await world.get('portal-customers.bulk', { params: { siteId: SITE }, body });
    await world.finishJobs();
    expect(await resultsOf(world, job.id)).toEqual([
      'crowd-0001 failed wrong-state:migrated',
      'crowd-0002 failed wrong-state:migrated',
    ]);
  }
});

test('strict mode, switched on meanwhile, stops the retry of a step that it leaves out', async () => {
  addCrowd(world, 2);
  const { id: jobId } = await bulkCrowd(world, 'revoke', 2);
  await world.get('portal-customers.delete', oneCustomer(1));
  await world.finishJobs();
  await world.get('workspace.set-strict', { body: { strict: true } });
  const problem = await world.refuse('jobs.retry', { params: { jobId } });
  expect(problem).toMatchObject({ code: 'strict-mode', facts: { feature: 'bulk-revoke' } });
});
