/* Atlassian accounts of an organization or of one site: searched, filtered, paged; each leads to its page. */
import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { Account, Organization } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
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
import { RoleFilter } from './role-filter.tsx';
import { ROLES } from './role-words.ts';
import { SiteFilter } from './site-filter.tsx';
import { userAddress, type UserPlace } from './user-address.ts';
import { UserName } from './user-name.tsx';

type UserListProps = {
  readonly organizationId: string;
  /** Only accounts with access to this site. */
  readonly siteId?: string;
  /** Sites to choose from, where the list is not bound to one. */
  readonly sites?: Organization['sites'];
};

function columnsFor(place: UserPlace): readonly Column<Account>[] {
  const address = ({ id }: Account) => userAddress(place, id);
  return [
    {
      id: 'user',
      heading: 'User',
      isRowHeader: true,
      cell: (account) => <UserName account={account} to={address(account)} />,
    },
    ...COLUMNS,
  ];
}

const COLUMNS: readonly Column<Account>[] = [
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
    filters: { state: ACCOUNT_STATES, role: ROLES, site: sites.map(({ id }) => id) },
    hasSizes: true,
  });
  const { search, filters } = list;
  const chosenSite = siteId ?? filters.site;
  const usersAt = ({ offset, limit }: BlockPlace) =>
    directoryQueries.accounts(organizationId, {
      search,
      offset,
      limit,
      ...(filters.state && { state: filters.state }),
      ...(filters.role && { role: filters.role }),
      ...(chosenSite && { siteId: chosenSite }),
    });
  const query = useQuery(usersAt(list));
  const place = { organizationId, siteId: siteId ?? null };
  const isBehindEnd = useExistingPage(list, query.data?.total);
  if (problemCode(query.error) === 'forbidden') return <Failed error={query.error} />;

  function details({ id, name, email }: Account) {
    return (
      <LinkButton
        appearance="subtle"
        isCompact
        to={userAddress(place, id)}
        aria-label={`${labels.showDetails}: ${name || email}`}
      >
        {labels.showDetails}
      </LinkButton>
    );
  }

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
        <RoleFilter value={filters.role} onChange={(role) => list.setFilter('role', role)} />
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
        columns={columnsFor(place)}
        rowKey={({ id }) => id}
        rowActions={details}
        whole={wholeList(list.whole, usersAt)}
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
        sizing={list}
        noun={{ one: 'user', other: 'users' }}
      />
    </>
  );
}
