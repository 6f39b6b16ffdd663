import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import styles from './person.module.css';

type PersonProps = {
  readonly name: string;
  readonly email: string;
  readonly hasAvatar?: boolean;
  /** Stands behind the name, for example a lozenge. */
  readonly suffix?: ReactNode;
  /** What the name becomes where it opens the record. */
  readonly children?: ReactNode;
};

/** Name over e-mail. The address is always whole: a choice may hang on its last letter. */
export function Person({ name, email, hasAvatar = true, suffix, children }: PersonProps) {
  return (
    <span className={styles['person']}>
      {hasAvatar && <Avatar name={name || email} />}
      <span className={styles['words']}>
        <span className={styles['name']}>
          {children ?? (name || email)}
          {suffix}
        </span>
        <span className={styles['email']}>{email}</span>
      </span>
    </span>
  );
}
