import { expect, test } from 'vitest';
import { databaseOn, type Database } from '#src/store/database.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import type { Store } from '#src/store/store.ts';
import { brokenReference } from '#src/store/workspace-references.ts';
import { openWorld } from '#test/support/world.ts';

/** A store's workspace file, open. */
async function opened(store: Store): Promise<Database> {
  const sqlite = await loadSqlite();
  const { capi, wasm } = sqlite;
  const connection = new sqlite.oo1.DB(':memory:', 'c');
  const bytes = store.exportFile();
  capi.sqlite3_deserialize(
    connection,
    'main',
    wasm.allocFromTypedArray(bytes),
    bytes.length,
    bytes.length,
    capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE,
  );
  return databaseOn(sqlite, connection);
}

test.each(['demo', 'blank'] as const)(
  'all that the scenario %s holds points to something, at its start and when its work is done',
  async (scenario) => {
    const world = await openWorld(scenario);
    for (const finish of [false, true]) {
      if (finish) await world.finishJobs();
      const database = await opened(world.store);
      expect(brokenReference(database)).toBeUndefined();
      database.close();
    }
    world.backend.close();
  },
);
