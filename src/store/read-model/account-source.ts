/* Accounts of a site, of an organization or of a group, as the columns hold them. */
import type { AccountQuery, ListQuery } from '#src/application/ports.ts';
import type { AccountState } from '#src/domain/account.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import { ON_SITE, rankOf, ROLE_ON_SITE, STATE_ON_SITE } from '../account-rows.ts';
import {
  ENTRY,
  ROLE_ANYWHERE,
  SITES_OF_ORGANIZATION,
  STATE_IN_DIRECTORY,
} from '../lists/account-lists.ts';
import type { PeopleSource } from './loaded-people.ts';
import { foldedSearch, type PeopleQuery } from './people-model.ts';

const STATES: readonly AccountState[] = ['active', 'suspended', 'deactivated'];
const ROLES: readonly ProductRole[] = ['none', 'customer', 'agent'];

export function siteAccountsOf(siteId: string): PeopleSource {
  return {
    table: 'account',
    // The function keeps the accesses from being read first: all of them, for each range.
    select: `${selection(STATE_ON_SITE, ROLE_ON_SITE)} ${ON_SITE}
      where coalesce(access.site_id, '') <> ''`,
    values: [siteId, siteId, siteId],
    sorts: ['name'],
    members: { sql: 'select 1 from site_access where site_id = ?', values: [siteId] },
  };
}

export function organizationAccountsOf(organizationId: string): PeopleSource {
  return {
    table: 'account',
    select: `${selection(STATE_IN_DIRECTORY, ROLE_ANYWHERE)} ${ENTRY}
      where (entry.account_id is not null or exists (
        select 1 from site_access where site_access.account_id = account.id
          and site_access.site_id in (${SITES_OF_ORGANIZATION})))`,
    values: [organizationId, organizationId, organizationId],
    sorts: ['name'],
    members: {
      sql: `select 1 from directory_user where organization_id = ?
        union all select 1 from site_access where site_id in (${SITES_OF_ORGANIZATION})`,
      values: [organizationId, organizationId],
    },
  };
}

/** Lists of a group are searched only, so that one category takes all. */
const OF_ONE_CATEGORY = `select account.rowid, 0, null, account.email_search, account.name_search
  from account not indexed`;

/** Who is in a group. */
export function groupMembersOf(groupId: string): PeopleSource {
  return {
    table: 'account',
    select: `${OF_ONE_CATEGORY} where exists (${IS_MEMBER})`,
    values: [groupId],
    sorts: ['name'],
    members: { sql: 'select 1 from membership where group_id = ?', values: [groupId] },
  };
}

/** Who has access to a group's site and is not in the group. */
export function groupCandidatesOf(groupId: string): PeopleSource {
  return {
    table: 'account',
    select: `${OF_ONE_CATEGORY} where exists (
        select 1 from site_access where site_id = (${SITE_OF_GROUP}) and account_id = account.id)
      and not exists (${IS_MEMBER})`,
    values: [groupId, groupId],
    sorts: ['name'],
    members: {
      sql: `select 1 from site_access where site_id = (${SITE_OF_GROUP})`,
      values: [groupId],
    },
  };
}

const IS_MEMBER = 'select 1 from membership where group_id = ? and account_id = account.id';
const SITE_OF_GROUP = 'select site_id from user_group where id = ?';

/** A category is made of the state and the role. */
function selection(state: string, role: string): string {
  return `select account.rowid,
      (case ${state} when 'active' then 0 when 'suspended' then 1 else 2 end) * 3
        + coalesce(${role}, 0),
      null, account.email_search, account.name_search
    from account not indexed`;
}

/** A list's question as the columns take it. */
export function accountQuery(query: AccountQuery): PeopleQuery {
  const states = query.state === null ? STATES : [query.state];
  const roles = query.role ? [query.role] : ROLES;
  return {
    search: foldedSearch(query.search),
    groups: [
      states.flatMap((state) => roles.map((role) => STATES.indexOf(state) * 3 + rankOf(role))),
    ],
    sort: 'name',
    isDescending: false,
    offset: query.offset,
    limit: query.limit,
  };
}

/** The same for the lists of a group. */
export function groupQuery({ search, offset, limit }: ListQuery): PeopleQuery {
  return {
    search: foldedSearch(search),
    groups: [[0]],
    sort: 'name',
    isDescending: false,
    offset,
    limit,
  };
}
