/*
 * A job whose item meets an unexpected fault ends, says so, and keeps nobody else from being
 * answered; what it did until then stays done, whoever looked when.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import type { JobId, SiteId } from '#src/domain/ids.ts';
import { itemDueAt } from '#src/domain/job.ts';
import { createBackend } from '#src/server/backend.ts';
import { openInMemory } from '#src/store/database.ts';
import { DatabaseError } from '#src/store/database-error.ts';
import { migrate } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn } from '#src/store/store.ts';
import { countingUuids, openWorld, WALL_START, type World } from '#test/support/world.ts';

const SOURCE = 'site_harbor-support';
const DESTINATION = 'site_harbor';
const ELSEWHERE = 'site_fjord-care';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function startCopy(): Promise<{ planId: `plan_${string}`; jobId: JobId }> {
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Doomed',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: [],
    },
  });
  const params = { planId: plan.id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  const job = await world.get('copy-plans.run', { params, body: { fingerprint } });
  return { planId: plan.id as `plan_${string}`, jobId: job.id as JobId };
}

async function startMigration(siteId: SiteId) {
  const customer = world.read((tx) => tx.portalCustomers.first({ siteId, state: 'active' }))!;
  const params = { siteId, customerId: customer.id };
  const job = await world.get('portal-customers.migrate', { params });
  return { params, id: customer.id, jobId: job.id as JobId };
}

/** Takes a site's record away, so that whatever needs it throws; gives it back on request. */
function lose(siteId: SiteId): () => void {
  const site = world.read((tx) => tx.sites.get({ id: siteId }))!;
  world.store.write((tx) => {
    tx.sites.remove({ id: siteId });
  });
  return () => {
    world.store.write((tx) => {
      tx.sites.put(site);
    });
  };
}

function jobState(jobId: JobId) {
  return world.read((tx) => tx.jobs.get({ id: jobId })!.state);
}

function passMinutes(simulated: number): void {
  // Scenarios run a minute in a second.
  world.clock.wallNow += simulated * 1_000;
}

describe('a copy that cannot go on', () => {
  test('has failed, is incomplete, and keeps what it did until then', async () => {
    const { planId, jobId } = await startCopy();
    passMinutes(2);
    await world.get('workspace.get');
    const half = world.read((tx) => tx.copyOutcomes.count({ planId, state: 'done' }));
    expect(half).toBeGreaterThan(10);
    const giveBack = lose(SOURCE);
    passMinutes(60);
    expect((await world.get('jobs.get', { params: { jobId } })).state).toBe('failed');
    giveBack();
    const plan = await world.get('copy-plans.get', { params: { planId } });
    expect(plan).toMatchObject({ state: 'incomplete', job: { state: 'failed', done: half } });
    const outcomes = await world.get('copy-plans.outcomes', { params: { planId } });
    expect(outcomes.total).toBeGreaterThan(half);
    expect(world.read((tx) => tx.copyOutcomes.count({ planId, state: 'done' }))).toBe(half);
    const [entry] = world.read((tx) => tx.auditEntries.where({ action: 'job.failed' }));
    expect(entry).toMatchObject({ subjectId: jobId, facts: { subjectId: planId, done: half } });
  });

  test('lets another plan to the same site run, which leaves out whom it copied', async () => {
    const { planId } = await startCopy();
    passMinutes(2);
    await world.get('workspace.get');
    const giveBack = lose(SOURCE);
    passMinutes(60);
    await world.get('workspace.get');
    giveBack();
    const { done } = (await world.get('copy-plans.get', { params: { planId } })).job!;
    const again = await startCopy();
    await world.finishJobs();
    expect(jobState(again.jobId)).toBe('finished');
    const params = { planId: again.planId };
    const { counts } = await world.get('copy-plans.outcomes', { params });
    const deleted = world.read((tx) =>
      tx.copyOutcomes.where({ planId, state: 'done', action: 'former-user' }),
    );
    expect(counts['left-out']).toBe(done - deleted.length);
  });
});

test('a migration that cannot end leaves the customer active, with the reason, and can be tried again', async () => {
  const { params, id, jobId } = await startMigration(DESTINATION);
  const giveBack = lose(DESTINATION);
  passMinutes(60);
  await world.get('workspace.get');
  expect(jobState(jobId)).toBe('failed');
  giveBack();
  const failed = await world.get('portal-customers.get', { params });
  expect(failed).toMatchObject({ state: 'active', failure: 'unexpected-fault', jobId: null });
  await world.get('portal-customers.migrate', { params });
  await world.finishJobs();
  const migrated = await world.get('portal-customers.get', { params });
  expect(migrated).toMatchObject({ id, state: 'migrated', failure: null });
});

