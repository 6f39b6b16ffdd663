/*
 * Which customers of a site share their address with an account that has access to it. An address
 * has one account at most, and one profile on a site, so a row of either has one partner.
 */
import type { Database } from '../database.ts';
import { lastRowOf } from './loaded-people.ts';
import type { ChangedRows, PeopleTable } from './row-changes.ts';

/** Accounts, of whichever site, between two pauses. */
const ROWS_AT_ONCE = 1_024;

/**
 * From accounts to their access and their profile; which states count says `countsAsPortalOnly` of
 * the domain. The joins are crossed to keep their order; that profiles are not deleted leads SQLite
 * to the index of such.
 */
const FROM_ACCOUNTS = `select account.rowid, customer.rowid from account not indexed
  cross join site_access as access on access.site_id = ? and access.account_id = account.id
  cross join portal_customer as customer
    on customer.site_id = access.site_id and customer.email_key = account.email_key
    and customer.state in ('active', 'revoked', 'migrating') and customer.state <> 'deleted'`;
const RANGE = `${FROM_ACCOUNTS} where account.rowid > ? and account.rowid <= ?`;
const OF_ACCOUNT = `${FROM_ACCOUNTS} where account.rowid = ?`;
const OF_CUSTOMER = `select account.rowid, customer.rowid from portal_customer as customer not indexed
  cross join account on account.email_key = customer.email_key
  cross join site_access as access
    on access.site_id = customer.site_id and access.account_id = account.id
  where customer.site_id = ? and customer.rowid = ?
    and customer.state in ('active', 'revoked', 'migrating')`;

export class DuplicatePairs {
  readonly #database: Database;
  readonly #siteId: string;
  readonly #customerOf = new Partners();
  readonly #accountOf = new Partners();
  #count = 0;
  /** The pairs of all accounts up to this row are known; in the end, of all. */
  #readUpTo = 0;

  constructor(database: Database, siteId: string) {
    this.#database = database;
    this.#siteId = siteId;
  }

  get isReady(): boolean {
    return this.#readUpTo === Infinity;
  }

  get count(): number {
    return this.#count;
  }

  /** The account's row by the customer's row, 0 where there is none; rows count from 1. */
  get accountOf(): Readonly<Int32Array> {
    return this.#accountOf.rows;
  }

  /** The bytes that the pairs take. */
  get size(): number {
    return this.#accountOf.rows.byteLength + this.#customerOf.rows.byteLength;
  }

  /** Finds all pairs, in slices between which commits may come. */
  *load(): Generator<void> {
    for (let last = this.#lastRow(); this.#readUpTo < last; last = this.#lastRow()) {
      const to = Math.min(this.#readUpTo + ROWS_AT_ONCE, last);
      this.#pairUp(RANGE, [this.#siteId, this.#readUpTo, to]);
      this.#readUpTo = to;
      yield;
    }
    this.#readUpTo = Infinity;
  }

  /** Looks again for the partners of rows that a committed transaction has written. */
  apply(table: PeopleTable, rows: ChangedRows): void {
    const isAccount = table === 'account';
    const partners = isAccount ? this.#customerOf : this.#accountOf;
    const others = isAccount ? this.#accountOf : this.#customerOf;
    for (const row of rows.keys()) {
      this.#part(others, partners, row);
      this.#pairUp(isAccount ? OF_ACCOUNT : OF_CUSTOMER, [this.#siteId, row]);
    }
  }

  #pairUp(sql: string, values: readonly (string | number)[]): void {
    this.#database.scan(sql, values, (cells) => {
      const account = cells.number(0);
      const customer = cells.number(1);
      // Whoever was paired with one of them before has been written as well.
      this.#part(this.#accountOf, this.#customerOf, account);
      this.#part(this.#customerOf, this.#accountOf, customer);
      this.#customerOf.set(account, customer);
      this.#accountOf.set(customer, account);
      this.#count += 1;
    });
  }

  /** Ends the pair that a row was in, if it was. */
  #part(others: Partners, partners: Partners, row: number): void {
    const former = partners.of(row);
    if (former === 0) return;
    others.set(former, 0);
    partners.set(row, 0);
    this.#count -= 1;
  }

  #lastRow(): number {
    return lastRowOf(this.#database, 'account');
  }
}

/** A row of the other kind for a row of one kind; 0 stands for none. */
class Partners {
  rows = new Int32Array();

  of(row: number): number {
    return this.rows[row] ?? 0;
  }

  set(row: number, partner: number): void {
    if (row >= this.rows.length) {
      if (partner === 0) return;
      const larger = new Int32Array(Math.max(row + 1, Math.ceil(this.rows.length * 1.5), 64));
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[row] = partner;
  }
}
