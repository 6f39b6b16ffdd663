/* Gathers what the runbook of a plan needs: the forecast before the run, the facts afterwards. */
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import { effectiveRole } from '../domain/group.ts';
import { isServerId, type PlaceId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Runbook, RunbookFacts } from '../domain/runbook-value.ts';
import { runbookOf } from '../domain/runbook.ts';
import { forecastPlan } from './copy-forecast.ts';
import type { GroupForecast } from './copy-forecast-groups.ts';
import { getCopyPlan } from './copy-plans.ts';
import { routeOf } from './plan-route.ts';
import type { Context, Tx } from './ports.ts';

/** The runbook of a plan by the present data. */
export function getRunbook(tx: Tx, planId: string, context: Context): Result<Runbook, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  if (!plan.ok) return plan;
  return ok(runbookOf({ ...placesOf(tx, plan.value), ...numbersOf(tx, plan.value) }));
}

function placesOf(tx: Tx, plan: CopyPlan) {
  const { source, destination } = routeOf(tx, plan);
  return {
    planName: plan.name,
    flow: plan.flow,
    source: source.name,
    destination: destination.name,
    experience: tx.organizations.get({ id: destination.organizationId })!.experience,
    isOneOrganization:
      'organizationId' in source && source.organizationId === destination.organizationId,
    customers: plan.customers,
    users: plan.users,
    preserveGroupMembership: plan.preserveGroupMembership,
    projects: plan.projectIds.flatMap((id) => tx.serviceProjects.get({ id }) ?? []),
  };
}

type Numbers = Pick<
  RunbookFacts,
  'counts' | 'people' | 'attention' | 'importedGroup' | 'groups' | 'conflicts' | 'isForecast'
>;

function numbersOf(tx: Tx, plan: CopyPlan): Numbers {
  if (plan.state === 'saved') {
    const forecast = forecastPlan(tx, plan);
    const { counts, attention, importedGroupName, groups, conflicts } = forecast;
    const names = conflicts.map((conflict) => conflict.name);
    return {
      counts,
      people: peopleOf(forecast.outcomes),
      attention,
      importedGroup: importedGroupName,
      groups: groups.filter(comesAlong).map(({ name, members, outcome }) => ({
        name,
        members,
        joinsExisting: outcome === 'joined',
      })),
      conflicts: names,
      isForecast: true,
    };
  }
  const imported = plan.importedGroupId ? tx.groups.get({ id: plan.importedGroupId }) : undefined;
  return {
    counts: tx.queries.outcomeCounts(plan.id),
    people: peopleOf(plan.flow === 'copy' ? [] : tx.copyOutcomes.where({ planId: plan.id })),
    attention: {
      'review-group': tx.attentionRows.count({ planId: plan.id, problem: 'review-group' }),
      'upgrade-portal-only': tx.attentionRows.count({
        planId: plan.id,
        problem: 'upgrade-portal-only',
      }),
    },
    importedGroup: imported?.name ?? null,
    groups: broughtGroups(tx, plan),
    conflicts: [],
    isForecast: false,
  };
}

/** Counted as the server's own dashboard counts them (S4). */
function peopleOf(outcomes: readonly CopyOutcome[]): RunbookFacts['people'] {
  const countOf = (holding: CopyOutcome['sourceHolding']) =>
    outcomes.filter(({ sourceHolding }) => sourceHolding === holding).length;
  return {
    users: countOf('licensed'),
    customers: countOf('customer'),
    former: countOf('former'),
  };
}

/** The source's own groups that the run brings or fills. */
function comesAlong({ outcome, isForMismatched }: GroupForecast): boolean {
  return !isForMismatched && (outcome === 'review' || outcome === 'joined');
}

/**
 * Groups that the run made, and groups of the source whose name gives access on the destination:
 * arriving members joined them. Where users and groups were copied separately nobody did.
 */
function broughtGroups(tx: Tx, plan: CopyPlan): RunbookFacts['groups'] {
  const made = tx.groups
    .where({ siteId: plan.destinationSiteId })
    .filter(({ origin }) => origin?.planId === plan.id && origin.reason === 'source-group')
    .map(({ id, name }) => ({
      name,
      members: tx.memberships.count({ groupId: id }),
      joinsExisting: false,
    }));
  if (!plan.preserveGroupMembership) return made;
  const joined = groupsAt(tx, plan.sourcePlaceId).flatMap(({ name, members }) => {
    const same = tx.groups.first({ siteId: plan.destinationSiteId, name });
    if (!same || same.origin !== null || effectiveRole(same) === 'none') return [];
    return [{ name, members, joinsExisting: true }];
  });
  return [...joined, ...made];
}

function groupsAt(tx: Tx, placeId: PlaceId): { readonly name: string; readonly members: number }[] {
  if (isServerId(placeId)) {
    return tx.serverGroups
      .where({ serverId: placeId })
      .map(({ id, name }) => ({ name, members: tx.serverMemberships.count({ groupId: id }) }));
  }
  return tx.groups
    .where({ siteId: placeId })
    .map(({ id, name }) => ({ name, members: tx.memberships.count({ groupId: id }) }));
}
