/*
 * Measures the lists of large sites in Node, by hand:
 *   node --expose-gc --disable-warning=MODULE_TYPELESS_PACKAGE_JSON test/bench/read-model.ts 10000 100000
 * With `--accounts`, as many accounts as well. One line of JSON per figure; `limit` is what the machine could do at best, measured in the same run.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Lists, PortalCustomerQuery, Tx } from '#src/application/ports.ts';
import type { SiteId } from '#src/domain/ids.ts';
import { sqlLists } from '#src/store/lists/sql-lists.ts';
import { openInMemory } from '#src/store/database.ts';
import { migrate, MIGRATIONS } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn } from '#src/store/store.ts';
import { portalCustomerTable } from '#src/store/tables/directory-tables.ts';
import { drawer, manyAccount, manyCustomer, type Draw } from '../support/many-people.ts';
import {
  cpuSince,
  megabytes,
  memory,
  rounded,
  series,
  spread,
  timed,
  timedAsync,
} from './timing.ts';

const SITE: SiteId = 'site_1';
const SORTS = ['name', 'email', 'state', 'lastLogin'] as const;
const STATES = [null, null, 'active', 'revoked', 'migrating', 'migrated'] as const;
const ROLES = [null, 'none', 'customer', 'agent'] as const;
const LIST_QUERIES = 400;
const SEARCHES = 200;
const SQL_QUERIES = 8;
/** Rows of one write. */
const BATCH = 10_000;
/** Rows that limits of writing are measured with. */
const SAMPLE = 100_000;

const { values: options, positionals } = parseArgs({
  options: { accounts: { type: 'boolean', default: false } },
  allowPositionals: true,
});
for (const size of positionals.map(Number)) await measure(size, options.accounts);

