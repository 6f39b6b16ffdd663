/* What a forecast says beyond its outcomes: who would lose access, and what changed since it was shown. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { download, send } from './http.ts';

// All keys stand under the plan's forecast: what makes that outdated makes these so too.
export const copyForecastQueries = {
  /** Who would lose sight of requests. */
  losses: (planId: string, query: QueryOf<'copy-plans.losses'> = {}) =>
    queryOptions({
      queryKey: ['copy-plans', 'forecast', planId, 'losses', query],
      queryFn: ({ signal }) => send('copy-plans.losses', { params: { planId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** The requests that one of them would lose sight of. */
  lostRequests: (planId: string, position: number, query: QueryOf<'copy-plans.lost-requests'>) =>
    queryOptions({
      queryKey: ['copy-plans', 'forecast', planId, 'lost-requests', position, query],
      queryFn: ({ signal }) =>
        send('copy-plans.lost-requests', { params: { planId, position }, query, signal }),
    }),
  /** What differs between the forecast with this fingerprint and the present one. */
  changes: (planId: string, query: QueryOf<'copy-plans.forecast-changes'>) =>
    queryOptions({
      queryKey: ['copy-plans', 'forecast', planId, 'changes', query],
      queryFn: ({ signal }) =>
        send('copy-plans.forecast-changes', { params: { planId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Who would lose access, request by request, as CSV. */
export function downloadLosses(planId: string) {
  return download('copy-plans.losses-file', { params: { planId } });
}
