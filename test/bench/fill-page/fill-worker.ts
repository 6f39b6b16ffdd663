/*
 * Writes the generator's people straight into the stored workspace, and measures what this storage
 * can do at best: the limits that the product's figures stand beside.
 */
import type { SiteId } from '#src/domain/ids.ts';
import { scenarioByName } from '#src/application/scenarios/catalogue.ts';
import { databaseOn, type Database } from '#src/store/database.ts';
import { acquirePool, FILE_NAME } from '#src/store/durable-pool.ts';
import { migrate } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn } from '#src/store/store.ts';
import { manyCustomer } from '../../support/many-people.ts';

/** Milliseconds, and bytes of the file. */
export type Filled = {
  readonly insertMs: number;
  readonly indexMs: number;
  readonly fileBytes: number;
  readonly flushMs: readonly number[];
};

const SITE: SiteId = 'site_harbor-support';
/** Rows of one write. */
const BATCH = 10_000;
const FLUSHES = 100;
const PAGE_BYTES = 8_192;

/** The worker's end of the page's `Worker`; the page's type library does not know it. */
const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;

page.addEventListener('message', ({ data }: MessageEvent<number>) => {
  void fill(data).then((filled) => page.postMessage(filled, []));
});

async function fill(customers: number): Promise<Filled> {
  const sqlite = await loadSqlite();
  const pool = await acquirePool(sqlite, 'drydock');
  const database = databaseOn(sqlite, new pool.OpfsSAHPoolDb(FILE_NAME));
  database.exec(`
    pragma locking_mode = exclusive; pragma page_size = 8192; pragma journal_mode = wal;
    pragma cache_size = -65536; pragma temp_store = memory;
  `);
  migrate(database);
  const store = storeOn(database, 'durable', undefined, undefined, 0);
  store.reset((tx) => scenarioByName('demo')!.seed(tx, Date.now()));
  const indices = indicesOf(database);
  // Made once all rows are there, which takes a fifth of the time.
  for (const [name] of indices) database.exec(`drop index ${name}`);
  const insertMs = timed(() => {
    for (let from = 0; from < customers; from += BATCH) {
      store.write((tx) => {
        for (let at = from; at < Math.min(from + BATCH, customers); at += 1) {
          tx.portalCustomers.put(manyCustomer(at, SITE));
        }
      });
    }
  });
  const indexMs = timed(() => {
    for (const [, sql] of indices) database.exec(String(sql));
  });
  database.exec('pragma wal_checkpoint(truncate)');
  const fileBytes = Number(
    database.get('select page_count * page_size from pragma_page_count, pragma_page_size')?.[0],
  );
  store.close();
  pool.pauseVfs();
  return { insertMs, indexMs, fileBytes, flushMs: await flushes() };
}

function indicesOf(database: Database) {
  return database.all(`select name, sql from sqlite_schema
    where type = 'index' and tbl_name = 'portal_customer' and sql is not null`);
}

/** How long it takes until one page of a file is surely on the disk. */
async function flushes(): Promise<number[]> {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle('flushed', { create: true });
  const handle = await (file as FileSystemFileHandle & WithSyncAccess).createSyncAccessHandle();
  const bytes = new Uint8Array(PAGE_BYTES).fill(1);
  const times = Array.from({ length: FLUSHES }, (_, at) =>
    timed(() => {
      handle.write(bytes, { at: (at % 16) * PAGE_BYTES });
      handle.flush();
    }),
  );
  handle.close();
  await folder.removeEntry('flushed');
  return times;
}

/** The page's type library knows no such handle either. */
type WithSyncAccess = {
  createSyncAccessHandle(): Promise<{
    write(bytes: Uint8Array, options: { readonly at: number }): number;
    flush(): void;
    close(): void;
  }>;
};

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
