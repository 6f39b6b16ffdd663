import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './layout.tsx';
import styles from './record-table.module.css';
import { labels } from './labels.ts';
import type { Column, RecordTableProps } from './record-table.tsx';
import { RowCheckbox } from './row-checkbox.tsx';
import type { SortState } from './list-params.ts';

type RecordHeadProps<Row, Sort extends string> = {
  readonly table: RecordTableProps<Row, Sort>;
  /** Of the rows on screen. */
  readonly keys: readonly string[];
  readonly ref?: Ref<HTMLTableSectionElement>;
};

/** The heading row, with a checkbox for all rows where rows can be chosen. */
export function RecordHead<Row, Sort extends string>({
  table,
  keys,
  ref,
}: RecordHeadProps<Row, Sort>) {
  const { columns, selection, whole, sort, onSort, rowActions } = table;
  const all = whole && selection?.all;
  const chosen = selection ? keys.filter(selection.has).length : 0;
  return (
    <thead ref={ref}>
      <tr aria-rowindex={whole && 1}>
        {selection && (
          <th scope="col" className={styles['checkHeading']}>
            {all ? (
              <RowCheckbox
                label="Select all that match"
                isChecked={all.isChosen}
                isMixed={!all.isChosen && all.isAnyChosen}
                onChange={all.set}
              />
            ) : (
              <RowCheckbox
                label="Select all on this page"
                isChecked={chosen > 0 && chosen === keys.length}
                isMixed={chosen > 0 && chosen < keys.length}
                onChange={(isChecked) => selection.set(keys, isChecked)}
              />
            )}
          </th>
        )}
        {columns.map((column) => (
          <SortHeading key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
        {rowActions && (
          <th
            scope="col"
            className={styles['actionsHeading']}
            // Where all columns keep their width: a menu's button, or a link's words.
            style={whole && { width: table.onOpen ? '4.5rem' : '7.5rem' }}
          >
            {labels.actions}
          </th>
        )}
      </tr>
    </thead>
  );
}

type SortHeadingProps<Row, Sort extends string> = {
  readonly column: Column<Row, Sort>;
  readonly sort: SortState<Sort> | undefined;
  readonly onSort: ((by: Sort) => void) | undefined;
};

/** A column's heading; where the column can be sorted, a button that says how it is. */
function SortHeading<Row, Sort extends string>({
  column,
  sort,
  onSort,
}: SortHeadingProps<Row, Sort>) {
  const { sort: key, heading, width, align, isHeadingHidden } = column;
  const isSorted = key !== undefined && sort?.by === key;
  const canSort = key !== undefined && onSort !== undefined;
  return (
    <th
      scope="col"
      className={align === 'end' ? styles['end'] : undefined}
      style={width === undefined ? undefined : { width }}
      aria-sort={isSorted ? sort.direction : canSort ? 'none' : undefined}
    >
      {canSort ? (
        <button
          type="button"
          className={classNames(styles['sorter'], isSorted && styles['sorted'])}
          onClick={() => onSort(key)}
        >
          {heading}
          <Icon
            name={isSorted && sort.direction === 'descending' ? 'arrow-down' : 'arrow-up'}
            size={12}
          />
        </button>
      ) : isHeadingHidden ? (
        <VisuallyHidden>{heading}</VisuallyHidden>
      ) : (
        heading
      )}
    </th>
  );
}
