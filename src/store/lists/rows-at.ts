/* Rows by their numbers, for the pages that are found in memory. */
import type { Database, SqlRow, SqlValue } from '../database.ts';

/** How many rows one statement fetches. */
const ROWS_AT_ONCE = 500;

/**
 * The rows of these numbers, in their order. `sql` takes `values` and then the numbers as a JSON
 * array; the last cell of its rows is the row's number.
 */
export function rowsAt<R>(
  database: Database,
  { sql, values }: { readonly sql: string; readonly values: readonly SqlValue[] },
  numbers: readonly number[],
  decode: (row: SqlRow) => R,
): R[] {
  const found: R[] = [];
  for (let from = 0; from < numbers.length; from += ROWS_AT_ONCE) {
    const wanted = numbers.slice(from, from + ROWS_AT_ONCE);
    const rows = database.all(sql, [...values, JSON.stringify(wanted)]);
    const byNumber = new Map(rows.map((row) => [row.at(-1), row]));
    for (const number of wanted) {
      const row = byNumber.get(number);
      if (row === undefined) throw new Error(`No row has the number ${number}`);
      found.push(decode(row));
    }
  }
  return found;
}
