/* Copying customers from one site to another, and what it leaves to do. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, QueryOf } from '#src/contract/api.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { download, send, type Answer } from './http.ts';
import { pollWhile } from './jobs.ts';
import { invalidate } from './query-client.ts';

export const copyPlanQueries = {
  /** Sites that can be source and destination. */
  options: () =>
    queryOptions({
      queryKey: ['copy-plans', 'options'],
      queryFn: ({ signal }) => send('copy-plans.options', { signal }),
    }),
  /** Plans from or to the sites of an organization. */
  list: (organizationId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'list', organizationId],
      queryFn: ({ signal }) => send('copy-plans.list', { query: { organizationId }, signal }),
      refetchInterval: pollWhile(({ items }: Answer<'copy-plans.list'>) => items.some(isRunning)),
    }),
  get: (planId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'get', planId],
      queryFn: ({ signal }) => send('copy-plans.get', { params: { planId }, signal }),
      refetchInterval: pollWhile(isRunning),
    }),
  /** Every customer's outcome before running, by the present data. */
  forecast: (planId: string, query: QueryOf<'copy-plans.forecast'> = {}) =>
    queryOptions({
      queryKey: ['copy-plans', 'forecast', planId, query],
      queryFn: ({ signal }) => send('copy-plans.forecast', { params: { planId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** What stands in the way of the run, seen from the forecast with this fingerprint. */
  checks: (planId: string, fingerprint: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'checks', planId, fingerprint],
      queryFn: ({ signal }) =>
        send('copy-plans.checks', { params: { planId }, query: { fingerprint }, signal }),
      placeholderData: keepPreviousData,
    }),
  /** What the run did, customer by customer. */
  outcomes: (planId: string, query: QueryOf<'copy-plans.outcomes'> = {}) =>
    queryOptions({
      queryKey: ['copy-plans', 'outcomes', planId, query],
      queryFn: ({ signal }) => send('copy-plans.outcomes', { params: { planId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** The rows of RequiresAttention.csv with their present state. */
  attention: (planId: string, query: QueryOf<'copy-plans.attention'> = {}) =>
    queryOptions({
      queryKey: ['copy-plans', 'attention', planId, query],
      queryFn: ({ signal }) => send('copy-plans.attention', { params: { planId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

type Versioned = {
  readonly planId: string;
  /** The version that the screen showed. */
  readonly version: number;
};

export function useCreateCopyPlan() {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body: BodyOf<'copy-plans.create'>) => send('copy-plans.create', { body }),
    onSettled: changed,
  });
}

/** Changes a plan that has not run. */
export function useUpdateCopyPlan() {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ planId, version, ...body }: Versioned & BodyOf<'copy-plans.update'>) =>
      send('copy-plans.update', { params: { planId }, body, ifMatch: version }),
    onSettled: changed,
  });
}

/** Deletes a plan that has not run. */
export function useDeleteCopyPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ planId, version }: Versioned) =>
      send('copy-plans.delete', { params: { planId }, ifMatch: version }),
    onSettled: (_, error, { planId }) =>
      client.invalidateQueries({
        queryKey: ['copy-plans'],
        // What is gone must not be asked for again by the screen that is about to close.
        predicate: ({ queryKey }) => error !== null || queryKey[2] !== planId,
      }),
  });
}

/** Runs the plan as forecast; resolves to the job that does it. */
export function useRunCopyPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ planId, version, fingerprint }: Versioned & BodyOf<'copy-plans.run'>) =>
      send('copy-plans.run', { params: { planId }, body: { fingerprint }, ifMatch: version }),
    onSettled: async (_, error, { planId }) => {
      await Promise.all([
        invalidate(client, ['jobs', 'workspace']),
        client.invalidateQueries({
          queryKey: ['copy-plans'],
          // A plan that runs has no forecast any more: asking for it again would be refused.
          predicate: ({ queryKey: [, part, id] }) =>
            error !== null || (part !== 'forecast' && part !== 'checks') || id !== planId,
        }),
      ]);
    },
  });
}

/** Stops a run after its current item; resolves to the plan as it is then. */
export function useStopCopyPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (planId: string) => send('copy-plans.stop', { params: { planId } }),
    onSettled: () => invalidate(client, ['copy-plans', 'jobs', 'workspace', 'imported-groups']),
  });
}

/** Loads a saved RequiresAttention.csv and tells what has become of its rows. Changes nothing. */
export function useCheckReport() {
  return useMutation({
    mutationFn: ({ planId, file }: { readonly planId: string; readonly file: Blob }) =>
      send('copy-plans.check-report', { params: { planId }, bytes: file }),
  });
}

/** Holds a real RequiresAttention.csv beside the plan's forecast. Changes nothing. */
export function useCompareReport() {
  return useMutation({
    mutationFn: ({ planId, file }: { readonly planId: string; readonly file: Blob }) =>
      send('copy-plans.compare-report', { params: { planId }, bytes: file }),
  });
}

/** RequiresAttention.csv; `raw` leaves cells as they are, unguarded against formulas. */
export function downloadRequiresAttention(planId: string, { raw = false } = {}) {
  return download('copy-plans.attention-file', { params: { planId }, query: { raw: String(raw) } });
}

/** The full report as a zip; `raw` as above. */
export function downloadReports(planId: string, { raw = false } = {}) {
  return download('copy-plans.reports-file', { params: { planId }, query: { raw: String(raw) } });
}

function useChanged() {
  const client = useQueryClient();
  return () => invalidate(client, ['copy-plans']);
}

function isRunning(plan: CopyPlan): boolean {
  return plan.state === 'running';
}
