/* Atlassian accounts of an organization or of one site: searched, filtered, paged, read only. */
import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import type { Account, Organization } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { problemCode } from '#src/ui/problem-text.ts';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import {
  ACCOUNT_STATES,
  accountStateLabel,
  AccountStateLozenge,
  RoleLozenge,
} from './account-lozenges.tsx';
import { SiteFilter } from './site-filter.tsx';

type UserListProps = {
  readonly organizationId: string;
  /** Only accounts with access to this site. */
  readonly siteId?: string;
  /** Sites to choose from, where the list is not bound to one. */
  readonly sites?: Organization['sites'];
};

const COLUMNS: readonly Column<Account>[] = [
  { id: 'user', heading: 'User', isRowHeader: true, cell: (account) => <User {...account} /> },
  { id: 'role', heading: 'Role', cell: ({ role }) => <RoleLozenge role={role} />, width: '10rem' },
  {
    id: 'state',
    heading: labels.status,
    cell: ({ state }) => <AccountStateLozenge state={state} />,
    width: '10rem',
  },
  {
    id: 'seen',
    heading: 'Last active',
    cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} format="relative" />,
    width: '10rem',
  },
];

/** Users with their role, status and last visit. */
export function UserList({ organizationId, siteId, sites = [] }: UserListProps) {
  const list = useListParams({
    filters: { state: ACCOUNT_STATES, site: sites.map(({ id }) => id) },
  });
  const { search, filters, offset, limit } = list;
  const chosenSite = siteId ?? filters.site;
  const query = useQuery(
    directoryQueries.accounts(organizationId, {
      search,
      offset,
      limit,
      ...(filters.state && { state: filters.state }),
      ...(chosenSite && { siteId: chosenSite }),
    }),
  );
  const isBehindEnd = useExistingPage(list, query.data?.total);
  if (problemCode(query.error) === 'forbidden') return <Failed error={query.error} />;

  return (
    <>
      <ListToolbar
        list={list}
        searchLabel="Search users by name or e-mail"
        placeholder="Search name or e-mail"
        filter={{
          label: labels.status,
          all: 'All statuses',
          values: ACCOUNT_STATES,
          labelOf: accountStateLabel,
          value: filters.state,
          onChange: (state) => list.setFilter('state', state),
        }}
      >
        {sites.length > 1 && (
          <SiteFilter
            sites={sites}
            value={filters.site}
            onChange={(site) => list.setFilter('site', site)}
          />
        )}
      </ListToolbar>
      <RecordTable
        caption={labels.users}
        query={isBehindEnd ? { ...query, data: undefined } : query}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        isNarrowed={list.isNarrowed}
        onClear={list.clear}
        empty={
          <EmptyState
            image="people"
            title="No users yet"
            description="Nobody has an Atlassian account here. Customers get one when they are migrated, or when a copy brings them along."
          />
        }
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        noun={{ one: 'user', other: 'users' }}
      />
    </>
  );
}

function User({ name, email, emailVerified }: Account) {
  return (
    <Person
      name={name}
      email={email}
      suffix={emailVerified ? undefined : <Lozenge>E-mail not verified</Lozenge>}
    />
  );
}
