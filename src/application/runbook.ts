/* Gathers what the runbook of a plan needs: the forecast before the run, the facts afterwards. */
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import { effectiveRole } from '../domain/group.ts';
import { isServerId, type PlaceId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Runbook, RunbookFacts } from '../domain/runbook-value.ts';
import { runbookOf } from '../domain/runbook.ts';
import { exclusionsOf } from '../domain/server-choice.ts';
import { forecastPlan } from './copy-forecast.ts';
import type { GroupForecast } from './copy-forecast-groups.ts';
import { getCopyPlan } from './copy-plans.ts';
import { routeOf } from './plan-route.ts';
import type { Context, Tx } from './ports.ts';
import { getArrival } from './server-arrivals.ts';
import { fixedPeople } from './server-people.ts';
import { associatedKeys, choiceOf, serverOf } from './server-plan-people.ts';

/** The runbook of a plan by the present data. */
export function getRunbook(tx: Tx, planId: string, context: Context): Result<Runbook, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  if (!plan.ok) return plan;
  return ok(runbookOf({ ...placesOf(tx, plan.value), ...numbersOf(tx, plan.value, context) }));
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

function numbersOf(tx: Tx, plan: CopyPlan, context: Context): Numbers {
  const counted = customersCounted(tx, plan, context);
  if (plan.state === 'saved') {
    const forecast = forecastPlan(tx, plan);
    const { counts, attention, importedGroupName, groups, conflicts } = forecast;
    const names = conflicts.map((conflict) => conflict.name);
    return {
      counts,
      people: { ...peopleOf(forecast.outcomes), counted },
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
    people: {
      ...peopleOf(plan.flow === 'copy' ? [] : tx.copyOutcomes.where({ planId: plan.id })),
      counted,
    },
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

/** S4: how many customers the server's dashboard counts, for matching with the cloud's number. */
function customersCounted(tx: Tx, plan: CopyPlan, context: Context): number {
  if (plan.flow === 'copy') return 0;
  if (plan.state !== 'saved') {
    const arrival = getArrival(tx, plan.id, context);
    return arrival.ok ? arrival.value.totals.onServer : 0;
  }
  const people = fixedPeople(tx, serverOf(plan));
  const exclusions = exclusionsOf(people, choiceOf(plan), associatedKeys(tx, plan, people));
  return people.filter(
    ({ person }) => person.row === 'customer' && (exclusions.get(person.userKey) ?? null) === null,
  ).length;
}

/** Who has an outcome of their own, by what they are on the server. */
function peopleOf(outcomes: readonly CopyOutcome[]): Omit<RunbookFacts['people'], 'counted'> {
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
