import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import type { PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { RecordTable } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { requestColumns } from './request-columns.tsx';
import { usersWith } from './users-with.ts';

type CustomerRequestsProps = { readonly site: Site; readonly customer: PortalCustomerDetail };

/** Requests that the customer is attached to, each with whether the person can open it. */
export function CustomerRequests({ site, customer }: CustomerRequestsProps) {
  const list = useListParams({});
  const { offset, limit } = list;
  const query = useQuery(portalCustomerQueries.requests(site.id, customer.id, { offset, limit }));
  return (
    <>
      <RecordTable
        caption={`Requests of ${customer.name || customer.email}`}
        query={query}
        columns={requestColumns(customer)}
        rowKey={({ id }) => id}
        empty={<NoRequests site={site} customer={customer} />}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        noun={{ one: 'request', other: 'requests' }}
      />
    </>
  );
}

function NoRequests({ site, customer }: CustomerRequestsProps) {
  if (customer.state !== 'migrated') {
    return (
      <EmptyState
        title="No requests"
        description="This customer has raised no request, takes part in none and shares none through a customer organization."
      />
    );
  }
  return (
    <EmptyState
      title="The requests moved"
      description="They belong to the Atlassian account that this customer was migrated to."
      action={<Link to={usersWith(site, customer.email)}>Show the user</Link>}
    />
  );
}
