import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icon.tsx';

type EmptyStateImage = 'list' | 'search' | 'people' | 'files' | 'copy' | 'locked';

type EmptyStateProps = {
  readonly title: string;
  readonly description?: ReactNode;
  readonly action?: ReactNode;
  readonly image?: EmptyStateImage;
  readonly headingLevel?: 2 | 3;
};

const ICONS: Readonly<Record<EmptyStateImage, IconName>> = {
  list: 'menu',
  search: 'search',
  people: 'people',
  files: 'file',
  copy: 'copy',
  locked: 'lock',
};

/** Where there is nothing to show: why, and what can be done about it. */
export function EmptyState({
  title,
  description,
  action,
  image = 'list',
  headingLevel = 2,
}: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={styles['state']}>
      <span className={styles['image']} aria-hidden>
        <Icon name={ICONS[image]} size={24} />
      </span>
      <Heading className={styles['title']}>{title}</Heading>
      {description && <div className={styles['description']}>{description}</div>}
      {action}
    </div>
  );
}
