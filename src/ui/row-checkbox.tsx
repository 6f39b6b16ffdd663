import { useEffect, useRef } from 'react';
import styles from './record-table.module.css';

type RowCheckboxProps = {
  /** Said aloud; the row beside it says the same to the eye. */
  readonly label: string;
  readonly isChecked: boolean;
  /** Some rows of the page, not all. */
  readonly isMixed?: boolean;
  /** Why it cannot be changed. */
  readonly fixedBy?: string | undefined;
  readonly onChange: (isChecked: boolean) => void;
};

/** The checkbox of a row, or of all in the heading. */
export function RowCheckbox({
  label,
  isChecked,
  isMixed = false,
  fixedBy,
  onChange,
}: RowCheckboxProps) {
  const input = useRef<HTMLInputElement>(null);

  // The mixed state has no attribute, only a property.
  useEffect(() => {
    if (input.current) input.current.indeterminate = isMixed;
  }, [isMixed]);

  return (
    <label className={styles['check']} title={fixedBy}>
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        disabled={fixedBy !== undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
