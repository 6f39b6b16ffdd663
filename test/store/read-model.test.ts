/* The lists in memory against the same lists from SQL, which are the reference. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PortalCustomerQuery } from '#src/application/ports.ts';
import type { PortalCustomerId } from '#src/domain/ids.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import { openInMemory, type Database } from '#src/store/database.ts';
import { sqlLists } from '#src/store/lists/sql-lists.ts';
import { sqlQueries } from '#src/store/queries/sql-queries.ts';
import { migrate, MIGRATIONS } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn } from '#src/store/store.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { drawer, manyCustomer } from '../support/many-people.ts';
import { LONG, runHistories, slowLoading, WAYS_TO_LOAD, type Change } from './list-histories.ts';
import { customer, OTHER_SITE, SITE, workspace } from './sample-records.ts';

const STATES = ['active', 'revoked', 'migrating', 'migrated', 'deleted'] as const;
const SORTS = ['name', 'email', 'state', 'lastLogin'] as const;
/** Few letters, so that searches hit and names collide; beyond Latin-1 and beyond 16 bits as well. */
const letters = fc.constantFrom('a', 'B', 'é', 'ß', 'σ', '%', '🛶', '\uFB01', '\u00FE', '\0', '日');
const word = fc.string({ unit: letters, maxLength: 9 });
const ids = fc.nat({ max: 14 }).map((number): PortalCustomerId => `qm:${(number * 7) % 15}`);
const sites = fc.constantFrom(SITE, OTHER_SITE);

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        id: ids,
        siteId: sites,
        name: word,
        email: word,
        state: fc.constantFrom(...STATES),
        lastLoginAt: fc.option(fc.constantFrom(-1.5, 0, 7, 1e12)),
      })
      .map(
        ({ id, ...values }): Change =>
          (tx) =>
            tx.portalCustomers.put(named(id, values)),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ id: ids, state: fc.constantFrom(...STATES) })
      .map(({ id, state }): Change => (tx) => {
        const present = tx.portalCustomers.get({ id });
        if (present) tx.portalCustomers.put({ ...present, state });
      }),
  },
  {
    weight: 2,
    arbitrary: ids.map(
      (id): Change =>
        (tx) =>
          tx.portalCustomers.remove({ id }),
    ),
  },
  {
    // The new row gets the number of the old one, and everything of it but its id.
    weight: 1,
    arbitrary: fc.tuple(ids, ids).map(([id, other]): Change => (tx) => {
      const present = tx.portalCustomers.get({ id });
      if (!present) return;
      tx.portalCustomers.remove({ id });
      tx.portalCustomers.put({ ...present, id: other, emailKey: other });
    }),
  },
  {
    weight: 1,
    arbitrary: sites.map(
      (siteId): Change =>
        (tx) =>
          tx.portalCustomers.removeWhere({ siteId }),
    ),
  },
);

const queries: fc.Arbitrary<PortalCustomerQuery> = fc.record({
  siteId: sites,
  search: fc.oneof(
    fc.constant(''),
    fc.string({ unit: letters, maxLength: 2 }),
    fc.constant('\uD83D'),
  ),
  state: fc.option(fc.constantFrom(...STATES), { freq: 2 }),
  sort: fc.constantFrom(...SORTS),
  direction: fc.constantFrom('ascending', 'descending'),
  offset: fc.nat({ max: 8 }),
  limit: fc.integer({ min: 1, max: 12 }),
});

describe('lists in memory', () => {
  test.each(WAYS_TO_LOAD)(
    '%s equal those of SQL through any history',
    async (_, listsAtOnce) => {
      const compared = await runHistories({ changes, questions: queries, compare, listsAtOnce });
      expect(compared).toBeGreaterThan(1_000);
    },
    LONG,
  );

  test(
    'equal those of SQL for many people, at every depth, while they change',
    async () => {
      const count = 5_500;
      const database = openInMemory(await loadSqlite());
      migrate(database);
      const store = storeOn(database, 'memory', undefined, MIGRATIONS, 0);
      store.write((tx) => {
        for (let at = 0; at < count; at += 1) {
          tx.portalCustomers.put(manyCustomer(at, at % 5 === 0 ? OTHER_SITE : SITE));
        }
      });
      const draw = drawer(1, 1);
      let pauses = 0;
      await store.loadLists(SITE, async () => {
        pauses += 1;
        store.write((tx) => changeSome(tx, draw, count));
      });
      expect(pauses).toBeGreaterThan(6);
      for (let round = 0; round < 4; round += 1) {
        store.read((tx) =>
          deepQueries(draw, count).forEach((query) => compare(tx, database, query)),
        );
        store.write((tx) => changeSome(tx, draw, count));
      }
      store.close();
    },
    LONG,
  );
});

