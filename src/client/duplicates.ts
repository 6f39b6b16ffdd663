/* Addresses with both account types on a site. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';

export const duplicateQueries = {
  list: (siteId: string, query: QueryOf<'duplicates.list'> = {}) =>
    queryOptions({
      queryKey: ['duplicates', 'list', siteId, query],
      queryFn: ({ signal }) => send('duplicates.list', { params: { siteId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};
