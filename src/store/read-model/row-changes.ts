/*
 * Which rows the open transaction has written. The read model stands for what is committed: until
 * then lists of those tables come from SQL, and afterwards the model is told of the rows.
 */
import type { RowChange, Watcher } from '../database.ts';

/** Row numbers; true where the row may have another key than before. */
export type ChangedRows = ReadonlyMap<number, boolean>;

/** What a transaction has done to a table: rows to read again, or more than is worth telling. */
export type TableChange = { readonly rows: ChangedRows } | 'everything';

/** After so many rows of one table, filling anew takes less time and memory than telling. */
const TOO_MANY = 50_000;

export class RowChanges implements Watcher {
  readonly #onCommit: (changes: ReadonlyMap<string, TableChange>) => void;
  readonly #rows = new Map<string, Map<number, boolean>>();
  readonly #replaced = new Set<string>();

  constructor(onCommit: (changes: ReadonlyMap<string, TableChange>) => void) {
    this.#onCommit = onCommit;
  }

  /** Whether the open transaction has written into a table. */
  has(table: string): boolean {
    return this.#rows.has(table) || this.#replaced.has(table);
  }

  row({ table, row, isUpdate }: RowChange): void {
    if (this.#replaced.has(table)) return;
    let rows = this.#rows.get(table);
    if (rows === undefined) {
      rows = new Map();
      this.#rows.set(table, rows);
    }
    rows.set(row, !isUpdate || rows.get(row) === true);
    if (rows.size > TOO_MANY) this.cleared(table);
  }

  cleared(table: string): void {
    this.#rows.delete(table);
    this.#replaced.add(table);
  }

  committed(): void {
    if (this.#rows.size === 0 && this.#replaced.size === 0) return;
    const changes = new Map<string, TableChange>();
    for (const [table, rows] of this.#rows) changes.set(table, { rows });
    for (const table of this.#replaced) changes.set(table, 'everything');
    this.rolledBack();
    this.#onCommit(changes);
  }

  rolledBack(): void {
    this.#rows.clear();
    this.#replaced.clear();
  }
}
