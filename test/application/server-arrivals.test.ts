/* *Did everybody arrive?* after runs of the small server: everybody explained, both counts met (S4). */
import { expect, test } from 'vitest';
import { failJob } from '#src/application/jobs.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import { IN_ADVANCE, fix, prepare, run, start, WITH_DATA } from '#test/support/small-migration.ts';
import { addServerUser, INTERNAL } from '#test/support/small-server.ts';
import { addProfile, DESTINATION, emailOf } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';

async function prepared(): Promise<World> {
  const world = await openWorld();
  prepare(world);
  return world;
}

async function people(world: World, { id: planId }: CopyPlan) {
  const { items } = await world.get('server-arrivals.people', {
    params: { planId },
    query: { limit: 200 },
  });
  return items;
}

async function explained(world: World, plan: CopyPlan): Promise<Record<string, string>> {
  const items = await people(world, plan);
  return Object.fromEntries(items.map(({ userName, explanation }) => [userName, explanation.code]));
}

function count(codes: Record<string, string>, code: string): number {
  return Object.values(codes).filter((each) => each === code).length;
}

test('S4, "How to check if all the customers are migrated to cloud": everybody is explained', async () => {
  const world = await prepared();
  await run(world, IN_ADVANCE);
  expect(await explained(world, IN_ADVANCE)).toEqual({
    cora: 'linked',
    eddi: 'linked-to-atlassian',
    nora: 'excluded',
    ines: 'created',
    mia: 'created',
    twin: 'created',
    'twin.mobile': 'merged',
    dan: 'created',
    'dan.home': 'merged',
    lena: 'linked',
    otto: 'two-accounts',
    petra: 'created',
    hank: 'former',
    vera: 'former',
    dora: 'former',
    olaf: 'former',
    gwen: 'former',
  });
});

test('S4, same: the counts are those of View details and of the site’s customers, and add up', async () => {
  const world = await prepared();
  await run(world, IN_ADVANCE);
  const arrival = await world.get('server-arrivals.get', { params: { planId: IN_ADVANCE.id } });
  // cora, eddi, ines, mia, twin, twin.mobile, dan.home, hank; nora never raised a request.
  expect(arrival.onServer).toBe(8);
  const { total } = await world.get('portal-customers.list', { params: { siteId: DESTINATION } });
  expect([arrival.listed, arrival.onDestination]).toEqual([total, total]);
  // cora, ines, mia and twin as customers, otto beside his account; and a stranger.
  expect([arrival.onDestination, arrival.elsewhere]).toEqual([6, 1]);
  const sum = (of: 'people' | 'onServer' | 'onDestination') =>
    arrival.parts.reduce((all, part) => all + part[of], 0);
  expect([sum('people'), sum('onServer'), sum('onDestination') + arrival.elsewhere]).toEqual([
    17, 8, 6,
  ]);
});

test('with the data after that, each still is what the first run made of them, and names it', async () => {
  const world = await prepared();
  await run(world, IN_ADVANCE);
  await run(world, WITH_DATA);
  const items = await people(world, WITH_DATA);
  const by = new Map(items.map((item) => [item.userName, item]));
  // S4, pre-migrating: "the migration assistant will not need to re-migrate those customers".
  expect(by.get('ines')).toMatchObject({
    explanation: { code: 'created', inAdvance: true },
    by: { id: IN_ADVANCE.id },
    requests: 1,
    requestsArrived: 1,
  });
  // S4, "Deleted or inactive customers": they appear where data names them.
  expect(by.get('dora')).toMatchObject({
    explanation: { code: 'former', why: 'deleted', referenced: true },
    destination: null,
  });
  expect(by.get('gwen')?.explanation).toMatchObject({ referenced: false });
  expect(by.get('hank')).toMatchObject({
    explanation: { code: 'former', why: 'fix', referenced: true },
    taken: true,
    by: { id: WITH_DATA.id },
  });
  expect(by.get('dan.home')).toMatchObject({
    explanation: { code: 'merged', into: 'dan' },
    destination: { email: emailOf('dan'), portalCustomerId: null },
  });
  expect(by.get('otto')?.destination).toEqual({
    email: emailOf('otto'),
    portalCustomerId: expect.stringMatching(/^qm:/),
    accountId: expect.stringMatching(/^\d+:/),
  });
});

