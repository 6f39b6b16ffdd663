/* Gathers what the checks before a run look at, from the present data. */
import {
  countSeats,
  type BlockedMember,
  type CheckFacts,
  type CopyEnd,
  type GroupJoin,
  type NeededSeat,
} from '../domain/copy-checks.ts';
import type { SourceGroup, SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { confersAdmin, effectiveRole, type Group } from '../domain/group.ts';
import { licencesAdded, licencesOf, type Licences } from '../domain/licences.ts';
import type { Site } from '../domain/organization.ts';
import { may } from '../domain/permission.ts';
import { highestRole } from '../domain/product-role.ts';
import { removalOf, sameNamedOrganizations } from './copy-organizations.ts';
import { holdingsOn } from './holders.ts';
import { peopleInScope } from './plan-people.ts';
import { groupsToJoin, isBetweenSites, routeOf, type Route } from './plan-route.ts';
import type { Context, Tx } from './ports.ts';

/** Everything that the checks of a plan need. */
export function checkFacts(
  tx: Tx,
  plan: CopyPlan,
  forecast: CheckFacts['forecast'],
  context: Context,
): CheckFacts {
  const route = routeOf(tx, plan);
  const people = newAccountsAmong(peopleInScope(tx, plan));
  return {
    ends: [
      ...(isBetweenSites(route) ? [end(tx, route.source, 'source', context)] : []),
      end(tx, route.destination, 'destination', context),
    ],
    // A server has no customer organizations.
    organizations: isBetweenSites(route)
      ? sameNamedOrganizations(tx, plan).map((pair) => ({
          ...pair,
          removal: removalOf(tx, route.source, pair.customerOrganizationId),
        }))
      : [],
    joins: people.flatMap((person) => joinsOf(tx, route, person)),
    blockedMembers: people.flatMap(blockedGroupsOf),
    licences: licencesAt(tx, route),
    seats: seatsNeeded(tx, route, people),
    forecast,
  };
}

type Newcomer = SourcePerson & { readonly account: NonNullable<SourcePerson['account']> };

/** People with an Atlassian account whom no earlier run has copied. */
function newAccountsAmong(people: readonly SourcePerson[]): Newcomer[] {
  return people.flatMap(({ account, ...person }) =>
    account && person.copiedBefore === undefined ? [{ ...person, account }] : [],
  );
}

/** The destination's licences, and how many the run takes at once and approvals of its groups later. */
export function licenceEffect(
  tx: Tx,
  route: Route,
  people: readonly SourcePerson[],
): Licences & { readonly atOnce: number; readonly afterApproval: number } {
  const seats = seatsNeeded(tx, route, newAccountsAmong(people));
  return { ...licencesAt(tx, route), ...countSeats(seats) };
}

function licencesAt(tx: Tx, { destination }: Route): Licences {
  return licencesOf(destination, tx.queries.licencesUsed(destination.id));
}

function end(tx: Tx, site: Site, which: CopyEnd['end'], { actor }: Context): CopyEnd {
  const { name, experience } = tx.organizations.get({ id: site.organizationId })!;
  const isAllowed = may(actor, 'copy-plans.manage', experience);
  return { end: which, site: site.name, organization: name, isAllowed };
}

/** Groups of the destination with a source group's name that give access, whom the account is not in yet. */
function joinsOf(tx: Tx, route: Route, person: Newcomer): GroupJoin[] {
  const { accountId } = person.account;
  const roleNow = holdingsOn(tx, route.destination, person.emailKey).account?.role ?? 'none';
  return groupsToJoin(route, person).flatMap(({ name: group }) => {
    const existing = namesake(tx, route, group);
    if (!existing || tx.memberships.get({ groupId: existing.id, accountId })) return [];
    const gives = effectiveRole(existing);
    const givesAdmin = confersAdmin(existing);
    if (gives === 'none' && !givesAdmin) return [];
    return [{ group, email: person.email, name: person.name, gives, givesAdmin, roleNow }];
  });
}

/** The block list of domain.md 5.1: these groups stay behind, whatever else comes along. */
function blockedGroupsOf({ groups, email, name }: Newcomer): BlockedMember[] {
  return groups
    .filter(({ leftBehind }) => leftBehind === 'block-listed')
    .map((group) => ({ group: group.name, email, name }));
}

function seatsNeeded(tx: Tx, route: Route, people: readonly Newcomer[]): NeededSeat[] {
  return people.flatMap((person) => {
    const groups = groupsToJoin(route, person).map((group) => ({
      name: group.name,
      ...arrivalOf(group, namesake(tx, route, group.name)),
    }));
    const now = holdingsOn(tx, route.destination, person.emailKey).account;
    const before = { isActive: now?.accessActive ?? false, role: now?.role ?? ('none' as const) };
    const isActive = now?.accessActive ?? person.account.accessActive;
    const withRoles = (roles: readonly (typeof before.role)[]) => ({
      isActive,
      role: highestRole([before.role, ...roles]),
    });
    const atOnce = groups.map((group) => group.atOnce);
    const later = groups.map((group) => group.later);
    const seat = (when: NeededSeat['when'], key: 'atOnce' | 'later'): NeededSeat => ({
      email: person.email,
      name: person.name,
      groups: groups.filter((group) => group[key] === 'agent').map((group) => group.name),
      when,
    });
    if (licencesAdded(before, withRoles(atOnce)) > 0) return [seat('at-once', 'atOnce')];
    if (licencesAdded(before, withRoles(later)) > 0) return [seat('after-approval', 'later')];
    return [];
  });
}

/** The role that a group brings at once, because it is joined, and the one that it waits for. */
function arrivalOf(group: SourceGroup, existing: Group | undefined) {
  const atOnce = existing ? effectiveRole(existing) : ('none' as const);
  return { atOnce, later: existing ? existing.role : group.role };
}

function namesake(tx: Tx, { destination }: Route, name: string): Group | undefined {
  return tx.groups.first({ siteId: destination.id, name });
}
