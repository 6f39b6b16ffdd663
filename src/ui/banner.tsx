import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { Icon } from './icon.tsx';

type BannerProps = {
  readonly tone?: 'announcement' | 'warning' | 'error';
  /** Names the region for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
};

const ICONS = { announcement: 'info', warning: 'warning', error: 'error' } as const;

/** A line that concerns the whole screen. */
export function Banner({ tone = 'announcement', label, children }: BannerProps) {
  return (
    <section aria-label={label} className={styles[tone]}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </section>
  );
}
