/* Groups that a copy brought along, to approve or deny. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ParamsOf, QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate } from './query-client.ts';

export const importedGroupQueries = {
  list: (siteId: string) =>
    queryOptions({
      queryKey: ['imported-groups', 'list', siteId],
      queryFn: ({ signal }) => send('imported-groups.list', { params: { siteId }, signal }),
    }),
  /** One group with what approval costs and gives by the present data. */
  get: (siteId: string, groupId: string) =>
    queryOptions({
      queryKey: ['imported-groups', 'get', siteId, groupId],
      queryFn: ({ signal }) => send('imported-groups.get', { params: { siteId, groupId }, signal }),
    }),
  members: (siteId: string, groupId: string, query: QueryOf<'imported-groups.members'> = {}) =>
    queryOptions({
      queryKey: ['imported-groups', 'members', siteId, groupId, query],
      queryFn: ({ signal }) =>
        send('imported-groups.members', { params: { siteId, groupId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

type Review = ParamsOf<'imported-groups.approve'> &
  BodyOf<'imported-groups.approve'> & {
    /** The version that the screen showed. */
    readonly version: number;
  };

/** Approves one requested access. */
export function useApproveGroup() {
  const reviewed = useReviewed();
  return useMutation({
    mutationFn: ({ version, access, ...params }: Review) =>
      send('imported-groups.approve', { params, body: { access }, ifMatch: version }),
    onSettled: reviewed,
  });
}

/** Denies one requested access. */
export function useDenyGroup() {
  const reviewed = useReviewed();
  return useMutation({
    mutationFn: ({ version, access, ...params }: Review) =>
      send('imported-groups.deny', { params, body: { access }, ifMatch: version }),
    onSettled: reviewed,
  });
}

function useReviewed() {
  const client = useQueryClient();
  return () => invalidate(client, ['imported-groups', 'directory', 'copy-plans', 'workspace']);
}
