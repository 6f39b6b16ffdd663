import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { groupQueries } from '#src/client/groups.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { GroupDetail, GroupMember } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { Toolbar } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { RowMenu } from '#src/ui/row-menu.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useExistingPage } from '#src/ui/use-existing-page.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { AccountStateLozenge, RoleLozenge } from './account-lozenges.tsx';

const RemoveMemberDialog = lazy(async () => ({
  default: (await import('./remove-member-dialog.tsx')).RemoveMemberDialog,
}));

const COLUMNS: readonly Column<GroupMember>[] = [
  {
    id: 'member',
    heading: 'Member',
    isRowHeader: true,
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'role',
    heading: 'Role on the site',
    cell: ({ role }) => <RoleLozenge role={role} />,
    width: '10rem',
  },
  {
    id: 'state',
    heading: labels.status,
    cell: ({ state }) => <AccountStateLozenge state={state} />,
    width: '8rem',
  },
  {
    id: 'seen',
    heading: 'Last active',
    cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} format="relative" />,
    width: '8rem',
  },
];

type MemberListProps = { readonly siteId: string; readonly group: GroupDetail };

/** Who is in the group, and the way out of it. */
export function MemberList({ siteId, group }: MemberListProps) {
  const list = useListParams({ hasSizes: true });
  const { search } = list;
  const membersAt = ({ offset, limit }: BlockPlace) =>
    groupQueries.members(siteId, group.id, { search, offset, limit });
  const query = useQuery(membersAt(list));
  const isBehindEnd = useExistingPage(list, query.data?.total);
  const [leaving, setLeaving] = useState<GroupMember | null>(null);
  const waits = group.awaitsReview ? 'Review the group first' : undefined;
  const reason = whyNot(group.actions.manageMembers) ?? waits;

  function menuOf(member: GroupMember) {
    const remove = {
      id: 'remove',
      label: 'Remove from group',
      isDisabled: reason !== undefined,
      reason,
      onSelect: () => setLeaving(member),
    };
    return <RowMenu name={member.name} items={[remove]} />;
  }

  return (
    <div>
      <Toolbar>
        <SearchField
          label="Search members by name or e-mail"
          placeholder="Search name or e-mail"
          value={list.searchText}
          onChange={list.setSearchText}
        />
      </Toolbar>
      <RecordTable
        caption={`Members of ${group.name}`}
        query={isBehindEnd ? { ...query, data: undefined } : query}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        whole={wholeList(list.whole, membersAt)}
        isNarrowed={list.isNarrowed}
        onClear={list.clear}
        empty={
          <EmptyState
            image="people"
            title="The group has no members"
            description="Add accounts that have access to the site. Portal-only customers cannot be in groups."
          />
        }
        rowActions={menuOf}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        sizing={list}
        noun={{ one: 'member', other: 'members' }}
      />
      <LatePart>
        {leaving && (
          <RemoveMemberDialog
            siteId={siteId}
            group={group}
            member={leaving}
            onClose={() => setLeaving(null)}
          />
        )}
      </LatePart>
    </div>
  );
}
