import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';

type ReportRow = ImportedGroupDetail['reportRows'][number];

/** The rows of RequiresAttention.csv that caused the group. */
export function GroupReportRows({ group }: { readonly group: ImportedGroupDetail }) {
  const list = useListParams();
  const rows = group.reportRows.slice(list.offset, list.offset + list.limit);
  return (
    <div>
      <RecordTable
        caption={`Report rows that name ${group.name}`}
        query={{ data: { items: rows }, error: null, refetch: () => undefined }}
        columns={columns}
        rowKey={(row) => row.email}
        isNarrowed={list.page > 1}
        onClear={list.clear}
        empty={
          <EmptyState
            image="files"
            title="No report row names this group"
            description="It came along as a group of the source. RequiresAttention.csv names only the group of customers with mismatched account types."
          />
        }
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={group.reportRows.length}
        onPage={list.setPage}
        noun={{ one: 'row', other: 'rows' }}
      />
    </div>
  );
}

const columns: readonly Column<ReportRow>[] = [
  {
    id: 'customer',
    heading: labels.customer,
    isRowHeader: true,
    width: '40%',
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'source',
    heading: 'Account type on source',
    cell: ({ sourceHolding }) => accountTypeLabel(sourceHolding),
  },
  { id: 'problem', heading: labels.problem, cell: ({ problem }) => problem },
];
