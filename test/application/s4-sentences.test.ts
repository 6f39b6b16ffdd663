/*
 * Every sentence of S4 (how customers of a Jira server are migrated) that states what happens, in
 * words of our own and by its heading, shown through the backend on the small server. Left out are
 * pointers to other articles and what it says of the vendor's support.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { violations } from '#test/support/invariants.ts';
import { migrate, migrationOf } from '#test/support/server-actions.ts';
import { addServerUser, SERVER, SERVER_PROJECT, serverUserId } from '#test/support/small-server.ts';
import { addAccount, addProfile, DESTINATION } from '#test/support/two-sites.ts';
import type { World } from '#test/support/world.ts';
import { holds, openServerWorld, outcomes, reporters, WITH_DATA } from './s4-world.ts';

const serverId = SERVER;

let world: World;
beforeEach(async () => {
  world = await openServerWorld();
  return () => {
    expect(world.read(violations)).toEqual([]);
    world.store.close();
  };
});

async function names(params: { planId: string }): Promise<string[]> {
  return Object.keys(await outcomes(world, params)).toSorted();
}

/** The choices of customers that the wizard offers for some service projects. */
async function choicesWithData(projects: string): Promise<string[]> {
  const query = { flow: 'with-data', projects } as const;
  const options = await world.get('server-plans.options', { params: { serverId }, query });
  return options.customers.map(({ choice }) => choice);
}

describe('S4, introduction', () => {
  test('S4, introduction: unlicensed people who raise requests by portal, e-mail or widget come along', async () => {
    // The widget counts as the portal: a server keeps no other way.
    const params = await migrate(world, serverId);
    expect(await names(params)).toEqual(expect.arrayContaining(['Cora', 'Eddi']));
    expect([holds(world, 'cora'), holds(world, 'eddi')]).toEqual(['portal-only', 'portal-only']);
  });
});

describe('S4, Customer migration options', () => {
  test('S4, Customer migration options: customers go in advance, or as part of the data', async () => {
    const inAdvance = await migrate(world, serverId);
    expect(world.read((tx) => tx.requests.count({ siteId: DESTINATION }))).toBe(0);
    expect(await names(inAdvance)).toContain('Cora');
    const other = await openServerWorld();
    await migrate(other, serverId, WITH_DATA);
    const brought = other.read((tx) => tx.requests.where({ siteId: DESTINATION }));
    expect(brought.map(({ key }) => key)).toContain('SRV-1');
    other.store.close();
  });

  test('S4, In advance: all users go, with their groups', async () => {
    world.store.write((tx) => {
      tx.serverGroups.put({
        id: 'group_quarry-crew',
        serverId,
        name: 'quarry-crew',
        description: '',
        role: 'customer',
        adminAccess: false,
      });
      tx.serverMemberships.put({ groupId: 'group_quarry-crew', userId: serverUserId('lena') });
    });
    const params = await migrate(world, serverId, { customers: 'none' });
    expect(await names(params)).toEqual(['Dan', 'Lena', 'Otto', 'Petra']);
    const group = world.read((tx) => tx.groups.first({ siteId: DESTINATION, name: 'quarry-crew' }));
    // Its access waits for review; its members are in it.
    expect(group?.review).toBe('pending');
    expect(world.read((tx) => tx.memberships.count({ groupId: group!.id }))).toBe(1);
    const part = migrationOf({ users: 'related' });
    const call = { params: { serverId }, body: part };
    const { code } = await world.refuse('server-plans.create', call);
    expect(code).toBe('server-migration.in-advance-takes-all-users');
  });

  test.each([true, false])(
    'S4, In advance: group membership is optional (%s)',
    async (preserveGroupMembership) => {
      world.store.write((tx) => {
        const group = { name: 'crew', description: '', role: 'customer' } as const;
        tx.serverGroups.put({ id: 'group_crew', serverId, ...group, adminAccess: false });
        tx.serverMemberships.put({ groupId: 'group_crew', userId: serverUserId('lena') });
      });
      await migrate(world, serverId, { preserveGroupMembership });
      const group = world.read((tx) => tx.groups.first({ siteId: DESTINATION, name: 'crew' }));
      const members = world.read((tx) => tx.memberships.count({ groupId: group!.id }));
      expect(members).toBe(preserveGroupMembership ? 1 : 0);
    },
  );

  test('S4, In advance: customers are optional, and it is all of them or none', async () => {
    const { customers } = await world.get('server-plans.options', {
      params: { serverId },
      query: { flow: 'in-advance' },
    });
    expect(customers.map(({ choice }) => choice)).toEqual(['all', 'none']);
    const none = await migrate(world, serverId, { customers: 'none' });
    expect(await names(none)).not.toContain('Cora');
    const all = await migrate(world, serverId, { customers: 'all' });
    expect(await names(all)).toContain('Cora');
  });

  test('S4, With the data: the choices are all, related to the selected projects, and none', async () => {
    expect(await choicesWithData('')).toEqual(['all', 'related', 'none']);
    expect(await choicesWithData(SERVER_PROJECT)).toEqual(['all', 'related']);
  });

  test('S4, All customers: whoever ever created a request by portal or e-mail, in any project', async () => {
    const params = await migrate(world, serverId, WITH_DATA);
    const all = await names(params);
    // `mia` and `ines` raised requests of another project only.
    expect(all).toEqual(expect.arrayContaining(['Cora', 'Eddi', 'Mia', 'Ines']));
    // `nora` takes part in a request of the project and never created one.
    expect(all).not.toContain('Nora');
  });

  test('S4, Related customers: whoever created a request of the projects or is referenced on one', async () => {
    const params = await migrate(world, serverId, { ...WITH_DATA, customers: 'related' });
    const related = await names(params);
    expect(related).toEqual(expect.arrayContaining(['Cora', 'Eddi', 'Nora', 'Twin']));
    expect(related).not.toContain('Mia');
    expect(related).not.toContain('Ines');
  });

  test('S4, No customers: only without a service project', async () => {
    const refused = {
      params: { serverId },
      body: migrationOf({ ...WITH_DATA, customers: 'none' }),
    };
    const { code } = await world.refuse('server-plans.create', refused);
    expect(code).toBe('server-migration.customers-not-offered');
    const params = await migrate(world, serverId, { flow: 'with-data', customers: 'none' });
    expect(await names(params)).toEqual(['Dan', 'Lena', 'Otto', 'Petra']);
  });
});

