/* The portal-only customers of one site in columns: read from their table, and kept up with it. */
import type { PortalCustomerQuery } from '#src/application/ports.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import { searchKey } from '#src/domain/search-key.ts';
import type { Database } from '../database.ts';
import { PeopleModel, type PeopleQuery, type SortKey } from './people-model.ts';
import type { ChangedRows } from './row-changes.ts';

/** A customer's category is the place of the state here, the order in which lists sort them. */
const STATES: readonly PortalCustomerState[] = [
  'active',
  'revoked',
  'migrating',
  'migrated',
  'deleted',
];
/** Deleted accounts are listed nowhere (domain.md 3.1). */
const LISTED = STATES.filter((state) => state !== 'deleted').map((state) => STATES.indexOf(state));

const SORTS: Readonly<Record<PortalCustomerQuery['sort'], SortKey>> = {
  name: 'name',
  email: 'email',
  state: 'name',
  lastLogin: 'number',
};

/** Rows, of whichever site, between two pauses: a few milliseconds. */
const ROWS_AT_ONCE = 4_096;

const SELECT = `select rowid,
    case state when 'active' then 0 when 'revoked' then 1 when 'migrating' then 2
      when 'migrated' then 3 else 4 end,
    last_login_at, email_search, name_search
  from portal_customer not indexed`;
const RANGE = `${SELECT} where rowid > ? and rowid <= ? and site_id = ?`;
const ONE = `${SELECT} where rowid = ? and site_id = ?`;
const KEYS = 'select rowid from portal_customer where id > ? order by id limit ?';
const KEY = 'select id from portal_customer where rowid = ?';
const COMPARED = `select (${KEY}) < (${KEY})`;

export class SiteCustomers {
  readonly #database: Database;
  readonly #siteId: string;
  readonly #model: PeopleModel;
  /** All rows up to this number have been read; in the end, all. */
  #readUpTo = 0;

  constructor(database: Database, siteId: string) {
    this.#database = database;
    this.#siteId = siteId;
    this.#model = new PeopleModel((one, other) =>
      database.get(COMPARED, [one, other])?.[0] === 1 ? -1 : 1,
    );
  }

  get size(): number {
    return this.#model.size;
  }

  get isWorn(): boolean {
    return this.#model.isWorn;
  }

  /** How many customers a state has. */
  count(state: PortalCustomerState): number {
    return this.#model.counts[STATES.indexOf(state)] ?? 0;
  }

  /** Reads everybody and makes the first order, in slices between which commits may come. */
  *fill(): Generator<void> {
    for (let last = this.#lastRow(); this.#readUpTo < last; last = this.#lastRow()) {
      this.#model.reserve(0, last);
      const to = Math.min(this.#readUpTo + ROWS_AT_ONCE, last);
      this.#database.scan(RANGE, [this.#readUpTo, to, this.#siteId], (cells) => {
        this.#model.put(cells, false);
      });
      this.#readUpTo = to;
      yield;
    }
    this.#readUpTo = Infinity;
    yield* this.#model.sortByName((visit) => this.#rowsInKeyOrder(visit));
  }

  /** Makes an order that is missing. */
  *sort(sort: PortalCustomerQuery['sort']): Generator<void> {
    const by = SORTS[sort];
    if (by !== 'name' && !this.isSortedBy(sort)) yield* this.#model.sortBy(by);
  }

  isSortedBy(sort: PortalCustomerQuery['sort']): boolean {
    return this.#model.isSortedBy(SORTS[sort]);
  }

  /** Reads rows again that a committed transaction has written. */
  apply(rows: ChangedRows): void {
    for (const [row, isAnother] of rows) {
      // Its turn to be read is still to come.
      if (row > this.#readUpTo) continue;
      let isHere = false;
      this.#database.scan(ONE, [row, this.#siteId], (cells) => {
        isHere = true;
        this.#model.put(cells, isAnother);
      });
      if (!isHere) this.#model.remove(row);
    }
  }

  /** The row numbers of a page, and how many match in all. */
  page(query: PortalCustomerQuery): { readonly rows: readonly number[]; readonly total: number } {
    return this.#model.page(peopleQuery(query));
  }

  #lastRow(): number {
    return Number(this.#database.get('select max(rowid) from portal_customer')?.[0] ?? 0);
  }

  *#rowsInKeyOrder(visit: (row: number) => void): Generator<void> {
    for (let after = ''; ;) {
      let last: number | undefined;
      this.#database.scan(KEYS, [after, ROWS_AT_ONCE], (cells) => {
        last = cells.number(0);
        visit(last);
      });
      if (last === undefined) return;
      after = String(this.#database.get(KEY, [last])?.[0]);
      yield;
    }
  }
}

/** A list's question as the model takes it. */
function peopleQuery(query: PortalCustomerQuery): PeopleQuery {
  const listed =
    query.state === null ? LISTED : LISTED.filter((it) => it === STATES.indexOf(query.state!));
  const isDescending = query.direction === 'descending';
  const byState = isDescending ? listed.toReversed() : listed;
  return {
    // As it would arrive in SQLite: half a pair is no character there.
    search: searchKey(query.search).replace(/\p{Surrogate}/gu, '\uFFFD'),
    groups: query.sort === 'state' ? byState.map((category) => [category]) : [listed],
    sort: SORTS[query.sort],
    isDescending: isDescending && query.sort !== 'state',
    offset: query.offset,
    limit: query.limit,
  };
}
