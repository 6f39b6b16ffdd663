import type { CSSProperties } from 'react';
import styles from './skeleton.module.css';

type SkeletonProps = {
  /** CSS lengths. */
  readonly width?: string;
  readonly height?: string;
};

/** A grey shape where content is on its way. The place that holds it says so with `aria-busy`. */
export function Skeleton({ width = '100%', height = '1rem' }: SkeletonProps) {
  const size: CSSProperties = { width, height };
  return <span className={styles['shape']} style={size} aria-hidden />;
}

/** Several lines of text on their way, of different lengths. */
export function SkeletonLines({ count }: { readonly count: number }) {
  const widths = ['92%', '78%', '85%', '60%'];
  return (
    <span className={styles['lines']} aria-hidden>
      {Array.from({ length: count }, (_, line) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no identity and no state
        <Skeleton key={line} width={widths[line % widths.length] ?? '100%'} />
      ))}
    </span>
  );
}
