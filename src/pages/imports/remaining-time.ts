/* How long work will still take, in words that do not jump. */
import { countOf } from '#src/ui/count.ts';

/** In the first second there is nothing to tell the pace by. */
const FIRST_MS = 1_000;
const MINUTE = 60_000;

type Progress = {
  readonly done: number;
  readonly total: number;
  /** Milliseconds since the present phase began. */
  readonly elapsed: number;
};

/** By the pace of the present phase; null while there is nothing to tell it by. */
export function remainingTime({ done, total, elapsed }: Progress): string | null {
  if (elapsed < FIRST_MS || done <= 0 || total <= 0) return null;
  const left = (Math.max(0, total - done) / done) * elapsed;
  if (left >= 2 * MINUTE) return `about ${Math.round(left / MINUTE)} minutes left`;
  return `about ${countOf(coarse(left / 1_000), { one: 'second', other: 'seconds' })} left`;
}

/** Seconds: each of the last ten, then steps that a slightly other pace does not change. */
function coarse(seconds: number): number {
  if (seconds <= 10) return Math.max(1, Math.round(seconds));
  const step = seconds <= 30 ? 2 : 5;
  return Math.round(seconds / step) * step;
}
