/* Assessing the users of a small server, and choosing what becomes of them (domain.md 7.5). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { BodyOf, ResponseOf } from '#src/contract/api.ts';
import { fixedPeople } from '#src/application/server-people.ts';
import { addServerUser, putSmallServer, SERVER } from '#test/support/small-server.ts';
import { emailOf } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { putRunningMigration } from '../http/cases/server-assessment.ts';

const params = { serverId: SERVER };

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
  world.store.write((tx) => putSmallServer(tx));
});

const begin = () => world.get('server-assessment.begin', { params });
const choose = (body: BodyOf<'server-assessment.choose'>) =>
  world.get('server-assessment.choose', { params, body });

/** User name and what becomes of it, in the order of the list. */
async function listed(query: { problem?: 'any' | 'everybody' | 'invalid' | 'duplicated' } = {}) {
  const { items } = await world.get('server-assessment.people', { params, query });
  return items.map(({ userName, outcome }) => `${userName} ${outcome.kind}`);
}

/** All that the server holds. */
function serverRows(): unknown {
  return world.read((tx) => [tx.serverUsers.where({}), tx.serverDirectories.where({})]);
}

describe('an assessment', () => {
  test('has found nothing before it is begun, and says when it was begun', async () => {
    expect((await world.get('server-assessment.get', { params })).found).toBeNull();
    const { found } = await begin();
    const { clock } = await world.get('workspace.get');
    expect(found).toMatchObject({ assessedAt: clock.now, isStale: false });
  });

  test('looks at all users and customers of active directories, and at nobody else', async () => {
    const { found } = await begin();
    expect(found).toMatchObject({ people: 14, totals: { gone: 3 } });
    const everybody = await listed({ problem: 'everybody' });
    expect(everybody).toHaveLength(14);
    expect(everybody.join()).not.toMatch(/dora|olaf|gwen/);
  });

  test('counts users with invalid addresses, but addresses that are duplicated', async () => {
    const { found } = await begin();
    expect(found).toMatchObject({ invalidUsers: 2, duplicatedAddresses: 2, duplicatedUsers: 4 });
  });

  test('takes one user name in two directories for one user', async () => {
    await begin();
    const { items } = await world.get('server-assessment.people', {
      params,
      query: { problem: 'everybody', search: 'mia' },
    });
    expect(items).toMatchObject([{ userName: 'mia', problem: null, sharing: 1 }]);
  });

  test('lists invalid addresses first, then those who share one beside each other', async () => {
    await begin();
    expect(await listed()).toEqual([
      'hank blocked',
      'vera blocked',
      'dan blocked',
      'dan.home blocked',
      'twin blocked',
      'twin.mobile blocked',
    ]);
    expect(await listed({ problem: 'duplicated' })).toHaveLength(4);
  });

  test('says what is wrong with an invalid address', async () => {
    await begin();
    const { items } = await world.get('server-assessment.people', {
      params,
      query: { problem: 'invalid' },
    });
    expect(items.map(({ userName, fault }) => [userName, fault])).toEqual([
      ['hank', 'no-domain'],
      ['vera', 'domain-without-dot'],
    ]);
  });

  test('tells when the users have changed since, until they are assessed again', async () => {
    await begin();
    world.store.write((tx) => addServerUser(tx, 'zoe', { email: 'zoe@quarry' }));
    const { found } = await world.get('server-assessment.get', { params });
    expect(found).toMatchObject({ isStale: true, invalidUsers: 3 });
    expect((await begin()).found).toMatchObject({ isStale: false, invalidUsers: 3 });
  });

  test('begun again keeps what was chosen', async () => {
    await begin();
    await choose({ level: 'simple', invalid: 'former-users', duplicated: 'merge' });
    expect((await begin()).found?.fixes).toMatchObject({
      invalid: 'former-users',
      duplicated: 'merge',
    });
  });
});

