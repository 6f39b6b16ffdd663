/* A server migration as its tasks: running the checks, excluding one, and what a machine would read. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ParamsOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate, type Area } from './query-client.ts';

/** Kept results and exclusions decide what the checks say, and so whether a plan may run. */
const TOUCHED: readonly Area[] = ['copy-plans'];

export const serverTaskQueries = {
  list: (planId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'tasks', planId],
      queryFn: ({ signal }) => send('server-tasks.list', { params: { planId }, signal }),
    }),
  /** The whole tree of a task. */
  status: (planId: string, taskId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'task-status', planId, taskId],
      queryFn: ({ signal }) =>
        send('server-tasks.status', {
          params: { planId, taskId },
          query: { expandChildren: 'true' },
          signal,
        }),
    }),
};

/** *Run checks again*. */
export function useRunChecks() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (planId: string) =>
      send('server-tasks.create', { params: { planId }, body: { task: 'Check' } }),
    onSettled: () => invalidate(client, TOUCHED),
  });
}

/** Excludes a check, or includes it again. */
export function useExcludeCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      excluded,
      version,
      ...params
    }: ParamsOf<'copy-plans.exclude-check'> &
      BodyOf<'copy-plans.exclude-check'> & {
        /** Of the plan that the screen showed. */
        readonly version: number;
      }) => send('copy-plans.exclude-check', { params, body: { excluded }, ifMatch: version }),
    onSettled: () => invalidate(client, TOUCHED),
  });
}
