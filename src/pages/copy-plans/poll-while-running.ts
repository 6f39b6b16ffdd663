import type { CopyPlan } from '#src/contract/wire.ts';

/** Wall milliseconds between two looks at lists that a run fills. */
const POLL_MS = 1000;

/** Interval for a list about a run: it grows while the run goes on, and is still afterwards. */
export function whileRunning({ state }: Pick<CopyPlan, 'state'>): number | false {
  return state === 'running' ? POLL_MS : false;
}
