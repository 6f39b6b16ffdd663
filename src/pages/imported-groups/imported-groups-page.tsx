import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { importedGroupQueries } from '#src/client/imported-groups.ts';
import type { ImportedGroup } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { ImportedGroupsFrame } from './imported-groups-frame.tsx';
import styles from './imported-groups.module.css';
import { RequestedAccess } from './requested-access.tsx';
import { ReviewStatus } from './review-status.tsx';
import { REVIEWS } from './review-words.ts';

const STATES = ['pending', 'approved', 'partly-approved', 'denied'] as const;
const PAGE_SIZE = 25;

/** The groups that copies brought to a site, those to review first. */
export function ImportedGroupsPage() {
  const { siteId = '' } = useParams();
  const list = useListParams({ filters: { review: STATES }, pageSize: PAGE_SIZE });
  const groups = useQuery(importedGroupQueries.list(siteId));

  // Runs make a group or two each, so the backend answers all of them.
  const matching = groups.data?.items.filter(
    ({ name, review }) =>
      name.toLowerCase().includes(list.search.trim().toLowerCase()) &&
      (list.filters.review === undefined || list.filters.review === review),
  );
  const page = matching?.slice(list.offset, list.offset + list.limit);

  function reviewLink({ id: groupId, name, review }: ImportedGroup) {
    return (
      <LinkButton
        isCompact
        appearance={review === 'pending' ? 'default' : 'subtle'}
        to={pathTo('imported-group', { siteId, groupId })}
        aria-label={`${labels.review} ${name}`}
      >
        {labels.review}
      </LinkButton>
    );
  }

  return (
    <ImportedGroupsFrame
      siteId={siteId}
      title={labels.importedGroups}
      description="A copy or a migration brings groups along without the access they ask for. Their members get it when the group is approved."
    >
      {groups.data && groups.data.total > 0 && (
        <ListToolbar
          list={list}
          searchLabel="Search groups"
          filter={{
            label: labels.status,
            all: 'All statuses',
            values: STATES,
            labelOf: (review) => REVIEWS[review].label,
            value: list.filters.review,
            onChange: (review) => list.setFilter('review', review),
          }}
        />
      )}
      <RecordTable
        caption={labels.importedGroups}
        query={{ ...groups, data: page && { items: page } }}
        columns={columns}
        rowKey={(group) => group.id}
        isNarrowed={list.isNarrowed || list.page > 1}
        onClear={list.clear}
        empty={
          <EmptyState
            image="people"
            title="No imported groups"
            description="Groups that a copy or a migration brings, and customers whom a copy finds with another account type on this site, wait here for review."
          />
        }
        rowActions={reviewLink}
        skeletonRows={3}
      />
      <Pagination
        page={list.page}
        pageSize={PAGE_SIZE}
        total={matching?.length ?? 0}
        onPage={list.setPage}
        noun={{ one: 'group', other: 'groups' }}
      />
    </ImportedGroupsFrame>
  );
}

const columns: readonly Column<ImportedGroup>[] = [
  {
    id: 'name',
    heading: 'Group',
    isRowHeader: true,
    width: '32%',
    cell: ({ name }) => <span className={styles['name']}>{name}</span>,
  },
  {
    id: 'source',
    heading: 'Source',
    cell: ({ origin }) => (
      <span className={styles['source']}>
        {origin.sourceSiteName}
        <span className={styles['quiet']}>{origin.planName}</span>
      </span>
    ),
  },
  { id: 'members', heading: 'Members', align: 'end', cell: ({ members }) => count(members) },
  {
    id: 'access',
    heading: 'Requested access',
    cell: (group) => <RequestedAccess group={group} />,
  },
  {
    id: 'status',
    heading: labels.status,
    cell: ({ review }) => <ReviewStatus review={review} />,
  },
];
