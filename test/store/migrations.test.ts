import { describe, expect, test } from 'vitest';
import { openInMemory, type Database } from '#src/store/database.ts';
import { APPLICATION_ID, migrate, MIGRATIONS, schemaOf } from '#src/store/migrations.ts';
import type { Migration } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { openStore, prepareStored } from '#src/store/open-store.ts';
import { isDamaged, storeOn } from '#src/store/store.ts';
import { everything } from './memory-store.ts';
import { fillEveryTable } from './sample-records.ts';

async function emptyDatabase(): Promise<Database> {
  return openInMemory(await loadSqlite());
}

/** A step of a later release, for looking at what becomes of older rows. */
const next: Migration = {
  name: '0007-next',
  up(database) {
    database.exec(`alter table site add column region text not null default 'eu'`);
  },
};

describe('the steps', () => {
  test('have names that are contiguous from 1 and never change', () => {
    expect(MIGRATIONS.map((migration) => migration.name)).toEqual([
      '0001-foundation',
      '0002-accounts',
      '0003-copying',
      '0004-copy-selection',
      '0005-servers',
      '0006-scale',
    ]);
    for (const [index, { name }] of MIGRATIONS.entries()) {
      expect(name.slice(0, 5)).toBe(`${String(index + 1).padStart(4, '0')}-`);
    }
  });

  test('0001-foundation: from nothing to a workspace that takes every record', async () => {
    const database = await emptyDatabase();
    expect(database.get('select count(*) from sqlite_schema')).toEqual([0]);
    migrate(database);
    expect(schemaOf(database)).toBe(MIGRATIONS.length);
    expect(database.get('pragma application_id')).toEqual([APPLICATION_ID]);
    expect(database.all('select number, name from migration')).toEqual([
      [1, '0001-foundation'],
      [2, '0002-accounts'],
      [3, '0003-copying'],
      [4, '0004-copy-selection'],
      [5, '0005-servers'],
      [6, '0006-scale'],
    ]);
    const store = storeOn(database, 'memory');
    store.write(fillEveryTable);
    const counts = Object.values(store.read(everything)).map((records) => records.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  test('are not run again on a database that has them', async () => {
    const database = await emptyDatabase();
    migrate(database);
    migrate(database);
    expect(database.get('select count(*) from migration')).toEqual([MIGRATIONS.length]);
  });

  test('0002-accounts: rows of before keep their values and get those of an untouched site', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS.slice(0, 1));
    database.exec(`
      insert into workspace values
        ('workspace', 'demo', '{"simulatedAt":1,"wallAt":2,"speed":60}', 'agent', 9);
      insert into organization values ('organization_1', 'Nord', 'original');
      insert into portal_customer values ('qm:1', 'site_1', 'A@x.example', 'a@x.example', 'A',
        'revoked', 1, null, null, null, 3, 'a@x.example', 'a');
      insert into job values ('job_1', 'copy', 'plan_1', 'site_1', 'running', 'agent', 1, 5, 4, 2);
      insert into message values ('message_1', 'site_1', 4, 'a@x.example', 'verify-email');
      insert into audit_entry values
        ('audit_1', 9, 'simulator', 'import.written', null, 'site_1', 'import_1', '{"rows":3}');
    `);
    migrate(database);
    const records = storeOn(database, 'memory').read(everything);
    expect(records.workspace).toMatchObject([{ persona: 'agent', strict: false, change: 9 }]);
    expect(records.organizations).toMatchObject([
      { name: 'Nord', managedDomains: [], singleSignOn: false },
    ]);
    expect(records.portalCustomers).toMatchObject([
      { state: 'revoked', version: 3, passwordSetAt: null },
    ]);
    expect(records.jobs).toMatchObject([{ kind: 'copy', state: 'running', total: 4, done: 2 }]);
    expect(records.messages).toMatchObject([{ kind: 'verify-email', facts: {} }]);
    expect(records.auditEntries).toMatchObject([{ facts: { rows: 3 }, before: null, after: null }]);
  });

  test('0003-copying: plans of before keep their values, and one can be stopped from now on', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS.slice(0, 2));
    database.exec(`
      insert into copy_plan values ('plan_1', 'Move', 'site_1', 'site_2', 'related',
        '["project_1"]', 'incomplete', 'job_1', 1, 2, 3, 'group_1', 4);
    `);
    migrate(database);
    const store = storeOn(database, 'memory');
    const plan = {
      id: 'plan_1',
      name: 'Move',
      flow: 'copy',
      sourcePlaceId: 'site_1',
      destinationSiteId: 'site_2',
      customers: 'related',
      users: 'related',
      preserveGroupMembership: true,
      projectIds: ['project_1'],
      jobId: 'job_1',
      createdAt: 1,
      startedAt: 2,
      finishedAt: 3,
      importedGroupId: 'group_1',
      archivedAt: null,
      version: 4,
    } as const;
    expect(store.read(everything).copyPlans).toEqual([{ ...plan, state: 'incomplete' }]);
    store.write((tx) => {
      tx.copyPlans.put({ ...plan, state: 'stopped' });
    });
    expect(store.read(everything).copyPlans).toEqual([{ ...plan, state: 'stopped' }]);
  });

  test('0003-copying: outcomes of before count as forecast as they came out', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS.slice(0, 2));
    database.exec(`
      insert into copy_outcome values ('plan_1', 0, 'a@x.example', 'A@x.example', 'A',
        'portal-only', 'atlassian', 'atlassian', 'group', '["review-group"]', 'qm:1', null, '0:1',
        0, 2, 1, 'done', 'a@x.example', 'a');
    `);
    migrate(database);
    expect(storeOn(database, 'memory').read(everything).copyOutcomes).toMatchObject([
      { action: 'group', attention: ['review-group'], forecastAttention: ['review-group'] },
    ]);
  });

  test('0004-copy-selection: plans, outcomes and groups of before stay what they were', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS.slice(0, 3));
    const columns = 'id, name, source_site_id, destination_site_id, customers, project_ids, state';
    database.exec(`
      insert into copy_plan (${columns}, created_at, version) values
        ('plan_1', 'All', 'site_1', 'site_2', 'all', '[]', 'saved', 1, 1),
        ('plan_2', 'Some', 'site_1', 'site_2', 'related', '["project_1"]', 'saved', 1, 1);
      insert into copy_outcome values ('plan_1', 0, 'a@x.example', 'A@x.example', 'A',
        'portal-only', 'atlassian', 'atlassian', 'group', '["review-group"]', 'qm:1', null, '0:1',
        0, 2, 1, 'done', 'a@x.example', 'a', '["review-group"]');
      insert into user_group (id, site_id, name, description, role, is_default, review, version,
        name_search) values ('group_1', 'site_1', 'staff', '', 'agent', 0, 'denied', 2, 'staff');
    `);
    migrate(database);
    const records = storeOn(database, 'memory').read(everything);
    expect(records.copyPlans).toMatchObject([
      { id: 'plan_1', customers: 'all', users: 'all', preserveGroupMembership: true },
      { id: 'plan_2', customers: 'related', users: 'related', preserveGroupMembership: true },
    ]);
    expect(records.copyOutcomes).toMatchObject([{ canOpenAfter: 2, arriving: 1, losing: 0 }]);
    expect(records.groups).toMatchObject([
      { review: 'denied', adminAccess: false, adminReview: 'none' },
    ]);
    expect(records.projectReferences).toEqual([]);
  });

  test('0005-servers: a workspace of before has no server and takes one from now on', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS.slice(0, 4));
    database.exec(`
      insert into site values ('site_1', 'organization_1', 'north', 'paid');
    `);
    migrate(database);
    const store = storeOn(database, 'memory');
    const before = store.read(everything);
    expect(before.sites).toMatchObject([{ id: 'site_1', name: 'north' }]);
    expect([before.servers, before.serverUsers, before.serverFixRows]).toEqual([[], [], []]);
    store.write((tx) => tx.servers.put({ id: 'server_1', name: 'jira', edition: 'server' }));
    expect(store.read(everything).servers).toEqual([
      { id: 'server_1', name: 'jira', edition: 'server' },
    ]);
  });

  test('0005-servers: plans, links and imported groups of before are those of copies', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS.slice(0, 4));
    const columns = 'id, name, source_site_id, destination_site_id, customers, project_ids, state';
    database.exec(`
      insert into copy_plan (${columns}, created_at, version, users) values
        ('plan_1', 'All', 'site_1', 'site_2', 'all', '[]', 'saved', 1, 1, 'related');
      insert into copy_link values ('site_1', 'site_2', 'qm:1', '0:1', 'holder', 'plan_1');
      insert into user_group (id, site_id, name, description, role, is_default, review, version,
        name_search, origin) values ('group_1', 'site_2', 'staff', '', 'agent', 0, 'pending', 1,
        'staff', '{"planId":"plan_1","sourceSiteId":"site_1","reason":"source-group"}');
    `);
    migrate(database);
    const records = storeOn(database, 'memory').read(everything);
    expect(records.copyPlans).toMatchObject([
      { flow: 'copy', sourcePlaceId: 'site_1', users: 'related', archivedAt: null },
    ]);
    expect(records.copyLinks).toMatchObject([{ sourcePlaceId: 'site_1', sourceId: 'qm:1' }]);
    expect(records.groups).toMatchObject([
      { origin: { planId: 'plan_1', sourcePlaceId: 'site_1', reason: 'source-group' } },
    ]);
  });

  test('0006-scale: customer organizations of before have their first version', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS.slice(0, 5));
    database.exec(`
      insert into customer_organization (id, site_id, name, name_search) values
        ('customer-organization_1', 'site_1', 'Harbor', 'harbor');
    `);
    migrate(database);
    expect(storeOn(database, 'memory').read(everything).customerOrganizations).toEqual([
      { id: 'customer-organization_1', siteId: 'site_1', name: 'Harbor', version: 1 },
    ]);
  });

  test('bring an older workspace up and keep its rows', async () => {
    const database = await emptyDatabase();
    migrate(database, MIGRATIONS);
    const store = storeOn(database, 'memory');
    store.write(fillEveryTable);
    const before = store.read(everything);
    migrate(database, [...MIGRATIONS, next]);
    expect(schemaOf(database)).toBe(MIGRATIONS.length + 1);
    expect(store.read(everything)).toEqual(before);
    expect(database.all('select id, region from site order by id')).toEqual([
      ['site_1', 'eu'],
      ['site_2', 'eu'],
    ]);
  });

  test('are all taken back when one of them fails', async () => {
    const database = await emptyDatabase();
    migrate(database);
    const broken: Migration = {
      name: '0008-broken',
      up() {
        throw new Error('broken step');
      },
    };
    expect(() => migrate(database, [...MIGRATIONS, next, broken])).toThrow('broken step');
    expect(schemaOf(database)).toBe(MIGRATIONS.length);
    expect(
      database.all(`select name from pragma_table_info('site') where name = 'region'`),
    ).toEqual([]);
  });
});

