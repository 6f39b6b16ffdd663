import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { bulkQueries, type BulkStep } from '#src/client/bulk.ts';
import { pollWhile } from '#src/client/jobs.ts';
import type { Job, JobItem } from '#src/contract/wire.ts';
import { Stack } from '#src/ui/layout.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { Person } from '#src/ui/person.tsx';
import { type Column, RecordTable } from '#src/ui/record-table.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { BulkItemState } from './bulk-state.tsx';
import { CUSTOMERS, reasonText } from './bulk-words.ts';

const STATES = ['done', 'failed', 'waiting'] as const;
const LIST = { filters: { result: STATES } } as const;
const TILE_LABELS = { done: 'Done', failed: 'Failed', waiting: 'Waiting' } as const;

type BulkResultsProps = { readonly job: Job; readonly step: BulkStep };

/** Every customer of the step with its result; the tiles choose which. */
export function BulkResults({ job, step }: BulkResultsProps) {
  const list = useListParams(LIST);
  const state = list.filters.result;
  const query = useQuery({
    ...bulkQueries.items(job.id, {
      offset: list.offset,
      limit: list.limit,
      ...(state && { state }),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: pollWhile(() => job.state === 'running'),
  });
  const counts = query.data?.counts;

  return (
    <Stack gap="200">
      {counts && (
        <StatTiles
          label="Results"
          items={STATES.map((id) => ({
            id,
            label: TILE_LABELS[id],
            count: counts[id],
            tone: id === 'failed' ? ('refused' as const) : ('default' as const),
          }))}
          selected={state}
          onSelect={(chosen) => list.setFilter('result', chosen)}
        />
      )}
      <RecordTable
        caption="Customers of this step"
        query={query}
        columns={columnsOf(job, step)}
        rowKey={({ position }) => String(position)}
        isNarrowed={list.isNarrowed}
        onClear={list.clear}
        empty={<EmptyState image="people" title="No customers" />}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={query.data?.total ?? 0}
        onPage={list.setPage}
        noun={CUSTOMERS}
      />
    </Stack>
  );
}

function columnsOf(job: Job, step: BulkStep): readonly Column<JobItem>[] {
  const { siteId } = job;
  return [
    {
      id: 'customer',
      heading: 'Customer',
      isRowHeader: true,
      width: '45%',
      cell: ({ name, email }) => <Person name={name} email={email} />,
    },
    {
      id: 'result',
      heading: 'Result',
      width: '8rem',
      cell: ({ state }) => <BulkItemState state={state} />,
    },
    {
      id: 'reason',
      heading: 'Reason',
      cell: ({ reason }) => reason && reasonText(step, reason),
    },
    {
      id: 'link',
      heading: 'Show in the list',
      isHeadingHidden: true,
      align: 'end',
      width: '8rem',
      // A deleted customer is listed nowhere.
      cell: ({ state, email, reason }) =>
        reason !== 'gone' &&
        !(step === 'delete' && state === 'done') && (
          <Link to={pathTo('portal-customers', { siteId }, { [searchKeys.search]: email })}>
            Show in the list
          </Link>
        ),
    },
  ];
}
