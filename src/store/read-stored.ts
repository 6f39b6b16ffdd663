/* The stored workspace as it lies, for the person whose workspace cannot be opened. */
import { acquirePool, FILE_NAME } from './durable-pool.ts';
import { loadSqlite } from './sqlite.ts';

/**
 * The database file of a stored workspace, readable or not. Must not be called while a store has
 * it open.
 * @throws StoreOpenError `locked` or `unavailable`
 */
export async function readStored(directory: string): Promise<Uint8Array<ArrayBuffer>> {
  const pool = await acquirePool(await loadSqlite(), directory);
  try {
    // The pool answers with a buffer of its own, whatever its declared type leaves open.
    return (await pool.exportFile(FILE_NAME)) as Uint8Array<ArrayBuffer>;
  } finally {
    pool.pauseVfs();
  }
}
