/*
 * Bulk steps that are stopped, resumed, looked at, cut off or hit by a fault: what is done stays
 * done, nothing is done twice, and history does not depend on who looked when.
 */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { hasDueWork, settleDue } from '#src/application/jobs.ts';
import { itemDueAt } from '#src/domain/job.ts';
import { createIds } from '#src/server/random-ids.ts';
import { openStore } from '#src/store/open-store.ts';
import { violations } from '#test/support/invariants.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { countingUuids, openWorld, type World } from '#test/support/world.ts';
import { addCrowd, bulkCrowd, passMinutes, resultsOf } from './bulk-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

function counts(jobId: string) {
  return world.get('jobs.items', { params: { jobId } }).then((page) => page.counts);
}

test('a stopped step keeps what is done, waits as long as one likes, and goes on from then', async () => {
  addCrowd(world, 10);
  const { id: jobId } = await bulkCrowd(world, 'revoke', 10);
  const params = { jobId };
  passMinutes(world, 1);
  const stopped = await world.get('jobs.stop', { params });
  expect(stopped).toMatchObject({ state: 'stopped', done: 4, total: 10, progress: 0.4 });
  expect((await world.get('workspace.get')).nextEventAt).not.toBe(stopped.endsAt);
  passMinutes(world, 60);
  expect(await counts(jobId)).toEqual({ waiting: 6, done: 4, failed: 0 });
  expect(await world.refuse('jobs.stop', { params })).toMatchObject({
    code: 'job.wrong-state',
    facts: { state: 'stopped' },
  });

  const resumed = await world.get('jobs.resume', { params });
  const { now } = (await world.get('workspace.get')).clock;
  expect(resumed).toMatchObject({ state: 'running', done: 4 });
  expect(world.read((tx) => itemDueAt(tx.jobs.get({ id: jobId as `job_${string}` })!, 4))).toBe(
    now + 12_600,
  );
  expect(await counts(jobId)).toEqual({ waiting: 6, done: 4, failed: 0 });
  await world.finishJobs();
  expect(await counts(jobId)).toEqual({ waiting: 0, done: 10, failed: 0 });
  expect((await world.get('jobs.get', { params })).state).toBe('finished');
  const actions = world.read((tx) =>
    tx.auditEntries.where({ subjectId: jobId }).map(({ action }) => action),
  );
  expect(actions.toSorted()).toEqual([
    'bulk.finished',
    'bulk.resumed',
    'bulk.started',
    'bulk.stopped',
  ]);
  expect(
    world.read((tx) => tx.auditEntries.count({ action: 'portal-customer.access-revoked' })),
  ).toBe(10);
});

test('another job than a bulk step can be neither stopped nor resumed nor retried', async () => {
  const job = world.read((tx) => tx.jobs.where({}).find(({ kind }) => !kind.startsWith('bulk')))!;
  for (const name of ['jobs.stop', 'jobs.resume', 'jobs.retry'] as const) {
    const problem = await world.refuse(name, { params: { jobId: job.id } });
    expect(problem).toMatchObject({ code: 'job.wrong-state', facts: { state: job.state } });
  }
});

test('a customer that meets an unexpected fault is named, and the others are changed', async () => {
  addCrowd(world, 4);
  const { id: jobId } = await bulkCrowd(world, 'migrate', 4);
  passMinutes(world, 1.1);
  await world.get('workspace.get');
  const site = world.read((tx) => tx.sites.get({ id: 'site_harbor' })!);
  world.store.write((tx) => {
    tx.sites.remove({ id: site.id });
  });
  passMinutes(world, 0.6);
  await world.get('workspace.get');
  world.store.write((tx) => {
    tx.sites.put(site);
  });
  await world.finishJobs();
  expect(await resultsOf(world, jobId)).toEqual([
    'crowd-0001 done',
    'crowd-0002 done',
    'crowd-0003 failed unexpected-fault',
    'crowd-0004 done',
  ]);
  expect(await world.get('jobs.get', { params: { jobId } })).toMatchObject({ state: 'finished' });
  expect(world.read((tx) => tx.portalCustomers.get({ id: 'qm:crowd:3' })!.state)).toBe('active');
  const again = await world.get('jobs.retry', { params: { jobId } });
  await world.finishJobs();
  expect(await resultsOf(world, again.id)).toEqual(['crowd-0003 done']);
  expect(world.read(violations)).toEqual([]);
});

/** Takes a workspace file up as after a killed tab, applying so many items at each look. */
async function settled(bytes: Uint8Array, limits: readonly number[]) {
  const store = await openStore({ place: 'memory' });
  store.importFile(bytes);
  const counting = countingUuids();
  const ids = createIds(() => `later-${counting()}`);
  const end = store.read((tx) => Math.max(...tx.jobs.where({}).map(({ endsAt }) => endsAt)));
  const limit = () => limits[look++ % limits.length]!;
  let look = 0;
  while (store.read((tx) => hasDueWork(tx, end))) {
    store.write((tx) => settleDue(tx, end, ids, limit()));
  }
  const { workspace: _, ...records } = dumpOf(store);
  store.close();
  return records;
}

test('two bulk steps at once, cut anywhere, come to the same as without a cut', async () => {
  addCrowd(world, 12);
  await bulkCrowd(world, 'migrate', 12);
  passMinutes(world, 0.2);
  await bulkCrowd(world, 'delete', 12);
  passMinutes(world, 0.5);
  await world.get('workspace.get');
  const bytes = world.store.exportFile();
  const atOnce = await settled(bytes, [Number.MAX_SAFE_INTEGER]);
  const ended = atOnce.jobItems.map(({ state, reason }) => reason ?? state);
  expect(new Set(ended)).toEqual(new Set(['done', 'wrong-state:migrated']));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
      async (limits) => {
        expect(await settled(bytes, limits)).toEqual(atOnce);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);
