/* The pool of private files that durable databases lie in. A durable store has a pool to itself. */
import { StoreOpenError } from './open-error.ts';
import { loadSqlite, type Sqlite } from './sqlite.ts';

type Pool = Awaited<ReturnType<Sqlite['installOpfsSAHPoolVfs']>>;

/** The database's name inside the pool. */
export const FILE_NAME = '/workspace.sqlite3';

/**
 * Takes hold of every file of the pool: whoever has it is the only owner.
 * @throws StoreOpenError `locked` or `unavailable`
 */
export async function acquirePool(sqlite: Sqlite, directory: string): Promise<Pool> {
  const options = {
    name: `drydock-${directory}`,
    directory,
    initialCapacity: 6,
    // Without this the package deletes the whole folder when another tab has it open.
    preserveOnInitFailure: true,
    forceReinitIfPreviouslyFailed: true,
    // The caller reports failures; the package would write them to the console as well.
    verbosity: 0,
  };
  try {
    const pool = await sqlite.installOpfsSAHPoolVfs(options);
    return pool.isPaused() ? await pool.unpauseVfs() : pool;
  } catch (error) {
    const isHeld = error instanceof Error && error.name === 'NoModificationAllowedError';
    throw new StoreOpenError(isHeld ? 'locked' : 'unavailable', error);
  }
}

/**
 * Deletes a stored workspace for good, for the person who was told that it cannot be opened and
 * chose to start anew. Must not be called while a store has it open.
 * @throws StoreOpenError `locked` or `unavailable`
 */
export async function eraseStored(directory: string): Promise<void> {
  const pool = await acquirePool(await loadSqlite(), directory);
  await pool.wipeFiles();
  pool.pauseVfs();
}
