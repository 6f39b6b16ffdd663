import { describe, expect, test } from 'vitest';
import { databaseOn, openInMemory, type Database } from '#src/store/database.ts';
import { APPLICATION_ID, migrate, MIGRATIONS } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn, type Store } from '#src/store/store.ts';
import { everything, storeWith } from './memory-store.ts';
import { customer, fillEveryTable, job, workspace } from './sample-records.ts';

/** An SQLite file of any content, as somebody could hand it in. */
async function fileWith(fill: (database: Database) => void): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const database = openInMemory(sqlite);
  fill(database);
  return sqlite.capi.sqlite3_js_db_export(database.connection);
}

/** A sound workspace file, then tampered with. */
async function tampered(sql: string): Promise<Uint8Array> {
  return fileWith((database) => {
    migrate(database);
    storeOn(database, 'memory').write(fillEveryTable);
    database.exec(sql);
  });
}

function expectRefusal(store: Store, bytes: Uint8Array, reason: RegExp): void {
  const before = store.read(everything);
  const result = store.importFile(bytes, () => {
    throw new Error('never reached');
  });
  expect(result).toEqual({
    ok: false,
    error: { code: 'workspace.file-unreadable', reason: expect.stringMatching(reason) },
  });
  expect(store.read(everything)).toEqual(before);
}

async function liveStore(): Promise<Store> {
  return storeWith((tx) => {
    tx.workspace.put(workspace({ scenario: 'mine', change: 70 }));
    tx.portalCustomers.put(customer('qm:mine'));
    tx.rememberAnswer('key', { status: 200, headers: {}, body: 'kept' });
  });
}

describe('a workspace file', () => {
  test('carries every record into another store, which counts its change on', async () => {
    const source = await storeWith(fillEveryTable);
    const target = await liveStore();
    expect(target.importFile(source.exportFile())).toEqual({ ok: true, value: undefined });
    const { workspace: sent, ...records } = source.read(everything);
    const { workspace: received, ...same } = target.read(everything);
    expect(same).toEqual(records);
    expect(received).toEqual([{ ...(sent?.[0] as object), change: 72 }]);
    const query = { search: 'łUK', offset: 0, limit: 9, siteId: null, state: null };
    const found = target.read((tx) =>
      tx.lists.accounts({ ...query, organizationId: 'organization_1' }),
    );
    expect(found.total).toBe(1);
  });

  test('goes out and in again and again without a difference', async () => {
    const store = await storeWith(fillEveryTable);
    const first = store.exportFile();
    expect(store.importFile(first).ok).toBe(true);
    expect(store.importFile(store.exportFile()).ok).toBe(true);
    const { workspace: _, ...records } = store.read(everything);
    const fresh = await storeWith(fillEveryTable);
    const { workspace: __, ...original } = fresh.read(everything);
    expect(records).toEqual(original);
  });

  test('is an ordinary SQLite file without a log, without kept answers and without deleted rows', async () => {
    const store = await liveStore();
    store.write((tx) => {
      tx.portalCustomers.put(customer('qm:secret', { name: 'Wiped Forever' }));
    });
    store.write((tx) => {
      tx.portalCustomers.remove({ id: 'qm:secret' });
      tx.rememberAnswer('other', { status: 200, headers: {}, body: 'Wiped Forever' });
    });
    const bytes = store.exportFile();
    const text = new TextDecoder('latin1').decode(bytes);
    expect(text.startsWith('SQLite format 3\0')).toBe(true);
    expect([bytes[18], bytes[19]]).toEqual([1, 1]);
    expect(text).not.toContain('Wiped Forever');
    expect(text).toContain('qm:mine');
    expect(store.read((tx) => tx.answerFor('other')?.body)).toBe('Wiped Forever');
  });

  test('written while a log was in use is read as well', async () => {
    const source = await storeWith(fillEveryTable);
    const bytes = source.exportFile();
    bytes[18] = 2;
    bytes[19] = 2;
    const target = await liveStore();
    expect(target.importFile(bytes).ok).toBe(true);
    expect(bytes[18]).toBe(2);
  });

  test('leaves kept answers as they are, and runs what follows in the same transaction', async () => {
    const source = await storeWith(fillEveryTable);
    const target = await liveStore();
    const result = target.importFile(source.exportFile(), (tx) => tx.jobs.put(job('job_after')));
    expect(result.ok).toBe(true);
    target.read((tx) => {
      expect(tx.answerFor('key')?.body).toBe('kept');
      expect(tx.jobs.get({ id: 'job_after' })).toBeDefined();
    });
    const before = target.read(everything);
    const fault = new Error('after');
    expect(() =>
      target.importFile(source.exportFile(), () => {
        throw fault;
      }),
    ).toThrow(fault);
    expect(target.read(everything)).toEqual(before);
  });

  test('of an older release is brought up to date while it is read', async () => {
    const older = await storeWith(fillEveryTable);
    const renamed = {
      name: '0002-renamed',
      up(database: Database) {
        database.exec(`update site set name = name || ' (moved)'`);
      },
    };
    const migrations = [...MIGRATIONS, renamed];
    const sqlite = await loadSqlite();
    const database = databaseOn(sqlite, new sqlite.oo1.DB(':memory:', 'c'));
    migrate(database, migrations);
    const store = storeOn(database, 'memory', undefined, migrations);
    expect(store.importFile(older.exportFile()).ok).toBe(true);
    const names = store.read((tx) => tx.sites.where({}).map((site) => site.name));
    expect(names).toEqual(['source (moved)', 'b (moved)']);
  });
});

