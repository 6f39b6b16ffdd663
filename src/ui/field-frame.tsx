/* What every form control has around it: label, hint, error, tied together for screen readers. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './layout.tsx';

export type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
};

type FieldFrameProps = Omit<FieldProps, 'isDisabled'> & {
  readonly controlId: string;
  /** The label is for screen readers only: the control says what it is in a toolbar. */
  readonly isCompact?: boolean | undefined;
  readonly children: ReactNode;
};

/** Ids of hint and error, for `aria-describedby`. */
export function describedBy(
  controlId: string,
  { hint, error }: Pick<FieldProps, 'hint' | 'error'>,
) {
  return classNames(error && `${controlId}-error`, hint ? `${controlId}-hint` : undefined);
}

/** Label above, hint and error below a control. */
export function FieldFrame({
  controlId,
  label,
  hint,
  error,
  isRequired,
  isCompact,
  children,
}: FieldFrameProps) {
  return (
    <div className={classNames(styles['field'], isCompact && styles['compact'])}>
      <label htmlFor={controlId} className={isCompact ? undefined : styles['label']}>
        {isCompact ? <VisuallyHidden>{label}</VisuallyHidden> : label}
        {isRequired && (
          <span className={styles['required']} aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      {children}
      {error && (
        <p id={`${controlId}-error`} className={styles['error']}>
          <Icon name="error" /> {error}
        </p>
      )}
      {hint && (
        <p id={`${controlId}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}