describe('S4, How customer data is migrated', () => {
  test('S4, How customer data is migrated: each customer gets a new account on the site', async () => {
    const before = world.read((tx) => tx.portalCustomers.count({ siteId: DESTINATION }));
    const params = await migrate(world, serverId);
    const created = Object.entries(await outcomes(world, params)).filter(
      ([, how]) => how === 'create',
    );
    expect(created.map(([name]) => name).toSorted()).toEqual([
      'Cora',
      'Eddi',
      'Ines',
      'Mia',
      'Twin',
    ]);
    const after = world.read((tx) => tx.portalCustomers.count({ siteId: DESTINATION }));
    expect(after).toBe(before + created.length);
  });

  test('S4, How customer data is migrated: an existing address is not migrated, its data is linked', async () => {
    const id = world.store.write((tx) => addProfile(tx, DESTINATION, 'cora'));
    const profile = world.read((tx) => tx.portalCustomers.get({ id }));
    const params = await migrate(world, serverId, WITH_DATA);
    expect((await outcomes(world, params))['Cora']).toBe('link');
    expect(world.read((tx) => tx.portalCustomers.get({ id }))).toEqual(profile);
    expect(reporters(world)['SRV-1']).toBe(id);
  });

  test('S4, identified differently: licensed there and a customer here results in two accounts', async () => {
    const id = world.store.write((tx) => addProfile(tx, DESTINATION, 'otto'));
    await migrate(world, serverId);
    expect(holds(world, 'otto')).toBe('both');
    expect(world.read((tx) => tx.portalCustomers.get({ id })?.state)).toBe('active');
  });

  test('S4, identified differently: a customer there and an Atlassian account here stays one', async () => {
    const id = world.store.write((tx) => addAccount(tx, DESTINATION, 'cora', { role: 'customer' }));
    const groups = world.read((tx) => tx.memberships.where({ accountId: id }));
    const params = await migrate(world, serverId, WITH_DATA);
    expect(holds(world, 'cora')).toBe('atlassian');
    expect(reporters(world)['SRV-1']).toBe(id);
    // Unlike a copy, it makes no group for it, and nothing to review.
    expect(world.read((tx) => tx.memberships.where({ accountId: id }))).toEqual(groups);
    expect((await world.get('copy-plans.get', { params })).attention?.total).toBe(0);
  });

  test('S4, agents and project admins: regular users, who go with the other users', async () => {
    world.store.write((tx) => addServerUser(tx, 'alma', { agent: true, channel: 'portal' }));
    const params = await migrate(world, serverId, { customers: 'none' });
    const all = await outcomes(world, params);
    expect([all['Otto'], all['Petra'], all['Alma']]).toEqual(Array(3).fill('create-account'));
    expect([holds(world, 'otto'), holds(world, 'petra'), holds(world, 'alma')]).toEqual(
      Array(3).fill('atlassian'),
    );
  });
});
