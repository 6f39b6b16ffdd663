/*
 * How long a run takes, and what it saves to bring people in advance (S4, "Reducing downtime by
 * pre-migrating customers"): whoever came with an earlier run is not migrated again.
 */
import { MINUTE_MS } from '../domain/clock.ts';
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import type { Tx } from './ports.ts';
import { plannedPeople } from './server-plan-people.ts';

/** The length of one run, by who came in advance. */
export type MigrationDay = {
  /** Had nobody come in advance. */
  readonly withoutMs: number;
  /** Had everybody come who can. */
  readonly withMs: number;
  /** People of the plan who have come with an earlier run. */
  readonly already: number;
  /** Users and customers of the plan who have not, and would in advance. */
  readonly users: number;
  readonly customers: number;
};

type Carried = Pick<CopyOutcome, 'action' | 'sourceHolding' | 'sourceServerUserId'>;

/** Simulated length of a run. Whom an earlier run brought costs nothing: they are left out. */
export function copyDurationMs(plan: CopyPlan, outcomes: readonly Carried[]): number {
  return lengthMs(plan, outcomes.filter(isCarried).length);
}

/** Two minutes, and more the more a run carries. No source states a rate. */
function lengthMs({ projectIds }: CopyPlan, people: number): number {
  return 2 * MINUTE_MS + people * 500 + projectIds.length * 30_000;
}

/** Null for every plan but *Migrate your data*: only its people can come in advance of it. */
export function migrationDayOf(
  tx: Tx,
  plan: CopyPlan,
  outcomes: readonly Carried[],
): MigrationDay | null {
  if (plan.flow !== 'with-data') return null;
  const inAdvance = new Set<string>(
    plannedPeople(tx, {
      ...plan,
      flow: 'in-advance',
      customers: 'all',
      users: 'all',
      projectIds: [],
    }).flatMap(({ userIds }) => userIds),
  );
  const carried = outcomes.filter(isCarried);
  const able = carried.filter(({ sourceServerUserId: id }) => id !== null && inAdvance.has(id));
  const already = outcomes.length - carried.length;
  if (able.length + already === 0) return null;
  const users = able.filter(({ sourceHolding }) => sourceHolding === 'licensed').length;
  return {
    withoutMs: lengthMs(plan, outcomes.length),
    withMs: lengthMs(plan, carried.length - able.length),
    already,
    users,
    customers: able.length - users,
  };
}

function isCarried({ action }: Carried): boolean {
  return action !== 'left-out';
}
