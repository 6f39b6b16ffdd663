import { describe, expect, test } from 'vitest';
import { everything, storeWith } from './memory-store.ts';
import { account, customer, fillEveryTable, group, job } from './sample-records.ts';
import { serverUser } from './sample-servers.ts';

describe('records', () => {
  test('every kind of record comes back as it was put', async () => {
    const store = await storeWith(fillEveryTable);
    const found = store.read(everything);
    for (const [kind, records] of Object.entries(found)) {
      expect(records.length, kind).toBeGreaterThan(0);
    }
    const again = await storeWith((tx) => {
      for (const [kind, records] of Object.entries(found)) {
        const target = tx[kind as 'sites'];
        for (const record of records) target.put(record as Parameters<typeof target.put>[0]);
      }
    });
    const { workspace: before, ...rest } = found;
    const { workspace: after, ...restAgain } = again.read(everything);
    expect(restAgain).toEqual(rest);
    expect(before).toMatchObject([{ clock: { simulatedAt: 1_700_000_000_000.25 }, change: 1 }]);
    expect(after).toMatchObject([{ change: 2 }]);
  });

  test('texts keep every character: byte order marks, line breaks, NUL, letters beyond ASCII and the basic plane', async () => {
    const names = ['\uFEFFmark', 'two\r\nlines', 'nul\u0000inside', 'Łódź', '🛶', '', ' x '];
    const long = 'ä'.repeat(50_000);
    const store = await storeWith((tx) => {
      for (const [index, name] of [...names, long].entries()) {
        tx.portalCustomers.put(customer(`qm:${index}`, { name }));
      }
    });
    const found = store.read((tx) => tx.portalCustomers.where({}).map((record) => record.name));
    expect(found).toEqual([...names, long]);
  });

  test('a record is replaced in place by the next one with its key', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1', { name: 'Before', lastLoginAt: 5 }));
      tx.portalCustomers.put(customer('qm:1', { name: 'After' }));
    });
    const found = store.read((tx) => tx.portalCustomers.where({}));
    expect(found).toEqual([customer('qm:1', { name: 'After' })]);
  });

  test('a missing record is undefined, and removing one leaves the others', async () => {
    const store = await storeWith((tx) => {
      for (const id of ['qm:1', 'qm:2', 'qm:3'] as const) tx.portalCustomers.put(customer(id));
      tx.portalCustomers.remove({ id: 'qm:2' });
      tx.portalCustomers.remove({ id: 'qm:9' });
    });
    store.read((tx) => {
      expect(tx.portalCustomers.get({ id: 'qm:2' })).toBeUndefined();
      expect(tx.portalCustomers.where({}).map((record) => record.id)).toEqual(['qm:1', 'qm:3']);
    });
  });

  test('records are found by any fields together, in key order', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:c', { state: 'revoked' }));
      tx.portalCustomers.put(customer('qm:a', { state: 'revoked' }));
      tx.portalCustomers.put(customer('qm:b', { state: 'active' }));
      tx.portalCustomers.put(customer('qm:d', { state: 'revoked', siteId: 'site_2' }));
    });
    store.read((tx) => {
      const revoked = tx.portalCustomers.where({ siteId: 'site_1', state: 'revoked' });
      expect(revoked.map((record) => record.id)).toEqual(['qm:a', 'qm:c']);
      expect(tx.portalCustomers.first({ state: 'revoked' })?.id).toBe('qm:a');
      expect(tx.portalCustomers.first({ state: 'migrated' })).toBeUndefined();
      expect(tx.portalCustomers.count({ state: 'revoked' })).toBe(3);
      expect(tx.portalCustomers.count({})).toBe(4);
    });
  });

  test('null matches null, and nothing else does', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1', { lastLoginAt: null }));
      tx.portalCustomers.put(customer('qm:2', { lastLoginAt: 0 }));
      tx.groups.put(group('group_1'));
    });
    store.read((tx) => {
      expect(tx.portalCustomers.where({ lastLoginAt: null }).map((one) => one.id)).toEqual([
        'qm:1',
      ]);
      expect(tx.portalCustomers.where({ lastLoginAt: 0 }).map((one) => one.id)).toEqual(['qm:2']);
      expect(tx.groups.count({ origin: null, isDefault: false })).toBe(1);
      expect(tx.groups.count({ isDefault: true })).toBe(0);
    });
  });

  test('removing by fields removes only what matches', async () => {
    const store = await storeWith((tx) => {
      tx.jobs.put(job('job_1', { state: 'finished' }));
      tx.jobs.put(job('job_2'));
      tx.jobs.removeWhere({ state: 'finished' });
      tx.jobs.removeWhere({ state: 'failed' });
    });
    expect(store.read((tx) => tx.jobs.where({}).map((record) => record.id))).toEqual(['job_2']);
  });

  test('a field asked for as undefined is refused, since it would match everything', async () => {
    const store = await storeWith((tx) => tx.jobs.put(job('job_1')));
    const careless: object = { subjectId: undefined };
    expect(() => store.write((tx) => tx.jobs.removeWhere(careless))).toThrow(TypeError);
    expect(store.read((tx) => tx.jobs.count({}))).toBe(1);
  });

  test('numbers compare as numbers in a composite key', async () => {
    const store = await storeWith((tx) => {
      fillEveryTable(tx);
      for (const line of [10, 9, 100]) {
        tx.importRows.put({ ...tx.importRows.where({})[0]!, line });
      }
    });
    const lines = store.read((tx) => tx.importRows.where({}).map((record) => record.line));
    expect(lines).toEqual([2, 9, 10, 100]);
  });
});