describe('a list in memory', () => {
  test('reads nothing but the rows of its page', async () => {
    const { store, asked } = await watched();
    store.read((tx) => tx.lists.portalCustomers(plain({ search: 'a' })));
    asked.length = 0;
    const page = store.read((tx) => tx.lists.portalCustomers(plain({ search: 'a', limit: 3 })));
    expect(page.items).toHaveLength(3);
    expect(asked.filter((sql) => sql.includes('portal_customer'))).toEqual([
      expect.stringContaining('where rowid in (select value from json_each(?))'),
    ]);
  });

  test('comes from SQL while its transaction has written into it, and only then', async () => {
    const { store, asked } = await watched();
    store.write((tx) => {
      asked.length = 0;
      tx.lists.portalCustomers(plain({}));
      expect(asked.some((sql) => sql.includes('count(*)'))).toBe(false);
      tx.portalCustomers.put(customer('qm:new', { name: 'AAA' }));
      expect(tx.lists.portalCustomers(plain({})).items[0]?.name).toBe('AAA');
      expect(asked.some((sql) => sql.includes('count(*)'))).toBe(true);
    });
    asked.length = 0;
    expect(store.read((tx) => tx.lists.portalCustomers(plain({}))).items[0]?.name).toBe('AAA');
    expect(asked.some((sql) => sql.includes('count(*)'))).toBe(false);
  });

  test('needs no SQL after a write that was taken back', async () => {
    const { store, asked } = await watched();
    store.read((tx) => tx.lists.portalCustomers(plain({})));
    store.rehearse((tx) => tx.portalCustomers.put(customer('qm:new', { name: 'AAA' })));
    asked.length = 0;
    expect(store.read((tx) => tx.lists.portalCustomers(plain({}))).items[0]?.name).toBe('Ada');
    expect(asked.some((sql) => sql.includes('count(*)'))).toBe(false);
  });

  test('gives way to SQL where it could not be brought up to date, and the write stands', async () => {
    const { store, asked, failNextScan } = await watched();
    store.read((tx) => tx.lists.portalCustomers(plain({})));
    failNextScan();
    store.write((tx) => tx.portalCustomers.put(customer('qm:new', { name: 'AAA' })));
    expect(store.listBytes).toBe(0);
    expect(store.read((tx) => tx.lists.portalCustomers(plain({}))).items[0]?.name).toBe('AAA');
    expect(asked).not.toEqual([]);
  });

  test('puts a customer into its place whose row had another of the same name and address', async () => {
    const { store } = await watched();
    const same = { name: 'Zoë', email: 'zoe@example.com' };
    store.write((tx) => {
      tx.portalCustomers.put(customer('qm:5', { ...same, emailKey: 'five' }));
      tx.portalCustomers.put(customer('qm:9', { ...same, emailKey: 'nine' }));
    });
    const last = () =>
      store.read((tx) => tx.lists.portalCustomers(plain({ search: 'zoe@' }))).items;
    expect(last().map((row) => row.id)).toEqual(['qm:5', 'qm:9']);
    store.write((tx) => {
      tx.portalCustomers.remove({ id: 'qm:9' });
      tx.portalCustomers.put(customer('qm:1', { ...same, emailKey: 'one' }));
    });
    expect(last().map((row) => row.id)).toEqual(['qm:1', 'qm:5']);
  });

  test('takes memory until nobody has asked for it for a while', async () => {
    const { store } = await watched();
    store.read((tx) => tx.lists.portalCustomers(plain({})));
    expect(store.listBytes).toBeGreaterThan(0);
    store.dropUnusedLists();
    store.read((tx) => tx.lists.portalCustomers(plain({})));
    store.dropUnusedLists();
    expect(store.listBytes).toBeGreaterThan(0);
    store.dropUnusedLists();
    expect(store.listBytes).toBe(0);
  });

  test('is loaded after a long write that began meanwhile, with what it wrote', async () => {
    const database = openInMemory(await loadSqlite());
    migrate(database);
    const store = storeOn(database, 'memory', undefined, MIGRATIONS, 0);
    store.write((tx) => tx.portalCustomers.put(customer('qm:1')));
    const loading = slowLoading(store);
    await loading.step();
    const writing = store.writeInSlices(
      function* (tx) {
        tx.portalCustomers.put(customer('qm:2'));
        yield { done: 1, total: 2 };
        tx.portalCustomers.put(customer('qm:3'));
      },
      () => loading.step(),
      () => undefined,
    );
    await writing;
    await loading.end();
    expect(store.listBytes).toBeGreaterThan(0);
    const page = store.read((tx) => tx.lists.portalCustomers(plain({})));
    expect(page.items.map((row) => row.id)).toEqual(['qm:1', 'qm:2', 'qm:3']);
  });
});

