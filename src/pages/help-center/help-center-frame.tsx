import type { ReactNode } from 'react';
import { Avatar } from '#src/ui/avatar.tsx';
import styles from './help-center-frame.module.css';

type HelpCenterFrameProps = {
  readonly siteName: string;
  readonly person: string;
  readonly children: ReactNode;
};

/** A help center in its own calm look: one column under a wide greeting, nothing of the console. */
export function HelpCenterFrame({ siteName, person, children }: HelpCenterFrameProps) {
  return (
    <section className={styles['frame']} aria-label={`Help center of ${siteName}`}>
      <div className={styles['bar']}>
        <span className={styles['site']}>{siteName}</span>
        <Avatar name={person} size="small" />
      </div>
      <div className={styles['hero']}>
        <h2>Welcome to the help center</h2>
      </div>
      <div className={styles['column']}>{children}</div>
    </section>
  );
}
