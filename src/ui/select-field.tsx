import { useId } from 'react';
import { describedBy, FieldFrame, type FieldProps } from './field-frame.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
};

type SelectFieldProps<Value extends string> = FieldProps & {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  /** For toolbars: lower, and the label is for screen readers only. */
  readonly isCompact?: boolean;
};

/** One of a few choices: the browser's own list, so that it works everywhere at once. */
export function SelectField<Value extends string>({
  label,
  hint,
  error,
  isRequired,
  isDisabled,
  value,
  onChange,
  options,
  isCompact = false,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <FieldFrame
      controlId={id}
      label={label}
      hint={hint}
      error={error}
      isRequired={isRequired}
      isCompact={isCompact}
    >
      <span className={styles['selectBox']}>
        <select
          id={id}
          className={styles['control']}
          value={value}
          disabled={isDisabled}
          required={isRequired}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </FieldFrame>
  );
}
