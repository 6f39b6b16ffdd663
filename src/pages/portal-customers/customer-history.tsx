import { useQuery } from '@tanstack/react-query';
import { auditLogQueries } from '#src/client/audit-log.ts';
import type { AuditEntry, PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { actorLabel, auditChangeLabel } from '#src/ui/audit-words.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { type Column, RecordTable } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { ChangedParts } from './changed-parts.tsx';

type CustomerHistoryProps = { readonly site: Site; readonly customer: PortalCustomerDetail };

const COLUMNS: readonly Column<AuditEntry>[] = [
  {
    id: 'at',
    heading: 'When',
    width: '14rem',
    cell: ({ at }) => <Instant at={at} format="date-time" />,
  },
  {
    id: 'action',
    heading: 'Change',
    isRowHeader: true,
    width: '16rem',
    cell: (entry) => auditChangeLabel(entry),
  },
  { id: 'parts', heading: 'Before and after', cell: (entry) => <ChangedParts entry={entry} /> },
  {
    id: 'actor',
    heading: 'By',
    width: '11rem',
    cell: ({ actor }) => actorLabel(actor),
  },
];

/** Every change of the customer, the newest first; it takes the right to see the audit log. */
export function CustomerHistory({ site, customer }: CustomerHistoryProps) {
  const list = useListParams({});
  const { offset, limit } = list;
  const query = useQuery(
    auditLogQueries.list(site.organization.id, { subjectId: customer.id, offset, limit }),
  );
  return (
    <>
      <RecordTable
        caption={`Changes of ${customer.name || customer.email}`}
        query={query}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title="Nothing has changed yet"
            description="What is done to this customer from now on is listed here."
          />
        }
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        noun={{ one: 'change', other: 'changes' }}
      />
    </>
  );
}
