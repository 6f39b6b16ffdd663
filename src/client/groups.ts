/* One group of a site: its members, and whether it is a default group. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ParamsOf, QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate } from './query-client.ts';

export const groupQueries = {
  get: (siteId: string, groupId: string) =>
    queryOptions({
      queryKey: ['directory', 'group', siteId, groupId],
      queryFn: ({ signal }) => send('groups.get', { params: { siteId, groupId }, signal }),
    }),
  /** Members, each with what leaving would do. */
  members: (siteId: string, groupId: string, query: QueryOf<'groups.members'> = {}) =>
    queryOptions({
      queryKey: ['directory', 'group-members', siteId, groupId, query],
      queryFn: ({ signal }) =>
        send('groups.members', { params: { siteId, groupId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** Accounts of the site that could join, each with what joining would do. */
  candidates: (siteId: string, groupId: string, query: QueryOf<'groups.candidates'> = {}) =>
    queryOptions({
      queryKey: ['directory', 'group-candidates', siteId, groupId, query],
      queryFn: ({ signal }) =>
        send('groups.candidates', { params: { siteId, groupId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

type Versioned = {
  /** The version of the group that the screen showed. */
  readonly version: number;
};

/** Puts an account into a group. */
export function useAddGroupMember() {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ version, ...params }: ParamsOf<'groups.add-member'> & Versioned) =>
      send('groups.add-member', { params, ifMatch: version }),
    onSettled: changed,
  });
}

/** Takes an account out of a group. */
export function useRemoveGroupMember() {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ version, ...params }: ParamsOf<'groups.remove-member'> & Versioned) =>
      send('groups.remove-member', { params, ifMatch: version }),
    onSettled: changed,
  });
}

type DefaultSetting = ParamsOf<'groups.set-default'> & BodyOf<'groups.set-default'> & Versioned;

/** *Update default group setting*. */
export function useSetDefaultGroup() {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ version, isDefault, ...params }: DefaultSetting) =>
      send('groups.set-default', { params, body: { isDefault }, ifMatch: version }),
    onSettled: changed,
  });
}

function useChanged() {
  const client = useQueryClient();
  return () => invalidate(client, ['directory', 'imported-groups', 'copy-plans', 'workspace']);
}