describe('the fixes', () => {
  type Totals = ResponseOf<'server-assessment.forecast'>;
  const none = { arrive: 8, merged: 0, former: 0, blocked: 6, gone: 3, newAddresses: 0 };

  test.each<[BodyOf<'server-assessment.choose'>['invalid'], string, Partial<Totals>]>([
    ['nothing', 'nothing', none],
    ['former-users', 'nothing', { ...none, former: 2, blocked: 4 }],
    ['new-addresses', 'nothing', { ...none, arrive: 10, newAddresses: 2, blocked: 4 }],
    ['nothing', 'merge', { ...none, arrive: 10, merged: 2, blocked: 2 }],
    ['nothing', 'new-addresses', { ...none, arrive: 12, newAddresses: 4, blocked: 2 }],
    ['former-users', 'merge', { arrive: 10, merged: 2, former: 2, blocked: 0 }],
  ])('%s for invalid and %s for duplicated addresses', async (invalid, duplicated, totals) => {
    await begin();
    const body = { level: 'simple', invalid, duplicated } as BodyOf<'server-assessment.choose'>;
    const forecast = await world.get('server-assessment.forecast', { params, query: body });
    expect(forecast).toMatchObject(totals);
    const { found } = await choose(body);
    expect(found?.totals).toEqual(forecast);
  });

  test('add up to everybody who was assessed', async () => {
    const found = (await begin()).found!;
    const { arrive, merged, former, blocked, licensed, customers } = found.totals;
    expect(arrive + merged + former + blocked).toBe(found.people);
    expect(licensed + customers).toBe(arrive);
  });

  test('change nothing on the server: they are applied when a migration runs', async () => {
    const before = serverRows();
    await begin();
    await choose({ level: 'simple', invalid: 'new-addresses', duplicated: 'merge' });
    expect(serverRows()).toEqual(before);
    const arriving = world.read((tx) => fixedPeople(tx, SERVER));
    const hank = arriving.find(({ person }) => person.userName === 'hank');
    expect(hank?.outcome).toMatchObject({ kind: 'arrives', email: 'hank_10111@mail.example' });
  });

  test('merge into a licensed account, whose name the others carry', async () => {
    await begin();
    await choose({ level: 'simple', invalid: 'nothing', duplicated: 'merge' });
    const { items } = await world.get('server-assessment.people', {
      params,
      query: { search: 'dan' },
    });
    expect(items.map(({ outcome }) => outcome)).toEqual([
      {
        kind: 'arrives',
        email: emailOf('dan'),
        row: 'licensed',
        mergedNames: ['dan.home'],
        mergedCount: 1,
      },
      { kind: 'merged', into: 'dan' },
    ]);
  });

  test('find people by the address that they get, and by what becomes of them', async () => {
    await begin();
    await choose({ level: 'simple', invalid: 'new-addresses', duplicated: 'merge' });
    const search = 'VERA_101';
    const byAddress = await world.get('server-assessment.people', { params, query: { search } });
    expect(byAddress.items.map(({ userName }) => userName)).toEqual(['vera']);
    const merged = await world.get('server-assessment.people', {
      params,
      query: { outcome: 'merged', limit: 1, offset: 1 },
    });
    expect(merged).toMatchObject({ total: 2, items: [{ userName: 'twin.mobile' }] });
  });

  test('are not switched while a migration of the server runs (domain.md 7.5, FIXDUPE)', async () => {
    await begin();
    world.store.write((tx) => putRunningMigration(tx));
    expect((await world.get('server-assessment.get', { params })).running).toBe('Night shift');
    const body = { level: 'simple', invalid: 'nothing', duplicated: 'merge' } as const;
    const problem = await world.refuse('server-assessment.choose', { params, body });
    expect(problem.code).toBe('assessment.migration-running');
  });

  test('leave a trail with what was chosen before', async () => {
    await begin();
    await choose({ level: 'simple', invalid: 'former-users', duplicated: 'nothing' });
    const entries = world.read((tx) => tx.auditEntries.where({ subjectId: SERVER }));
    expect(entries.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      { action: 'server.assessed', before: null, after: null },
      {
        action: 'server.fixes-chosen',
        before: { level: 'simple', invalid: 'nothing', duplicated: 'nothing' },
        after: { level: 'simple', invalid: 'former-users', duplicated: 'nothing' },
      },
    ]);
  });
});
