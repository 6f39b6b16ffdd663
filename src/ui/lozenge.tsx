import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './lozenge.module.css';

export type LozengeTone = 'default' | 'success' | 'removed' | 'inprogress' | 'new' | 'moved';

type LozengeProps = {
  readonly tone?: LozengeTone;
  /** Filled, where the state needs somebody to act. */
  readonly isBold?: boolean;
  readonly children: ReactNode;
};

/** A state in one or two words. */
export function Lozenge({ tone = 'default', isBold = false, children }: LozengeProps) {
  return (
    <span className={classNames(styles['lozenge'], styles[tone], isBold && styles['bold'])}>
      {children}
    </span>
  );
}
