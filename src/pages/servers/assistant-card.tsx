import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from '#src/ui/icon.tsx';
import styles from './servers.module.css';

type AssistantCardProps = {
  readonly title: string;
  readonly icon: IconName;
  readonly description: string;
  /** How it stands at present. */
  readonly state: ReactNode;
  readonly action: ReactNode;
};

/** One part of the migration: what it does, how it stands, and the way to it. */
export function AssistantCard({ title, icon, description, state, action }: AssistantCardProps) {
  const id = useId();
  return (
    <li className={styles['card']} aria-labelledby={id}>
      <span className={styles['icon']}>
        <Icon name={icon} size={24} />
      </span>
      <h2 id={id} className={styles['title']}>
        {title}
      </h2>
      <p className={styles['description']}>{description}</p>
      <div className={styles['state']}>{state}</div>
      <div>{action}</div>
    </li>
  );
}
