import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './definition-list.module.css';

type DefinitionListProps = {
  readonly items: readonly { readonly term: string; readonly value: ReactNode }[];
  readonly columns?: 1 | 2;
};

/** The facts of a record. */
export function DefinitionList({ items, columns = 1 }: DefinitionListProps) {
  return (
    <dl className={classNames(styles['list'], columns === 2 && styles['two'])}>
      {items.map(({ term, value }) => (
        <div key={term} className={styles['item']}>
          <dt className={styles['term']}>{term}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
