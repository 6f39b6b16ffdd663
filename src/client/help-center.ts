/* The help center as one person sees it, now and after a step. */
import { queryOptions } from '@tanstack/react-query';
import type { BodyOf } from '#src/contract/api.ts';
import { send } from './http.ts';

/** A step that a dialog is about to take. */
export type Step = BodyOf<'help-center.compare'>;

export const helpCenterQueries = {
  /** What the person with this address sees on a site. */
  view: (siteId: string, email: string) =>
    queryOptions({
      queryKey: ['help-center', 'view', siteId, email],
      queryFn: ({ signal }) =>
        send('help-center.view', { params: { siteId }, query: { email }, signal }),
    }),
  /**
   * What a step would change, tried out and taken back. Held, it stays as it was shown: the step
   * itself must not turn the promise into a refusal while its dialog closes.
   */
  compare: (siteId: string, step: Step, { isHeld = false }: { readonly isHeld?: boolean } = {}) =>
    queryOptions({
      queryKey: ['help-center', 'compare', siteId, step],
      queryFn: ({ signal }) =>
        send('help-center.compare', { params: { siteId }, body: step, signal }),
      enabled: !isHeld,
      // An old promise is never shown again: each dialog asks anew.
      gcTime: 0,
    }),
};
