import { Link } from 'react-router-dom';
import { count } from './count.ts';
import { EmptyState } from './empty-state.tsx';
import { pathTo } from './paths.ts';
import { RecordTable, type Column, type ListQuery } from './record-table.tsx';

type ServiceProject = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly requests: number;
  readonly customerOrganizations: number;
};

type ServiceProjectTableProps = {
  readonly siteId: string;
  readonly query: ListQuery<ServiceProject>;
};

function columnsOf(siteId: string): readonly Column<ServiceProject>[] {
  return [
    {
      id: 'name',
      heading: 'Name',
      isRowHeader: true,
      cell: ({ id: projectId, name }) => (
        <Link to={pathTo('project-customers', { siteId, projectId })}>{name}</Link>
      ),
    },
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
}

/** Service projects of a site with how much each holds; each leads to its customers. */
export function ServiceProjectTable({ siteId, query }: ServiceProjectTableProps) {
  return (
    <RecordTable
      caption="Service projects"
      query={query}
      columns={columnsOf(siteId)}
      rowKey={({ id }) => id}
      skeletonRows={3}
      empty={<EmptyState title="No service projects on this site" />}
    />
  );
}