describe('a file that is refused leaves the workspace as it was', () => {
  test('an empty one', async () => {
    expectRefusal(await liveStore(), new Uint8Array(), /empty/);
  });

  test('random bytes, a text, a lone header', async () => {
    const store = await liveStore();
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251);
    expectRefusal(store, noise, /not a Drydock workspace/);
    expectRefusal(store, new TextEncoder().encode('id,name\n1,Ada\n'), /not a Drydock workspace/);
    expectRefusal(store, new TextEncoder().encode('SQLite format 3\0'), /not a Drydock workspace/);
  });

  test('a sound one cut short at any page, or within one', async () => {
    const source = await storeWith(fillEveryTable);
    const bytes = source.exportFile();
    const store = await liveStore();
    for (let length = 4096; length < bytes.length; length += 20_480) {
      expectRefusal(store, bytes.slice(0, length), /damaged|not a Drydock/);
    }
    expectRefusal(store, bytes.slice(0, -1), /damaged/);
  });

  test('a sound one with overwritten pages', async () => {
    const source = await storeWith(fillEveryTable);
    const store = await liveStore();
    const { length } = source.exportFile();
    for (let start = 8192; start < length; start += 8192 * 5) {
      const bytes = source.exportFile().fill(0xa5, start, start + 8192);
      expectRefusal(store, bytes, /damaged|not a Drydock/);
    }
  });

  test('an SQLite file of another program', async () => {
    const bytes = await fileWith((database) => {
      database.exec('create table site (id text); insert into site values (1)');
    });
    expectRefusal(await liveStore(), bytes, /not a Drydock workspace/);
  });

  test('one of a later release, with both schema numbers', async () => {
    const bytes = await tampered('pragma user_version = 99');
    const store = await liveStore();
    const before = store.read(everything);
    expect(store.importFile(bytes)).toEqual({
      ok: false,
      error: { code: 'workspace.file-too-new', schema: 99, supported: MIGRATIONS.length },
    });
    expect(store.read(everything)).toEqual(before);
  });

  test('one that only claims to be ours', async () => {
    const bytes = await fileWith((database) => {
      database.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = 1;
        create table workspace (id text)`);
    });
    expectRefusal(await liveStore(), bytes, /not a Drydock workspace|damaged/);
  });

  test.each([
    ['a view in the place of a table', 'drop table site; create view site as select 1 as id'],
    [
      'a computed column',
      `drop table message; create table message (id text primary key not null, site_id text not null,
        at real not null, "to" text not null, kind text generated always as ('x')) strict`,
    ],
    ['a missing table', 'drop table portal_customer'],
    ['a missing column', 'alter table job drop column done'],
  ])('%s', async (_, sql) => {
    expectRefusal(await liveStore(), await tampered(sql), /not a Drydock workspace/);
  });

  test.each([
    ['no settings', 'delete from workspace'],
    ['JSON that is none', `update copy_plan set project_ids = '['`],
    ['JSON of another shape', `update copy_plan set project_ids = '"all"'`],
    [
      'a state that does not exist',
      `pragma ignore_check_constraints = on; update portal_customer set state = 'admin'`,
    ],
    [
      'two accounts under one e-mail key',
      `drop index account_by_email;
        insert into account select '1:twin', email, email_key, name, 1, 1, 1, '', '' from account`,
    ],
  ])('a record that breaks a rule: %s', async (_, sql) => {
    expectRefusal(await liveStore(), await tampered(sql), /record|damaged/);
  });
});

describe('a record that would fail whoever reads it later is found on the way in', () => {
  test.each([
    ['an account of nobody', `delete from account`],
    ['a site without its organization', `delete from organization`],
    ['a request of a project that is gone', `delete from service_project`],
    ['outcomes of a plan that is gone', `delete from copy_plan`],
    ['a customer of no site', `update portal_customer set site_id = 'site_nowhere'`],
  ])('%s', async (_, sql) => {
    const bytes = await tampered(`pragma foreign_keys = off; ${sql}`);
    expectRefusal(await liveStore(), bytes, /counterpart is missing: \w+\.\w+\./);
  });

  test.each([
    ['runs a million times too fast', '$.speed', 1e12],
    ['runs backwards', '$.speed', -1],
    ['stands where no date is', '$.simulatedAt', 1e17],
    ['stands before 1970', '$.wallAt', -5],
  ])('a clock that %s', async (_, path, value) => {
    const sql = `update workspace set clock = json_set(clock, '${path}', ${value})`;
    expectRefusal(await liveStore(), await tampered(sql), /clock/);
  });

  test('a number that is no instant', async () => {
    const bytes = await tampered('update audit_entry set at = 9e999');
    expectRefusal(await liveStore(), bytes, /record/);
  });
});

test('settings given for a file stand in it, and the store is only read', async () => {
  const store = await storeWith(fillEveryTable);
  const before = store.read(everything);
  const clock = { simulatedAt: 5_000, wallAt: 7_000, speed: 60 };
  const bytes = store.exportFile(workspace({ clock }));
  expect(store.read(everything)).toEqual(before);
  const target = await liveStore();
  expect(target.importFile(bytes).ok).toBe(true);
  expect(target.read((tx) => tx.workspace.get({ id: 'workspace' })?.clock)).toEqual(clock);
});

test('triggers and views that somebody put into a file do not run and do not come along', async () => {
  const bytes = await tampered(`
    create table loot (what text);
    create view spy as select * from account;
    create trigger steal after update on site begin
      insert into loot select email from account;
      update portal_customer set state = 'deleted';
    end;`);
  const waking = {
    name: '0002-waking',
    up(database: Database) {
      database.exec('update site set name = name');
    },
  };
  const sqlite = await loadSqlite();
  const database = openInMemory(sqlite);
  const migrations = [...MIGRATIONS, waking];
  migrate(database, migrations);
  const store = storeOn(database, 'memory', undefined, migrations);
  expect(store.importFile(bytes)).toEqual({ ok: true, value: undefined });
  const states = store.read((tx) => tx.portalCustomers.where({}).map((record) => record.state));
  expect(states).toEqual(['active', 'migrated']);
  const extra = database.all(
    `select name from sqlite_schema where name in ('loot', 'spy', 'steal')`,
  );
  expect(extra).toEqual([]);
});
