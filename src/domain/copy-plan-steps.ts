/* What can happen to a copy plan, and what it is afterwards: one table for every use case. */
import type { CopyPlanState } from './copy-plan.ts';

/** `change` and `delete` are decisions before the run; the others belong to the run itself. */
export type CopyPlanEvent = 'change' | 'delete' | 'run' | 'finish' | 'stop' | 'fail';

/**
 * The states of a copy plan (domain.md 7.3): only a saved plan can be changed or deleted, a stopped
 * one cannot resume, and whatever ended early is completed by another plan.
 */
export const COPY_PLAN_STEPS: Readonly<
  Record<CopyPlanState, Partial<Record<CopyPlanEvent, CopyPlanState | 'gone'>>>
> = {
  saved: { change: 'saved', delete: 'gone', run: 'running' },
  running: { finish: 'finished', stop: 'stopped', fail: 'incomplete' },
  finished: {},
  stopped: {},
  incomplete: {},
};

/** Whether the event may happen to a plan in this state. */
export function mayHappen(state: CopyPlanState, event: CopyPlanEvent): boolean {
  return COPY_PLAN_STEPS[state][event] !== undefined;
}
