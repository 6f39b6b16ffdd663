import { useQuery } from '@tanstack/react-query';
import { importedGroupQueries } from '#src/client/imported-groups.ts';
import type { Account, ImportedGroup } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Toolbar } from '#src/ui/layout.tsx';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { MEMBERS, roleLabel } from './review-words.ts';

type GroupMembersProps = { readonly siteId: string; readonly group: ImportedGroup };

/** The people who would get the role. */
export function GroupMembers({ siteId, group }: GroupMembersProps) {
  const list = useListParams();
  const { search, offset, limit } = list;
  const members = useQuery(
    importedGroupQueries.members(siteId, group.id, { search, offset, limit }),
  );
  return (
    <div>
      <Toolbar>
        <SearchField
          label="Search members"
          placeholder="Search name or e-mail"
          value={list.searchText}
          onChange={list.setSearchText}
        />
      </Toolbar>
      <RecordTable
        caption={`Members of ${group.name}`}
        query={members}
        columns={columns}
        rowKey={(member) => member.id}
        isNarrowed={list.isNarrowed || list.page > 1}
        onClear={list.clear}
        empty={<EmptyState image="people" title="The group has no members" />}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={members.data?.total ?? 0}
        onPage={list.setPage}
        noun={MEMBERS}
      />
    </div>
  );
}

const STATES: Readonly<
  Record<Account['state'], { readonly label: string; readonly tone: LozengeTone }>
> = {
  active: { label: labels.active, tone: 'success' },
  suspended: { label: labels.suspended, tone: 'moved' },
  deactivated: { label: labels.deactivated, tone: 'removed' },
};

const columns: readonly Column<Account>[] = [
  {
    id: 'member',
    heading: 'Member',
    isRowHeader: true,
    width: '40%',
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'state',
    heading: labels.status,
    cell: ({ state }) => <Lozenge tone={STATES[state].tone}>{STATES[state].label}</Lozenge>,
  },
  { id: 'role', heading: 'Role now', cell: ({ role }) => roleLabel(role) },
  {
    id: 'seen',
    heading: 'Last seen',
    cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} />,
  },
];
