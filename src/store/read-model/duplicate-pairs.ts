/*
 * Which customers of a site share their address with an account that has access to it. An address
 * has one account at most, and one profile on a site, so a row of either has one partner.
 */
import type { Database } from '../database.ts';
import { lastRowOf } from './loaded-people.ts';
import type { ChangedRows, PeopleTable } from './row-changes.ts';

/** Accounts, of whichever site, between two pauses. */
const ROWS_AT_ONCE = 2_048;

/**
 * From accounts to their access and their profile; which states count says `countsAsPortalOnly` of
 * the domain. The joins are crossed to keep their order.
 */
const FROM_ACCOUNTS = `select account.rowid, customer.rowid from account not indexed
  cross join site_access as access on access.site_id = ? and access.account_id = account.id
  cross join portal_customer as customer
    on customer.site_id = access.site_id and customer.email_key = account.email_key
    and customer.state in ('active', 'revoked', 'migrating')`;
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
  readonly #customerOf = new Map<number, number>();
  readonly #accountOf = new Map<number, number>();
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
    return this.#accountOf.size;
  }

  /** The account's row by the customer's row. */
  get pairs(): ReadonlyMap<number, number> {
    return this.#accountOf;
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
      const partner = partners.get(row);
      if (partner !== undefined) others.delete(partner);
      partners.delete(row);
      this.#pairUp(isAccount ? OF_ACCOUNT : OF_CUSTOMER, [this.#siteId, row]);
    }
  }

  #pairUp(sql: string, values: readonly (string | number)[]): void {
    this.#database.scan(sql, values, (cells) => {
      const account = cells.number(0);
      const customer = cells.number(1);
      // Whoever was paired with one of them before has been written as well.
      const formerCustomer = this.#customerOf.get(account);
      if (formerCustomer !== undefined) this.#accountOf.delete(formerCustomer);
      const formerAccount = this.#accountOf.get(customer);
      if (formerAccount !== undefined) this.#customerOf.delete(formerAccount);
      this.#customerOf.set(account, customer);
      this.#accountOf.set(customer, account);
    });
  }

  #lastRow(): number {
    return lastRowOf(this.#database, 'account');
  }
}
