/* The audit log of an organization. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '#src/contract/api.ts';
import { download, send } from './http.ts';

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
export function downloadAuditLog(
  organizationId: string,
  query: QueryOf<'audit-log.export-file'> = {},
) {
  return download('audit-log.export-file', { params: { organizationId }, query });
}
