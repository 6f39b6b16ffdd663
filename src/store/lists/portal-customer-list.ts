import type { Page, PortalCustomerQuery, PortalCustomerRow } from '#src/application/ports.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import type { Database } from '../database.ts';
import { portalCustomerTable } from '../tables/directory-tables.ts';
import { allOf, contains, equals, pageOf, type Filter } from './filter.ts';
import { rowsAt } from './rows-at.ts';

/** What each sort compares: folded texts by code point, states in the order of a customer's life, never before any login. */
const SORTS: Readonly<Record<PortalCustomerQuery['sort'], string>> = {
  name: 'name_search',
  email: 'email_search',
  state: `case state when 'active' then 0 when 'revoked' then 1 when 'migrating' then 2 else 3 end`,
  // NULL is less than every number, so "never" comes last in descending order.
  lastLogin: 'last_login_at',
};

/** Who matches a search and a state on a site; deleted accounts are listed nowhere. */
export function listedPortalCustomers(
  query: Pick<PortalCustomerQuery, 'siteId' | 'state' | 'search'>,
): Filter {
  return allOf([
    equals('site_id', query.siteId),
    { sql: `state <> 'deleted'`, values: [] },
    equals('state', query.state),
    contains(query.search, ['email_search', 'name_search']),
  ]);
}

/** Equal ones stand by name, then by id, in both directions. */
export function portalCustomers(
  database: Database,
  query: PortalCustomerQuery,
): Page<PortalCustomerRow> {
  const filter = listedPortalCustomers(query);
  const direction = query.direction === 'ascending' ? 'asc' : 'desc';
  const order =
    query.sort === 'name'
      ? `name_search ${direction}, id`
      : `${SORTS[query.sort]} ${direction}, name_search, id`;
  // SQLite does not know how few rows the page has, and would sort all of them.
  const by = isQuickPage(query) ? 'indexed by portal_customer_by_name' : '';
  const page = pageOf(
    database,
    { sql: `select count(*) from portal_customer where ${filter.sql}`, values: filter.values },
    {
      // Sorts row numbers only and fetches the whole rows of the page afterwards.
      sql: `select ${portalCustomerTable.selection()} from portal_customer
        where rowid in (
          select rowid from portal_customer ${by} where ${filter.sql} order by ${order} limit ? offset ?
        ) order by ${order}`,
      values: [...filter.values, query.limit, query.offset],
    },
    (row) => portalCustomerTable.decode(row),
  );
  return { items: withCustomerOrganizations(database, page.items), total: page.total };
}

/** How far into the list of everybody by name the index leads to in no time. */
const QUICK_ROWS = 1_000;

/** Whether SQL answers without looking at all customers, so that nobody needs to wait for memory. */
export function isQuickPage(query: PortalCustomerQuery): boolean {
  const isEverybody = query.search === '' && query.state === null;
  return isEverybody && query.sort === 'name' && query.offset + query.limit <= QUICK_ROWS;
}

/** The customers of these row numbers, in their order. */
export function portalCustomersAt(
  database: Database,
  rowNumbers: readonly number[],
): PortalCustomerRow[] {
  const found = rowsAt(
    database,
    {
      sql: `select ${portalCustomerTable.selection()}, rowid from portal_customer
        where rowid in (select value from json_each(?))`,
      values: [],
    },
    rowNumbers,
    (row) => portalCustomerTable.decode(row),
  );
  return withCustomerOrganizations(database, found);
}

function withCustomerOrganizations(
  database: Database,
  customers: readonly PortalCustomer[],
): PortalCustomerRow[] {
  const names = customerOrganizationNames(
    database,
    customers.map((customer) => customer.id),
  );
  return customers.map((customer) => ({
    ...customer,
    customerOrganizations: names.get(customer.id) ?? [],
  }));
}

/** The sorted names of the customer organizations of a page's people, in one statement. */
function customerOrganizationNames(
  database: Database,
  holderIds: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  if (holderIds.length === 0) return names;
  const rows = database.all(
    `select member.holder_id, customer_organization.name
      from customer_organization_member as member
      join customer_organization on customer_organization.id = member.customer_organization_id
      where member.holder_id in (select value from json_each(?))
      order by customer_organization.name_search, customer_organization.id`,
    [JSON.stringify(holderIds)],
  );
  for (const [holderId, name] of rows) {
    const key = String(holderId);
    const list = names.get(key);
    if (list) list.push(String(name));
    else names.set(key, [String(name)]);
  }
  return names;
}
