/* Portal-only customers of a site, as the columns hold them. */
import type { ListQuery, PortalCustomerQuery } from '#src/application/ports.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import type { PeopleSource } from './loaded-people.ts';
import { foldedSearch, type PeopleQuery, type SortKey } from './people-model.ts';

/** A customer's category is the place of the state here, the order in which lists sort them. */
const STATES: readonly PortalCustomerState[] = [
  'active',
  'revoked',
  'migrating',
  'migrated',
  'deleted',
];
/** Deleted accounts are listed nowhere (domain.md 3.1). */
export const LISTED = STATES.filter((state) => state !== 'deleted').map(categoryOf);

const SORTS: Readonly<Record<PortalCustomerQuery['sort'], SortKey>> = {
  name: 'name',
  email: 'email',
  state: 'name',
  lastLogin: 'number',
};

export function customersOf(siteId: string): PeopleSource {
  return {
    table: 'portal_customer',
    select: `select rowid,
        case state when 'active' then 0 when 'revoked' then 1 when 'migrating' then 2
          when 'migrated' then 3 else 4 end,
        last_login_at, email_search, name_search
      from portal_customer not indexed where site_id = ?`,
    values: [siteId],
    sorts: ['name', 'email', 'number'],
    members: { sql: 'select 1 from portal_customer where site_id = ?', values: [siteId] },
  };
}

export function categoryOf(state: PortalCustomerState): number {
  return STATES.indexOf(state);
}

/** A list's question as the columns take it. */
export function customerQuery(query: PortalCustomerQuery): PeopleQuery {
  const { state } = query;
  const listed =
    state === null ? LISTED : LISTED.filter((category) => category === categoryOf(state));
  const isDescending = query.direction === 'descending';
  const byState = isDescending ? listed.toReversed() : listed;
  return {
    search: foldedSearch(query.search),
    groups: query.sort === 'state' ? byState.map((category) => [category]) : [listed],
    sort: SORTS[query.sort],
    isDescending: isDescending && query.sort !== 'state',
    offset: query.offset,
    limit: query.limit,
  };
}

/** Duplicates, of whatever state, as the list of them is sorted. */
export function duplicateQuery({ search, offset, limit }: ListQuery): PeopleQuery {
  return {
    search: foldedSearch(search),
    groups: [LISTED],
    sort: 'name',
    isDescending: false,
    offset,
    limit,
  };
}
