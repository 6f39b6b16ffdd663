/* A run as its parts: what an administrator watches, and what is missing when it ended early. */
import type { CopyPlanState } from './copy-plan.ts';

/**
 * The parts of a run in their order: every customer with the groups that come along, every selected
 * service project with its customer organizations and requests, and the report about them.
 */
type CopyPhaseId = 'customers' | 'projects' | 'report';

/** `cut-off`: the run ended before the phase did; `waiting` and `under-way` occur only while it runs. */
type CopyPhaseState = 'waiting' | 'under-way' | 'done' | 'cut-off';

export type CopyPhase = {
  readonly id: CopyPhaseId;
  readonly done: number;
  readonly total: number;
  readonly state: CopyPhaseState;
};

type RunExtent = { readonly customers: number; readonly projects: number };

/**
 * The phases of a run with so many items done; a phase with nothing to do is left out. The report
 * is written when the run ends, also when it ends early.
 */
export function copyPhases(
  state: Exclude<CopyPlanState, 'saved'>,
  done: number,
  { customers, projects }: RunExtent,
): readonly CopyPhase[] {
  const customersDone = Math.min(done, customers);
  const projectsDone = Math.min(Math.max(0, done - customers), projects);
  const isRunning = state === 'running';
  const allCopied = customersDone === customers && projectsDone === projects;
  const phase = (id: CopyPhaseId, count: number, total: number, before: boolean): CopyPhase => ({
    id,
    done: count,
    total,
    state: phaseState(count === total, isRunning, before),
  });
  return [
    phase('customers', customersDone, customers, true),
    phase('projects', projectsDone, projects, customersDone === customers),
    phase('report', isRunning ? 0 : 1, 1, allCopied),
  ].filter(({ total }) => total > 0);
}

function phaseState(isDone: boolean, isRunning: boolean, mayBegin: boolean): CopyPhaseState {
  if (isDone) return 'done';
  if (!isRunning) return 'cut-off';
  return mayBegin ? 'under-way' : 'waiting';
}
