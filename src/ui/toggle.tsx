import { useId } from 'react';
import styles from './toggle.module.css';

type ToggleProps = {
  readonly label: string;
  readonly isOn: boolean;
  /** Asks for the other position; the record decides when it moves. */
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
  /** Why it is disabled; it then stays reachable and shows the reason. */
  readonly reason?: string | undefined;
};

/** On or off, in force at once: not part of a form. */
export function Toggle({ label, isOn, onChange, isDisabled = false, reason }: ToggleProps) {
  const id = useId();
  const explains = isDisabled && reason !== undefined;
  return (
    <div>
      <button
        type="button"
        role="switch"
        className={styles['toggle']}
        aria-checked={isOn}
        aria-disabled={isDisabled || undefined}
        aria-describedby={explains ? id : undefined}
        onClick={isDisabled ? undefined : () => onChange(!isOn)}
      >
        <span className={styles['track']} aria-hidden>
          <span className={styles['thumb']} />
        </span>
        {label}
      </button>
      {explains && (
        <p id={id} className={styles['reason']}>
          {reason}
        </p>
      )}
    </div>
  );
}
