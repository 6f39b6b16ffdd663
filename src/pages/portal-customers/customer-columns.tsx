import type { Job, PortalCustomer, Site } from '#src/contract/wire.ts';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { CustomerOrganizations } from './customer-organizations.tsx';
import { CustomerStatus } from './customer-status.tsx';
import { MigratedTo } from './migrated-to.tsx';

type ColumnFacts = {
  readonly site: Site;
  readonly jobs: readonly Job[];
  /** The open customer stands beside the list and says the rest. */
  readonly isNarrow: boolean;
};

type Sort = 'name' | 'email' | 'state' | 'lastLogin';

/** Customer, status, last login and customer organizations. */
export function customerColumns({
  site,
  jobs,
  isNarrow,
}: ColumnFacts): readonly Column<PortalCustomer, Sort>[] {
  const always: readonly Column<PortalCustomer, Sort>[] = [
    {
      id: 'customer',
      heading: labels.customer,
      sort: 'name',
      isRowHeader: true,
      cell: ({ name, email }) => <Person name={name} email={email} />,
    },
    {
      id: 'state',
      heading: labels.status,
      sort: 'state',
      width: '11rem',
      cell: (customer) => (
        <>
          <CustomerStatus customer={customer} job={jobs.find(({ id }) => id === customer.jobId)} />
          {customer.state === 'migrated' && <MigratedTo site={site} email={customer.email} />}
        </>
      ),
    },
    {
      id: 'last-login',
      heading: labels.lastLogin,
      sort: 'lastLogin',
      width: '8rem',
      cell: ({ lastLoginAt }) => <Instant at={lastLoginAt} />,
    },
  ];
  if (isNarrow) return always;
  return [
    ...always,
    {
      id: 'customer-organizations',
      heading: 'Customer organizations',
      width: '16rem',
      cell: ({ customerOrganizations }) => (
        <CustomerOrganizations names={customerOrganizations} most={2} />
      ),
    },
  ];
}
