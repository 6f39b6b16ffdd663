/* *Did everybody arrive?*: what became of a server's people after a migration. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { download, send } from './http.ts';

export const serverArrivalQueries = {
  /** The counts on both sides and the steps between them. */
  get: (planId: string) =>
    queryOptions({
      queryKey: ['server-arrivals', 'get', planId],
      queryFn: ({ signal }) => send('server-arrivals.get', { params: { planId }, signal }),
    }),
  people: (planId: string, query: QueryOf<'server-arrivals.people'> = {}) =>
    queryOptions({
      queryKey: ['server-arrivals', 'people', planId, query],
      queryFn: ({ signal }) =>
        send('server-arrivals.people', { params: { planId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Everybody with what became of them, as CSV. */
export function downloadArrivals(planId: string) {
  return download('server-arrivals.file', { params: { planId } });
}
