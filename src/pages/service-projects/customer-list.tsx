/* The list with its search, filters, sort and page in the address. */
import { useQuery } from '@tanstack/react-query';
import { serviceProjectQueries } from '#src/client/service-projects.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { ProjectCustomer, Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { Pagination } from '#src/ui/pagination.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { RowMenu } from '#src/ui/row-menu.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { customerColumns } from './customer-columns.tsx';
import { customerMenu } from './customer-menu.ts';
import { CustomerToolbar } from './customer-toolbar.tsx';
import { HOLDINGS, ROLES, SORTS, STATES } from './customer-words.ts';

type CustomerListProps = {
  readonly site: Site;
  readonly projectId: string;
  readonly onAdd: () => void;
};

/** People of a service project, one row for each address. */
export function CustomerList({ site, projectId, onAdd }: CustomerListProps) {
  const list = useListParams({
    filters: { state: STATES, holding: HOLDINGS, projectRole: ROLES },
    sorts: SORTS,
    defaultSort: 'name',
    hasSizes: true,
  });
  const { search, filters, sort } = list;
  const customersAt = ({ offset, limit }: BlockPlace) =>
    serviceProjectQueries.customers(
      { siteId: site.id, projectId },
      {
        search,
        offset,
        limit,
        ...filters,
        ...(sort && { sort: sort.by, direction: sort.direction }),
      },
    );
  const query = useQuery(customersAt(list));
  const isBehindEnd = useExistingPage(list, query.data?.total);
  const code = problemCode(query.error);
  if (code === 'forbidden' || code === 'not-found') return <Failed error={query.error} />;
  const isEmpty = query.data?.total === 0 && !query.isPlaceholderData && !list.isNarrowed;

  function menuOf(customer: ProjectCustomer) {
    return <RowMenu name={customer.name || customer.email} items={customerMenu(site, customer)} />;
  }

  return (
    <>
      {!isEmpty && <CustomerToolbar list={list} />}
      <RecordTable<ProjectCustomer, (typeof SORTS)[number]>
        caption={`Customers of ${query.data?.project.name ?? 'the service project'}`}
        query={isBehindEnd ? { ...query, data: undefined } : query}
        columns={customerColumns}
        rowKey={({ emailKey }) => emailKey}
        sort={sort}
        onSort={list.toggleSort}
        isNarrowed={list.isNarrowed}
        onClear={list.clear}
        rowActions={menuOf}
        whole={wholeList(list.whole, customersAt)}
        empty={
          <EmptyState
            image="people"
            title="No customers in this service project yet"
            description="Nobody was added, nobody raised a request, and no customer organization is linked."
            action={
              site.actions.inviteCustomers.allowed && (
                <Button appearance="primary" onPress={onAdd}>
                  {labels.addCustomers}
                </Button>
              )
            }
          />
        }
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        sizing={list}
        noun={{ one: 'customer', other: 'customers' }}
      />
    </>
  );
}

export type CustomerListParams = ReturnType<
  typeof useListParams<
    {
      readonly state: typeof STATES;
      readonly holding: typeof HOLDINGS;
      readonly projectRole: typeof ROLES;
    },
    (typeof SORTS)[number]
  >
>;
