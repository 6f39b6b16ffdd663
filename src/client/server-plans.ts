/* Making and changing migrations of a server; from then on they are plans (`copy-plans.ts`). */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate } from './query-client.ts';

export const serverPlanQueries = {
  /** What a migration can choose, and how many people each choice takes beside the others. */
  options: (serverId: string, query: QueryOf<'server-plans.options'>) =>
    queryOptions({
      queryKey: ['copy-plans', 'server-options', serverId, query],
      queryFn: ({ signal }) =>
        send('server-plans.options', { params: { serverId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

type Input = BodyOf<'server-plans.create'> & { readonly serverId: string };

export function useCreateServerPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ serverId, ...body }: Input) =>
      send('server-plans.create', { params: { serverId }, body }),
    onSettled: () => invalidate(client, ['copy-plans', 'servers']),
  });
}

/** Changes a migration that has not run; `version` is the one that the screen showed. */
export function useUpdateServerPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      serverId,
      planId,
      version,
      ...body
    }: Input & { readonly planId: string; readonly version: number }) =>
      send('server-plans.update', { params: { serverId, planId }, body, ifMatch: version }),
    onSettled: () => invalidate(client, ['copy-plans', 'servers']),
  });
}
