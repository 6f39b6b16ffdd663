import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './record-table.module.css';
import type { Column } from './record-table.tsx';

type RecordCellsProps<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly actions: ReactNode;
  /** The checkbox that chooses the row, where rows can be chosen. */
  readonly check: ReactNode;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly isOpen: boolean;
  /** Rows are all of one height: what does not fit is cut. Receives what is in the row's header. */
  readonly cutRef?: Ref<HTMLDivElement>;
};

type RecordRowProps<Row> = RecordCellsProps<Row> & { readonly isSelected: boolean };

/** One record. */
export function RecordRow<Row>({ isSelected, ...cells }: RecordRowProps<Row>) {
  return (
    <tr className={classNames(styles['row'], (cells.isOpen || isSelected) && styles['open'])}>
      <RecordCells {...cells} />
    </tr>
  );
}

/** Its cells. The one that names it is its header, and opens it where it can be opened. */
export function RecordCells<Row>(props: RecordCellsProps<Row>) {
  const { row, columns, actions, check, onOpen, isOpen, cutRef } = props;
  const fit = (content: ReactNode, ref?: Ref<HTMLDivElement>) =>
    cutRef ? (
      <div ref={ref} className={styles['cut']} data-cut>
        {content}
      </div>
    ) : (
      content
    );
  return (
    <>
      {check !== undefined && <td className={styles['checkCell']}>{check}</td>}
      {columns.map((column) => {
        const className = column.align === 'end' ? styles['end'] : undefined;
        if (!column.isRowHeader) {
          return (
            <td key={column.id} className={className}>
              {fit(column.cell(row))}
            </td>
          );
        }
        return (
          <th key={column.id} scope="row" className={className}>
            {fit(
              onOpen ? (
                <button
                  type="button"
                  className={styles['opener']}
                  aria-expanded={isOpen}
                  onClick={() => onOpen(row)}
                >
                  {column.cell(row)}
                </button>
              ) : (
                column.cell(row)
              ),
              cutRef,
            )}
          </th>
        );
      })}
      {actions !== undefined && <td className={styles['actions']}>{actions}</td>}
    </>
  );
}
