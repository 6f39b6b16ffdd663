import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './record-table.module.css';
import type { Column } from './record-table.tsx';

type RecordRowProps<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly actions: ReactNode;
  /** The checkbox that chooses the row, where rows can be chosen. */
  readonly check: ReactNode;
  readonly isSelected: boolean;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly isOpen: boolean;
};

/** One record. The cell that names it is its header, and opens it where it can be opened. */
export function RecordRow<Row>({
  row,
  columns,
  actions,
  check,
  isSelected,
  onOpen,
  isOpen,
}: RecordRowProps<Row>) {
  return (
    <tr className={classNames(styles['row'], (isOpen || isSelected) && styles['open'])}>
      {check !== undefined && <td className={styles['checkCell']}>{check}</td>}
      {columns.map((column) => {
        const className = column.align === 'end' ? styles['end'] : undefined;
        if (!column.isRowHeader) {
          return (
            <td key={column.id} className={className}>
              {column.cell(row)}
            </td>
          );
        }
        return (
          <th key={column.id} scope="row" className={className}>
            {onOpen ? (
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
            )}
          </th>
        );
      })}
      {actions !== undefined && <td className={styles['actions']}>{actions}</td>}
    </tr>
  );
}
