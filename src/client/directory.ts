/* Organizations, sites, and the people and groups of their directories. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';

export const directoryQueries = {
  /** Organizations to choose from, with their sites. */
  organizations: () =>
    queryOptions({
      queryKey: ['directory', 'organizations'],
      queryFn: ({ signal }) => send('organizations.list', { signal }),
    }),
  organization: (organizationId: string) =>
    queryOptions({
      queryKey: ['directory', 'organization', organizationId],
      queryFn: ({ signal }) => send('organizations.get', { params: { organizationId }, signal }),
    }),
  /** Atlassian accounts of an organization, or of one of its sites. */
  accounts: (organizationId: string, query: QueryOf<'accounts.list'> = {}) =>
    queryOptions({
      queryKey: ['directory', 'accounts', organizationId, query],
      queryFn: ({ signal }) => send('accounts.list', { params: { organizationId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  site: (siteId: string) =>
    queryOptions({
      queryKey: ['directory', 'site', siteId],
      queryFn: ({ signal }) => send('sites.get', { params: { siteId }, signal }),
    }),
  serviceProjects: (siteId: string) =>
    queryOptions({
      queryKey: ['directory', 'service-projects', siteId],
      queryFn: ({ signal }) => send('sites.service-projects', { params: { siteId }, signal }),
    }),
  groups: (siteId: string, query: QueryOf<'groups.list'> = {}) =>
    queryOptions({
      queryKey: ['directory', 'groups', siteId, query],
      queryFn: ({ signal }) => send('groups.list', { params: { siteId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};
