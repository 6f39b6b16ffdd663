/* Portal-only accounts of a site and their migration to Atlassian accounts. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ParamsOf, QueryOf } from '#src/contract/api.ts';
import type { Watching } from './downloads.ts';
import { send } from './http.ts';
import { type Area, invalidate } from './query-client.ts';

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
  /** Requests that a customer is attached to, the newest first. */
  requests: (
    siteId: string,
    customerId: string,
    query: QueryOf<'portal-customers.requests'> = {},
  ) =>
    queryOptions({
      queryKey: ['portal-customers', 'requests', siteId, customerId, query],
      queryFn: ({ signal }) =>
        send('portal-customers.requests', { params: { siteId, customerId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Starts *Migrate to Atlassian account*; resolves to the job that does it. */
export function useMigrateCustomer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...params }: ParamsOf<'portal-customers.migrate'> & Versioned) =>
      send('portal-customers.migrate', { params, ifMatch: version }),
    onSettled: () => invalidate(client, [...CHANGED, 'jobs']),
  });
}

/** *Edit full name*. */
export function useRenameCustomer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      version,
      name,
      ...params
    }: OneCustomer & Versioned & BodyOf<'portal-customers.rename'>) =>
      send('portal-customers.rename', { params, body: { name }, ifMatch: version }),
    onSettled: () => invalidate(client, CHANGED),
  });
}

/** *Change password*: the password goes to the backend, which keeps it nowhere. */
export function useSetPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      version,
      password,
      ...params
    }: OneCustomer & Versioned & BodyOf<'portal-customers.set-password'>) =>
      send('portal-customers.set-password', { params, body: { password }, ifMatch: version }),
    // What was typed is not kept in the cache of mutations either.
    gcTime: 0,
    onSettled: () => invalidate(client, CHANGED),
  });
}

/** *Delete account*. */
export function useDeleteCustomer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...params }: OneCustomer & Versioned) =>
      send('portal-customers.delete', { params, ifMatch: version }),
    onSettled: async (_, error, { customerId }) => {
      await Promise.all([
        invalidate(
          client,
          CHANGED.filter((area) => area !== 'portal-customers'),
        ),
        client.invalidateQueries({
          queryKey: ['portal-customers'],
          // What is gone must not be asked for again by the screen that is about to close.
          predicate: ({ queryKey }) => error !== null || !queryKey.includes(customerId),
        }),
      ]);
    },
  });
}

/** The customers that a search and a state leave, all of them, as CSV. */
export async function downloadCustomers(
  siteId: string,
  query: QueryOf<'portal-customers.export-file'>,
  watching: Watching,
) {
  // Loaded when it is needed: no first screen waits for it.
  const { watchedDownload } = await import('./downloads.ts');
  return watchedDownload('portal-customers.export-file', watching, { params: { siteId }, query });
}

/** *Revoke access* closes the help center to a customer, *Grant access* opens it again. */
export function useChangeAccess(event: 'revoke' | 'grant') {
  const client = useQueryClient();
  const name = `portal-customers.${event}` as const;
  return useMutation({
    mutationFn: ({ version, ...params }: ParamsOf<typeof name> & Versioned) =>
      send(name, { params, ifMatch: version }),
    onSettled: () => invalidate(client, CHANGED),
  });
}

type OneCustomer = ParamsOf<'portal-customers.get'>;

/** What a change of one customer makes stale. */
const CHANGED: readonly Area[] = ['portal-customers', 'copy-plans', 'workspace', 'directory'];

type Versioned = {
  /** The version that the screen showed. */
  readonly version: number;
};
