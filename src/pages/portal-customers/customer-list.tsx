/* The list with its search, filter, sort, page and open row in the address. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRunningJobs } from '#src/client/jobs.ts';
import type { PortalCustomer, Site } from '#src/contract/wire.ts';
import { ListWithDetail } from '#src/ui/detail-panel.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { problemCode } from '#src/ui/problem-text.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { RowMenu } from '#src/ui/row-menu.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { AccessDialog } from './access-dialog.tsx';
import { accessItems } from './access-items.ts';
import { customerColumns } from './customer-columns.tsx';
import { type CustomerListParams, customersOf } from './customer-list-query.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { CustomerToolbar } from './customer-toolbar.tsx';
import { migrateItem } from './migrate-item.ts';
import { MigrateDialog } from './migrate-dialog.tsx';
import { NoCustomers } from './no-customers.tsx';

type CustomerListProps = {
  readonly site: Site;
  readonly list: CustomerListParams;
};

/** Portal-only customers of a site. */
export function CustomerList({ site, list }: CustomerListProps) {
  const siteId = site.id;
  const { sort, openId } = list;
  const query = useQuery(customersOf(siteId, list));
  const jobs = useRunningJobs();
  const [migratingId, setMigratingId] = useState<string | null>(null);
  const [changingId, setChangingId] = useState<string | null>(null);
  const isBehindEnd = useExistingPage(list, query.data?.total);
  if (problemCode(query.error) === 'forbidden') return <Failed error={query.error} />;
  const isEmpty = query.data?.total === 0 && !query.isPlaceholderData && !list.isNarrowed;

  function menuOf(customer: PortalCustomer) {
    const items = [
      migrateItem(customer, () => setMigratingId(customer.id)),
      ...accessItems(customer, () => setChangingId(customer.id)),
    ];
    return <RowMenu name={customer.name || customer.email} items={items} />;
  }

  return (
    <>
      {!isEmpty && <CustomerToolbar list={list} />}
      <ListWithDetail
        detail={
          openId && (
            <CustomerPanel
              key={openId}
              site={site}
              customerId={openId}
              jobs={jobs}
              onClose={list.close}
              onMigrate={() => setMigratingId(openId)}
              onChangeAccess={() => setChangingId(openId)}
            />
          )
        }
      >
        <RecordTable
          caption={`Portal customers of ${site.name}`}
          query={isBehindEnd ? { ...query, data: undefined } : query}
          columns={customerColumns({ site, jobs, isNarrow: openId !== null })}
          rowKey={({ id }) => id}
          sort={sort}
          onSort={list.toggleSort}
          isNarrowed={list.isNarrowed}
          onClear={list.clear}
          openKey={openId}
          onOpen={({ id }) => list.open(id)}
          rowActions={menuOf}
          empty={<NoCustomers siteId={siteId} />}
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={query.data?.total ?? 0}
          onPage={list.setPage}
          noun={{ one: 'customer', other: 'customers' }}
        />
      </ListWithDetail>
      {migratingId && (
        <MigrateDialog
          siteId={siteId}
          customerId={migratingId}
          onClose={() => setMigratingId(null)}
        />
      )}
      {changingId && (
        <AccessDialog siteId={siteId} customerId={changingId} onClose={() => setChangingId(null)} />
      )}
    </>
  );
}
