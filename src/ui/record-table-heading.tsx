import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './layout.tsx';
import styles from './record-table.module.css';
import type { Column } from './record-table.tsx';
import type { SortState } from './list-params.ts';

type SortHeadingProps<Row, Sort extends string> = {
  readonly column: Column<Row, Sort>;
  readonly sort: SortState<Sort> | undefined;
  readonly onSort: ((by: Sort) => void) | undefined;
};

/** A column's heading; where the column can be sorted, a button that says how it is. */
export function SortHeading<Row, Sort extends string>({
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
