/* Migrations of one server in turn, with the server, its fixes or the site changed in between. */
import { expect, test } from 'vitest';
import { FORMER_USER, type HolderId } from '#src/domain/ids.ts';
import { violations } from '#test/support/invariants.ts';
import { fix, IN_ADVANCE, prepare, run, WITH_DATA } from '#test/support/small-migration.ts';
import { INTERNAL, SERVER, serverUserId } from '#test/support/small-server.ts';
import { addAccountElsewhere, DESTINATION, emailOf } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';

async function brought(): Promise<World> {
  const world = await openWorld();
  prepare(world);
  await run(world, IN_ADVANCE);
  return world;
}

async function setDirectory(world: World, directoryId: string, active: boolean): Promise<void> {
  await world.get('servers.set-directory', {
    params: { serverId: SERVER, directoryId },
    body: { active },
  });
}

function reporterOf(world: World, key: string): HolderId | undefined {
  return world.read((tx) => tx.requests.first({ siteId: DESTINATION, summary: key })?.reporterId);
}

async function outcomeOf(world: World, name: string) {
  const { items } = await world.get('copy-plans.outcomes', {
    params: { planId: WITH_DATA.id },
    query: { search: name },
  });
  return items.map(({ action, arriving }) => ({ action, arriving }));
}

async function explanationOf(world: World, userName: string) {
  const { items } = await world.get('server-arrivals.people', {
    params: { planId: WITH_DATA.id },
    query: { search: userName },
  });
  return items.find((each) => each.userName === userName);
}

test('whoever was brought in advance and stands in an inactive directory on migration day appears as Former customer (S4, "Deleted or inactive customers")', async () => {
  const world = await brought();
  await setDirectory(world, INTERNAL, false);

  await run(world, WITH_DATA);

  expect(await outcomeOf(world, 'Eddi Stone')).toEqual([{ action: 'former-user', arriving: 0 }]);
  expect(reporterOf(world, 'SRV-2')).toBe(FORMER_USER);
  expect(await explanationOf(world, 'eddi')).toMatchObject({
    explanation: { code: 'former', why: 'inactive-directory', referenced: true },
    destination: null,
  });
  expect(world.read(violations)).toEqual([]);
  world.store.close();
});

test('an account that was brought in advance is found again when its directory becomes active once more', async () => {
  const world = await brought();
  const account = world.read((tx) => tx.accounts.first({ emailKey: emailOf('petra') })!.id);
  await setDirectory(world, INTERNAL, false);
  await run(world, WITH_DATA);
  await setDirectory(world, INTERNAL, true);

  await run(world, { ...IN_ADVANCE, id: 'plan_quarry-3', name: 'Once more' });

  const link = world.read((tx) =>
    tx.copyLinks.get({
      sourcePlaceId: SERVER,
      destinationSiteId: DESTINATION,
      sourceId: serverUserId('petra'),
    }),
  );
  expect(link?.destinationId).toBe(account);
  expect(world.read(violations)).toEqual([]);
  world.store.close();
});

test('a fix chosen after the run in advance, to migrate somebody as Former user, holds for the data (domain.md 7.5)', async () => {
  const world = await openWorld();
  prepare(world);
  fix(world, { level: 'simple', invalid: 'new-addresses', duplicated: 'merge' });
  await run(world, IN_ADVANCE);
  fix(world, { level: 'simple', invalid: 'former-users', duplicated: 'merge' });

  await run(world, WITH_DATA);

  expect(await outcomeOf(world, 'Hank Stone')).toEqual([{ action: 'former-user', arriving: 0 }]);
  expect(reporterOf(world, 'SRV-5')).toBe(FORMER_USER);
  world.store.close();
});

test('whom a run leaves out is counted under the earlier run, also when another row of theirs counts by now', async () => {
  const world = await brought();
  const params = { planId: WITH_DATA.id };
  await setDirectory(world, INTERNAL, false);
  world.store.write((tx) => tx.copyPlans.put(WITH_DATA));
  const before = await world.get('copy-plans.left-out', { params });

  await run(world, WITH_DATA);

  const after = await world.get('copy-plans.left-out', { params });
  // `mia`, who stands in the second directory too, and the merged `twin`.
  expect(before.customers).toBe(2);
  expect(after.customers).toBe(2);
  expect(after.runs.map(({ run: { id }, customers }) => [id, customers])).toEqual([
    [IN_ADVANCE.id, 2],
  ]);
  world.store.close();
});

test('a licensed user whom the organization of the site has deactivated is not suspended on the site besides', async () => {
  const world = await openWorld();
  prepare(world);
  const accountId = world.store.write((tx) => {
    const id = addAccountElsewhere(tx, 'petra');
    tx.directoryUsers.put({
      organizationId: tx.sites.get({ id: DESTINATION })!.organizationId,
      accountId: id,
      status: 'deactivated',
      addedAt: 0,
    });
    return id;
  });

  await run(world, IN_ADVANCE);

  const access = world.read((tx) => tx.siteAccess.get({ siteId: DESTINATION, accountId }));
  expect(access?.status).toBe('active');
  world.store.close();
});

test('two people who came apart and are merged since stand as merged, with the account that is theirs by now', async () => {
  const world = await openWorld();
  prepare(world);
  fix(world, { level: 'simple', invalid: 'former-users', duplicated: 'new-addresses' });
  await run(world, IN_ADVANCE);
  fix(world, { level: 'simple', invalid: 'former-users', duplicated: 'merge' });

  await run(world, WITH_DATA);

  expect(await explanationOf(world, 'twin')).toMatchObject({ explanation: { code: 'created' } });
  expect(await explanationOf(world, 'twin.mobile')).toMatchObject({
    explanation: { code: 'merged', into: 'twin' },
  });
  expect(world.read(violations)).toEqual([]);
  world.store.close();
});
