/* Customers of one service project, and adding some. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { ADMITTED } from './customer-access.ts';
import { send } from './http.ts';
import { invalidate } from './query-client.ts';

type ProjectPlace = { readonly siteId: string; readonly projectId: string };

export const serviceProjectQueries = {
  customers: (place: ProjectPlace, query: QueryOf<'service-projects.customers'> = {}) =>
    queryOptions({
      queryKey: ['service-projects', 'customers', place, query],
      queryFn: ({ signal }) => send('service-projects.customers', { params: place, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** What adding would come to, tried out and taken back. */
  admission: (place: ProjectPlace, emails: readonly string[]) =>
    queryOptions({
      queryKey: ['service-projects', 'admission', place, emails],
      queryFn: ({ signal }) =>
        send('service-projects.admission', {
          params: place,
          body: { emails: [...emails] },
          signal,
        }),
      // An old promise is never shown again: each dialog asks anew.
      gcTime: 0,
    }),
  /** The destination's projects that a plan's runs have filled. */
  copied: (planId: string) =>
    queryOptions({
      queryKey: ['service-projects', 'copied', planId],
      queryFn: ({ signal }) => send('service-projects.copied', { params: { planId }, signal }),
    }),
};

/** *Add customers*: every address gets its own result. */
export function useAddProjectCustomers(place: ProjectPlace) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (emails: readonly string[]) =>
      send('service-projects.add-customers', { params: place, body: { emails: [...emails] } }),
    onSettled: () => invalidate(client, ADMITTED),
  });
}
