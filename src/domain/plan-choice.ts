/* Which choices of people the plans of each flow offer (S2; S4, "Customer migration options"). */
import type { CustomerScope, PlanFlow, UserScope } from './copy-plan.ts';
import type { DomainError } from './errors.ts';
import { customerChoices } from './server-choice.ts';

type PlanChoice = {
  readonly flow: PlanFlow;
  readonly customers: CustomerScope;
  readonly users: UserScope;
  /** How many service projects are selected. */
  readonly projects: number;
};

/** Why a plan cannot be saved with these choices; null where it can. */
export function refusedChoice({
  flow,
  customers,
  users,
  projects,
}: PlanChoice): DomainError | null {
  // "All users and groups": in advance there is no part of them, and no project (S4).
  if (flow === 'in-advance' && (users !== 'all' || projects > 0)) {
    return { code: 'server-migration.in-advance-takes-all-users' };
  }
  const offered = flow === 'copy' ? ['all', 'related'] : customerChoices(flow, projects);
  if (!offered.includes(customers)) {
    return { code: 'server-migration.customers-not-offered', customers, projects };
  }
  // Nobody is related to nothing (S2, S4).
  if (customers === 'related' && projects === 0) return { code: 'copy-plan.projects-missing' };
  return null;
}
