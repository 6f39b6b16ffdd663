/* Addresses that hold both account types on a site: the join that nobody wants to do by hand (domain.md 4.3). */
import type { DuplicateRow, ListQuery, Page } from '#src/application/ports.ts';
import type { SiteId } from '#src/domain/ids.ts';
import {
  accountRowColumns,
  decodeAccountRow,
  ON_SITE,
  ROLE_ON_SITE,
  STATE_ON_SITE,
} from '../account-rows.ts';
import type { Database, SqlRow } from '../database.ts';
import { accountTable, portalCustomerTable } from '../tables/directory-tables.ts';
import { allOf, contains, pageOf } from './filter.ts';
import { rowsAt } from './rows-at.ts';

/**
 * Pairs of a site (one value). From its accesses, which are few, to profiles by their key; which
 * states count says `countsAsPortalOnly` of the domain, and a test compares the two. That they are
 * not deleted leads SQLite to the index of such.
 */
const PAIRS = `from (select account_id, site_id from site_access where site_id = ?) as listed
  cross join account on account.id = listed.account_id
  cross join portal_customer as customer
    on customer.site_id = listed.site_id and customer.email_key = account.email_key
    and customer.state in ('active', 'revoked', 'migrating') and customer.state <> 'deleted'`;

const ORDER = 'customer.name_search, customer.id';

/** Duplicates by the customer's name; searched in the address and in both names. */
export function duplicates(
  database: Database,
  { siteId, search, limit, offset }: ListQuery & { readonly siteId: SiteId },
): Page<DuplicateRow> {
  const filter = allOf([
    contains(search, ['customer.email_search', 'customer.name_search', 'account.name_search']),
  ]);
  const columns = `${accountRowColumns(STATE_ON_SITE, ROLE_ON_SITE, 'null')},
    ${portalCustomerTable.selection('customer')}`;
  return pageOf(
    database,
    {
      sql: `select count(*) ${PAIRS} where ${filter.sql}`,
      values: [siteId, ...filter.values],
    },
    {
      sql: `select ${columns} ${PAIRS} ${ON_SITE} where ${filter.sql}
        order by ${ORDER} limit ? offset ?`,
      values: [siteId, siteId, siteId, siteId, ...filter.values, limit, offset],
    },
    decodePair,
  );
}

/** The duplicates of these row numbers of customers, in their order. */
export function duplicatesAt(
  database: Database,
  siteId: SiteId,
  rowNumbers: readonly number[],
): DuplicateRow[] {
  const columns = `${accountRowColumns(STATE_ON_SITE, ROLE_ON_SITE, 'null')},
    ${portalCustomerTable.selection('customer')}`;
  return rowsAt(
    database,
    {
      sql: `select ${columns}, customer.rowid from portal_customer as customer
        cross join account on account.email_key = customer.email_key ${ON_SITE}
        where customer.rowid in (select value from json_each(?))`,
      values: [siteId, siteId, siteId],
    },
    rowNumbers,
    decodePair,
  );
}

/** How many duplicates a site has. */
export function countDuplicates(database: Database, siteId: SiteId): number {
  return Number(database.get(`select count(*) ${PAIRS}`, [siteId])?.[0]);
}

/** The three cells after the account are its state, its role and, unused, its last visit. */
function decodePair(row: SqlRow): DuplicateRow {
  const { account, state, role } = decodeAccountRow(row.slice(0, accountTable.width + 3));
  return {
    account,
    state,
    role,
    customer: portalCustomerTable.decode(row, accountTable.width + 3),
  };
}
