/* Working off what a run left to do, and the papers that go with it. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#src/contract/api.ts';
import type { Job } from '#src/contract/wire.ts';
import { download, send } from './http.ts';
import { pollWhile } from './jobs.ts';
import { invalidate, type Area } from './query-client.ts';

/** Rows of a loaded report; null for all rows of the plan's own. */
export type ChosenRows = NonNullable<BodyOf<'copy-plans.afterwards'>['rows']> | null;

export const copyAfterwardsQueries = {
  /** What approving all groups and migrating all duplicates would come to, by the present data. */
  summary: (planId: string, rows: ChosenRows) =>
    queryOptions({
      queryKey: ['copy-plans', 'afterwards', planId, rows],
      queryFn: ({ signal }) =>
        send('copy-plans.afterwards', { params: { planId }, body: { rows }, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: pollWhile(({ job }: { readonly job: Job | null }) => job !== null),
    }),
  runbook: (planId: string) =>
    queryOptions({
      queryKey: ['copy-plans', 'runbook', planId],
      queryFn: ({ signal }) => send('copy-plans.runbook', { params: { planId }, signal }),
    }),
};

const CHANGED: readonly Area[] = [
  'copy-plans',
  'imported-groups',
  'portal-customers',
  'directory',
  'jobs',
  'workspace',
];

/** Approves groups of a report, with the versions that the screen showed. */
export function useApproveGroups(planId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<'copy-plans.approve-groups'>) =>
      send('copy-plans.approve-groups', { params: { planId }, body }),
    onSettled: () => invalidate(client, CHANGED),
  });
}

/** Migrates duplicates of a report, or grants access first; resolves to the job. */
export function useMigrateDuplicates(planId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<'copy-plans.migrate-duplicates'>) =>
      send('copy-plans.migrate-duplicates', { params: { planId }, body }),
    onSettled: () => invalidate(client, CHANGED),
  });
}

/** Whom to tell what, as CSV. */
export function downloadMailingList(planId: string) {
  return download('copy-plans.mailing-file', { params: { planId } });
}

/** The runbook as Markdown. */
export function downloadRunbook(planId: string) {
  return download('copy-plans.runbook-file', { params: { planId } });
}
