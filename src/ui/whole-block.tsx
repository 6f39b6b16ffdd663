/* The rows of one block: read together, drawn one by one. */
import { memo, type PointerEvent, useLayoutEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { count } from './count.ts';
import { VisuallyHidden } from './layout.tsx';
import { BLOCK_ROWS } from './list-params.ts';
import { RecordCells } from './record-row.tsx';
import rowStyles from './record-table.module.css';
import type { RecordTableProps, WholeList } from './record-table.tsx';
import { RowCheckbox } from './row-checkbox.tsx';
import type { RowSpan } from './row-scroll.ts';
import { Skeleton } from './skeleton.tsx';
import styles from './whole-table.module.css';

type WholeBlockProps<Row, Sort extends string> = {
  readonly number: number;
  /** Indexes of the rows to draw; a block that is only read ahead has none. */
  readonly rows: readonly number[];
  readonly drawn: RowSpan;
  /** The row that Tab reaches. */
  readonly active: number;
  readonly table: RecordTableProps<Row, Sort>;
  readonly whole: WholeList<Row>;
  readonly rowHeight: number;
  readonly isWanted: boolean;
};

/** What is on its way has a skeleton; what could not be had says so and can be tried again. */
export function WholeBlock<Row, Sort extends string>(props: WholeBlockProps<Row, Sort>) {
  const { number, rows, drawn, active, table, whole, rowHeight, isWanted } = props;
  const { useBlock } = whole;
  const offset = number * BLOCK_ROWS;
  // oxlint-disable-next-line react/hooks -- a list keeps its hook; only what it closes over changes
  const query = useBlock({ offset, limit: BLOCK_ROWS }, isWanted);
  const retry = useRef(query.refetch);
  useLayoutEffect(() => {
    retry.current = query.refetch;
  });
  const failed = query.error && !query.data ? retry : undefined;

  return rows.map((index) => (
    <WholeRow
      key={index}
      index={index}
      row={query.data?.items[index - offset]}
      failed={failed}
      isActive={index === active}
      isAway={index < drawn.first || index >= drawn.end}
      rowHeight={rowHeight}
      table={table}
    />
  ));
}

type WholeRowProps<Row, Sort extends string> = {
  /** From 0. */
  readonly index: number;
  readonly row: Row | undefined;
  /** The block could not be read; how to try again. */
  readonly failed: { readonly current: () => unknown } | undefined;
  readonly isActive: boolean;
  /** Out of sight, and here for its focus alone. */
  readonly isAway: boolean;
  readonly rowHeight: number;
  readonly table: RecordTableProps<Row, Sort>;
};

const WholeRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row, Sort extends string>(props: WholeRowProps<Row, Sort>) {
  const { index, row, failed, isActive, isAway, rowHeight, table } = props;
  const key = row === undefined ? null : table.rowKey(row);
  const isChosen = key !== null && (table.selection?.has(key) || key === table.openKey);
  return (
    <tr
      // The heading is the first row.
      aria-rowindex={index + 2}
      data-row={index}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- rows are moved through by arrows
      tabIndex={isActive ? 0 : -1}
      className={classNames(
        rowStyles['row'],
        styles['row'],
        isChosen && rowStyles['open'],
        isAway && styles['away'],
      )}
      style={{ height: rowHeight }}
      onPointerOver={tellWhole}
    >
      {row === undefined || key === null ? (
        <Missing index={index} failed={failed} columns={columnsOf(table)} />
      ) : (
        <Present key={key} row={row} rowId={key} table={table} />
      )}
    </tr>
  );
}

type PresentProps<Row, Sort extends string> = {
  readonly row: Row;
  readonly rowId: string;
  readonly table: RecordTableProps<Row, Sort>;
};

function Present<Row, Sort extends string>({ row, rowId, table }: PresentProps<Row, Sort>) {
  const { selection } = table;
  const place = useRef<HTMLDivElement>(null);

  // Another record comes into this row: a focus in its cells goes to the row instead of being lost.
  useLayoutEffect(() => {
    const tableRow = place.current?.closest('tr');
    return () => {
      const { activeElement } = document;
      if (tableRow && activeElement !== tableRow && tableRow.contains(activeElement)) {
        tableRow.focus({ preventScroll: true });
      }
    };
  }, []);

  return (
    <>
      <RecordCells
        row={row}
        columns={table.columns}
        check={
          selection && (
            <RowCheckbox
              label={selection.label(row)}
              isChecked={selection.has(rowId)}
              fixedBy={
                selection.all?.isChosen
                  ? 'All that match are selected. Clear the selection to choose single rows.'
                  : undefined
              }
              onChange={(isChecked) => selection.set([rowId], isChecked)}
            />
          )
        }
        actions={table.rowActions?.(row)}
        onOpen={table.onOpen}
        isOpen={rowId === table.openKey}
        cutRef={place}
      />
    </>
  );
}

type MissingProps = {
  readonly index: number;
  readonly failed: { readonly current: () => unknown } | undefined;
  readonly columns: number;
};

function Missing({ index, failed, columns }: MissingProps) {
  if (failed) {
    return (
      <td colSpan={columns}>
        <span className={styles['failed']}>
          {`Row ${count(index + 1)} could not be loaded.`}
          <Button appearance="link" onPress={() => void failed.current()}>
            Try again
          </Button>
        </span>
      </td>
    );
  }
  return (
    <td colSpan={columns}>
      <VisuallyHidden>{`Row ${count(index + 1)} is loading`}</VisuallyHidden>
      <Skeleton width="40%" height="1.5rem" />
    </td>
  );
}

function columnsOf<Row, Sort extends string>(table: RecordTableProps<Row, Sort>): number {
  return table.columns.length + (table.selection ? 1 : 0) + (table.rowActions ? 1 : 0);
}

/** A cell may have been cut: the pointer is told all of it. */
function tellWhole({ target }: PointerEvent) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cut]') : null;
  const words = cell?.innerText;
  if (cell && words) cell.title = words;
}
