/*
 * The table of every list, with its five states: loading, failed, empty, without match, rows.
 * A native table: screen readers and browsers know it, and no row needs a script to be drawn.
 */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { labels } from './labels.ts';
import { VisuallyHidden } from './layout.tsx';
import { ProblemMessage } from './problem-message.tsx';
import { RecordRow } from './record-row.tsx';
import { SortHeading } from './record-table-heading.tsx';
import { Failed, NoMatch, SkeletonRows } from './record-table-states.tsx';
import styles from './record-table.module.css';
import { RowCheckbox } from './row-checkbox.tsx';
import type { SortState } from './list-params.ts';
import type { RowSelection } from './use-selection.ts';

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
  readonly data: { readonly items: readonly Row[] } | undefined;
  readonly error: unknown;
  /** Rows of the question asked before stand in until the answer is here. */
  readonly isPlaceholderData?: boolean;
  readonly refetch: () => unknown;
};

type RecordTableProps<Row, Sort extends string> = {
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
};

/** A list of records in one of its five states. */
export function RecordTable<Row, Sort extends string = string>(props: RecordTableProps<Row, Sort>) {
  const { caption, query, columns, rowKey, isNarrowed = false, rowActions, sort, onSort } = props;
  const { selection } = props;
  const rows = query.data?.items;
  const keys = rows?.map(rowKey) ?? [];
  const chosen = selection ? keys.filter(selection.has).length : 0;

  if (!rows && query.error) return <Failed error={query.error} retry={query.refetch} />;
  if (rows?.length === 0 && !query.isPlaceholderData) {
    return isNarrowed ? <NoMatch onClear={props.onClear} /> : props.empty;
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
          <thead>
            <tr>
              {selection && (
                <th scope="col" className={styles['checkHeading']}>
                  <RowCheckbox
                    label="Select all on this page"
                    isChecked={chosen > 0 && chosen === keys.length}
                    isMixed={chosen > 0 && chosen < keys.length}
                    onChange={(isChecked) => selection.set(keys, isChecked)}
                  />
                </th>
              )}
              {columns.map((column) => (
                <SortHeading key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
              {rowActions && (
                <th scope="col" className={styles['actionsHeading']}>
                  {labels.actions}
                </th>
              )}
            </tr>
          </thead>
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
