/* Gathers what the forecast of a plan depends on, from the present data. */
import {
  ruleFor,
  type ArrivingRequest,
  type CopyFacts,
  type SourcePerson,
} from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { CustomerOrganization } from '../domain/customer-organization.ts';
import type { HolderId } from '../domain/ids.ts';
import type { RequestAttachments } from '../domain/request-access.ts';
import type { Holdings } from '../domain/viewer.ts';
import { holdingsOn } from './holders.ts';
import { peopleInScope, sourceViewers, underOneHolder } from './plan-people.ts';
import { groupsToJoin, routeOf, type Route } from './plan-route.ts';
import {
  arrivingRequests,
  attachOther,
  counterpartOf,
  relatedOrganizations,
} from './copy-projects.ts';
import type { AttachedRequest, Tx } from './ports.ts';

/** The facts, with the requests that they stand for in the same order. */
export type GatheredFacts = {
  readonly route: Route;
  readonly facts: CopyFacts;
  readonly present: readonly AttachedRequest[];
  readonly arriving: readonly AttachedRequest[];
};

/** Everything that a plan's forecast is computed from. */
export function gatherFacts(tx: Tx, plan: CopyPlan): GatheredFacts {
  const route = routeOf(tx, plan);
  const people = peopleInScope(tx, plan);
  const destination = new Map<string, Holdings>(
    people.map(({ emailKey }) => [emailKey, holdingsOn(tx, route.destination, emailKey)]),
  );
  const arriving = underOneHolder(people, arrivingRequests(tx, plan));
  const related = relatedOrganizations(tx, plan);
  const present = tx.queries.attachedRequests(plan.destinationSiteId);
  const sharing = sharingOf(tx, plan, related);
  const isNew = newcomersAmong(people);
  const facts: CopyFacts = {
    planId: plan.id,
    sourcePlaceId: plan.sourcePlaceId,
    destinationSiteId: plan.destinationSiteId,
    people,
    source: sourceViewers(tx, route, people),
    destination,
    awaiting: new Set(
      people
        .filter((person) => isAwaiting(tx, route, person, destination.get(person.emailKey)))
        .map(({ emailKey }) => emailKey),
    ),
    arriving: arriving.map((request) => sharedAfter(sharing, request, isNew)),
    present,
    joining: joiningMembers(tx, plan, related, present, isNew),
    attachOthers: (holder) => attachOther(tx, plan, route.destination, holder),
  };
  return { route, facts, present, arriving };
}

/** Whether a group that the person is in on the destination, or will be, waits with a role for review. */
function isAwaiting(
  tx: Tx,
  route: Route,
  person: SourcePerson,
  holdings: Holdings | undefined,
): boolean {
  const siteId = route.destination.id;
  const isNew = person.copiedBefore === undefined;
  if (isNew && ruleFor(person, holdings).attention.includes('review-group')) return true;
  const there = holdings?.account ? tx.queries.groupsOf(siteId, holdings.account.accountId) : [];
  if (there.some(({ review, role }) => review === 'pending' && role !== 'none')) return true;
  if (!isNew || !person.account) return false;
  return groupsToJoin(route, person).some((group) => {
    const existing = tx.groups.first({ siteId, name: group.name });
    if (!existing) return group.role !== 'none';
    return existing.review === 'pending' && existing.role !== 'none';
  });
}

/** Tells the source holders of people whom this run would bring: they alone join an earlier run's copy. */
export function newcomersAmong(people: readonly SourcePerson[]): (holder: HolderId) => boolean {
  const holders = new Set(
    people
      .filter(({ copiedBefore }) => copiedBefore === undefined)
      .flatMap(({ holderIds }) => holderIds),
  );
  return (holder) => holders.has(holder);
}

type Sharing = ReadonlyMap<
  string,
  { readonly copiedBefore: boolean; readonly members: readonly HolderId[] }
>;

/** What becomes of the plan's customer organizations, by their source id, with who is in the destination's. */
function sharingOf(tx: Tx, plan: CopyPlan, related: readonly CustomerOrganization[]): Sharing {
  return new Map(
    related.map((organization) => {
      const counterpart = counterpartOf(tx, plan, organization);
      const members = counterpart ? membersOf(tx, counterpart.organization) : [];
      return [organization.id, { copiedBefore: counterpart?.copiedBefore ?? false, members }];
    }),
  );
}

/**
 * An arriving request is shared, afterwards, with the source organization's members and with
 * those of the destination organization that it is merged into; with nobody when its organization
 * is not related to a selected project and so stays behind (S2). The copy of an earlier run gets
 * those of the source's members whom this run brings.
 */
function sharedAfter(
  sharing: Sharing,
  request: AttachedRequest,
  isNew: (holder: HolderId) => boolean,
): ArrivingRequest {
  const sharedWithOnSource = request.sharedWithIds;
  const shared = sharing.get(request.customerOrganizationId ?? '');
  if (!shared) {
    const organization = request.customerOrganizationId === null ? 'none' : 'left-behind';
    return {
      ...request,
      sharedWithIds: [],
      sharedWithOnSource,
      sharedWithOnDestination: [],
      organization,
    };
  }
  return {
    ...request,
    sharedWithIds: shared.copiedBefore
      ? request.sharedWithIds.filter(isNew)
      : request.sharedWithIds,
    sharedWithOnSource,
    sharedWithOnDestination: shared.members,
    organization: shared.copiedBefore ? 'copied-before' : 'comes-along',
  };
}

/** Source members that join an existing organization which requests on the destination are shared with. */
function joiningMembers(
  tx: Tx,
  plan: CopyPlan,
  related: readonly CustomerOrganization[],
  present: readonly AttachedRequest[],
  isNew: (holder: HolderId) => boolean,
) {
  const joining = new Map<string, readonly HolderId[]>();
  for (const organization of related) {
    const counterpart = counterpartOf(tx, plan, organization);
    if (!counterpart) continue;
    const members = membersOf(tx, organization);
    joining.set(
      counterpart.organization.id,
      counterpart.copiedBefore ? members.filter(isNew) : members,
    );
  }
  return new Map<RequestAttachments, readonly HolderId[]>(
    present.flatMap((request) => {
      const holders = joining.get(request.customerOrganizationId ?? '');
      return holders ? [[request, holders] as const] : [];
    }),
  );
}

/** Everybody in a customer organization. */
export function membersOf(tx: Tx, { id }: Pick<CustomerOrganization, 'id'>): HolderId[] {
  return tx.customerOrganizationMembers
    .where({ customerOrganizationId: id })
    .map(({ holderId }) => holderId);
}
