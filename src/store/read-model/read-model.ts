/*
 * The lists of large sites from memory, behind the port that SQL serves as well: the same answers,
 * many times faster. Search texts are strings of some thousand people, orders are kept, and SQL is
 * asked for the rows of the page only. What is not in memory, or not yet, SQL answers, or nobody
 * (`Unloaded`); SQL also answers for small places, and for a list that a transaction asks for after
 * it has written what the list shows.
 *
 * SQLite's update hook names the rows that a transaction writes; of tables without row numbers the
 * records tell (`records.ts`). They are read again right after the commit, so the columns hold what
 * is committed and nothing else.
 */
import type {
  AccountQuery,
  AccountRow,
  DuplicateRow,
  ListQuery,
  Lists,
  Page,
  PortalCustomerQuery,
  PortalCustomerRow,
  Queries,
} from '#src/application/ports.ts';
import type { BulkSelection, SelectedCustomer } from '#src/domain/bulk.ts';
import type { SiteId } from '#src/domain/ids.ts';
import type { Database } from '../database.ts';
import { organizationAccountsAt, siteAccountsAt } from '../lists/account-lists.ts';
import { duplicatesAt } from '../lists/duplicate-list.ts';
import { isQuickPage, portalCustomersAt } from '../lists/portal-customer-list.ts';
import { selectedCustomersAt } from '../queries/bulk-queries.ts';
import { accountQuery, groupQuery } from './account-source.ts';
import { categoryOf, customerQuery, duplicateQuery, LISTED } from './customer-source.ts';
import { accountsOn, customersOn, type PeopleKey } from './list-key.ts';
import type { LoadedLists } from './loaded-lists.ts';
import type { PeopleQuery } from './people-model.ts';

export class ReadModel {
  readonly #database: Database;
  readonly #loaded: LoadedLists;

  constructor(database: Database, loaded: LoadedLists) {
    this.#database = database;
    this.#loaded = loaded;
  }

  /** These lists from memory where they are there, and all others as given. */
  lists(sql: Lists): Lists {
    return {
      ...sql,
      portalCustomers: (query) => this.#portalCustomers(query) ?? sql.portalCustomers(query),
      accounts: (query) => this.#accounts(query) ?? sql.accounts(query),
      groupMembers: (query) => this.#ofGroup('group-members', query) ?? sql.groupMembers(query),
      groupCandidates: (query) =>
        this.#ofGroup('group-candidates', query) ?? sql.groupCandidates(query),
      duplicates: (query) => this.#duplicates(query) ?? sql.duplicates(query),
    };
  }

  /** These queries likewise. */
  queries(sql: Queries): Queries {
    return {
      ...sql,
      portalCustomerCounts: (siteId) => this.#counts(siteId) ?? sql.portalCustomerCounts(siteId),
      duplicateCount: (siteId) => this.#loaded.pairs(siteId)?.count ?? sql.duplicateCount(siteId),
      selectedPortalCustomers: (siteId, selection) =>
        this.#selected(siteId, selection) ?? sql.selectedPortalCustomers(siteId, selection),
    };
  }

  #portalCustomers(query: PortalCustomerQuery): Page<PortalCustomerRow> | undefined {
    const asked = customerQuery(query);
    const list = customersOn(query.siteId, asked.sort);
    return this.#page(
      list,
      asked,
      (rows) => portalCustomersAt(this.#database, rows),
      isQuickPage(query),
    );
  }

  #counts(siteId: SiteId): ReturnType<Queries['portalCustomerCounts']> | undefined {
    const people = this.#loaded.people(customersOn(siteId), true);
    if (!people) return undefined;
    const counts = LISTED.map((category) => people.count(category));
    const listed = counts.reduce((sum, count) => sum + count, 0);
    return { listed, migrated: people.count(categoryOf('migrated')) };
  }

  #selected(siteId: SiteId, selection: BulkSelection): SelectedCustomer[] | undefined {
    if (selection.by !== 'filter') return undefined;
    const everybody = { sort: 'name', direction: 'ascending', offset: 0, limit: Infinity } as const;
    const asked = customerQuery({ ...selection, siteId, ...everybody });
    const page = this.#page(customersOn(siteId), asked, (rows) =>
      selectedCustomersAt(this.#database, rows),
    );
    return page && [...page.items];
  }

  #accounts(query: AccountQuery): Page<AccountRow> | undefined {
    const { siteId, organizationId } = query;
    const asked = accountQuery(query);
    if (siteId !== null) {
      return this.#page(accountsOn(siteId), asked, (rows) =>
        siteAccountsAt(this.#database, siteId, rows),
      );
    }
    const list = { people: 'organization-accounts', place: organizationId, sort: 'name' } as const;
    return this.#page(list, asked, (rows) =>
      organizationAccountsAt(this.#database, organizationId, rows),
    );
  }

  #ofGroup(
    people: 'group-members' | 'group-candidates',
    query: ListQuery & { readonly groupId: string },
  ): Page<AccountRow> | undefined {
    const place = query.groupId;
    const group = this.#database.get('select site_id from user_group where id = ?', [place]);
    if (!group) return undefined;
    return this.#page({ people, place, sort: 'name' }, groupQuery(query), (rows) =>
      siteAccountsAt(this.#database, String(group[0]), rows),
    );
  }

  #duplicates(query: Parameters<Lists['duplicates']>[0]): Page<DuplicateRow> | undefined {
    const { siteId } = query;
    const pairs = this.#loaded.pairs(siteId);
    const customers = pairs && this.#loaded.people(customersOn(siteId));
    const accounts = customers && this.#loaded.people(accountsOn(siteId));
    if (!pairs || !accounts) return undefined;
    const asked = duplicateQuery(query);
    const isFound = accounts.finderOfNames(asked.search);
    const { rows, total } = customers.pageAmong(pairs.accountOf, isFound, asked);
    return { items: duplicatesAt(this.#database, siteId, rows), total };
  }

  #page<R>(
    list: PeopleKey,
    query: PeopleQuery,
    itemsAt: (rows: readonly number[]) => R[],
    isQuickBySql = false,
  ): Page<R> | undefined {
    const people = this.#loaded.people(list, isQuickBySql);
    if (!people) return undefined;
    const { rows, total } = people.page(query);
    return { items: itemsAt(rows), total };
  }
}
