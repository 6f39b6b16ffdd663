import { classNames } from './class-names.ts';
import { count } from './count.ts';
import styles from './stat-tiles.module.css';

export type StatTile<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly count: number;
  /** `attention` and `refused` stand out when the count is not zero. */
  readonly tone?: 'default' | 'attention' | 'refused';
};

type StatTilesProps<Id extends string> = {
  readonly label: string;
  readonly items: readonly StatTile<Id>[];
  readonly selected?: Id | undefined;
  /** With it the tiles are toggles that filter the list below; undefined means all. */
  readonly onSelect?: ((id: Id | undefined) => void) | undefined;
};

/** Counts per outcome. */
export function StatTiles<Id extends string>({
  label,
  items,
  selected,
  onSelect,
}: StatTilesProps<Id>) {
  return (
    <ul className={styles['tiles']} aria-label={label}>
      {items.map((item) => {
        const content = (
          <>
            <span className={styles['count']}>{count(item.count)}</span>
            <span className={styles['label']}>{item.label}</span>
          </>
        );
        const className = classNames(
          styles['tile'],
          item.count > 0 && styles[item.tone ?? 'default'],
        );
        return (
          <li key={item.id}>
            {onSelect ? (
              <button
                type="button"
                className={className}
                aria-pressed={item.id === selected}
                onClick={() => onSelect(item.id === selected ? undefined : item.id)}
              >
                {content}
              </button>
            ) : (
              <div className={className}>{content}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
