import type { CopyPlan, Outcome } from '#src/contract/wire.ts';
import { ListWithDetail } from '#src/ui/detail-panel.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Stack, Toolbar } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { searchKeys } from '#src/ui/paths.ts';
import { RecordTable, type Column, type ListQuery, type WholeList } from '#src/ui/record-table.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { useKnownRow } from '#src/ui/use-known-row.ts';
import { useListParams } from '#src/ui/use-list-params.ts';
import { outcomeColumns } from './outcome-columns.tsx';
import { OutcomeMeanings } from './outcome-meanings.tsx';
import { OutcomePerson } from './outcome-person.tsx';
import {
  explainOutcome,
  OUTCOME_ACTIONS,
  outcomeTiles,
  type OutcomeAction,
} from './outcome-words.ts';
import styles from './copy-plans.module.css';
import { isMigration, wordsOf } from './flow-words.ts';

/** Search, outcome, page and open row of a list of outcomes, in the address. */
export function useOutcomeParams() {
  return useListParams({
    filters: { action: OUTCOME_ACTIONS },
    hasSizes: true,
    openKey: searchKeys.person,
  });
}

type OutcomeAnswer = {
  readonly items: readonly Outcome[];
  readonly total: number;
  readonly counts: Readonly<Partial<Record<OutcomeAction, number>>>;
};

type OutcomeListProps = {
  readonly plan: CopyPlan;
  readonly caption: string;
  readonly query: ListQuery<Outcome> & { readonly data: OutcomeAnswer | undefined };
  readonly list: ReturnType<typeof useOutcomeParams>;
  readonly whole: WholeList<Outcome> | undefined;
  readonly columns?: readonly Column<Outcome>[];
};

/** Columns that give their room to the panel, which says the same of the open row. */
const IN_PANEL: ReadonlySet<string> = new Set(['source', 'destination', 'after']);

/** Every customer with what happens; tiles count and filter by outcome. */
export function OutcomeList({
  plan,
  caption,
  query,
  list,
  whole,
  columns = outcomeColumns(plan),
}: OutcomeListProps) {
  const words = wordsOf(plan);
  const { action } = list.filters;
  const { openId } = list;
  const { row: open, know } = useKnownRow(openId, query.data?.items, ({ holderId }) => holderId);
  const tiles = outcomeTiles(query.data?.counts ?? {}, plan);
  return (
    <Stack gap="200">
      {tiles.length > 0 && (
        <StatTiles
          label={`${words.People} by outcome`}
          items={tiles}
          selected={action}
          onSelect={(id) => list.setFilter('action', id)}
        />
      )}
      {action ? (
        <output className={styles['meaning']}>{explainOutcome(action, plan)}</output>
      ) : (
        <OutcomeMeanings plan={plan} actions={tiles.map(({ id }) => id)} />
      )}
      <ListWithDetail
        detail={
          openId && (
            <OutcomePerson
              key={openId}
              plan={plan}
              holderId={openId}
              row={open}
              onClose={list.close}
            />
          )
        }
      >
        <Toolbar>
          <SearchField
            label={`Search ${words.people.other}`}
            placeholder="Search name or e-mail"
            value={list.searchText}
            onChange={list.setSearchText}
          />
        </Toolbar>
        <RecordTable
          caption={caption}
          query={query}
          columns={openId ? columns.filter(({ id }) => !IN_PANEL.has(id)) : columns}
          rowKey={({ holderId }) => holderId}
          openKey={openId}
          onOpen={(outcome) => {
            know(outcome);
            list.open(outcome.holderId);
          }}
          whole={whole}
          isNarrowed={list.isNarrowed || list.page > 1}
          onClear={list.clear}
          empty={
            <EmptyState
              image="people"
              title={`No ${words.people.other}`}
              description={`Nobody on ${plan.source.name} is in the scope of this ${isMigration(plan) ? 'migration' : 'plan'}.`}
            />
          }
        />
        <Pagination
          page={list.page}
          pageSize={list.pageSize}
          total={query.data?.total ?? 0}
          onPage={list.setPage}
          sizing={list}
          noun={words.people}
        />
      </ListWithDetail>
    </Stack>
  );
}
