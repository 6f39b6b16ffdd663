import type { Noun } from '#src/ui/count.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Toolbar } from '#src/ui/layout.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';

const PAGE_SIZE = 10;

type NamedListProps<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly noun: Noun;
  /** Said where there is none at all. */
  readonly nothing: { readonly title: string; readonly description: string };
};

/** A list that came with the forecast, by name; search and pages appear once it is long. */
export function ForecastNamedList<Row extends { readonly name: string }>({
  caption,
  rows,
  columns,
  noun,
  nothing,
}: NamedListProps<Row>) {
  const list = useListParams({ prefix: 'named', pageSize: PAGE_SIZE });
  const wanted = list.search.toLowerCase();
  const matching = rows.filter(({ name }) => name.toLowerCase().includes(wanted));
  const shown = matching.slice(list.offset, list.offset + list.limit);
  return (
    <div>
      {rows.length > PAGE_SIZE && (
        <Toolbar>
          <SearchField
            label={`Search ${noun.other}`}
            value={list.searchText}
            onChange={list.setSearchText}
          />
        </Toolbar>
      )}
      <RecordTable
        caption={caption}
        query={{ data: { items: shown }, error: null, refetch: () => undefined }}
        columns={columns}
        rowKey={({ name }) => name}
        isNarrowed={list.isNarrowed || list.page > 1}
        onClear={list.clear}
        empty={<EmptyState image="list" headingLevel={3} {...nothing} />}
      />
      {rows.length > PAGE_SIZE && (
        <Pagination
          page={list.page}
          pageSize={PAGE_SIZE}
          total={matching.length}
          onPage={list.setPage}
          noun={noun}
        />
      )}
    </div>
  );
}
