import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Icon, type IconName } from '#src/ui/icon.tsx';
import styles from './link-card.module.css';

type LinkCardProps = {
  readonly title: string;
  readonly icon: IconName;
  readonly to: string;
  readonly children: ReactNode;
};

/** Cards beside one another, as many as fit. */
export function LinkCards({ children }: { readonly children: ReactNode }) {
  return <ul className={styles['cards']}>{children}</ul>;
}

/** A way on, with a sentence on what is there. The whole card can be pressed. */
export function LinkCard({ title, icon, to, children }: LinkCardProps) {
  return (
    <li className={styles['card']}>
      <span className={styles['icon']}>
        <Icon name={icon} size={20} />
      </span>
      <div className={styles['words']}>
        <Link className={styles['link']} to={to}>
          {title}
        </Link>
        <div className={styles['text']}>{children}</div>
      </div>
    </li>
  );
}
