/* Bulk steps on portal-only customers: forecast, start, results, stop, resume, retry. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, QueryOf } from '#src/contract/api.ts';
import { useEffect, useRef } from 'react';
import { send } from './http.ts';
import { invalidate, type Area } from './query-client.ts';

type Order = BodyOf<'portal-customers.bulk'>;
export type BulkStep = Order['step'];
export type BulkSelection = Order['selection'];

export const bulkQueries = {
  /** What a step would do by the present data. */
  forecast: (siteId: string, body: BodyOf<'portal-customers.bulk-forecast'>) =>
    queryOptions({
      queryKey: ['portal-customers', 'bulk-forecast', siteId, body],
      queryFn: ({ signal }) =>
        send('portal-customers.bulk-forecast', { params: { siteId }, body, signal }),
    }),
  /** What became of each customer of a step. */
  items: (jobId: string, query: QueryOf<'jobs.items'> = {}) =>
    queryOptions({
      queryKey: ['jobs', 'items', jobId, query],
      queryFn: ({ signal }) => send('jobs.items', { params: { jobId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

const CHANGED: readonly Area[] = ['portal-customers', 'jobs', 'workspace', 'directory'];

/** Starts a step for exactly as many customers as the screen counted. */
export function useStartBulk(siteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Order) => send('portal-customers.bulk', { params: { siteId }, body }),
    onSettled: () => invalidate(client, CHANGED),
  });
}

/** *Stop*, *Resume*, or *Retry failed*, which resolves to the new job. */
export function useBulkJobStep(step: 'stop' | 'resume' | 'retry') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => send(`jobs.${step}`, { params: { jobId } }),
    onSettled: () => invalidate(client, CHANGED),
  });
}

/** Reads the list of customers again whenever a running step has done more of them. */
export function useCustomersChange(done: number): void {
  const client = useQueryClient();
  const seen = useRef(done);
  useEffect(() => {
    if (seen.current === done) return;
    seen.current = done;
    void client.invalidateQueries({ queryKey: ['portal-customers', 'list'] });
  }, [client, done]);
}
