/* A thin, typed connection: prepared statements kept by their text, rows as arrays, transactions. */
import type { Sqlite } from './sqlite.ts';
import {
  prepare,
  type RowInPlace,
  type SqlRow,
  type SqlValue,
  type Statement,
} from './statement.ts';
import { watchRows, type RowChange } from './update-hook.ts';

export type { RowInPlace, SqlRow, SqlValue } from './statement.ts';
export type { RowChange } from './update-hook.ts';

type Connection = InstanceType<Sqlite['oo1']['DB']>;

/** Is told what happens to rows, and what becomes of it. */
export type Watcher = {
  /** A row of a table with row numbers was written; it may still be taken back. */
  row(change: RowChange): void;
  /** All rows of a table went at once. */
  cleared(table: string): void;
  committed(): void;
  rolledBack(): void;
};

export type Database = {
  all(sql: string, values?: readonly SqlValue[]): SqlRow[];
  /** The first row, if there is one. */
  get(sql: string, values?: readonly SqlValue[]): SqlRow | undefined;
  /** Row by row, for more rows than fit in memory at once. */
  each(sql: string, values: readonly SqlValue[], visit: (row: SqlRow) => void): void;
  /** The same without making JavaScript values; the visitor must not run the same text. */
  scan(sql: string, values: readonly SqlValue[], visit: (row: RowInPlace) => void): void;
  /** Runs one statement and returns how many rows it changed. */
  run(sql: string, values?: readonly SqlValue[]): number;
  /** Deletes all rows of a table, which SQLite does without looking at them, and says how many they were. */
  clear(table: string): number;
  /** Runs statements that are not worth keeping: schema, settings. */
  exec(sql: string): void;
  begin(): void;
  commit(): void;
  /** Undoes the open transaction; without one (SQLite may have ended it after a fault) it does nothing. */
  rollback(): void;
  /** Runs work in one transaction: all of it is kept, or, if it throws, none. */
  transaction<T>(work: () => T): T;
  /** Has one watcher told of all changes from now on. */
  watch(watcher: Watcher): void;
  close(): void;
  readonly sqlite: Sqlite;
  readonly connection: Connection;
};

const SCRATCH_BYTES = 4096;

/** Wraps an open connection. */
export function databaseOn(sqlite: Sqlite, connection: Connection): Database {
  const statements = new Map<string, Statement>();
  const scratch = { pointer: Number(sqlite.wasm.alloc(SCRATCH_BYTES)), size: SCRATCH_BYTES };

  let watcher: Watcher | undefined;
  let unhook: (() => void) | undefined;

  function statement(sql: string): Statement {
    let found = statements.get(sql);
    if (found === undefined) {
      found = prepare(sqlite, connection, scratch, sql);
      statements.set(sql, found);
    }
    return found;
  }

  const database: Database = {
    all: (sql, values = []) => statement(sql).all(values),
    get: (sql, values = []) => statement(sql).get(values),
    run: (sql, values = []) => statement(sql).run(values),
    each: (sql, values, visit) => {
      // Not from the kept ones: the visitor may run the same text.
      const own = prepare(sqlite, connection, scratch, sql);
      try {
        own.each(values, visit);
      } finally {
        own.finalize();
      }
    },
    scan: (sql, values, visit) => {
      statement(sql).scan(values, visit);
    },
    clear: (table) => {
      const rows = statement(`delete from ${table}`).run([]);
      watcher?.cleared(table);
      return rows;
    },
    watch: (next) => {
      unhook ??= watchRows(sqlite, connection, (change) => watcher?.row(change));
      watcher = next;
    },
    exec: (sql) => {
      connection.exec(sql);
    },
    begin: () => {
      database.run('begin immediate');
    },
    commit: () => {
      database.run('commit');
      watcher?.committed();
    },
    rollback: () => {
      if (sqlite.capi.sqlite3_get_autocommit(connection) === 0) database.run('rollback');
      watcher?.rolledBack();
    },
    transaction: (work) => {
      database.begin();
      try {
        const result = work();
        database.commit();
        return result;
      } catch (error) {
        database.rollback();
        throw error;
      }
    },
    close: () => {
      unhook?.();
      for (const each of statements.values()) each.finalize();
      statements.clear();
      sqlite.wasm.dealloc(scratch.pointer);
      connection.close();
    },
    sqlite,
    connection,
  };
  return database;
}

/** An empty database in memory. */
export function openInMemory(sqlite: Sqlite): Database {
  return databaseOn(sqlite, new sqlite.oo1.DB(':memory:', 'c'));
}
