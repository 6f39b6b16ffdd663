/* Gathers what the runbook of a plan needs: the forecast before the run, the facts afterwards. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import { effectiveRole } from '../domain/group.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Runbook, RunbookFacts } from '../domain/runbook-value.ts';
import { runbookOf } from '../domain/runbook.ts';
import { forecastPlan } from './copy-forecast.ts';
import type { GroupForecast } from './copy-forecast-groups.ts';
import { getCopyPlan } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';

/** The runbook of a plan by the present data. */
export function getRunbook(tx: Tx, planId: string, context: Context): Result<Runbook, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  if (!plan.ok) return plan;
  return ok(runbookOf({ ...placesOf(tx, plan.value), ...numbersOf(tx, plan.value) }));
}

function placesOf(tx: Tx, plan: CopyPlan) {
  const source = tx.sites.get({ id: plan.sourceSiteId })!;
  const destination = tx.sites.get({ id: plan.destinationSiteId })!;
  return {
    planName: plan.name,
    source: source.name,
    destination: destination.name,
    experience: tx.organizations.get({ id: destination.organizationId })!.experience,
    isOneOrganization: source.organizationId === destination.organizationId,
    customers: plan.customers,
    users: plan.users,
    preserveGroupMembership: plan.preserveGroupMembership,
    projects: plan.projectIds.flatMap((id) => tx.serviceProjects.get({ id }) ?? []),
  };
}

type Numbers = Pick<
  RunbookFacts,
  'counts' | 'attention' | 'importedGroup' | 'groups' | 'conflicts' | 'isForecast'
>;

function numbersOf(tx: Tx, plan: CopyPlan): Numbers {
  if (plan.state === 'saved') {
    const { counts, attention, importedGroupName, groups, conflicts } = forecastPlan(tx, plan);
    const names = conflicts.map((conflict) => conflict.name);
    return {
      counts,
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
  const joined = tx.groups.where({ siteId: plan.sourceSiteId }).flatMap(({ id, name }) => {
    const same = tx.groups.first({ siteId: plan.destinationSiteId, name });
    if (!same || same.origin !== null || effectiveRole(same) === 'none') return [];
    return [{ name, members: tx.memberships.count({ groupId: id }), joinsExisting: true }];
  });
  return [...joined, ...made];
}
