import { type ReactNode, useEffect } from 'react';
import { Mark } from './mark.tsx';
import styles from './notice-screen.module.css';

type NoticeScreenProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** A whole screen that says one thing, where the console itself cannot be shown. */
export function NoticeScreen({ title, children, actions }: NoticeScreenProps) {
  useEffect(() => {
    document.title = `${title} | Drydock`;
  }, [title]);
  return (
    <main id="main" tabIndex={-1} className={styles['screen']}>
      <Mark size={48} />
      <h1 className={styles['title']}>{title}</h1>
      <div className={styles['words']}>{children}</div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </main>
  );
}
