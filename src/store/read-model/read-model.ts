/*
 * The lists of large sites from memory, behind the port that SQL serves as well: the same answers,
 * many times faster. Search texts are strings of some thousand people, orders are kept, and SQL is
 * asked for the rows of the page only. What is not in memory, or not yet, SQL answers; likewise a
 * list that a transaction asks for after it has written what the list shows.
 *
 * SQLite's update hook names the rows that a transaction writes; of tables without row numbers the
 * records tell (`records.ts`). They are read again right after the commit, so the columns hold what
 * is committed and nothing else.
 */
import type {
  AccountQuery,
  AccountRow,
  DuplicateRow,
  Lists,
  Page,
  PortalCustomerQuery,
  PortalCustomerRow,
  Queries,
} from '#src/application/ports.ts';
import type { SiteId } from '#src/domain/ids.ts';
import type { Database } from '../database.ts';
import { organizationAccountsAt, siteAccountsAt } from '../lists/account-lists.ts';
import { duplicatesAt } from '../lists/duplicate-list.ts';
import { portalCustomersAt } from '../lists/portal-customer-list.ts';
import { accountQuery, organizationAccountsOf, siteAccountsOf } from './account-source.ts';
import { categoryOf, customerQuery, customersOf, duplicateQuery } from './customer-source.ts';
import { DuplicatePairs } from './duplicate-pairs.ts';
import { lastRowOf, LoadedPeople, type PeopleSource } from './loaded-people.ts';
import type { PeopleQuery } from './people-model.ts';
import { RowChanges, type PeopleChange, type PeopleTable } from './row-changes.ts';

/** People of a store with fewer of their kind are read into memory when they are first listed. */
export const AT_ONCE = 20_000;

/** Row numbers are kept in four bytes, and a table is as long as the largest. */
const MOST_ROWS = 50_000_000;

export class ReadModel {
  readonly #database: Database;
  readonly #changes: RowChanges;
  readonly #atOnce: number;
  /** By table and place. */
  readonly #loaded = new Map<string, LoadedPeople>();
  readonly #pairs = new Map<SiteId, DuplicatePairs>();

