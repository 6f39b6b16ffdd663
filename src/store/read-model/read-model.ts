/*
 * The lists of large sites from memory, behind the port that SQL serves as well: the same answers,
 * many times faster. What is not in memory, or not yet, SQL answers; likewise a list that a
 * transaction asks for after it has written into the list's table.
 */
import type {
  Lists,
  Page,
  PortalCustomerQuery,
  PortalCustomerRow,
} from '#src/application/ports.ts';
import type { SiteId } from '#src/domain/ids.ts';
import type { Database } from '../database.ts';
import { portalCustomersAt } from '../lists/portal-customer-list.ts';
import { RowChanges, type TableChange } from './row-changes.ts';
import { SiteCustomers } from './site-customers.ts';

/** Sites of a store with fewer customers are read into memory when they are first listed. */
export const AT_ONCE = 20_000;

/** Row numbers are kept in four bytes, and a table is as long as the largest. */
const MOST_ROWS = 50_000_000;

const TABLE = 'portal_customer';
const SORTS: readonly PortalCustomerQuery['sort'][] = ['name', 'email', 'state', 'lastLogin'];

type Loaded = {
  readonly customers: SiteCustomers;
  state: 'filling' | 'ready';
  wasUsed: boolean;
};

export class ReadModel {
  readonly #database: Database;
  readonly #changes: RowChanges;
  readonly #atOnce: number;
  readonly #sites = new Map<string, Loaded>();

  constructor(database: Database, atOnce: number) {
    this.#database = database;
    this.#atOnce = atOnce;
    this.#changes = new RowChanges((changes) => this.#apply(changes));
    database.watch(this.#changes);
  }

  /** The bytes that all sites take. */
  get size(): number {
    return [...this.#sites.values()].reduce((sum, { customers }) => sum + customers.size, 0);
  }

  /** These lists from memory where they are there, and all others as given. */
  over(sql: Lists): Lists {
    return {
      ...sql,
      portalCustomers: (query) => this.#portalCustomers(query) ?? sql.portalCustomers(query),
    };
  }

  /** Whether lists of a site need no SQL. */
  isReady(siteId: SiteId): boolean {
    return this.#sites.get(siteId)?.state === 'ready';
  }

  /**
   * Loads a site in slices, with every order; between two of them commits and lists may come. Not
   * within a transaction that has written.
   */
  *load(siteId: SiteId): Generator<void> {
    const present = this.#sites.get(siteId);
    if (present?.state === 'filling') return;
    if (this.#lastRow() > MOST_ROWS) return;
    const loaded = present ?? this.#begin(siteId);
    try {
      if (loaded.state === 'filling') {
        yield* this.#whileKept(siteId, loaded, loaded.customers.fill());
        loaded.state = 'ready';
      }
      for (const sort of SORTS) {
        yield* this.#whileKept(siteId, loaded, loaded.customers.sort(sort));
      }
    } finally {
      // Who stops halfway leaves nothing half filled.
      if (loaded.state === 'filling') this.#drop(siteId, loaded);
    }
  }

  /** Drops what was not used since the last call. */
  dropUnused(): void {
    for (const [siteId, loaded] of this.#sites) {
      if (loaded.state === 'ready' && !loaded.wasUsed) this.#sites.delete(siteId);
      loaded.wasUsed = false;
    }
  }

  #begin(siteId: SiteId): Loaded {
    const loaded: Loaded = {
      customers: new SiteCustomers(this.#database, siteId),
      state: 'filling',
      wasUsed: true,
    };
    this.#sites.set(siteId, loaded);
    return loaded;
  }

  #portalCustomers(query: PortalCustomerQuery): Page<PortalCustomerRow> | undefined {
    if (this.#changes.has(TABLE)) return undefined;
    if (!this.#sites.has(query.siteId) && this.#lastRow() <= this.#atOnce)
      run(this.load(query.siteId));
    const loaded = this.#sites.get(query.siteId);
    if (loaded?.state !== 'ready') return undefined;
    loaded.wasUsed = true;
    if (!loaded.customers.isSortedBy(query.sort)) return undefined;
    const { rows, total } = loaded.customers.page(query);
    return { items: portalCustomersAt(this.#database, rows), total };
  }

  /** About how many customers all sites have together: a look at the end of the table tells. */
  #lastRow(): number {
    return Number(this.#database.get(`select max(rowid) from ${TABLE}`)?.[0] ?? 0);
  }

  /** Stops where a transaction has replaced everything meanwhile. */
  *#whileKept(siteId: string, loaded: Loaded, steps: Generator<void>): Generator<void> {
    while (this.#sites.get(siteId) === loaded && steps.next().done !== true) yield;
  }

  #drop(siteId: string, loaded: Loaded): void {
    if (this.#sites.get(siteId) === loaded) this.#sites.delete(siteId);
  }

  #apply(changes: ReadonlyMap<string, TableChange>): void {
    const change = changes.get(TABLE);
    if (change === undefined) return;
    if (change === 'everything') {
      this.#sites.clear();
      return;
    }
    for (const [siteId, { customers, state }] of this.#sites) {
      customers.apply(change.rows);
      if (state === 'ready' && customers.isWorn) this.#sites.delete(siteId);
    }
  }
}

function run(steps: Generator<void>): void {
  while (steps.next().done !== true);
}
