/* Portal-only accounts of a site and their migration to Atlassian accounts. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ParamsOf, QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate } from './query-client.ts';

export const portalCustomerQueries = {
  list: (siteId: string, query: QueryOf<'portal-customers.list'> = {}) =>
    queryOptions({
      queryKey: ['portal-customers', 'list', siteId, query],
      queryFn: ({ signal }) => send('portal-customers.list', { params: { siteId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** One customer, with what migrating would do by the present data. */
  get: (siteId: string, customerId: string) =>
    queryOptions({
      queryKey: ['portal-customers', 'get', siteId, customerId],
      queryFn: ({ signal }) =>
        send('portal-customers.get', { params: { siteId, customerId }, signal }),
    }),
};

/** Starts *Migrate to Atlassian account*; resolves to the job that does it. */
export function useMigrateCustomer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...params }: ParamsOf<'portal-customers.migrate'> & Versioned) =>
      send('portal-customers.migrate', { params, ifMatch: version }),
    onSettled: () => invalidate(client, ['portal-customers', 'jobs', 'workspace', 'directory']),
  });
}

/** *Revoke access* closes the help center to a customer, *Grant access* opens it again. */
export function useChangeAccess(event: 'revoke' | 'grant') {
  const client = useQueryClient();
  const name = `portal-customers.${event}` as const;
  return useMutation({
    mutationFn: ({ version, ...params }: ParamsOf<typeof name> & Versioned) =>
      send(name, { params, ifMatch: version }),
    onSettled: () =>
      invalidate(client, ['portal-customers', 'copy-plans', 'workspace', 'directory']),
  });
}

type Versioned = {
  /** The version that the screen showed. */
  readonly version: number;
};
