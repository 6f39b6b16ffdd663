/* Addresses of plans: of copies under an organization's data management, of migrations on their server. */
import type { CopyPlan } from '#src/contract/wire.ts';
import { pathTo } from './paths.ts';

/** Where plans are made and kept. */
export type PlanPlace = { readonly organizationId: string } | { readonly serverId: string };

type Search = Readonly<Record<string, string>>;

/**
 * Where a plan is kept. A copy is listed with the organizations of both of its sites: `preferred` is
 * taken if it is one of them.
 */
export function placeOfPlan(
  { source, destination }: Pick<CopyPlan, 'source' | 'destination'>,
  preferred?: PlanPlace,
): PlanPlace {
  if (source.organizationId === null) return { serverId: source.id };
  const homes = [source.organizationId, destination.organizationId];
  if (preferred && 'organizationId' in preferred && homes.includes(preferred.organizationId)) {
    return preferred;
  }
  return { organizationId: source.organizationId };
}

/** A plan of this place: its forecast, and *View details* once it runs. */
export function planPath(place: PlanPlace, planId: string, search?: Search): string {
  return 'serverId' in place
    ? pathTo('server-migration', { ...place, planId }, search)
    : pathTo('copy-plan', { ...place, planId }, search);
}

/** The wizard. */
export function planWizardPath(place: PlanPlace, search?: Search): string {
  return 'serverId' in place
    ? pathTo('server-migration-new', place, search)
    : pathTo('copy-plan-new', place, search);
}

/** The list of the place's plans. */
export function planListPath(place: PlanPlace): string {
  return 'serverId' in place ? pathTo('server-migrations', place) : pathTo('copy-plans', place);
}

/** What to carry out for a plan. */
export function planRunbookPath(place: PlanPlace, planId: string): string {
  return 'serverId' in place
    ? pathTo('server-migration-runbook', { ...place, planId })
    : pathTo('copy-plan-runbook', { ...place, planId });
}