  constructor(database: Database, atOnce: number) {
    this.#database = database;
    this.#atOnce = atOnce;
    this.#changes = new RowChanges(database, (table, change) => {
      try {
        this.#apply(table, change);
      } catch {
        // The transaction is committed, and must not look as if it had failed: memory ran out, or
        // the like. What may have missed it goes, and SQL answers.
        this.#loaded.clear();
        this.#pairs.clear();
      }
    });
    database.watch(this.#changes);
  }

  /** The bytes that all people take. */
  get size(): number {
    return [...this.#loaded.values()].reduce((sum, people) => sum + people.size, 0);
  }

  /** These lists from memory where they are there, and all others as given. */
  lists(sql: Lists): Lists {
    return {
      ...sql,
      portalCustomers: (query) => this.#portalCustomers(query) ?? sql.portalCustomers(query),
      accounts: (query) => this.#accounts(query) ?? sql.accounts(query),
      duplicates: (query) => this.#duplicates(query) ?? sql.duplicates(query),
    };
  }

  /** These queries likewise. */
  queries(sql: Queries): Queries {
    return {
      ...sql,
      portalCustomerCounts: (siteId) => {
        const people = this.#ready(customersOf(siteId), siteId);
        return people ? customerCounts(people) : sql.portalCustomerCounts(siteId);
      },
      duplicateCount: (siteId) => this.#pairsOf(siteId)?.count ?? sql.duplicateCount(siteId),
    };
  }

  /** Records of a table were written, which SQLite itself may not tell of. */
  touched(table: string, values: object): void {
    this.#changes.touched(table, values);
  }

  /**
   * Loads a site's customers and accounts in slices, with every order; between two of them commits
   * and lists may come. Not within a transaction that has written.
   */
  *load(siteId: SiteId): Generator<void> {
    yield* this.#load(customersOf(siteId), siteId);
    yield* this.#load(siteAccountsOf(siteId), siteId);
    yield* this.#loadPairs(siteId);
  }

  /** Drops what was not used since the last call. */
  dropUnused(): void {
    for (const [key, people] of this.#loaded) {
      if (people.state === 'ready' && !people.wasUsed) this.#loaded.delete(key);
      people.wasUsed = false;
    }
    for (const siteId of this.#pairs.keys()) {
      if (!this.#loaded.has(`portal_customer ${siteId}`)) this.#pairs.delete(siteId);
    }
  }

  #portalCustomers(query: PortalCustomerQuery): Page<PortalCustomerRow> | undefined {
    const { siteId } = query;
    return this.#page(customersOf(siteId), siteId, customerQuery(query), (rows) =>
      portalCustomersAt(this.#database, rows),
    );
  }

  #accounts(query: AccountQuery): Page<AccountRow> | undefined {
    const { siteId, organizationId } = query;
    const asked = accountQuery(query);
    return siteId === null
      ? this.#page(organizationAccountsOf(organizationId), organizationId, asked, (rows) =>
          organizationAccountsAt(this.#database, organizationId, rows),
        )
      : this.#page(siteAccountsOf(siteId), siteId, asked, (rows) =>
          siteAccountsAt(this.#database, siteId, rows),
        );
  }

  #duplicates(query: Parameters<Lists['duplicates']>[0]): Page<DuplicateRow> | undefined {
    const { siteId } = query;
    const customers = this.#ready(customersOf(siteId), siteId);
    const accounts = this.#ready(siteAccountsOf(siteId), siteId);
    const pairs = this.#pairsOf(siteId)?.pairs;
    if (!customers || !accounts || !pairs) return undefined;
    const asked = duplicateQuery(query);
    const isFound = (customer: number) => accounts.hasInName(pairs.get(customer)!, asked.search);
    const { rows, total } = customers.pageAmong(pairs.keys(), isFound, asked);
    return { items: duplicatesAt(this.#database, siteId, rows), total };
  }

  /** The pairs of a site, if they hold for the running transaction. */
  #pairsOf(siteId: SiteId): DuplicatePairs | undefined {
    if (this.#changes.has('portal_customer') || this.#changes.has('account')) return undefined;
    if (!this.#pairs.has(siteId) && lastRowOf(this.#database, 'account') <= this.#atOnce) {
      for (const _ of this.#loadPairs(siteId)) continue;
    }
    const pairs = this.#pairs.get(siteId);
    return pairs?.isReady ? pairs : undefined;
  }

  *#loadPairs(siteId: SiteId): Generator<void> {
    if (this.#pairs.has(siteId)) return;
    const pairs = new DuplicatePairs(this.#database, siteId);
    this.#pairs.set(siteId, pairs);
    const steps = pairs.load();
    try {
      while (this.#pairs.get(siteId) === pairs && steps.next().done !== true) yield;
    } finally {
      if (!pairs.isReady && this.#pairs.get(siteId) === pairs) this.#pairs.delete(siteId);
    }
  }

  #page<R>(
    source: PeopleSource,
    place: string,
    query: PeopleQuery,
    itemsAt: (rows: readonly number[]) => R[],
  ): Page<R> | undefined {
    const people = this.#ready(source, place);
    if (!people?.isSortedBy(query.sort)) return undefined;
    const { rows, total } = people.page(query);
    return { items: itemsAt(rows), total };
  }

  /** The people of a place if what is in memory holds for the running transaction. */
  #ready(source: PeopleSource, place: string): LoadedPeople | undefined {
    const { table } = source;
    if (this.#changes.has(table)) return undefined;
    const key = `${table} ${place}`;
    if (!this.#loaded.has(key) && lastRowOf(this.#database, table) <= this.#atOnce) {
      for (const _ of this.#load(source, place)) continue;
    }
    const people = this.#loaded.get(key);
    if (people?.state !== 'ready') return undefined;
    people.wasUsed = true;
    return people;
  }

  *#load(source: PeopleSource, place: string): Generator<void> {
    const key = `${source.table} ${place}`;
    const present = this.#loaded.get(key);
    if (present?.state === 'filling') return;
    if (lastRowOf(this.#database, source.table) > MOST_ROWS) return;
    const people = present ?? new LoadedPeople(this.#database, source);
    this.#loaded.set(key, people);
    const steps = people.load();
    try {
      // Stops where a transaction has replaced everything meanwhile.
      while (this.#loaded.get(key) === people && steps.next().done !== true) yield;
    } finally {
      // Who stops halfway leaves nothing half filled.
      if (people.state === 'filling' && this.#loaded.get(key) === people) this.#loaded.delete(key);
    }
  }

  #apply(table: PeopleTable, change: PeopleChange): void {
    if (change === 'everything') this.#pairs.clear();
    else for (const pairs of this.#pairs.values()) pairs.apply(table, change);
    for (const [key, people] of this.#loaded) {
      if (people.source.table !== table) continue;
      if (change !== 'everything') people.apply(change);
      const isWorn = people.state === 'ready' && people.isWorn;
      if (change === 'everything' || isWorn) this.#loaded.delete(key);
    }
  }
}

function customerCounts(people: LoadedPeople): ReturnType<Queries['portalCustomerCounts']> {
  return {
    active: people.count(categoryOf('active')),
    revoked: people.count(categoryOf('revoked')),
    migrating: people.count(categoryOf('migrating')),
    migrated: people.count(categoryOf('migrated')),
    deleted: people.count(categoryOf('deleted')),
  };
}