describe('invariants of the schema (design, section 2)', () => {
  test('one Atlassian account per e-mail key', async () => {
    const store = await storeWith((tx) => tx.accounts.put(account('1:a', { emailKey: 'x@y.z' })));
    expect(() =>
      store.write((tx) => tx.accounts.put(account('1:b', { emailKey: 'x@y.z' }))),
    ).toThrow(/UNIQUE/);
    expect(store.read((tx) => tx.accounts.where({}).map((one) => one.id))).toEqual(['1:a']);
  });

  test('one portal-only account per site and e-mail key, deleted ones aside', async () => {
    const email = 'x@y.z';
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1', { email, state: 'deleted' }));
      tx.portalCustomers.put(customer('qm:2', { email, state: 'deleted' }));
      tx.portalCustomers.put(customer('qm:3', { email, state: 'migrated' }));
      tx.portalCustomers.put(customer('qm:4', { email, siteId: 'site_2' }));
    });
    expect(() => store.write((tx) => tx.portalCustomers.put(customer('qm:5', { email })))).toThrow(
      /UNIQUE/,
    );
  });

  test('one present user of a name in a directory of a server, whatever its case', async () => {
    const store = await storeWith((tx) => {
      tx.serverUsers.put(serverUser('server-user_1', { userName: 'Ada' }));
      tx.serverUsers.put(serverUser('server-user_2', { userName: 'ada', deleted: true }));
      tx.serverUsers.put(
        serverUser('server-user_3', { userName: 'ada', directoryId: 'server-directory_2' }),
      );
    });
    expect(() =>
      store.write((tx) => tx.serverUsers.put(serverUser('server-user_4', { userName: 'ADA' }))),
    ).toThrow(/UNIQUE/);
    expect(store.read((tx) => tx.serverUsers.count({ serverId: 'server_1' }))).toBe(3);
  });

  test('the id of a portal-only account begins with qm:', async () => {
    const store = await storeWith(() => undefined);
    const odd = { ...customer('qm:1'), id: '712020:a' };
    expect(() => store.write((tx) => tx.portalCustomers.put(odd as never))).toThrow(/CHECK/);
  });
});
