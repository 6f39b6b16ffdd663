/** Where an SQLite file's header holds the number of its schema (its `user_version`). */
const SCHEMA_OFFSET = 60;

/** The same workspace file, saying that another release wrote it. */
export function sqliteFileWithSchema(bytes: Uint8Array, schema: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(SCHEMA_OFFSET, schema);
  return changed;
}
