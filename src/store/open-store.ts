/* Opens the workspace's store where it shall live. */
import { databaseOn, openInMemory, type Database } from './database.ts';
import { isBusy, isDatabaseError, isStorageFull } from './database-error.ts';
import { acquirePool, FILE_NAME } from './durable-pool.ts';
import { migrate } from './migrations.ts';
import { StoreOpenError } from './open-error.ts';
import { loadSqlite } from './sqlite.ts';
import { isDamaged, storeOn, type Store } from './store.ts';

export type StorePlace =
  | { readonly place: 'memory' }
  /** A folder of the browser's private file system; one tab at a time can have it open. */
  | { readonly place: 'durable'; readonly directory: string };

/**
 * Opens a store, migrated and looked through for damage. A stored workspace that cannot be used is
 * reported, never wiped.
 * @throws StoreOpenError
 */
export async function openStore(options: StorePlace): Promise<Store> {
  const sqlite = await loadSqlite();
  if (options.place === 'memory') {
    const database = openInMemory(sqlite);
    migrate(database);
    return storeOn(database, 'memory');
  }
  const pool = await acquirePool(sqlite, options.directory);
  const isStored = pool.getFileNames().includes(FILE_NAME);
  let database: Database | undefined;
  try {
    database = databaseOn(sqlite, new pool.OpfsSAHPoolDb(FILE_NAME));
    configure(database);
    const opened = database;
    prepareStored(opened);
    return storeOn(opened, 'durable', () => {
      opened.close();
      pool.pauseVfs();
    });
  } catch (error) {
    database?.close();
    pool.pauseVfs();
    throw openErrorOf(error, isStored);
  }
}

/** The measured settings; the lock mode must come before the first access, for a log without shared memory. */
function configure(database: Database): void {
  database.exec(`
    pragma locking_mode = exclusive;
    pragma page_size = 8192;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma cache_size = -65536;
    pragma wal_autocheckpoint = 4000;
    pragma temp_store = memory;
    pragma trusted_schema = off;
  `);
}

/** Looks a database through and brings it to the newest shape. */
export function prepareStored(database: Database): void {
  if (isDamaged(database)) throw new StoreOpenError('damaged');
  migrate(database);
}

/**
 * A fault of the storage leaves a stored workspace where it is, out of reach; any other word of
 * SQLite against it means damage.
 */
function openErrorOf(error: unknown, isStored: boolean): unknown {
  if (isBusy(error)) return new StoreOpenError('locked', error);
  if (isStorageFull(error)) return new StoreOpenError(isStored ? 'full' : 'unavailable', error);
  return isDatabaseError(error) ? new StoreOpenError('damaged', error) : error;
}
