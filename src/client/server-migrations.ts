/* The *Migrations dashboard* of a server. Its migrations are plans, and kept with them in the cache. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ServerMigration } from '#src/contract/wire.ts';
import { send, type Answer } from './http.ts';
import { pollWhile } from './jobs.ts';
import { invalidate } from './query-client.ts';

export const serverMigrationQueries = {
  /** Every migration of a server, archived ones among them. */
  list: (serverId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'of-server', serverId],
      queryFn: ({ signal }) => send('server-migrations.list', { params: { serverId }, signal }),
      refetchInterval: pollWhile(({ items }: Answer<'server-migrations.list'>) =>
        items.some(({ state }) => state === 'running'),
      ),
    }),
};

/** *Copy*: resolves to a new saved migration with the same choices. */
export function useDuplicateMigration(serverId: string) {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ id: planId }: Pick<ServerMigration, 'id'>) =>
      send('server-migrations.duplicate', { params: { serverId, planId } }),
    onSettled: changed,
  });
}

/** Puts a migration away, or brings it back. */
export function useArchiveMigration(serverId: string) {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ id: planId, version, archivedAt }: ServerMigration) =>
      send(archivedAt === null ? 'server-migrations.archive' : 'server-migrations.restore', {
        params: { serverId, planId },
        ifMatch: version,
      }),
    onSettled: changed,
  });
}

function useChanged() {
  const client = useQueryClient();
  return () => invalidate(client, ['copy-plans', 'workspace']);
}
