/* The second half of the sentences of S4 (`s4-sentences.test.ts`): after a migration. */
import { beforeEach, describe, expect, test } from 'vitest';
import { FORMER_USER, isAccountId } from '#src/domain/ids.ts';
import { MESSAGE_KINDS } from '#src/domain/message.ts';
import { violations } from '#test/support/invariants.ts';
import { migrate, migrationOf } from '#test/support/server-actions.ts';
import { SERVER } from '#test/support/small-server.ts';
import { DESTINATION, emailOf, opens } from '#test/support/two-sites.ts';
import type { World } from '#test/support/world.ts';
import {
  holds,
  openServerWorld,
  outcomes,
  reporters,
  WITH_ALL_DATA,
  WITH_DATA,
} from './s4-world.ts';

const serverId = SERVER;

let world: World;
beforeEach(async () => {
  world = await openServerWorld();
  return () => {
    expect(world.read(violations)).toEqual([]);
    world.store.close();
  };
});

describe('S4, Reducing downtime by pre-migrating customers', () => {
  test('S4, Reducing downtime: those who came before are not migrated again', async () => {
    await migrate(world, serverId);
    const accounts = () =>
      world.read((tx) => [
        tx.accounts.count({}),
        tx.portalCustomers.count({ siteId: DESTINATION }),
        tx.siteAccess.count({ siteId: DESTINATION }),
      ]);
    const before = accounts();
    const all = await outcomes(world, await migrate(world, serverId, WITH_ALL_DATA));
    expect(accounts()).toEqual(before);
    for (const name of ['Cora', 'Eddi', 'Mia', 'Ines', 'Twin', 'Lena']) {
      expect([name, all[name]]).toEqual([name, 'left-out']);
    }
    // What they raised still arrives with them.
    expect(await opens(world, 'cora')).toEqual(['PPL-1', 'SRV-1']);
  });

  test('S4, Reducing downtime: time is saved on the day, and most when all customers come before', async () => {
    const forecast = async () => {
      const body = migrationOf({ ...WITH_ALL_DATA, name: 'The day' });
      const { id } = await world.get('server-plans.create', { params: { serverId }, body });
      return world.get('copy-plans.forecast', { params: { planId: id } });
    };
    const nobody = await forecast();
    expect(nobody.migrationDay?.withMs).toBeLessThan(nobody.migrationDay!.withoutMs);
    await migrate(world, serverId, { customers: 'none' });
    const users = await forecast();
    await migrate(world, serverId, { customers: 'all' });
    const everybody = await forecast();
    expect(users.durationMs).toBeLessThan(nobody.durationMs);
    expect(everybody.durationMs).toBeLessThan(users.durationMs);
    // Exactly what was promised before anybody had come.
    expect(everybody.durationMs).toBe(nobody.migrationDay?.withMs);
    expect(everybody.migrationDay).toMatchObject({
      withoutMs: nobody.migrationDay?.withoutMs,
      users: 0,
      customers: 0,
    });
  });
});

describe('S4, Deleted or inactive customers', () => {
  test('S4, Deleted or inactive customers: in the data they appear as Former customer', async () => {
    await migrate(world, serverId, WITH_DATA);
    // SRV-3 is of the deleted `dora`, SRV-4 of `olaf`, whose directory is inactive.
    expect([reporters(world)['SRV-3'], reporters(world)['SRV-4']]).toEqual([
      FORMER_USER,
      FORMER_USER,
    ]);
  });

  test('S4, Deleted or inactive customers: only those whom the data references appear', async () => {
    const params = await migrate(world, serverId, WITH_DATA);
    const all = await outcomes(world, params);
    expect([all['Dora'], all['Olaf']]).toEqual(['former-user', 'former-user']);
    expect(all).not.toHaveProperty('Gwen');
    const inAdvance = await openServerWorld();
    const first = await migrate(inAdvance, serverId);
    const { items } = await inAdvance.get('copy-plans.outcomes', {
      params: first,
      query: { action: 'former-user' },
    });
    expect(items).toEqual([]);
    inAdvance.store.close();
  });

  test('S4, Deleted or inactive customers: a container without an account, that nobody logs in as', async () => {
    await migrate(world, serverId, WITH_ALL_DATA);
    for (const name of ['dora', 'olaf']) expect(holds(world, name)).toBe('nobody');
    const containers = Object.values(reporters(world)).filter((id) => id === FORMER_USER);
    expect(containers.length).toBeGreaterThan(1);
    world.read((tx) => {
      expect(tx.accounts.where({}).filter(({ name }) => /former/i.test(name))).toEqual([]);
      expect(tx.portalCustomers.where({}).filter(({ name }) => /former/i.test(name))).toEqual([]);
    });
    const call = { params: { siteId: DESTINATION }, query: { email: emailOf('dora') } };
    const { requests } = await world.get('help-center.view', call);
    expect(requests.filter(({ canOpen }) => canOpen)).toEqual([]);
  });
});

test('S4, Email invites: no notification goes to customers who are migrated', async () => {
  await migrate(world, serverId);
  await migrate(world, serverId, WITH_ALL_DATA);
  // The mailbox notes that nobody was told, once a run at most, and has nothing for anybody.
  const entries = world.read((tx) => tx.messages.where({}));
  expect(entries.filter(({ kind, to }) => MESSAGE_KINDS[kind].sent || to !== '')).toEqual([]);
});

describe('S4, How to check if all the customers are migrated', () => {
  test('S4, How to check: the number of customers is the same on the server and on the site', async () => {
    const params = await migrate(world, serverId, WITH_ALL_DATA);
    const { onServer, onDestination, elsewhere, parts } = await world.get('server-arrivals.get', {
      params,
    });
    const sum = (side: 'onServer' | 'onDestination') =>
      parts.reduce((total, part) => total + part[side], 0);
    expect(sum('onServer')).toBe(onServer);
    expect(sum('onDestination') + elsewhere).toBe(onDestination);
    // Whatever differs is told: who merged into another account, and who is former by a fix.
    const different = parts.filter((part) => part.onServer !== part.onDestination);
    expect(different.map(({ row, code }) => `${row} ${code}`).toSorted()).toEqual([
      'customer former',
      'customer merged',
    ]);
  });

  test('S4, How to check: on the server, the dashboard leads to the details of a migration', async () => {
    const { planId } = await migrate(world, serverId, WITH_DATA);
    const { items } = await world.get('server-migrations.list', { params: { serverId } });
    expect(items.map(({ id, word }) => [id, word])).toEqual([[planId, 'finished']]);
    const details = await world.get('copy-plans.outcomes', { params: { planId } });
    expect(details.total).toBeGreaterThan(5);
  });

  test('S4, How to check: on the site, the list of its customers shows those who were migrated', async () => {
    await migrate(world, serverId);
    const { items } = await world.get('portal-customers.list', {
      params: { siteId: DESTINATION },
      query: { limit: 100 },
    });
    expect(items.map(({ email }) => email)).toEqual(
      expect.arrayContaining(['cora', 'eddi', 'ines', 'mia', 'twin'].map(emailOf)),
    );
    // In the list of accounts are the users.
    const ids = world.read((tx) => tx.siteAccess.where({ siteId: DESTINATION }));
    expect(ids.every(({ accountId }) => isAccountId(accountId))).toBe(true);
    expect(ids).toHaveLength(4);
  });
});