test('what changes after the run changes the explanation and both counts stay explained', async () => {
  const world = await prepared();
  await run(world, IN_ADVANCE);
  const siteId = DESTINATION;
  const idOf = (name: string) =>
    world.read((tx) => tx.queries.portalCustomerByEmail(siteId, emailOf(name))!);
  const ines = idOf('ines');
  const params = { siteId, customerId: ines.id };
  await world.get('portal-customers.delete', { params, ifMatch: ines.version });
  const mia = idOf('mia');
  await world.get('portal-customers.migrate', {
    params: { siteId, customerId: mia.id },
    ifMatch: mia.version,
  });
  await world.finishJobs();
  // Somebody gets the address of the deleted one: that is another account.
  world.store.write((tx) => addProfile(tx, siteId, 'ines'));
  expect(await explained(world, IN_ADVANCE)).toMatchObject({
    ines: 'gone-since',
    mia: 'converted-since',
    twin: 'created',
  });
  const arrival = await world.get('server-arrivals.get', { params: { planId: IN_ADVANCE.id } });
  const { total } = await world.get('portal-customers.list', { params: { siteId } });
  expect(arrival).toMatchObject({ onServer: 8, listed: total, migrated: 1, elsewhere: 2 });
  expect(arrival.onDestination).toBe(total - 1);
});

test('other fixes, a former customer who returns and a user who is new do not rewrite the past', async () => {
  const world = await prepared();
  await run(world, WITH_DATA);
  fix(world, { level: 'simple', invalid: 'new-addresses', duplicated: 'new-addresses' });
  world.store.write((tx) => {
    addServerUser(tx, 'olaf', { userKey: 'JIRAUSER10109', directoryId: INTERNAL });
    addServerUser(tx, 'young', { userKey: 'JIRAUSER10200' });
  });
  expect(await explained(world, WITH_DATA)).toMatchObject({
    hank: 'former',
    'dan.home': 'merged',
    'twin.mobile': 'merged',
    olaf: 'former',
    young: 'waiting',
    // Named by no data, so the run did not take her; now she would come along.
    vera: 'waiting',
  });
});

test('a stopped run leaves the others waiting, and one with a fault names whom it failed at', async () => {
  const world = await prepared();
  await start(world, IN_ADVANCE);
  await world.get('copy-plans.stop', { params: { planId: IN_ADVANCE.id } });
  const stopped = await explained(world, IN_ADVANCE);
  expect([count(stopped, 'waiting'), count(stopped, 'failed')]).toEqual([8, 0]);
  const again = { ...IN_ADVANCE, id: 'plan_quarry-3' } as const;
  await start(world, again);
  world.store.write((tx) => {
    const job = tx.jobs.where({ subjectId: again.id })[0]!;
    tx.jobs.put({ ...job, done: 3 });
    let next = 0;
    const ids = { next: (prefix: string) => `${prefix}_f${(next += 1)}`, uuid: () => 'f' };
    failJob(tx, job.id, job.startedAt, ids as never);
  });
  const codes = await explained(world, again);
  expect(count(codes, 'failed')).toBe(1);
  // Whoever an earlier run brought is there, whatever became of the later one.
  expect(count(codes, 'waiting')).toBe(count(stopped, 'waiting') - 1);
});

test('it is found by name, address, user name, explanation and row, page by page', async () => {
  const world = await prepared();
  await run(world, IN_ADVANCE);
  const params = { planId: IN_ADVANCE.id };
  const ask = async (query: object) => {
    const { items, total } = await world.get('server-arrivals.people', { params, query });
    return [total, ...items.map(({ userName }) => userName)];
  };
  expect(await ask({ search: 'TWIN.mob' })).toEqual([1, 'twin.mobile']);
  expect(await ask({ explanation: 'two-accounts' })).toEqual([1, 'otto']);
  expect(await ask({ row: 'licensed', explanation: 'former' })).toEqual([1, 'vera']);
  expect(await ask({ offset: 1, limit: 2 })).toEqual([17, 'dan', 'dan.home']);
  expect(await ask({ search: 'nobody at all' })).toEqual([0]);
});
