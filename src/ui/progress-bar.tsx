import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { share } from './count.ts';
import styles from './progress-bar.module.css';

type ProgressBarProps = {
  readonly label: string;
  /** 0 to 1; null while the share is not known. */
  readonly value: number | null;
  /** Stands under the bar: how many, how long. */
  readonly detail?: ReactNode;
  readonly tone?: 'default' | 'success' | 'error';
  readonly isLabelHidden?: boolean;
};

/** How far long work has come. */
export function ProgressBar({
  label,
  value,
  detail,
  tone = 'default',
  isLabelHidden = false,
}: ProgressBarProps) {
  const id = useId();
  return (
    <div className={styles['progress']}>
      {!isLabelHidden && (
        <div className={styles['head']}>
          <span id={id}>{label}</span>
          {value !== null && <span>{share(value)}</span>}
        </div>
      )}
      <progress
        className={classNames(styles['bar'], styles[tone], value === null && styles['unknown'])}
        aria-label={isLabelHidden ? label : undefined}
        aria-labelledby={isLabelHidden ? undefined : id}
        max={1}
        value={value ?? undefined}
      />
      {detail && <div className={styles['detail']}>{detail}</div>}
    </div>
  );
}
