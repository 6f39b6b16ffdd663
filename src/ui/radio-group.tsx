import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';
import { Icon } from './icon.tsx';

type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
};

type RadioGroupProps<Value extends string> = {
  readonly label: string;
  /** null: nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly RadioOption<Value>[];
  readonly error?: string | undefined;
};

/** One of a few choices, all in sight, each with room for what it means. */
export function RadioGroup<Value extends string>({
  label,
  value,
  onChange,
  options,
  error,
}: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <fieldset className={styles['group']} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles['legend']}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['choice']}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            disabled={option.isDisabled}
            aria-labelledby={`${id}-${option.value}-label`}
            aria-describedby={option.description ? `${id}-${option.value}` : undefined}
            onChange={() => onChange(option.value)}
          />
          <span id={`${id}-${option.value}-label`}>{option.label}</span>
          {option.description && (
            <span id={`${id}-${option.value}`} className={styles['description']}>
              {option.description}
            </span>
          )}
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className={styles['error']}>
          <Icon name="error" /> {error}
        </p>
      )}
    </fieldset>
  );
}