describe('opening what is stored', () => {
  test('a workspace of a later release is refused and not touched', async () => {
    const database = await emptyDatabase();
    migrate(database, [...MIGRATIONS, next]);
    expect(() => prepareStored(database)).toThrow(expect.objectContaining({ reason: 'too-new' }));
    expect(schemaOf(database)).toBe(MIGRATIONS.length + 1);
  });

  test("another program's database is refused and not touched", async () => {
    const database = await emptyDatabase();
    database.exec('create table diary (entry text); pragma user_version = 1');
    expect(() => prepareStored(database)).toThrow(expect.objectContaining({ reason: 'damaged' }));
    expect(database.all('select name from sqlite_schema')).toEqual([['diary']]);
    database.exec('pragma user_version = 0');
    expect(() => prepareStored(database)).toThrow(expect.objectContaining({ reason: 'damaged' }));
  });

  test('steps under other names than ours are refused', async () => {
    const database = await emptyDatabase();
    migrate(database, [{ name: '0001-other', up: MIGRATIONS[0]!.up }]);
    expect(() => prepareStored(database)).toThrow(expect.objectContaining({ reason: 'damaged' }));
  });

  test('a database with a broken page is reported as damaged', async () => {
    const database = await emptyDatabase();
    migrate(database);
    const store = storeOn(database, 'memory');
    store.write(fillEveryTable);
    expect(isDamaged(database)).toBe(false);
    const root = database.get(`select rootpage from sqlite_schema where name = 'portal_customer'`);
    database.run('update sqlite_dbpage set data = zeroblob(8192) where pgno = ?', [root![0]!]);
    expect(isDamaged(database)).toBe(true);
    // Of a large database as well, where tables of few rows are looked through.
    expect(isDamaged(database, 0)).toBe(true);
    expect(() => prepareStored(database)).toThrow(expect.objectContaining({ reason: 'damaged' }));
  });
});

test('without OPFS a durable store is refused as unavailable', async () => {
  await expect(openStore({ place: 'durable', directory: '.none' })).rejects.toMatchObject({
    name: 'StoreOpenError',
    reason: 'unavailable',
  });
});
