/*
 * Which people the open transaction has written. The read model stands for what is committed: until
 * then lists of those people come from SQL, and afterwards the model is told of them.
 */
import type { Database, RowChange, Watcher } from '../database.ts';

/** Row numbers; true where the row may have another key than before. */
export type ChangedRows = ReadonlyMap<number, boolean>;

/** What a transaction has done to people: rows to read again, or more than is worth telling. */
export type PeopleChange = ChangedRows | 'everything';

/** The tables that people are read from. */
export type PeopleTable = 'portal_customer' | 'account';

/** After so many people of one table, filling anew takes less time and memory than telling. */
const TOO_MANY = 50_000;

/** Tables without row numbers that say something of an account. */
const OF_AN_ACCOUNT: ReadonlySet<string> = new Set(['site_access', 'directory_user', 'membership']);
/** A change of one of these may concern any account; a new one concerns nobody yet. */
const OF_ALL_ACCOUNTS: ReadonlySet<string> = new Set(['user_group', 'site']);

class Written {
  readonly rows = new Map<number, boolean>();
  readonly ids = new Set<string>();
  isEverything = false;

  get isEmpty(): boolean {
    return !this.isEverything && this.rows.size === 0 && this.ids.size === 0;
  }

  row(row: number, isAnother: boolean): void {
    if (this.isEverything) return;
    this.rows.set(row, isAnother || this.rows.get(row) === true);
    if (this.rows.size > TOO_MANY) this.everything();
  }

  id(id: string): void {
    if (this.isEverything) return;
    this.ids.add(id);
    if (this.ids.size > TOO_MANY) this.everything();
  }

  everything(): void {
    this.forget();
    this.isEverything = true;
  }

  forget(): void {
    this.rows.clear();
    this.ids.clear();
    this.isEverything = false;
  }
}

export class RowChanges implements Watcher {
  readonly #database: Database;
  readonly #onCommit: (table: PeopleTable, change: PeopleChange) => void;
  readonly #written: Readonly<Record<PeopleTable, Written>> = {
    portal_customer: new Written(),
    account: new Written(),
  };

  constructor(database: Database, onCommit: (table: PeopleTable, change: PeopleChange) => void) {
    this.#database = database;
    this.#onCommit = onCommit;
  }

  /** Whether the open transaction has written what lists of these people show. */
  has(table: PeopleTable): boolean {
    return !this.#written[table].isEmpty;
  }

  row({ table, row, kind }: RowChange): void {
    if (isPeople(table)) this.#written[table].row(row, kind !== 'update');
    else if (OF_ALL_ACCOUNTS.has(table) && kind !== 'insert') this.#written.account.everything();
  }

  /** Records of a table were written; `values` are fields that all of them have. */
  touched(table: string, values: object): void {
    if (!OF_AN_ACCOUNT.has(table)) return;
    if ('accountId' in values) this.#written.account.id(String(values.accountId));
    else this.#written.account.everything();
  }

  cleared(table: string): void {
    if (isPeople(table)) this.#written[table].everything();
    else if (OF_AN_ACCOUNT.has(table) || OF_ALL_ACCOUNTS.has(table)) {
      this.#written.account.everything();
    }
  }

  committed(): void {
    for (const table of ['portal_customer', 'account'] as const) {
      const written = this.#written[table];
      if (written.isEmpty) continue;
      const change = written.isEverything ? 'everything' : this.#rowsOf(table, written);
      written.forget();
      this.#onCommit(table, change);
    }
  }

  rolledBack(): void {
    this.#written.portal_customer.forget();
    this.#written.account.forget();
  }

  #rowsOf(table: PeopleTable, { rows, ids }: Written): ChangedRows {
    const all = new Map(rows);
    for (const id of ids) {
      const row = this.#database.get(`select rowid from ${table} where id = ?`, [id])?.[0];
      if (row !== undefined) all.set(Number(row), all.get(Number(row)) === true);
    }
    return all;
  }
}

function isPeople(table: string): table is PeopleTable {
  return table === 'portal_customer' || table === 'account';
}
