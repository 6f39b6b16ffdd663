import { type ComponentProps, useId } from 'react';
import { describedBy, FieldFrame, type FieldProps } from './field-frame.tsx';
import styles from './field.module.css';

type TextAreaProps = FieldProps &
  Pick<ComponentProps<'textarea'>, 'ref' | 'maxLength' | 'placeholder' | 'rows'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  isRequired,
  isDisabled,
  value,
  onChange,
  rows = 4,
  ...native
}: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame controlId={id} label={label} hint={hint} error={error} isRequired={isRequired}>
      <textarea
        {...native}
        id={id}
        rows={rows}
        spellCheck={false}
        className={`${styles['control']} ${styles['lines']}`}
        value={value}
        disabled={isDisabled}
        required={isRequired}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