function named(id: PortalCustomerId, values: Partial<PortalCustomer>): PortalCustomer {
  // One profile per address: the key is made from the id, so that texts may be equal.
  return customer(id, { ...values, emailKey: id });
}

function plain(values: Partial<PortalCustomerQuery>): PortalCustomerQuery {
  return {
    siteId: SITE,
    search: '',
    state: null,
    sort: 'name',
    direction: 'ascending',
    offset: 0,
    limit: 50,
    ...values,
  };
}

function compare(tx: StoreTx, database: Database, query: PortalCustomerQuery): void {
  expect(tx.lists.portalCustomers(query)).toEqual(sqlLists(database).portalCustomers(query));
  expect(tx.queries.portalCustomerCounts(query.siteId)).toEqual(
    sqlQueries(database).portalCustomerCounts(query.siteId),
  );
  const selection = { by: 'filter', search: query.search, state: query.state } as const;
  const selected = sqlQueries(database).selectedPortalCustomers(query.siteId, selection);
  expect(tx.queries.selectedPortalCustomers(query.siteId, selection)).toEqual(selected);
}

async function watched() {
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const asked: string[] = [];
  let fails = false;
  const watching: Database = {
    ...database,
    scan: (sql, values, visit) => {
      if (fails) {
        fails = false;
        throw new RangeError('Array buffer allocation failed');
      }
      database.scan(sql, values, visit);
    },
    all: (sql, values) => {
      asked.push(sql);
      return database.all(sql, values);
    },
    get: (sql, values) => {
      asked.push(sql);
      return database.get(sql, values);
    },
  };
  const store = storeOn(watching, 'memory');
  store.write((tx) => {
    tx.workspace.put(workspace());
    for (const name of ['Ada', 'Anna', 'Bea', 'Carla']) {
      tx.portalCustomers.put(customer(`qm:${name}`, { name }));
    }
  });
  return { store, asked, failNextScan: () => (fails = true) };
}

function changeSome(tx: StoreTx, draw: (below: number) => number, count: number): void {
  for (let change = 0; change < 20; change += 1) {
    const person = manyCustomer(draw(count + 500), SITE);
    const kind = draw(5);
    if (kind === 0) tx.portalCustomers.remove({ id: person.id });
    else if (kind === 1) tx.portalCustomers.put({ ...person, state: 'revoked' });
    else if (kind === 2) tx.portalCustomers.put({ ...person, name: `${person.name} ${draw(9)}` });
    else if (kind === 3) tx.portalCustomers.put({ ...person, lastLoginAt: draw(1e9) });
    else tx.portalCustomers.put(person);
  }
}

function deepQueries(draw: (below: number) => number, count: number): PortalCustomerQuery[] {
  return SORTS.flatMap((sort) =>
    (['ascending', 'descending'] as const).flatMap((direction) =>
      ['', 'an', 'さく', 'ström', 'EXAMPLE', '🛶'].map((search) =>
        plain({
          sort,
          direction,
          search,
          state: draw(3) === 0 ? 'revoked' : null,
          offset: draw(2) === 0 ? draw(200) : draw(count),
        }),
      ),
    ),
  );
}
