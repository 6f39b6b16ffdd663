/* Gathers the facts of a plan and lets the domain forecast it; running asks for the same forecast. */
import {
  forecastOutcomes,
  type ArrivingRequest,
  type SourcePerson,
} from '../domain/copy-forecast.ts';
import type { CopyOutcome, CopyPlan, OutcomeAction } from '../domain/copy-plan.ts';
import type { Attention } from '../domain/copy-table.ts';
import { MINUTE_MS } from '../domain/clock.ts';
import type { CustomerOrganization } from '../domain/customer-organization.ts';
import { effectiveRole, importedGroupName } from '../domain/group.ts';
import type { HolderId, SiteId } from '../domain/ids.ts';
import type { RequestAttachments } from '../domain/request-access.ts';
import { stableHash } from '../domain/stable-hash.ts';
import type { Holdings } from '../domain/viewer.ts';
import { conflictsOf, type OrganizationConflict } from './copy-organizations.ts';
import { groupsToCopy, holdingsOn, peopleInScope, routeOf, type Route } from './copy-people.ts';
import {
  arrivingRequests,
  attachOther,
  counterpartOf,
  relatedOrganizations,
} from './copy-projects.ts';
import type { AttachedRequest, Tx } from './ports.ts';

/** Everything that a plan would do, before it runs. */
export type CopyForecast = {
  /** Equal for equal outcomes; running with another one is refused. */
  readonly fingerprint: string;
  readonly outcomes: readonly CopyOutcome[];
  readonly counts: Readonly<Partial<Record<OutcomeAction, number>>>;
  readonly attention: Readonly<Record<Attention, number>>;
  readonly importedGroupName: string | null;
  readonly groups: readonly GroupForecast[];
  readonly conflicts: readonly OrganizationConflict[];
  readonly requests: number;
  readonly durationMs: number;
};

/** A source group that comes along: new and to be reviewed, or joined because its name exists. */
type GroupForecast = {
  readonly name: string;
  readonly members: number;
  readonly joinsExisting: boolean;
};

/** Computes a plan's forecast from the present data, changing nothing. */
export function forecastPlan(tx: Tx, plan: CopyPlan): CopyForecast {
  const route = routeOf(tx, plan);
  const people = peopleInScope(tx, plan);
  const destination = new Map<string, Holdings>(
    people.map(({ emailKey }) => [emailKey, holdingsOn(tx, route.destination, emailKey)]),
  );
  const arriving = arrivingRequests(tx, plan);
  const related = relatedOrganizations(tx, plan);
  const present = tx.queries.attachedRequests(plan.destinationSiteId);
  const outcomes = forecastOutcomes({
    planId: plan.id,
    destinationSiteId: plan.destinationSiteId,
    people,
    destination,
    arriving: arriving.map((request) => sharedAfter(tx, plan, related, request)),
    present,
    joining: joiningMembers(tx, plan, related, present),
    attachOthers: (holder) => attachOther(tx, plan, route.destination, holder),
  });
  const counts = countBy(outcomes.map(({ action }) => action));
  const attention = countBy(outcomes.flatMap((outcome) => outcome.attention));
  const groups = groupForecasts(tx, route, people);
  const conflicts = conflictsOf(tx, plan);
  return {
    fingerprint: stableHash(
      JSON.stringify([outcomes, groups, conflicts, arriving.length]),
    ).toString(16),
    outcomes,
    counts,
    attention: {
      'review-group': attention['review-group'] ?? 0,
      'upgrade-portal-only': attention['upgrade-portal-only'] ?? 0,
    },
    importedGroupName: attention['review-group'] ? nextImportedGroupName(tx, route) : null,
    groups,
    conflicts,
    requests: arriving.length,
    durationMs: copyDurationMs(outcomes.length, plan.projectIds.length),
  };
}

/** Simulated length of a run: two minutes, and more the more it carries. No source states a rate. */
function copyDurationMs(people: number, projects: number): number {
  return 2 * MINUTE_MS + people * 500 + projects * 30_000;
}

/** The name that the run's group of mismatched customers will get: the first number that is free. */
export function nextImportedGroupName(tx: Tx, route: Route): string {
  let number = 1;
  const taken = (name: string) =>
    tx.groups.first({ siteId: route.destination.id, name }) !== undefined;
  while (taken(importedGroupName(route.source.name, number))) number += 1;
  return importedGroupName(route.source.name, number);
}

/**
 * An arriving request is shared, afterwards, with the source organization's members and with
 * those of the destination organization that it is merged into; with nobody when its organization
 * is not related to a selected project and so stays behind (S2).
 */
function sharedAfter(
  tx: Tx,
  plan: CopyPlan,
  related: readonly CustomerOrganization[],
  request: AttachedRequest,
): ArrivingRequest {
  const organization = related.find(({ id }) => id === request.customerOrganizationId);
  if (!organization) return { ...request, sharedWithIds: [], sharedWithOnDestination: [] };
  const counterpart = counterpartOf(tx, plan, organization);
  if (!counterpart) return { ...request, sharedWithOnDestination: [] };
  const members = tx.customerOrganizationMembers
    .where({ customerOrganizationId: counterpart.organization.id })
    .map(({ holderId }) => holderId);
  const sharedWithIds = counterpart.copiedBefore ? [] : request.sharedWithIds;
  return { ...request, sharedWithIds, sharedWithOnDestination: members };
}

/** Source members that join an existing organization which requests on the destination are shared with. */
function joiningMembers(
  tx: Tx,
  plan: CopyPlan,
  related: readonly CustomerOrganization[],
  present: readonly AttachedRequest[],
) {
  const joining = new Map<string, readonly HolderId[]>();
  for (const organization of related) {
    const counterpart = counterpartOf(tx, plan, organization);
    if (!counterpart || counterpart.copiedBefore) continue;
    const members = tx.customerOrganizationMembers.where({
      customerOrganizationId: organization.id,
    });
    joining.set(
      counterpart.organization.id,
      members.map(({ holderId }) => holderId),
    );
  }
  return new Map<RequestAttachments, readonly HolderId[]>(
    present.flatMap((request) => {
      const holders = joining.get(request.customerOrganizationId ?? '');
      return holders ? [[request, holders] as const] : [];
    }),
  );
}

function groupForecasts(tx: Tx, route: Route, people: readonly SourcePerson[]): GroupForecast[] {
  const members = new Map<string, number>();
  for (const { account, copiedBefore } of people) {
    if (!account || copiedBefore !== undefined) continue;
    for (const { name } of groupsToCopy(tx, route.source.id, account.accountId)) {
      members.set(name, (members.get(name) ?? 0) + 1);
    }
  }
  return [...members].toSorted().map(([name, count]) => ({
    name,
    members: count,
    joinsExisting: joinsAtOnce(tx, route.destination.id, name),
  }));
}

function joinsAtOnce(tx: Tx, siteId: SiteId, name: string): boolean {
  const existing = tx.groups.first({ siteId, name });
  return existing !== undefined && effectiveRole(existing) !== 'none';
}

function countBy<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