async function measure(size: number, withAccounts: boolean): Promise<void> {
  const figure = (name: string, values: object) => {
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    process.stdout.write(`${JSON.stringify({ customers: size, figure: name, ...values, load })}\n`);
  };
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const listsAtOnce = withAccounts ? Infinity : 0;
  const store = storeOn(database, 'memory', undefined, MIGRATIONS, listsAtOnce);
  if (withAccounts) store.write(addSite);

  const sample = Array.from({ length: Math.min(size, SAMPLE) }, (_, at) => manyCustomer(at, SITE));
  const encoding = timed(() => sample.map((customer) => portalCustomerTable.encode(customer)));
  const inserting = timed(() => insertPlainly(encoding.result));
  const writing = { ms: 0, cpuMs: 0 };
  for (let from = 0; from < size; from += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, at) => manyCustomer(from + at, SITE));
    const { ms, cpuMs } = timed(() => {
      store.write((tx) => {
        for (const customer of batch) tx.portalCustomers.put(customer);
      });
    });
    writing.ms += ms;
    writing.cpuMs += cpuMs;
  }
  figure('insert by records, rows a second of processor time', {
    value: perSecond(size, writing.cpuMs),
    limit: {
      encode: perSecond(sample.length, encoding.cpuMs),
      insert: perSecond(sample.length, inserting.cpuMs),
    },
  });

  const draw = drawer(size, 7);
  const sql = sqlLists(database);
  figure(
    'list page with total, from SQL',
    series(SQL_QUERIES, () => void sql.portalCustomers(listQuery(draw, size))),
  );

  const before = memory();
  const slices: number[] = [];
  const sliceCpu: number[] = [];
  let sliceBegan = performance.now();
  let sliceUsage = process.threadCpuUsage();
  const filling = await timedAsync(() =>
    store.loadLists(SITE, async () => {
      slices.push(performance.now() - sliceBegan);
      sliceCpu.push(cpuSince(sliceUsage));
      await Promise.resolve();
      sliceBegan = performance.now();
      sliceUsage = process.threadCpuUsage();
    }),
  );
  const reading = timed(() => readPlainly());
  figure('fill with all four orders', {
    ms: rounded(filling.ms),
    cpuMs: rounded(filling.cpuMs),
    slice: spread(slices),
    longestSliceCpuMs: rounded(Math.max(...sliceCpu)),
    slices: slices.length,
    limit: { readCpuMs: rounded(reading.cpuMs) },
  });
  const after = memory();
  figure('memory', {
    columnsMB: megabytes(store.listBytes),
    processMB: megabytes(after - before),
    bytesPerCustomer: Math.round(store.listBytes / size),
  });

  const bytes = new Uint8Array(size).fill(1);
  const scan = series(20, () => void bytes.reduce((sum, value) => sum + value, 0));
  figure('list page with total, any filter, sort, offset', {
    ...asked(LIST_QUERIES, () => withinTotal(listQuery(draw, 1))),
    limit: { scanMs: scan.p50 },
  });
  const chunks = searchable(size);
  const search = series(20, () => void chunks.filter((chunk) => chunk.includes('zqzq')));
  figure('text search with total, any filter, sort, offset', {
    ...asked(SEARCHES, () => {
      const { email, name } = manyCustomer(draw(size), SITE);
      return { ...listQuery(draw, 50), search: part(`${email}${name}`, draw) };
    }),
    limit: { scanMs: search.p50 },
  });
  for (const wanted of ['a', 'an', 'example', 'zqzq', 'ström']) {
    let counter = 0;
    figure(`text search for '${wanted}'`, {
      ...asked(20, () => {
        // A search that was just made is remembered: others push it out.
        for (let other = 0; other < 4; other += 1) {
          list({ ...listQuery(draw, 50), search: `zq${(counter += 1)}` });
        }
        return { ...listQuery(draw, 50), search: wanted };
      }),
      limit: { scanMs: search.p50 },
    });
  }
  figure('one change of a name, then a list', {
    ...series(30, () => {
      const customer = manyCustomer(draw(size), SITE);
      store.write((tx) => tx.portalCustomers.put({ ...customer, name: `Changed ${draw(1e6)}` }));
      list({ ...listQuery(draw, 50), sort: 'name' });
    }),
  });
  const commit = series(100, () => {
    const customer = manyCustomer(draw(size), SITE);
    store.write((tx) => tx.portalCustomers.put({ ...customer, state: 'migrating' }));
  });
  figure('one change of a state, with the model', commit);
  if (withAccounts) {
    accounts();
    duplicates();
  }
  store.close();

  function accounts(): void {
    for (let from = 0; from < size; from += BATCH) {
      store.write((tx) => {
        for (let at = from; at < from + BATCH; at += 1) addAccount(tx, at);
      });
    }
    figure(
      'accounts from SQL',
      series(SQL_QUERIES, () => listAccounts(sql)),
    );
    forget();
    const loading = timed(() => store.read((tx) => listAccounts(tx.lists)));
    figure('accounts, first list with what it loads', { ms: rounded(loading.ms) });
    figure(
      'accounts with total, any filter, search, offset',
      store.read((tx) => series(LIST_QUERIES, () => listAccounts(tx.lists))),
    );
  }

  function duplicates(): void {
    const fromSql = series(2, () => void sql.duplicates(duplicateQuery(draw, size)));
    figure('duplicates from SQL', fromSql);
    const loading = timed(() =>
      store.read((tx) => tx.lists.duplicates(duplicateQuery(draw, size))),
    );
    figure('duplicates, first list with both kinds of people and the join', {
      ms: rounded(loading.ms),
    });
    figure(
      'duplicates with total, any search and offset',
      store.read((tx) =>
        series(LIST_QUERIES, () => void tx.lists.duplicates(duplicateQuery(draw, size))),
      ),
    );
  }

  /** What is dropped is read anew by the next list. */
  function forget(): void {
    store.dropUnusedLists();
    store.dropUnusedLists();
  }

  function listAccounts(lists: Lists): void {
    lists.accounts({
      siteId: SITE,
      organizationId: 'organization_1',
      search: draw(2) === 0 ? '' : 'an',
      state: draw(2) === 0 ? 'active' : null,
      role: ROLES[draw(ROLES.length)] ?? null,
      offset: draw(size / 20),
      limit: 50,
    });
  }

  function list(query: PortalCustomerQuery): number {
    return store.read((tx) => tx.lists.portalCustomers(query)).total;
  }

  /** Another question each time, made before its answer is timed. */
  function asked(count: number, question: () => PortalCustomerQuery) {
    let query = question();
    return series(
      count,
      () => {
        query = question();
      },
      () => void list(query),
    );
  }

  function withinTotal(query: PortalCustomerQuery): PortalCustomerQuery {
    return { ...query, offset: draw(Math.max(1, list({ ...query, limit: 1 }))) };
  }

  function insertPlainly(rows: readonly (string | number | null)[][]): void {
    const columns = portalCustomerTable.columns.map((column) => `"${column}"`).join(', ');
    const marks = portalCustomerTable.columns.map(() => '?').join(', ');
    const insert = `insert into portal_customer (${columns}) values (${marks})`;
    database.begin();
    for (const row of rows) database.run(insert, row);
    database.rollback();
  }

  function readPlainly(): void {
    let sum = 0;
    database.scan(
      'select rowid, state, last_login_at, email_search, name_search from portal_customer',
      [],
      (row) => (sum += row.textStart(3) + row.textStart(4)),
    );
    if (sum === 0) throw new Error('Nothing was read');
  }
}

