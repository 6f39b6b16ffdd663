/*
 * The table of every list, with its five states: loading, failed, empty, without match, rows.
 * A native table: screen readers and browsers know it, and no row needs a script to be drawn.
 */
import { lazy, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { LatePart } from './late-part.tsx';
import { VisuallyHidden } from './layout.tsx';
import { ProblemMessage } from './problem-message.tsx';
import { RecordRow } from './record-row.tsx';
import { RecordHead } from './record-table-heading.tsx';
import { Failed, NoMatch, SkeletonRows } from './record-table-states.tsx';
import styles from './record-table.module.css';
import { RowCheckbox } from './row-checkbox.tsx';
import type { SortState } from './list-params.ts';
import type { WholePlace } from './use-list-params.ts';
import type { RowSelection } from './use-selection.ts';
import type { WholeTable as LoadedTable } from './whole-table.tsx';

// `lazy` forgets that the table is one of any rows.
const WholeTable = lazy(async () => ({
  default: (await import('./whole-table.tsx')).WholeTable,
})) as unknown as typeof LoadedTable;

export type Column<Row, Sort extends string = string> = {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** The key that sorts by this column; its heading becomes a button. */
  readonly sort?: Sort | undefined;
  /** The column that names the row; exactly one has it. */
  readonly isRowHeader?: boolean;
  /** CSS length or share of the table's width. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  readonly isHeadingHidden?: boolean;
};

/** The part of a query's result that a list needs; a result of react-query fits as it is. */
export type ListQuery<Row> = {
  readonly data: { readonly items: readonly Row[]; readonly total?: number } | undefined;
  readonly error: unknown;
  /** Rows of the question asked before stand in until the answer is here. */
  readonly isPlaceholderData?: boolean;
  readonly refetch: () => unknown;
};

/** All rows of a list in one table: where it stands, and a hook that reads a block of its rows. */
export type WholeList<Row> = WholePlace & {
  readonly useBlock: (
    block: { readonly offset: number; readonly limit: number },
    isWanted: boolean,
  ) => ListQuery<Row>;
};

export type RecordTableProps<Row, Sort extends string> = {
  /** Names the table for screen readers. */
  readonly caption: string;
  readonly query: ListQuery<Row>;
  readonly columns: readonly Column<Row, Sort>[];
  readonly rowKey: (row: Row) => string;
  /** Shown when there is nothing at all: an `EmptyState`. */
  readonly empty: ReactNode;
  /** Whether search or filters leave rows out, and how to end that. */
  readonly isNarrowed?: boolean;
  readonly onClear?: () => void;
  readonly sort?: SortState<Sort> | undefined;
  readonly onSort?: (by: Sort) => void;
  /** Content of the last column: a `RowMenu` or a link. */
  readonly rowActions?: (row: Row) => ReactNode;
  /** Makes the row's name a button that opens the row. */
  readonly onOpen?: (row: Row) => void;
  readonly openKey?: string | null;
  readonly skeletonRows?: number;
  /** Checkboxes before the rows, and one for the page in the heading. */
  readonly selection?: RowSelection<Row> | undefined;
  /** Shows all rows in one table instead of those of a page: `wholeList` of the client. */
  readonly whole?: WholeList<Row> | undefined;
};

/** A list of records in one of its five states. */
export function RecordTable<Row, Sort extends string = string>(props: RecordTableProps<Row, Sort>) {
  const { caption, query, columns, rowKey, isNarrowed = false, rowActions } = props;
  const { selection, whole } = props;
  const rows = query.data?.items;
  const isEmpty = (whole ? query.data?.total : rows?.length) === 0;

  if (!rows && query.error) return <Failed error={query.error} retry={query.refetch} />;
  if (isEmpty && !query.isPlaceholderData) {
    return isNarrowed ? <NoMatch onClear={props.onClear} /> : props.empty;
  }

  if (whole && rows) {
    return (
      <LatePart>
        <WholeTable table={props} whole={whole} total={query.data?.total ?? rows.length} />
      </LatePart>
    );
  }

  return (
    <>
      {query.error ? <ProblemMessage error={query.error} retry={query.refetch} /> : null}
      <div className={styles['scroller']} aria-busy={!rows || query.isPlaceholderData || undefined}>
        {!rows && (
          <output>
            <VisuallyHidden>{`Loading: ${caption}`}</VisuallyHidden>
          </output>
        )}
        <table className={classNames(styles['table'], query.isPlaceholderData && styles['stale'])}>
          <caption className={styles['caption']}>{caption}</caption>
          <RecordHead table={props} keys={rows?.map(rowKey) ?? []} />
          <tbody>
            {rows?.map((row) => (
              <RecordRow
                key={rowKey(row)}
                row={row}
                columns={columns}
                check={
                  selection && (
                    <RowCheckbox
                      label={selection.label(row)}
                      isChecked={selection.has(rowKey(row))}
                      onChange={(isChecked) => selection.set([rowKey(row)], isChecked)}
                    />
                  )
                }
                isSelected={selection?.has(rowKey(row)) ?? false}
                actions={rowActions?.(row)}
                onOpen={props.onOpen}
                isOpen={rowKey(row) === props.openKey}
              />
            )) ?? (
              <SkeletonRows
                count={props.skeletonRows ?? 8}
                columns={columns.length + (rowActions ? 1 : 0) + (selection ? 1 : 0)}
                hasCheck={selection !== undefined}
              />
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
