/* Loads SQLite, once per thread, and refuses any other version than the one that was tested. */
import initialize, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

export type Sqlite = Sqlite3Static;

/** The release inside the pinned package; a tag of the registry points at one that is years older. */
const TESTED_VERSION = '3.54.1';

let loading: Promise<Sqlite> | undefined;

/** SQLite, ready to use. In a browser the engine is fetched beside the script, in Node read from disk. */
export function loadSqlite(): Promise<Sqlite> {
  loading ??= load().catch((error: unknown) => {
    // The next attempt is a fresh one.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Sqlite> {
  const sqlite = await initialize();
  const found = sqlite.version.libVersion;
  if (found !== TESTED_VERSION) {
    throw new Error(`SQLite ${TESTED_VERSION} was tested, but ${found} was loaded.`);
  }
  return sqlite;
}
