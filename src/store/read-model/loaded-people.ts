/* The people of one place in columns: read from their table, and kept up with it. */
import type { Database, SqlValue } from '../database.ts';
import { PeopleModel, type PeopleQuery, type SortKey } from './people-model.ts';
import type { ChangedRows, PeopleTable } from './row-changes.ts';

/** Who belongs to a place, and how they lie in SQL. */
export type PeopleSource = {
  readonly table: PeopleTable;
  /**
   * Selects row number, category, number to sort by or NULL, search text of the e-mail and of the
   * name; ends with a condition. It must read the table by row number: ranges of these are asked for.
   */
  readonly select: string;
  readonly values: readonly SqlValue[];
  readonly sorts: readonly SortKey[];
  /** One row for each of them and at least: counted up to a limit, with its own values. */
  readonly members: { readonly sql: string; readonly values: readonly SqlValue[] };
};

/** Rows, of whichever place, between two pauses: a few milliseconds. */
const ROWS_AT_ONCE = 1_024;

export class LoadedPeople {
  readonly source: PeopleSource;
  state: 'filling' | 'ready' = 'filling';
  /** Since somebody last set it to false. */
  wasUsed = true;
  readonly #database: Database;
  readonly #model: PeopleModel;
  /** All rows up to this number have been read; in the end, all. */
  #readUpTo = 0;

  constructor(database: Database, source: PeopleSource) {
    this.source = source;
    this.#database = database;
    const key = `select id from ${source.table} where rowid = ?`;
    const compared = `select (${key}) < (${key})`;
    this.#model = new PeopleModel((one, other) =>
      database.get(compared, [one, other])?.[0] === 1 ? -1 : 1,
    );
  }

  get size(): number {
    return this.#model.size;
  }

  get isWorn(): boolean {
    return this.#model.isWorn;
  }

  /** How many people a category has. */
  count(category: number): number {
    return this.#model.counts[category] ?? 0;
  }

  isSortedBy(sort: SortKey): boolean {
    return this.#model.isSortedBy(sort);
  }

  /** Reads everybody and makes all orders, in slices between which commits and lists may come. */
  *load(): Generator<void> {
    if (this.state === 'filling') {
      yield* this.#read();
      yield* this.#model.sortByName((visit) => this.#rowsInKeyOrder(visit));
      this.state = 'ready';
    }
    for (const sort of this.source.sorts) {
      if (sort !== 'name' && !this.isSortedBy(sort)) yield* this.#model.sortBy(sort);
    }
  }

  /** Reads rows again that a committed transaction has written. */
  apply(rows: ChangedRows): void {
    const { table, select, values } = this.source;
    for (const [row, isAnother] of rows) {
      // Its turn to be read is still to come.
      if (row > this.#readUpTo) continue;
      let isHere = false;
      this.#database.scan(`${select} and ${table}.rowid = ?`, [...values, row], (cells) => {
        isHere = true;
        this.#model.put(cells, isAnother);
      });
      if (!isHere) this.#model.remove(row);
    }
  }

  /** The row numbers of a page, and how many match in all. */
  page(query: PeopleQuery): { readonly rows: readonly number[]; readonly total: number } {
    return this.#model.page(query);
  }

  /** The same among those that have partners; `isFound` adds finds of a search. */
  pageAmong(
    partners: Readonly<Int32Array>,
    isFound: (partner: number) => boolean,
    query: PeopleQuery,
  ): ReturnType<PeopleModel['page']> {
    return this.#model.pageAmong(partners, isFound, query);
  }

  /** Tells rows in whose name this folded text stands. */
  finderOfNames(wanted: string): (row: number) => boolean {
    return this.#model.finderOfNames(wanted);
  }

  *#read(): Generator<void> {
    const { table, select, values } = this.source;
    const range = `${select} and ${table}.rowid > ? and ${table}.rowid <= ?`;
    for (let last = this.#lastRow(); this.#readUpTo < last; last = this.#lastRow()) {
      this.#model.reserve(0, last);
      const to = Math.min(this.#readUpTo + ROWS_AT_ONCE, last);
      this.#database.scan(range, [...values, this.#readUpTo, to], (cells) => {
        this.#model.put(cells, false);
      });
      this.#readUpTo = to;
      yield;
    }
    this.#readUpTo = Infinity;
  }

  #lastRow(): number {
    return lastRowOf(this.#database, this.source.table);
  }

  *#rowsInKeyOrder(visit: (row: number) => void): Generator<void> {
    const { table } = this.source;
    for (let after = ''; ;) {
      let last: number | undefined;
      this.#database.scan(
        `select rowid from ${table} where id > ? order by id limit ?`,
        [after, ROWS_AT_ONCE],
        (cells) => {
          last = cells.number(0);
          visit(last);
        },
      );
      if (last === undefined) return;
      after = String(this.#database.get(`select id from ${table} where rowid = ?`, [last])?.[0]);
      yield;
    }
  }
}

/** Whether a place has at most so many people, or not; it looks at no more than that. */
export function hasAtMost(database: Database, { members }: PeopleSource, most: number): boolean {
  const counted = `select count(*) from (${members.sql} limit ?)`;
  return Number(database.get(counted, [...members.values, most + 1])?.[0]) <= most;
}

/** About how many rows a table has: a look at its end tells. */
export function lastRowOf(database: Database, table: PeopleTable): number {
  return Number(database.get(`select max(rowid) from ${table}`)?.[0] ?? 0);
}
