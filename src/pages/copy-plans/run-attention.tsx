import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { copyPlanQueries, downloadRequiresAttention } from '#src/client/copy-plans.ts';
import type { AttentionRow, CopyPlan } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack, Toolbar } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { AttentionMessage } from './attention-message.tsx';
import { nextStep, problemLabel, PROBLEMS } from './attention-words.ts';
import styles from './copy-plans.module.css';
import { DownloadButton } from './download-button.tsx';
import { ROWS } from './plan-words.ts';
import { whileRunning } from './poll-while-running.ts';

/** The rows of RequiresAttention.csv as they stand now, each with the way to its next step. */
export function RunAttention({ plan }: { readonly plan: CopyPlan }) {
  const list = useListParams({ filters: { state: ['open', 'done'], problem: PROBLEMS } });
  const { state, problem } = list.filters;
  const rows = useQuery({
    ...copyPlanQueries.attention(plan.id, {
      search: list.search,
      offset: list.offset,
      limit: list.limit,
      ...(state && { state }),
      ...(problem && { problem }),
    }),
    refetchInterval: whileRunning(plan),
  });
  const hasRows = rows.data && rows.data.open + rows.data.done > 0;

  return (
    <Stack gap="200">
      <AttentionMessage plan={plan} isAtRows />
      {hasRows && (
        <>
          <StatTiles
            label="Rows by state"
            items={[
              { id: 'open', label: 'Open', count: rows.data.open, tone: 'attention' },
              { id: 'done', label: 'Done', count: rows.data.done },
            ]}
            selected={state}
            onSelect={(id) => list.setFilter('state', id)}
          />
          <Toolbar>
            <SearchField
              label="Search rows"
              placeholder="Search name or e-mail"
              value={list.searchText}
              onChange={list.setSearchText}
            />
            <SelectField
              isCompact
              label={labels.problem}
              value={problem ?? ''}
              onChange={(value) => list.setFilter('problem', value === '' ? undefined : value)}
              options={[
                { value: '', label: 'All problems' },
                ...PROBLEMS.map((value) => ({ value, label: problemLabel(value) })),
              ]}
            />
            <DownloadButton load={() => downloadRequiresAttention(plan.id)}>
              RequiresAttention.csv
            </DownloadButton>
          </Toolbar>
        </>
      )}
      {(hasRows || rows.isPending || rows.error || plan.state !== 'finished') && (
        <RecordTable
          caption="What requires attention"
          query={rows}
          columns={attentionColumns(plan)}
          rowKey={(row) => `${row.problem} ${row.email}`}
          isNarrowed={list.isNarrowed || list.page > 1}
          onClear={list.clear}
          empty={
            <EmptyState
              title="Nothing requires attention so far"
              description={
                plan.state === 'running'
                  ? 'Rows appear here as the run reaches customers with another account type on the destination.'
                  : 'The run stopped before it reached a customer with another account type on the destination.'
              }
            />
          }
        />
      )}
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={rows.data?.total ?? 0}
        onPage={list.setPage}
        noun={ROWS}
      />
    </Stack>
  );
}

function attentionColumns(plan: CopyPlan): readonly Column<AttentionRow>[] {
  return [
    {
      id: 'customer',
      heading: labels.customer,
      isRowHeader: true,
      width: '28%',
      cell: ({ name, email }) => <Person name={name} email={email} />,
    },
    {
      id: 'types',
      heading: 'Account types',
      cell: (row) => (
        <span className={styles['types']}>
          <span>{`${accountTypeLabel(row.sourceHolding)} on ${plan.source.name}`}</span>
          <span>{`${accountTypeLabel(row.destinationHolding)} on ${plan.destination.name}`}</span>
        </span>
      ),
    },
    {
      id: 'problem',
      heading: labels.problem,
      width: '18%',
      cell: (row) => problemLabel(row.problem),
    },
    {
      id: 'next',
      heading: labels.nextStep,
      width: '24%',
      cell: (row) => <NextStep row={row} siteId={plan.destination.id} />,
    },
    {
      id: 'state',
      heading: labels.status,
      cell: ({ state }) =>
        state === 'open' ? (
          <Lozenge tone="moved">Open</Lozenge>
        ) : (
          <Lozenge tone="success">Done</Lozenge>
        ),
    },
  ];
}

function NextStep({ row, siteId }: { readonly row: AttentionRow; readonly siteId: string }) {
  const { label, to } = nextStep(row, siteId);
  if (row.state === 'open') return <Link to={to}>{label}</Link>;
  return (
    <span className={styles['calm']}>
      <Icon name="check" />
      <Link to={to}>{row.group ? 'Group approved' : 'Portal-only account migrated'}</Link>
    </span>
  );
}
