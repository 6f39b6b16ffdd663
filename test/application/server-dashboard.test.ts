/* The Migrations dashboard of a server (domain.md 7.3). */
import { beforeEach, expect, test } from 'vitest';
import type { CopyOutcome, CopyPlan } from '#src/domain/copy-plan.ts';
import { putMigration } from '#test/support/server-migration.ts';
import { putSmallServer, SERVER, SERVER_PROJECT } from '#test/support/small-server.ts';
import { openWorld, type World } from '#test/support/world.ts';

const params = { serverId: SERVER };
const one = { ...params, planId: 'plan_night' };
let world: World;

beforeEach(async () => {
  world = await openWorld('blank');
  world.store.write((tx) => putSmallServer(tx));
});

const put = (over: Partial<CopyPlan>) => world.store.write((tx) => putMigration(tx, over));

async function word(): Promise<string | undefined> {
  return (await world.get('server-migrations.list', { params })).items[0]?.word;
}

function putDone(action: CopyOutcome['action']): void {
  world.store.write((tx) =>
    tx.copyOutcomes.put({
      planId: 'plan_night',
      position: 0,
      emailKey: 'cora@mail.example',
      email: 'cora@mail.example',
      name: 'Cora Stone',
      sourceHolding: 'customer',
      destinationHolding: 'nobody',
      afterHolding: 'portal-only',
      action,
      attention: [],
      forecastAttention: [],
      sourcePortalCustomerId: null,
      sourceAccountId: null,
      sourceServerUserId: 'server-user_cora',
      attachedTo: null,
      canOpenBefore: 0,
      canOpenAfter: 0,
      arriving: 0,
      losing: 0,
      state: 'done',
    }),
  );
}

test('a run that met a fault before anybody arrived is FAILED, afterwards INCOMPLETE (domain.md 7.3)', async () => {
  put({ state: 'incomplete', finishedAt: 1 });
  expect(await word()).toBe('failed');
  putDone('former-user');
  expect(await word()).toBe('failed');
  putDone('create');
  expect(await word()).toBe('incomplete');
});

test('the dashboard lists the migrations of its own server only, the newest first', async () => {
  put({ createdAt: 5 });
  put({ id: 'plan_later', name: 'Later', createdAt: 9 });
  put({ id: 'plan_other', sourcePlaceId: 'site_harbor-support', flow: 'copy' });
  const { items, total } = await world.get('server-migrations.list', { params });
  expect([items.map(({ name }) => name), total]).toEqual([['Later', 'Night shift'], 2]);
});

test('Copy makes a saved migration with the same choices, and changes nothing of the first (domain.md 7.3)', async () => {
  const choices = {
    flow: 'with-data',
    customers: 'related',
    users: 'related',
    preserveGroupMembership: false,
    projectIds: [SERVER_PROJECT],
  } as const;
  put({ ...choices, state: 'finished', startedAt: 1, finishedAt: 2, archivedAt: 3 });
  const before = world.read((tx) => tx.copyPlans.get({ id: 'plan_night' }));
  const { id } = await world.get('server-migrations.duplicate', { params: one });
  const copy = world.read((tx) => tx.copyPlans.get({ id: id as CopyPlan['id'] }));
  expect(copy).toMatchObject({
    ...choices,
    name: 'Night shift (copy)',
    state: 'saved',
    startedAt: null,
    finishedAt: null,
    archivedAt: null,
    version: 1,
  });
  expect(world.read((tx) => tx.copyPlans.get({ id: 'plan_night' }))).toEqual(before);
  const again = await world.get('server-migrations.duplicate', {
    params: { ...params, planId: id },
  });
  expect(again.name).toBe('Night shift (copy 2)');
});

test('a copy of the longest name keeps within it', async () => {
  put({ name: 'x'.repeat(120) });
  const { name } = await world.get('server-migrations.duplicate', { params: one });
  expect([name.length, name.endsWith('x (copy)')]).toEqual([120, true]);
});

test('archiving puts away, restoring brings back, and both stand in the audit log', async () => {
  put({ state: 'stopped', finishedAt: 1 });
  const archived = await world.get('server-migrations.archive', { params: one, ifMatch: 2 });
  expect(archived.archivedAt).not.toBeNull();
  const restored = await world.get('server-migrations.restore', { params: one, ifMatch: 3 });
  expect([restored.archivedAt, restored.word]).toEqual([null, 'stopped']);
  const actions = world.read((tx) =>
    tx.auditEntries.where({ subjectId: 'plan_night' }).map(({ action }) => action),
  );
  expect(actions.toSorted()).toEqual(['server-migration.archived', 'server-migration.restored']);
});

test.each(['saved', 'running'] as const)(
  'a migration that is %s cannot be archived',
  async (state) => {
    put({ state });
    const { code, facts } = await world.refuse('server-migrations.archive', { params: one });
    expect([code, facts]).toEqual(['server-migration.not-archivable', { state }]);
  },
);

test('a site admin may archive, but copies nothing to a site that asks for an organization admin', async () => {
  put({ state: 'finished', finishedAt: 1 });
  await world.get('workspace.set-persona', { body: { persona: 'site-admin' } });
  const { code } = await world.refuse('server-migrations.duplicate', { params: one });
  expect(code).toBe('forbidden');
  const { archivedAt } = await world.get('server-migrations.archive', { params: one });
  expect(archivedAt).not.toBeNull();
});
