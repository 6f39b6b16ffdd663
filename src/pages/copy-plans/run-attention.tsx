import { useQuery } from '@tanstack/react-query';
import { copyAfterwardsQueries } from '#src/client/copy-afterwards.ts';
import { copyPlanQueries, downloadRequiresAttention } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { RecordTable } from '#src/ui/record-table.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { AfterwardsButtons } from './afterwards-buttons.tsx';
import { attentionColumns } from './attention-columns.tsx';
import { AttentionMessage } from './attention-message.tsx';
import { problemLabel, PROBLEMS } from './attention-words.ts';
import { DownloadButton } from './download-button.tsx';
import { wordsOf } from './flow-words.ts';
import { ROWS } from './plan-words.ts';
import { whileRunning } from './poll-while-running.ts';

/** The rows of RequiresAttention.csv as they stand now, each with the way to its next step. */
export function RunAttention({ plan }: { readonly plan: CopyPlan }) {
  const { people } = wordsOf(plan);
  const list = useListParams({ filters: { state: ['open', 'done'], problem: PROBLEMS } });
  const { state, problem } = list.filters;
  const hasOpen = plan.attention !== null && plan.attention.open > 0;
  const left = useQuery({ ...copyAfterwardsQueries.summary(plan.id, null), enabled: hasOpen });
  // While a bulk step works on the customers of these rows, they are read again and again.
  const isWorking = hasOpen && left.data?.job != null;
  const rows = useQuery({
    ...copyPlanQueries.attention(plan.id, {
      search: list.search,
      offset: list.offset,
      limit: list.limit,
      ...(state && { state }),
      ...(problem && { problem }),
    }),
    refetchInterval: whileRunning({ state: isWorking ? 'running' : plan.state }),
  });
  const hasRows = rows.data && rows.data.open + rows.data.done > 0;

  return (
    <Stack gap="200">
      <AttentionMessage plan={plan} isAtRows />
      {hasOpen && <AfterwardsButtons plan={plan} rows={null} />}
      {hasRows && (
        <StatTiles
          label="Rows by state"
          items={[
            { id: 'open', label: 'Open', count: rows.data.open, tone: 'attention' },
            { id: 'done', label: 'Done', count: rows.data.done },
          ]}
          selected={state}
          onSelect={(id) => list.setFilter('state', id)}
        />
      )}
      <div>
        {hasRows && (
          <ListToolbar
            list={list}
            searchLabel="Search rows"
            placeholder="Search name or e-mail"
            filter={{
              label: labels.problem,
              all: 'All problems',
              values: PROBLEMS,
              labelOf: problemLabel,
              value: problem,
              onChange: (value) => list.setFilter('problem', value),
            }}
          >
            <DownloadButton load={() => downloadRequiresAttention(plan.id)}>
              RequiresAttention.csv
            </DownloadButton>
          </ListToolbar>
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
                    ? `Rows appear here as the run reaches ${people.other} with another account type on the destination.`
                    : `The run stopped before it reached a ${people.one} with another account type on the destination.`
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
      </div>
    </Stack>
  );
}