function listQuery(draw: Draw, furthest: number): PortalCustomerQuery {
  return {
    siteId: SITE,
    search: '',
    state: STATES[draw(STATES.length)] ?? null,
    sort: SORTS[draw(SORTS.length)] ?? 'name',
    direction: draw(2) === 0 ? 'ascending' : 'descending',
    offset: draw(furthest),
    limit: 50,
  };
}

function duplicateQuery(draw: Draw, size: number) {
  return {
    siteId: SITE,
    search: draw(2) === 0 ? '' : 'an',
    offset: draw(size / 2),
    limit: 50,
  };
}

function addSite(tx: Tx): void {
  tx.sites.put({ id: SITE, organizationId: 'organization_1', name: 'site', subscription: 'paid' });
  for (const [at, role] of (['agent', 'customer', 'none'] as const).entries()) {
    tx.groups.put({
      id: `group_${at}`,
      siteId: SITE,
      name: role,
      description: '',
      role,
      isDefault: true,
      review: 'none',
      adminAccess: false,
      adminReview: 'none',
      origin: null,
      reviewedAt: null,
      version: 1,
    });
  }
}

function addAccount(tx: Tx, number: number): void {
  const account = manyAccount(number);
  const accountId = account.id;
  const isActive = number % 9 !== 0;
  tx.accounts.put(account);
  tx.siteAccess.put({
    siteId: SITE,
    accountId,
    status: isActive ? 'active' : 'suspended',
    userKey: accountId,
    lastSeenAt: null,
  });
  tx.directoryUsers.put({
    organizationId: 'organization_1',
    accountId,
    status: number % 30 === 0 ? 'deactivated' : 'active',
    addedAt: 0,
  });
  if (number % 4 !== 0) tx.memberships.put({ groupId: `group_${number % 3}`, accountId });
}

function perSecond(rows: number, ms: number): number {
  return Math.round((rows / ms) * 1000);
}

/** Three to six characters out of a text. */
function part(text: string, draw: Draw): string {
  const from = draw(Math.max(1, text.length - 6));
  return text.slice(from, from + 3 + draw(4));
}

/** The same texts as the model holds, in strings of the same length. */
function searchable(size: number): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < size; from += 4096) {
    const texts = Array.from({ length: Math.min(4096, size - from) }, (_, at) => {
      const { email, name } = manyCustomer(from + at, SITE);
      return `${email}${name}`.toLowerCase();
    });
    chunks.push(Buffer.from(texts.join('')).toString());
  }
  return chunks;
}
