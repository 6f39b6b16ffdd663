/* Long work that simulated time advances: polled while it runs, announced when it ends. */
import {
  queryOptions,
  useQuery,
  useQueryClient,
  type Query,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { QueryOf } from '#src/contract/api.ts';
import type { Job } from '#src/contract/wire.ts';
import { send, type Answer } from './http.ts';
import { invalidate, type Area } from './query-client.ts';

/** Wall milliseconds between two looks at running work. */
const POLL_MS = 400;

/** Interval for a query whose data may hold running work; the query stops polling by itself. */
export function pollWhile<T>(running: (data: T) => boolean) {
  return (query: Pick<Query<T>, 'state'>): number | false =>
    query.state.data !== undefined && running(query.state.data) ? POLL_MS : false;
}

/** @public Part of the client's whole, whether or not a screen asks for it today. */
export const jobQueries = {
  /** Jobs, the newest first. */
  list: (query: QueryOf<'jobs.list'> = {}) =>
    queryOptions({
      queryKey: ['jobs', 'list', query],
      queryFn: ({ signal }) => send('jobs.list', { query, signal }),
      refetchInterval: pollWhile(({ items }: Answer<'jobs.list'>) => items.some(isRunning)),
    }),
  get: (jobId: string) =>
    queryOptions({
      queryKey: ['jobs', 'get', jobId],
      queryFn: ({ signal }) => send('jobs.get', { params: { jobId }, signal }),
      refetchInterval: pollWhile(isRunning),
    }),
};

/**
 * All running jobs, polled. When one ends, the lists that it changed are read again, so mount it
 * once for the whole console; further calls share its data.
 */
export function useRunningJobs(): readonly Job[] {
  const client = useQueryClient();
  const { data } = useQuery(jobQueries.list({ state: 'running' }));
  const running = useRef<readonly Job[]>([]);

  useEffect(() => {
    if (data === undefined) return;
    const still = new Set(data.items.map(({ id }) => id));
    const ended = running.current.filter(({ id }) => !still.has(id));
    running.current = data.items;
    if (ended.length > 0) void announceEnded(client, ended);
  }, [client, data]);

  return data?.items ?? [];
}

async function announceEnded(client: QueryClient, ended: readonly Job[]): Promise<void> {
  const areas = new Set<Area>(['jobs', 'workspace', 'portal-customers', 'directory', 'copy-plans']);
  if (ended.some(({ kind }) => kind === 'copy')) areas.add('imported-groups');
  await invalidate(client, [...areas]);
}

function isRunning(job: Job): boolean {
  return job.state === 'running';
}
