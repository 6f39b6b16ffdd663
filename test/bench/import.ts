/*
 * `npm run bench -- import 10000 100000 1000000`: a file of these many customers through the whole
 * backend, in memory, beside the limits of the same run: parsing its text, inserting its rows into a
 * table without indexes, and making the indexes.
 */
import Papa from 'papaparse';
import { createBackend, type Backend } from '#src/server/backend.ts';
import { openInMemory, type Database } from '#src/store/database.ts';
import { migrate } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn, type Store } from '#src/store/store.ts';
import { SLICE_MS } from '#src/server/long-works.ts';
import { portalCustomerTable } from '#src/store/tables/directory-tables.ts';
import { manyCustomer } from '../support/many-people.ts';

const SITE = 'site_harbor-support';
const HEADING = 'username,full_name,email,active,last_login';
/** What exports hold beside what is loaded: it makes the rows as long as real ones. */
const MEGABYTE = 1_000_000;

/** Measures one size after the other and says one figure at a time. */
export async function benchImport(
  sizes: readonly number[],
  say: (figure: object) => void,
): Promise<void> {
  let before: { readonly size: number; readonly total: number } | undefined;
  for (const size of sizes) {
    const bytes = fileOf(size);
    const limits = await limitsOf(bytes, size);
    const limit = limits.parse + limits.insert + limits.index;
    const { check, write, longestBlock } = await load(bytes);
    const total = check + write;
    say({
      figure: 'import of a file, validated and written',
      rows: size,
      megabytes: round(bytes.length / MEGABYTE),
      checkMs: round(check),
      writeMs: round(write),
      totalMs: round(total),
      goalMs: size >= 1_000_000 ? 20_000 : null,
      limitsMs: { ...mapped(limits), sum: round(limit) },
      ratio: round(total / limit),
      goalRatio: 2,
      longestBlockMs: round(longestBlock),
      goalBlockMs: 50,
      heapMegabytes: round(process.memoryUsage().rss / MEGABYTE),
      growth: before ? round(total / before.total / (size / before.size)) : null,
    });
    before = { size, total };
  }
}

/** An export of portal-only customers; the third column makes a row as long as a real one's. */
function fileOf(size: number): Uint8Array<ArrayBuffer> {
  const lines = [HEADING];
  for (let number = 0; number < size; number += 1) {
    const { id, name, email } = manyCustomer(number, SITE);
    lines.push(`${id}:${number},"${name}",${email},${number % 9 === 0 ? 'No' : 'Yes'},2021-11-19`);
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

async function limitsOf(bytes: Uint8Array, size: number) {
  const parse = timed(() => {
    Papa.parse(new TextDecoder().decode(bytes), { delimiter: ',', newline: '\n' });
  });
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const table = portalCustomerTable;
  const indexes = database.all(
    `select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null`,
    [table.name],
  );
  for (const [name] of indexes) database.exec(`drop index "${String(name)}"`);
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const marks = table.columns.map(() => '?').join(', ');
  const sql = `insert into ${table.name} (${columns}) values (${marks})`;
  const rows = Array.from({ length: size }, (_, number) =>
    table.encode(manyCustomer(number, SITE)),
  );
  const insert = timed(() => {
    database.transaction(() => {
      for (const row of rows) database.run(sql, row);
    });
  });
  const index = timed(() => {
    for (const [, create] of indexes) {
      const made = String(create).replace('create unique index', 'create index');
      database.exec(made);
    }
  });
  database.close();
  return { parse, insert, index };
}

async function load(bytes: Uint8Array<ArrayBuffer>) {
  const { backend, database, longest } = await openBackend();
  const { id } = await ask<{ id: string }>(backend, 'POST', `/sites/${SITE}/imports`);
  const check = await timedAsync(() =>
    ask(backend, 'POST', `/imports/${id}/files?name=many.csv`, bytes),
  );
  const write = await timedAsync(() => ask(backend, 'POST', `/imports/${id}/write`));
  const longestBlock = longest();
  backend.close();
  database.close();
  return { check, write, longestBlock };
}

async function openBackend(): Promise<{
  backend: Backend;
  database: Database;
  longest: () => number;
}> {
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const { store, longest } = watchBlocks(storeOn(database, 'memory', () => undefined));
  const backend = createBackend({
    store,
    storage: 'memory',
    wallNow: () => Date.now(),
    uuid: () => crypto.randomUUID(),
    scenario: 'blank',
  });
  return { backend, database, longest };
}

async function ask<T>(
  backend: Backend,
  method: string,
  path: string,
  body: Uint8Array<ArrayBuffer> | null = null,
): Promise<T> {
  const answer = await backend.handle({ method, path, headers: {}, body });
  const text = new TextDecoder().decode(answer.body ?? new Uint8Array());
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text) as T;
}

/** The longest time between two moments at which others may be heard; a slice is added to each. */
function watchBlocks(store: Store): { readonly store: Store; longest(): number } {
  let longest = 0;
  const watched: Pick<Store, 'writeInSlices'> = {
    async writeInSlices(work, pause, onProgress) {
      let last = performance.now();
      const look = () => {
        longest = Math.max(longest, performance.now() - last);
      };
      const paused = async () => {
        look();
        await pause();
        last = performance.now();
      };
      const result = await store.writeInSlices(work, paused, onProgress);
      look();
      return result;
    },
  };
  return {
    store: Object.assign(Object.create(store) as Store, watched),
    longest: () => longest + SLICE_MS,
  };
}

function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function mapped<N extends string>(values: Readonly<Record<N, number>>): Record<N, number> {
  const entries = Object.entries<number>(values).map(([name, value]) => [name, round(value)]);
  return Object.fromEntries(entries) as Record<N, number>;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
