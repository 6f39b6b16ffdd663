/* The statuses of the *Migrations dashboard* (domain.md 7.3): those of a plan, and FAILED beside them. */
import type { CopyPlanState } from './copy-plan.ts';

export type MigrationWord = CopyPlanState | 'failed';

/** What a run brought to the destination. */
export type Arrived = {
  /** People who got an account, or whose data was linked to the one they have. */
  readonly people: number;
  readonly projects: number;
};

/**
 * The status of a migration. A fault that comes before anything arrived leaves nothing to clean up:
 * FAILED; once some data arrived it may need cleaning before another try: INCOMPLETE.
 */
export function migrationWord(state: CopyPlanState, arrived: Arrived): MigrationWord {
  if (state !== 'incomplete') return state;
  return arrived.people + arrived.projects === 0 ? 'failed' : 'incomplete';
}

/**
 * Only what has ended can be put away: a saved plan can be deleted instead, and a run is watched
 * until its end.
 */
export function mayBeArchived(state: CopyPlanState): boolean {
  return state !== 'saved' && state !== 'running';
}
