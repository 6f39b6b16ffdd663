/* The audit log of an organization. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import type { Watching } from './downloads.ts';
import { send } from './http.ts';

export const auditLogQueries = {
  /** Changes of an organization and its sites, the newest first. */
  list: (organizationId: string, query: QueryOf<'audit-log.list'> = {}) =>
    queryOptions({
      queryKey: ['audit-log', 'list', organizationId, query],
      queryFn: ({ signal }) =>
        send('audit-log.list', { params: { organizationId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Every change that fits the filters, as CSV. */
export async function downloadAuditLog(
  organizationId: string,
  query: QueryOf<'audit-log.export-file'>,
  watching: Watching,
) {
  // Loaded when it is needed: no first screen waits for it.
  const { watchedDownload } = await import('./downloads.ts');
  return watchedDownload('audit-log.export-file', watching, { params: { organizationId }, query });
}
