import styles from './spinner.module.css';

type SpinnerProps = {
  /** Said to screen readers; leave out where text beside it says what is going on. */
  readonly label?: string | undefined;
  readonly size?: 16 | 24 | 48;
};

/** A turning ring for work of unknown length. Where the share is known use `ProgressBar`. */
export function Spinner({ label, size = 16 }: SpinnerProps) {
  return (
    <svg
      className={styles['spinner']}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <circle cx="8" cy="8" r="7" />
    </svg>
  );
}
