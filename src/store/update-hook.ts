/*
 * SQLite's own word on every row that is inserted, updated or deleted, whichever statement did it.
 * It is silent about tables without row numbers, and when a whole table is emptied at once.
 */
import type { Sqlite } from './sqlite.ts';

export type RowChange = {
  readonly table: string;
  readonly row: number;
  /** An update leaves the row's key as it is; after a deletion another row may get the number. */
  readonly kind: 'insert' | 'update' | 'delete';
};

type Connection = InstanceType<Sqlite['oo1']['DB']>;

type RawHook = {
  sqlite3_update_hook(database: number, callback: number, argument: number): number;
};

const KINDS: Readonly<Record<number, RowChange['kind']>> = {
  9: 'delete',
  18: 'insert',
  23: 'update',
};

/**
 * Calls `visit` for each row until the returned function is called. The package's wrapper makes two
 * strings per row, which costs a bulk write half of its speed; this one knows a table by the address
 * of its name, as long as the name at that address is the same.
 */
export function watchRows(
  { wasm }: Sqlite,
  connection: Connection,
  visit: (change: RowChange) => void,
): () => void {
  const raw = wasm.exports as unknown as RawHook;
  const database = Number(connection.pointer);
  let lastAddress = 0;
  let lastTable = '';

  function tableAt(address: number): string {
    if (address !== lastAddress || !isStill(wasm.heap8u(), address, lastTable)) {
      lastAddress = address;
      lastTable = wasm.cstrToJs(address) ?? '';
    }
    return lastTable;
  }

  const callback = (_: number, operation: number, __: number, name: number, row: bigint) => {
    visit({ table: tableAt(name), row: Number(row), kind: KINDS[operation] ?? 'delete' });
  };
  const pointer = Number(wasm.installFunction('v(pippj)', callback));
  raw.sqlite3_update_hook(database, pointer, 0);
  return () => {
    raw.sqlite3_update_hook(database, 0, 0);
    wasm.uninstallFunction(pointer);
  };
}

/** Whether a name stands at an address; a schema that was read anew may have put another one there. */
function isStill(memory: Uint8Array, address: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1) {
    if (memory[address + index] !== name.charCodeAt(index)) return false;
  }
  return memory[address + name.length] === 0;
}
