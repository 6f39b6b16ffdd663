import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './section-message.module.css';

type MessageTone = 'info' | 'success' | 'warning' | 'error' | 'simulator';

const ICONS: Readonly<Record<MessageTone, { readonly name: IconName; readonly label: string }>> = {
  info: { name: 'info', label: 'Information' },
  success: { name: 'success', label: 'Success' },
  warning: { name: 'warning', label: 'Warning' },
  error: { name: 'error', label: 'Error' },
  simulator: { name: 'flask', label: 'Simulator' },
};

type SectionMessageProps = {
  readonly tone?: MessageTone;
  readonly title?: string | undefined;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** Something to know about the part of the page it stands in. */
export function SectionMessage({ tone = 'info', title, actions, children }: SectionMessageProps) {
  const icon = ICONS[tone];
  return (
    <div className={classNames(styles['message'], styles[tone])}>
      <span className={styles['icon']}>
        <Icon name={icon.name} label={icon.label} />
      </span>
      <div className={styles['body']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  );
}
