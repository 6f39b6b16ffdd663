/* The simulated mailbox. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';

export const messageQueries = {
  /** Messages that would be sent and changes of which nobody is told, the newest first. */
  list: (query: QueryOf<'messages.list'> = {}) =>
    queryOptions({
      queryKey: ['messages', 'list', query],
      queryFn: ({ signal }) => send('messages.list', { query, signal }),
      placeholderData: keepPreviousData,
    }),
};