test('others are answered, and their jobs end, while one fails', async () => {
  const doomed = await startCopy();
  const fine = await startMigration(ELSEWHERE);
  lose(SOURCE);
  passMinutes(60);
  const params = { siteId: ELSEWHERE };
  const page = await world.get('portal-customers.list', { params, query: { state: 'migrated' } });
  expect(page.total).toBeGreaterThan(0);
  expect([jobState(doomed.jobId), jobState(fine.jobId)]).toEqual(['failed', 'finished']);
  expect(await world.get('workspace.get')).toMatchObject({ nextEventAt: null });
  const { items } = await world.get('jobs.list');
  expect(items.map(({ state }) => state)).not.toContain('running');
});

test('storage that is full ends no job: the request says so, and the work is done once there is room', async () => {
  const { jobId } = await startMigration(ELSEWHERE);
  const { store, clock } = world;
  const full = createBackend({
    store: {
      ...store,
      write: (work) => store.write((tx) => work({ ...tx, siteAccess: outOfRoom(tx.siteAccess) })),
    },
    storage: 'durable',
    wallNow: () => clock.wallNow,
    uuid: countingUuids(),
    scenario: null,
  });
  passMinutes(60);
  const response = await full.handle({
    method: 'GET',
    path: '/workspace',
    headers: {},
    body: null,
  });
  expect(response.status).toBe(200);
  expect(JSON.parse(new TextDecoder().decode(response.body!))).toMatchObject({
    isStorageFull: true,
  });
  expect(jobState(jobId)).toBe('running');
  await world.get('workspace.get');
  expect(jobState(jobId)).toBe('finished');
});

/** The same records where no more can be put, as a full disk leaves them. */
function outOfRoom<R extends { put(record: never): void }>(records: R): R {
  return {
    ...records,
    put: () => {
      throw new DatabaseError('database or disk is full', 13);
    },
  };
}

test('what is done, and when the job ended, does not depend on who looked in between', async () => {
  const { planId } = await startCopy();
  const { id } = await startMigration(ELSEWHERE);
  const bytes = world.store.exportFile();
  const ends = [];
  for (const looks of [1, 7, 600]) {
    const { store, faulty } = await brokenAt(bytes, 40, looks);
    ends.push(
      store.read((tx) => ({
        plan: [tx.copyPlans.get({ id: planId })!].map(({ state, finishedAt }) => [
          state,
          finishedAt,
        ]),
        jobs: tx.jobs.where({}).map(({ state, done }) => [state, done]),
        copied: tx.auditEntries
          .where({ action: 'copy-plan.customer-copied' })
          .map(({ at, facts }) => [at, facts['email']]),
        failed: tx.auditEntries.where({ action: 'job.failed' }).map(({ at, facts }) => [at, facts]),
        migrated: tx.portalCustomers.get({ id })!.state,
      })),
    );
    expect(ends.at(-1)).toMatchObject({
      plan: [['incomplete', faulty]],
      failed: [[faulty, { subjectId: planId, done: 40, total: 350 }]],
      migrated: 'migrated',
    });
    expect(ends.at(-1)!.copied.length).toBe(40);
  }
  expect(ends).toEqual([ends[0], ends[0], ends[0]]);
});

/** The same workspace with one outcome that cannot be read, after an hour in so many looks. */
async function brokenAt(bytes: Uint8Array, position: number, looks: number) {
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const store = storeOn(database, 'memory');
  store.importFile(bytes);
  database.run('update copy_outcome set attention = ? where position = ?', ['no list', position]);
  const job = store.read((tx) => tx.jobs.first({ kind: 'copy' }))!;
  const clock = { wallNow: WALL_START };
  const backend = createBackend({
    store,
    storage: 'memory',
    wallNow: () => clock.wallNow,
    uuid: countingUuids(),
    scenario: null,
  });
  for (let look = 0; look < looks; look += 1) {
    clock.wallNow += 60_000 / looks;
    await backend.handle({ method: 'GET', path: '/workspace', headers: {}, body: null });
  }
  return { store, faulty: itemDueAt(job, position) };
}
