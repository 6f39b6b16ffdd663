import type { AccountQuery, AccountRow, ListQuery, Page } from '#src/application/ports.ts';
import type { GroupId, SiteId } from '#src/domain/ids.ts';
import {
  accountRowColumns,
  decodeAccountRow,
  ON_SITE,
  rankOf,
  ROLE_ON_SITE,
  ROLE_RANK,
  STATE_ON_SITE,
} from '../account-rows.ts';
import type { Database } from '../database.ts';
import { allOf, contains, equals, pageOf, type Filter } from './filter.ts';
import { rowsAt } from './rows-at.ts';

const ORDER = 'account.name_search, account.id';
const PERSON = ['account.email_search', 'account.name_search'];

/** Accounts with access to a site. */
export function siteAccounts(
  database: Database,
  query: AccountQuery,
  siteId: SiteId,
): Page<AccountRow> {
  const filter = allOf([
    { sql: 'access.site_id is not null', values: [] },
    equals(STATE_ON_SITE, query.state),
    hasRole(query, ROLE_ON_SITE, siteId),
    contains(query.search, PERSON),
  ]);
  // From the site's accesses to their accounts: the other way round would read every account.
  const from = `(select account_id from site_access where site_id = ?) as listed
    cross join account on account.id = listed.account_id`;
  return accountsOnSite(database, siteId, { sql: from, values: [siteId] }, filter, query);
}

/** The highest role over one place is the one asked for; who is in no group has none. */
function hasRole({ role }: AccountQuery, highest: string, place: string): Filter | null {
  if (!role) return null;
  return { sql: `coalesce(${highest}, 0) = ?`, values: [place, rankOf(role)] };
}

/** Members of a group, with their state and role on the group's site. */
export function groupMembers(
  database: Database,
  query: ListQuery & { readonly groupId: GroupId },
): Page<AccountRow> {
  const siteId = database.get('select site_id from user_group where id = ?', [query.groupId])?.[0];
  if (siteId === undefined) return { items: [], total: 0 };
  const from = `(select account_id from membership where group_id = ?) as listed
    cross join account on account.id = listed.account_id`;
  const filter = allOf([contains(query.search, PERSON)]);
  return accountsOnSite(
    database,
    String(siteId),
    { sql: from, values: [query.groupId] },
    filter,
    query,
  );
}

/** Accounts with access to a site that are not in one of its groups. */
export function groupCandidates(
  database: Database,
  query: ListQuery & { readonly groupId: GroupId; readonly siteId: SiteId },
): Page<AccountRow> {
  const from = `(select account_id from site_access where site_id = ?
      except select account_id from membership where group_id = ?) as listed
    cross join account on account.id = listed.account_id`;
  const filter = allOf([contains(query.search, PERSON)]);
  return accountsOnSite(
    database,
    query.siteId,
    { sql: from, values: [query.siteId, query.groupId] },
    filter,
    query,
  );
}

function accountsOnSite(
  database: Database,
  siteId: string,
  from: Filter,
  filter: Filter,
  query: ListQuery,
): Page<AccountRow> {
  const matching = `from ${from.sql} ${ON_SITE} where ${filter.sql}`;
  const values = [...from.values, siteId, siteId, ...filter.values];
  const columns = accountRowColumns(STATE_ON_SITE, ROLE_ON_SITE, 'access.last_seen_at');
  return pageOf(
    database,
    { sql: `select count(*) ${matching}`, values },
    {
      // Roles are counted for the accounts of the page only.
      sql: `select ${columns} from account ${ON_SITE}
        where account.id in (select account.id ${matching} order by ${ORDER} limit ? offset ?)
        order by ${ORDER}`,
      values: [siteId, siteId, siteId, ...values, query.limit, query.offset],
    },
    decodeAccountRow,
  );
}

/**
 * Accounts of an organization's directory or with access to one of its sites. The state is that of
 * the directory entry; role and last visit are the most that any of its sites gives.
 */
export function organizationAccounts(database: Database, query: AccountQuery): Page<AccountRow> {
  const organizationId = query.organizationId;
  const filter = allOf([
    equals(STATE_IN_DIRECTORY, query.state),
    hasRole(query, ROLE_ANYWHERE, organizationId),
    contains(query.search, PERSON),
  ]);
  const matching = `from (${MEMBERS_OF_ORGANIZATION}) as listed
    cross join account on account.id = listed.account_id ${ENTRY} where ${filter.sql}`;
  const values = [organizationId, organizationId, organizationId, ...filter.values];
  const columns = accountRowColumns(STATE_IN_DIRECTORY, ROLE_ANYWHERE, LAST_SEEN_ANYWHERE);
  return pageOf(
    database,
    { sql: `select count(*) ${matching}`, values },
    {
      sql: `select ${columns} from account ${ENTRY}
        where account.id in (select account.id ${matching} order by ${ORDER} limit ? offset ?)
        order by ${ORDER}`,
      values: [
        organizationId,
        organizationId,
        organizationId,
        ...values,
        query.limit,
        query.offset,
      ],
    },
    decodeAccountRow,
  );
}

/** Sites of an organization (one value). */
export const SITES_OF_ORGANIZATION = 'select id from site where organization_id = ?';

const MEMBERS_OF_ORGANIZATION = `
  select account_id from directory_user where organization_id = ?
  union select account_id from site_access where site_id in (${SITES_OF_ORGANIZATION})`;

/** Joins to `account` its entry in an organization's directory (one value). */
export const ENTRY = `left join directory_user as entry
  on entry.organization_id = ? and entry.account_id = account.id`;

export const STATE_IN_DIRECTORY = `coalesce(entry.status, 'suspended')`;

/** The highest role from all groups of `account` on the sites of an organization (one value). */
export const ROLE_ANYWHERE = `(
  select max(${ROLE_RANK}) from membership
  join user_group on user_group.id = membership.group_id
  where membership.account_id = account.id and user_group.site_id in (${SITES_OF_ORGANIZATION}))`;

const LAST_SEEN_ANYWHERE = `(
  select max(last_seen_at) from site_access
  where site_access.account_id = account.id and site_access.site_id in (${SITES_OF_ORGANIZATION}))`;

/** The accounts of these row numbers as the list of a site shows them, in their order. */
export function siteAccountsAt(
  database: Database,
  siteId: string,
  rowNumbers: readonly number[],
): AccountRow[] {
  const columns = accountRowColumns(STATE_ON_SITE, ROLE_ON_SITE, 'access.last_seen_at');
  return rowsAt(
    database,
    {
      sql: `select ${columns}, account.rowid from account ${ON_SITE} ${BY_NUMBER}`,
      values: [siteId, siteId, siteId],
    },
    rowNumbers,
    decodeAccountRow,
  );
}

/** The same as the list of an organization shows them. */
export function organizationAccountsAt(
  database: Database,
  organizationId: string,
  rowNumbers: readonly number[],
): AccountRow[] {
  const columns = accountRowColumns(STATE_IN_DIRECTORY, ROLE_ANYWHERE, LAST_SEEN_ANYWHERE);
  return rowsAt(
    database,
    {
      sql: `select ${columns}, account.rowid from account ${ENTRY} ${BY_NUMBER}`,
      values: [organizationId, organizationId, organizationId],
    },
    rowNumbers,
    decodeAccountRow,
  );
}

const BY_NUMBER = 'where account.rowid in (select value from json_each(?))';
