/* How SQLite finds the customers of a large site: by address, and the first ones by name. */
import { expect, test } from 'vitest';
import type { SiteId } from '#src/domain/ids.ts';
import { openInMemory, type Database, type SqlValue } from '#src/store/database.ts';
import { sqlLists } from '#src/store/lists/sql-lists.ts';
import { migrate } from '#src/store/migrations.ts';
import { sqlQueries } from '#src/store/queries/sql-queries.ts';
import { loadSqlite } from '#src/store/sqlite.ts';

const siteId: SiteId = 'site_1';
const list = { search: '', offset: 0, limit: 25 };
const everybody = { ...list, siteId, state: null };

type Read = (database: Database) => unknown;

test.each<readonly [string, string, Read]>([
  [
    'the profile of an address',
    'portal_customer_by_email (site_id=? AND email_key=?)',
    (database) => sqlQueries(database).portalCustomerByEmail(siteId, 'a'),
  ],
  [
    'a deleted profile of an address',
    'portal_customer_deleted (site_id=? AND email_key=?)',
    (database) => sqlQueries(database).deletedPortalCustomer(siteId, 'a'),
  ],
  [
    'the profiles of addresses that need attention',
    'portal_customer_by_email (site_id=? AND email_key=?)',
    (database) => sqlQueries(database).openAttention('copy-plan_1'),
  ],
  [
    'duplicates',
    'portal_customer_by_email (site_id=? AND email_key=?)',
    (database) => sqlLists(database).duplicates({ ...list, siteId }),
  ],
  [
    'how many are listed',
    'portal_customer_by_email (site_id=?)',
    (database) =>
      sqlLists(database).portalCustomers({ ...everybody, sort: 'name', direction: 'ascending' }),
  ],
  [
    'how many are migrated',
    'portal_customer_migrated (site_id=?)',
    (database) => sqlQueries(database).portalCustomerCounts(siteId),
  ],
  [
    'the first by name',
    'portal_customer_by_name (site_id=?)',
    (database) =>
      sqlLists(database).portalCustomers({ ...everybody, sort: 'name', direction: 'ascending' }),
  ],
  [
    'the last by name',
    'portal_customer_by_name (site_id=?)',
    (database) =>
      sqlLists(database).portalCustomers({ ...everybody, sort: 'name', direction: 'descending' }),
  ],
])('%s come from the index %s', async (_, index, read) => {
  const plans = await plansOf(read);
  expect(plans).toContainEqual(expect.stringContaining(index));
});

test('the first by name are not sorted but for those of one name', async () => {
  const plans = await plansOf((database) =>
    sqlLists(database).portalCustomers({ ...everybody, sort: 'name', direction: 'descending' }),
  );
  expect(plans.filter((plan) => plan.includes('ORDER BY'))).toEqual([
    expect.stringContaining('LAST TERM OF ORDER BY'),
    // The page itself, once it is known.
    expect.stringContaining('TEMP B-TREE FOR ORDER BY'),
  ]);
});

/** How SQLite goes about all statements of a read, line by line. */
async function plansOf(read: Read): Promise<string[]> {
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const asked: [string, readonly SqlValue[]][] = [];
  read({
    ...database,
    all: (sql, values = []) => {
      asked.push([sql, values]);
      return database.all(sql, values);
    },
    get: (sql, values = []) => {
      asked.push([sql, values]);
      return database.get(sql, values);
    },
  });
  const plans = asked.flatMap(([sql, values]) =>
    database.all(`explain query plan ${sql}`, values).map((row) => String(row[3])),
  );
  database.close();
  return plans;
}
