/* Jira servers: who is on them, and which of their directories count. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate } from './query-client.ts';

export const serverQueries = {
  /** Servers to choose from. */
  list: () =>
    queryOptions({
      queryKey: ['servers', 'list'],
      queryFn: ({ signal }) => send('servers.list', { signal }),
    }),
  get: (serverId: string) =>
    queryOptions({
      queryKey: ['servers', 'get', serverId],
      queryFn: ({ signal }) => send('servers.get', { params: { serverId }, signal }),
    }),
  people: (serverId: string, query: QueryOf<'servers.people'> = {}) =>
    queryOptions({
      queryKey: ['servers', 'people', serverId, query],
      queryFn: ({ signal }) => send('servers.people', { params: { serverId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Marks a directory active or inactive; whoever becomes former changes what migrations do. */
export function useSetDirectory(serverId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      directoryId,
      active,
    }: {
      readonly directoryId: string;
      readonly active: boolean;
    }) => send('servers.set-directory', { params: { serverId, directoryId }, body: { active } }),
    onSettled: () => invalidate(client, ['servers', 'copy-plans', 'workspace']),
  });
}
