/* The list with its search, filter, sort, page and open row in the address. */
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useRunningJobs } from '#src/client/jobs.ts';
import { wholeList } from '#src/client/whole-list.ts';
import type { PortalCustomer, Site } from '#src/contract/wire.ts';
import { ListWithDetail } from '#src/ui/detail-panel.tsx';
import { LatePart } from '#src/ui/late-part.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { RowMenu } from '#src/ui/row-menu.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { customerColumns } from './customer-columns.tsx';
import { type CustomerListParams, customersOf } from './customer-list-query.ts';
import { CustomerDialogs, type OpenStep } from './customer-dialogs.tsx';
import { customerMenu } from './customer-menu.ts';
import {
  rowsOf,
  RunningBulkSteps,
  SelectedCustomers,
  useCustomerSelection,
} from './customer-selection.tsx';
import { CustomerToolbar } from './customer-toolbar.tsx';
import { NoCustomers } from './no-customers.tsx';

const CustomerPanel = lazy(async () => ({
  default: (await import('./customer-panel.tsx')).CustomerPanel,
}));

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
  const [openStep, setOpenStep] = useState<OpenStep | null>(null);
  const [startedId, setStartedId] = useState<string | null>(null);
  const selection = useCustomerSelection(site, list);
  const isBehindEnd = useExistingPage(list, query.data?.total);
  if (problemCode(query.error) === 'forbidden') return <Failed error={query.error} />;
  const isEmpty = query.data?.total === 0 && !query.isPlaceholderData && !list.isNarrowed;

  function menuOf(customer: PortalCustomer) {
    const items = customerMenu(site, customer, (step) =>
      setOpenStep({ step, customerId: customer.id }),
    );
    return <RowMenu name={customer.name || customer.email} items={items} />;
  }

  return (
    <>
      {!isEmpty && <CustomerToolbar siteId={siteId} list={list} />}
      <RunningBulkSteps site={site} jobs={jobs} startedId={startedId} />
      <ListWithDetail
        detail={
          openId && (
            <LatePart>
              <CustomerPanel
                key={openId}
                site={site}
                customerId={openId}
                jobs={jobs}
                onClose={list.close}
                onStep={(step) => setOpenStep({ step, customerId: openId })}
              />
            </LatePart>
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
          whole={wholeList(list.whole, (block) => customersOf(siteId, { ...list, ...block }))}
          selection={rowsOf(selection, query.data?.items ?? [])}
          empty={<NoCustomers siteId={siteId} />}
        />
        <SelectedCustomers
          site={site}
          list={list}
          selection={selection}
          total={query.data?.total ?? 0}
          onStarted={setStartedId}
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={query.data?.total ?? 0}
          onPage={list.setPage}
          sizing={list}
          noun={{ one: 'customer', other: 'customers' }}
        />
      </ListWithDetail>
      <CustomerDialogs
        siteId={siteId}
        open={openStep}
        onClose={() => setOpenStep(null)}
        onDeleted={(id) => id === openId && list.close()}
      />
    </>
  );
}
