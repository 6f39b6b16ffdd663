/* Groups of one site: searched and paged; each leads to its own screen. */
import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import type { Group, Organization } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline, Toolbar } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { RoleLozenge } from './account-lozenges.tsx';
import { AdminAccess } from './admin-access.tsx';
import { GroupName } from './group-name.tsx';
import { SiteFilter } from './site-filter.tsx';

type GroupListProps = {
  /** The sites to choose from, at least one; with a single one there is no choice to make. */
  readonly sites: readonly [SiteChoice, ...SiteChoice[]];
  readonly experience: Experience;
};

type SiteChoice = Organization['sites'][number];

type Experience = Organization['experience'];

function columnsFor(siteId: string, experience: Experience): readonly Column<Group>[] {
  return [
    {
      id: 'name',
      heading: 'Group',
      isRowHeader: true,
      cell: (group) => <GroupName group={group} siteId={siteId} />,
    },
    {
      id: 'role',
      heading: 'Access',
      cell: (group) => (
        <Inline gap="075">
          <RoleLozenge role={group.role} />
          <AdminAccess group={group} />
        </Inline>
      ),
      width: '16rem',
    },
    {
      id: 'default',
      heading: labels.defaultGroup,
      cell: ({ isDefault }) => isDefault && <DefaultMark experience={experience} />,
      width: '12rem',
    },
    {
      id: 'members',
      heading: 'Members',
      align: 'end',
      cell: ({ members }) => count(members),
      width: '8rem',
    },
  ];
}

/** A tick where users are managed centrally, a label in the original experience (domain.md 1.3). */
function DefaultMark({ experience }: { readonly experience: Experience }) {
  return experience === 'centralized' ? (
    <Icon name="check" label="Yes" />
  ) : (
    <Lozenge>{labels.defaultAccessGroup}</Lozenge>
  );
}

/** Groups with the role that each confers. */
export function GroupList({ sites, experience }: GroupListProps) {
  const list = useListParams({ filters: { site: sites.map(({ id }) => id) } });
  const siteId = list.filters.site ?? sites[0].id;
  const { search, offset, limit } = list;
  const query = useQuery(directoryQueries.groups(siteId, { search, offset, limit }));
  const isBehindEnd = useExistingPage(list, query.data?.total);
  if (problemCode(query.error) === 'forbidden') return <Failed error={query.error} />;

  return (
    <>
      <Toolbar>
        <SearchField
          label="Search groups by name"
          placeholder="Search groups"
          value={list.searchText}
          onChange={list.setSearchText}
        />
        {sites.length > 1 && (
          <SiteFilter
            sites={[...sites]}
            hasAll={false}
            value={siteId}
            onChange={(site) => list.setFilter('site', site === sites[0].id ? undefined : site)}
          />
        )}
      </Toolbar>
      <RecordTable
        caption={labels.groups}
        query={isBehindEnd ? { ...query, data: undefined } : query}
        columns={columnsFor(siteId, experience)}
        rowKey={({ id }) => id}
        isNarrowed={search !== ''}
        onClear={() => list.setSearchText('')}
        empty={<EmptyState image="people" title="No groups on this site" />}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        noun={{ one: 'group', other: 'groups' }}
      />
    </>
  );
}
