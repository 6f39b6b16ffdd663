import { classNames } from './class-names.ts';
import styles from './step-tracker.module.css';

type StepTrackerProps = {
  readonly label: string;
  readonly steps: readonly string[];
  /** From 0. */
  readonly current: number;
};

/** Where one stands in a wizard. */
export function StepTracker({ label, steps, current }: StepTrackerProps) {
  return (
    <ol className={styles['steps']} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classNames(
            styles['step'],
            index < current && styles['done'],
            index === current && styles['current'],
          )}
          aria-current={index === current ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
