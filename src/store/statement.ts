/*
 * A prepared statement on SQLite's own functions. The package's statement class binds and reads
 * five times slower, which decides how long an import of a large site takes.
 */
import { DatabaseError } from './database-error.ts';
import type { Sqlite } from './sqlite.ts';

/** What a cell can hold. Booleans and JSON are a matter of the tables. */
export type SqlValue = string | number | null;
export type SqlRow = SqlValue[];

export type Statement = {
  /** Runs to the end and returns how many rows it inserted, updated or deleted. */
  run(values: readonly SqlValue[]): number;
  all(values: readonly SqlValue[]): SqlRow[];
  /** The first row only. */
  get(values: readonly SqlValue[]): SqlRow | undefined;
  /** Hands over row by row. The statement must not be used again meanwhile. */
  each(values: readonly SqlValue[], visit: (row: SqlRow) => void): void;
  /**
   * Hands over the row that the statement stands on, in the engine's memory: for loops over more
   * rows than should become JavaScript values. The statement must not be used again meanwhile.
   */
  scan(values: readonly SqlValue[], visit: (row: RowInPlace) => void): void;
  finalize(): void;
};

/** A row inside the engine's memory; valid until its visitor returns. */
export type RowInPlace = {
  /** NULL is 0. */
  number(column: number): number;
  isNull(column: number): boolean;
  /** Where the UTF-8 bytes of a text begin in `memory`. */
  textStart(column: number): number;
  /** How many bytes the text has; to be asked after `textStart`. */
  textBytes(column: number): number;
  /** The engine's whole memory; a view that the next step may replace. */
  memory(): Uint8Array;
};

/** The handful of exported C functions that the loop below calls without any conversion. */
type RawFunctions = {
  sqlite3_bind_double(statement: number, index: number, value: number): number;
  sqlite3_bind_int(statement: number, index: number, value: number): number;
  sqlite3_bind_null(statement: number, index: number): number;
  sqlite3_bind_text(
    statement: number,
    index: number,
    text: number,
    bytes: number,
    destructor: number,
  ): number;
  sqlite3_changes(database: number): number;
  sqlite3_column_bytes(statement: number, column: number): number;
  sqlite3_column_count(statement: number): number;
  sqlite3_column_double(statement: number, column: number): number;
  sqlite3_column_text(statement: number, column: number): number;
  sqlite3_column_type(statement: number, column: number): number;
  sqlite3_reset(statement: number): number;
  sqlite3_step(statement: number): number;
};

type Connection = InstanceType<Sqlite['oo1']['DB']>;

const ROW = 100;
const DONE = 101;
/** Asks SQLite to copy a bound text, so that the scratch memory is free again at once. */
const TRANSIENT = -1;
const TYPE_INTEGER = 1;
const TYPE_FLOAT = 2;
const TYPE_TEXT = 3;
const TYPE_NULL = 5;

const encoder = new TextEncoder();
// A leading byte order mark is a character of the text like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Memory inside the engine that texts are written to on their way into a statement; one per connection. */
export type Scratch = { pointer: number; size: number };

/** Prepares one SQL statement on a connection. */
export function prepare(
  sqlite: Sqlite,
  connection: Connection,
  scratch: Scratch,
  sql: string,
): Statement {
  const raw = sqlite.wasm.exports as RawFunctions;
  const database = Number(connection.pointer);
  const prepared = connection.prepare(sql);
  const pointer = Number(prepared.pointer);
  const columns = raw.sqlite3_column_count(pointer);
  const parameters = Number(prepared.parameterCount);

  function check(code: number): void {
    if (code !== 0) throw DatabaseError.of(sqlite, connection, sql, code);
  }

  function bindText(index: number, text: string): void {
    if (text.length * 3 > scratch.size) {
      const larger = Number(sqlite.wasm.alloc(text.length * 3));
      sqlite.wasm.dealloc(scratch.pointer);
      scratch.pointer = larger;
      scratch.size = text.length * 3;
    }
    const bytes = writeUtf8(text, sqlite.wasm.heap8u(), scratch.pointer);
    check(raw.sqlite3_bind_text(pointer, index, scratch.pointer, bytes, TRANSIENT));
  }

  function bind(values: readonly SqlValue[]): void {
    if (values.length !== parameters) {
      throw new Error(`${values.length} values for ${parameters} parameters: ${sql}`);
    }
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (typeof value === 'string') bindText(index + 1, value);
      else if (value === null) check(raw.sqlite3_bind_null(pointer, index + 1));
      else if (typeof value !== 'number') throw new Error(`Parameter ${index + 1} missing: ${sql}`);
      // The negative zero, as everything that is no 32-bit integer, goes in as a double.
      else if (Object.is(value | 0, value)) check(raw.sqlite3_bind_int(pointer, index + 1, value));
      else check(raw.sqlite3_bind_double(pointer, index + 1, value));
    }
  }

  function column(index: number): SqlValue {
    switch (raw.sqlite3_column_type(pointer, index)) {
      case TYPE_NULL:
        return null;
      case TYPE_INTEGER:
      case TYPE_FLOAT:
        return raw.sqlite3_column_double(pointer, index);
      case TYPE_TEXT: {
        const start = raw.sqlite3_column_text(pointer, index);
        const end = start + raw.sqlite3_column_bytes(pointer, index);
        return decoder.decode(sqlite.wasm.heap8u().subarray(start, end));
      }
      default:
        throw new Error(`No table of the store holds blobs: ${sql}`);
    }
  }

  /** Steps once; true while there are rows. */
  function step(): boolean {
    const code = raw.sqlite3_step(pointer);
    if (code === ROW) return true;
    if (code !== DONE) check(code);
    return false;
  }

  function row(): SqlRow {
    const cells: SqlRow = [];
    for (let index = 0; index < columns; index += 1) cells.push(column(index));
    return cells;
  }

  const inPlace: RowInPlace = {
    number: (index) => raw.sqlite3_column_double(pointer, index),
    isNull: (index) => raw.sqlite3_column_type(pointer, index) === TYPE_NULL,
    textStart: (index) => raw.sqlite3_column_text(pointer, index),
    textBytes: (index) => raw.sqlite3_column_bytes(pointer, index),
    memory: () => sqlite.wasm.heap8u(),
  };

  function bound<T>(values: readonly SqlValue[], work: () => T): T {
    bind(values);
    try {
      return work();
    } finally {
      // Repeats the code of a failed step, which has been thrown already.
      raw.sqlite3_reset(pointer);
    }
  }

  return {
    run: (values) =>
      bound(values, () => {
        while (step());
        return raw.sqlite3_changes(database);
      }),
    all: (values) =>
      bound(values, () => {
        const rows: SqlRow[] = [];
        while (step()) rows.push(row());
        return rows;
      }),
    get: (values) => bound(values, () => (step() ? row() : undefined)),
    each: (values, visit) => {
      bound(values, () => {
        while (step()) visit(row());
      });
    },
    scan: (values, visit) => {
      bound(values, () => {
        while (step()) visit(inPlace);
      });
    },
    finalize: () => {
      prepared.finalize();
    },
  };
}

/** Writes a text at an address; plain ASCII, which nearly all of it is, without the encoder's overhead. */
function writeUtf8(text: string, heap: Uint8Array, address: number): number {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) {
      const rest = heap.subarray(address + index);
      return index + encoder.encodeInto(text.slice(index), rest).written;
    }
    heap[address + index] = code;
  }
  return text.length;
}
