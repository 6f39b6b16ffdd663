/* Conditions of a list as SQL pieces with their values, in order of appearance. */
import type { Page } from '#src/application/ports.ts';
import { searchKey } from '#src/domain/search-key.ts';
import type { Database, SqlRow, SqlValue } from '../database.ts';

export type Filter = { readonly sql: string; readonly values: readonly SqlValue[] };

/** A column has a value; null asks for nothing and is left out by `allOf`. */
export function equals(column: string, value: SqlValue): Filter | null {
  return value === null ? null : { sql: `${column} = ?`, values: [value] };
}

/**
 * The search text stands in one of the search columns. `instr` compares plainly: `%` and `_` mean
 * themselves, and the folding was done by `searchKey` on both sides, never by SQLite, which folds
 * ASCII only.
 */
export function contains(search: string, columns: readonly string[]): Filter | null {
  const wanted = searchKey(search);
  if (wanted === '') return null;
  return {
    sql: `(${columns.map((column) => `instr(${column}, ?) > 0`).join(' or ')})`,
    values: columns.map(() => wanted),
  };
}

/** All conditions that ask for something. */
export function allOf(filters: readonly (Filter | null)[]): Filter {
  const asking = filters.filter((filter) => filter !== null);
  return {
    sql: asking.length === 0 ? 'true' : asking.map((filter) => filter.sql).join(' and '),
    values: asking.flatMap((filter) => filter.values),
  };
}

/** Counts, then reads the page: two statements whatever the page's size. */
export function pageOf<R>(
  database: Database,
  count: Filter,
  items: Filter,
  decode: (row: SqlRow) => R,
): Page<R> {
  const total = Number(database.get(count.sql, count.values)?.[0]);
  return { items: database.all(items.sql, items.values).map(decode), total };
}
