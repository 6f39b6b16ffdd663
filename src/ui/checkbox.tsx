import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './choice.module.css';
import { Icon } from './icon.tsx';

type CheckboxProps = {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** Some but not all of what it stands for. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly description?: ReactNode;
};

/** Yes or no. */
export function Checkbox({
  label,
  isChecked,
  onChange,
  isIndeterminate = false,
  isDisabled = false,
  description,
}: CheckboxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  // The mixed state has no attribute, only a property.
  useEffect(() => {
    if (input.current) input.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);

  return (
    <label className={styles['choice']}>
      <input
        ref={input}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={description ? id : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span id={`${id}-label`}>{label}</span>
      {description && (
        <span id={id} className={styles['description']}>
          {description}
        </span>
      )}
    </label>
  );
}

type CheckboxGroupProps = {
  readonly label: string;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

/** Checkboxes that answer one question. */
export function CheckboxGroup({ label, error, children }: CheckboxGroupProps) {
  const id = useId();
  return (
    <fieldset className={styles['group']} aria-describedby={error ? id : undefined}>
      <legend className={styles['legend']}>{label}</legend>
      {children}
      {error && (
        <p id={id} className={styles['error']}>
          <Icon name="error" /> {error}
        </p>
      )}
    </fieldset>
  );
}
