/* The list's state in the address, and the question to the backend that follows from it. */
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import { type ListQuestion, readListParams } from '#src/ui/list-params.ts';
import { searchKeys } from '#src/ui/paths.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { CUSTOMER_STATES } from './customer-states.tsx';

const LIST = {
  filters: { state: CUSTOMER_STATES },
  sorts: ['name', 'email', 'state', 'lastLogin'],
  defaultSort: 'name',
  openKey: searchKeys.customer,
  hasSizes: true,
} as const;

type Question = ListQuestion<(typeof LIST)['filters'], (typeof LIST)['sorts'][number]>;

/** Search, filter, sort, page and open row of the list, as the address has them. */
export function useCustomerListParams() {
  return useListParams(LIST);
}

export type CustomerListParams = ReturnType<typeof useCustomerListParams>;

/** The page of customers that the address asks for. */
export function customersOf(siteId: string, { search, filters, sort, offset, limit }: Question) {
  return portalCustomerQueries.list(siteId, {
    search,
    offset,
    limit,
    ...(filters.state && { state: filters.state }),
    ...(sort && { sort: sort.by, direction: sort.direction }),
  });
}

/** What the screen asks first, before it is drawn. */
export function firstCustomers(siteId: string, search: URLSearchParams) {
  return customersOf(siteId, readListParams(search, LIST));
}
