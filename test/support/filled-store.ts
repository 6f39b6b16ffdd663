/*
 * A store in memory that holds a scenario. Writing the demo takes longer than most tests, and it is
 * the same bytes every time: each process writes it once and opens copies.
 */
import { scenarioByName } from '#src/application/scenarios/catalogue.ts';
import { openInMemory, type Database } from '#src/store/database.ts';
import { migrate } from '#src/store/migrations.ts';
import { loadSqlite, type Sqlite } from '#src/store/sqlite.ts';
import { storeOn, type Store } from '#src/store/store.ts';

const images = new Map<string, Uint8Array>();
const opened = new Set<Database>();

/** Opens a scenario as it is at this instant of the wall clock. */
export async function openFilled(scenario: string, wallNow: number): Promise<Store> {
  const sqlite = await loadSqlite();
  const name = `${scenario} ${wallNow}`;
  const image = images.get(name) ?? imageOf(sqlite, scenario, wallNow);
  images.set(name, image);
  const database = openInMemory(sqlite);
  opened.add(database);
  load(sqlite, database, image);
  return storeOn(database, 'memory', () => {
    if (opened.delete(database)) database.close();
  });
}

/** Closes what was opened: the next test file of this process needs the memory. */
export function closeFilledStores(): void {
  for (const database of opened) database.close();
  opened.clear();
}

function imageOf(sqlite: Sqlite, scenario: string, wallNow: number): Uint8Array {
  const database = openInMemory(sqlite);
  migrate(database);
  storeOn(database, 'memory').reset((tx) => scenarioByName(scenario)!.seed(tx, wallNow));
  const image = sqlite.capi.sqlite3_js_db_export(database.connection);
  database.close();
  return image;
}

function load({ capi, wasm }: Sqlite, { connection }: Database, image: Uint8Array): void {
  const code = capi.sqlite3_deserialize(
    connection,
    'main',
    wasm.allocFromTypedArray(image),
    image.length,
    image.length,
    capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE,
  );
  if (code !== 0) throw new Error(`The image of a scenario does not open (${code})`);
}
