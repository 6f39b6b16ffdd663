import { count } from '#src/ui/count.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { RecordTable, type Column, type ListQuery } from '#src/ui/record-table.tsx';

type ServiceProject = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly requests: number;
  readonly customerOrganizations: number;
};

const COLUMNS: readonly Column<ServiceProject>[] = [
  { id: 'name', heading: 'Name', isRowHeader: true, cell: ({ name }) => name },
  { id: 'key', heading: 'Key', width: '8rem', cell: ({ key }) => key },
  {
    id: 'requests',
    heading: 'Requests',
    align: 'end',
    width: '8rem',
    cell: ({ requests }) => count(requests),
  },
  {
    id: 'customer-organizations',
    heading: 'Customer organizations',
    align: 'end',
    width: '13rem',
    cell: ({ customerOrganizations }) => count(customerOrganizations),
  },
];

/** Service projects of a site with how much each holds. */
export function ServiceProjectTable({ query }: { readonly query: ListQuery<ServiceProject> }) {
  return (
    <RecordTable
      caption="Service projects"
      query={query}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      skeletonRows={3}
      empty={<EmptyState title="No service projects on this site" />}
    />
  );
}
