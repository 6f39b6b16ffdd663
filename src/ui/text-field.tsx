import { type ComponentProps, useId } from 'react';
import { describedBy, FieldFrame, type FieldProps } from './field-frame.tsx';
import styles from './field.module.css';

type TextFieldProps = FieldProps &
  Pick<ComponentProps<'input'>, 'ref' | 'autoComplete' | 'maxLength' | 'placeholder' | 'onBlur'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** `password` hides what is typed. */
    readonly type?: 'text' | 'password';
  };

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  isRequired,
  isDisabled,
  value,
  onChange,
  type = 'text',
  ...native
}: TextFieldProps) {
  const id = useId();
  return (
    <FieldFrame controlId={id} label={label} hint={hint} error={error} isRequired={isRequired}>
      <input
        autoComplete="off"
        {...native}
        id={id}
        type={type}
        className={styles['control']}
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
