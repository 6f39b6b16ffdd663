/* Customer access of a site, and the newcomers that it decides about. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate, type Area } from './query-client.ts';

/** Newcomers on a site: who is there also decides what copying to it, or from it, would do. */
export const ADMITTED: readonly Area[] = [
  'portal-customers',
  'directory',
  'copy-plans',
  'workspace',
];

export const customerAccessQueries = {
  get: (siteId: string) =>
    queryOptions({
      queryKey: ['customer-access', 'get', siteId],
      queryFn: ({ signal }) => send('customer-access.get', { params: { siteId }, signal }),
    }),
  /** What an address would get by the saved settings. */
  newcomer: (siteId: string, query: QueryOf<'customer-access.newcomer'>) =>
    queryOptions({
      queryKey: ['customer-access', 'newcomer', siteId, query],
      queryFn: ({ signal }) =>
        send('customer-access.newcomer', { params: { siteId }, query, signal }),
    }),
};

/** Saves the settings that were changed from this version of them. */
export function useUpdateCustomerAccess(siteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      version,
      ...body
    }: BodyOf<'customer-access.update'> & { readonly version: number }) =>
      send('customer-access.update', { params: { siteId }, body, ifMatch: version }),
    onSettled: () => invalidate(client, ['customer-access', 'workspace']),
  });
}

/** *Add customers*: every address gets its own result. */
export function useInviteCustomers(siteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (emails: string[]) =>
      send('customers.invite', { params: { siteId }, body: { emails } }),
    onSettled: () => invalidate(client, ADMITTED),
  });
}

/** Plays a newcomer who signs up at the help center. */
export function useSignUp(siteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<'customers.sign-up'>) =>
      send('customers.sign-up', { params: { siteId }, body }),
    onSettled: () => invalidate(client, ADMITTED),
  });
}
