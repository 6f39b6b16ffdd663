/* Accounts of a site or of an organization, as the columns hold them. */
import type { AccountQuery } from '#src/application/ports.ts';
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
  };
}

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
