/* The people of a source site, and what the destination holds under their addresses. */
import {
  isAccessActive,
  type AtlassianAccount,
  type DirectoryUser,
  type SiteAccess,
} from '../domain/account.ts';
import { classifySource, type SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { BLOCKLISTED_GROUPS, effectiveRole, type Group } from '../domain/group.ts';
import type { AccountId, HolderId, SiteId } from '../domain/ids.ts';
import { isPortalCustomerId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import { countsAsPortalOnly, type PortalCustomer } from '../domain/portal-customer.ts';
import { highestRole, type ProductRole } from '../domain/product-role.ts';
import type { Holdings } from '../domain/viewer.ts';
import type { Tx } from './ports.ts';

/** Both ends of a plan. */
export type Route = { readonly source: Site; readonly destination: Site };

/** The sites of a plan; a plan cannot outlive them. */
export function routeOf(tx: Tx, plan: CopyPlan): Route {
  const source = tx.sites.get({ id: plan.sourceSiteId });
  const destination = tx.sites.get({ id: plan.destinationSiteId });
  if (!source || !destination) throw new Error(`Plan ${plan.id} names a site that is gone`);
  return { source, destination };
}

/** Everyone on the source who is in the plan's scope (S2), ordered by e-mail key. */
export function peopleInScope(tx: Tx, plan: CopyPlan): SourcePerson[] {
  const route = routeOf(tx, plan);
  const related = plan.customers === 'related' ? relatedHolders(tx, plan) : null;
  const keys = new Set<string>();
  for (const customer of tx.portalCustomers.where({ siteId: plan.sourceSiteId })) {
    if (customer.state === 'migrated') continue;
    if (!related || related.has(customer.id)) keys.add(customer.emailKey);
  }
  for (const { account } of tx.queries.accountsOn(plan.sourceSiteId)) {
    if (!related || related.has(account.id)) keys.add(account.emailKey);
  }
  return [...keys].toSorted(byCodeUnit).flatMap((key) => sourcePerson(tx, route, key) ?? []);
}

/** Reporters, participants and organization members of the selected projects (S2, "Only customers related…"). */
function relatedHolders(tx: Tx, plan: CopyPlan): ReadonlySet<HolderId> {
  const holders = new Set<HolderId>();
  const projects = new Set<string>(plan.projectIds);
  for (const request of tx.queries.attachedRequests(plan.sourceSiteId)) {
    if (!projects.has(request.projectId)) continue;
    holders.add(request.reporterId);
    for (const id of request.participantIds) holders.add(id);
  }
  for (const projectId of plan.projectIds) {
    for (const { customerOrganizationId } of tx.customerOrganizationProjects.where({ projectId })) {
      for (const { holderId } of tx.customerOrganizationMembers.where({ customerOrganizationId })) {
        holders.add(holderId);
      }
    }
  }
  return holders;
}

/** One address of the source as it stands now; undefined when nothing is left of it. */
export function sourcePerson(tx: Tx, route: Route, emailKey: string): SourcePerson | undefined {
  const { source, destination } = route;
  const portalCustomer = portalProfile(tx, source.id, emailKey);
  const account = tx.accounts.first({ emailKey });
  const access = account && tx.siteAccess.get({ siteId: source.id, accountId: account.id });
  if (!portalCustomer && !access) return undefined;
  const person = {
    emailKey,
    ...(access ? named(account!) : named(portalCustomer!)),
    portalCustomer,
    account: access && {
      accountId: access.accountId,
      accessActive: wouldBeActive(tx, route, access),
    },
    roleFromJoinedGroups: access ? joinedRole(tx, route, access.accountId) : ('none' as const),
  };
  const holder =
    classifySource(person).row === 'portal-only' ? portalCustomer?.id : access?.accountId;
  return { ...person, copiedBefore: holder && copiedBefore(tx, source.id, destination.id, holder) };
}

/** A deleted account is wiped: only its place in the list is left of it (domain.md 3.1, DELETE). */
function named(person: AtlassianAccount | PortalCustomer) {
  const isDeleted = 'state' in person && person.state === 'deleted';
  return { email: isDeleted ? '' : person.email, name: isDeleted ? 'Former user' : person.name };
}

/** The profile that counts, else a deleted one: its content goes to Former user. A migrated one is its account. */
function portalProfile(tx: Tx, siteId: SiteId, emailKey: string): PortalCustomer | undefined {
  const profile = tx.queries.portalCustomerByEmail(siteId, emailKey);
  if (profile) return countsAsPortalOnly(profile) ? profile : undefined;
  return tx.portalCustomers.first({ siteId, emailKey, state: 'deleted' });
}

/** The destination holder from an earlier copy, while it still exists there (S2; domain.md 6.1). */
function copiedBefore(tx: Tx, sourceSiteId: SiteId, destinationSiteId: SiteId, sourceId: HolderId) {
  const link = tx.copyLinks.get({ sourceSiteId, destinationSiteId, sourceId });
  if (!link) return undefined;
  const id = link.destinationId as HolderId;
  return holderExists(tx, destinationSiteId, id) ? id : undefined;
}

function holderExists(tx: Tx, siteId: SiteId, id: HolderId): boolean {
  if (isPortalCustomerId(id)) {
    const state = tx.portalCustomers.get({ id })?.state;
    return state !== undefined && state !== 'deleted';
  }
  return tx.siteAccess.get({ siteId, accountId: id as AccountId }) !== undefined;
}

/** What the destination holds under an address now. */
export function holdingsOn(tx: Tx, site: Site, emailKey: string): Holdings {
  const account = tx.accounts.first({ emailKey });
  const access = account && tx.siteAccess.get({ siteId: site.id, accountId: account.id });
  const profile = tx.queries.portalCustomerByEmail(site.id, emailKey);
  return {
    // An inactive profile is its account, even when that account was removed from the site since.
    portalCustomer: profile && countsAsPortalOnly(profile) ? profile : undefined,
    account: access && {
      accountId: access.accountId,
      accessActive: isAccessActive(
        tx.directoryUsers.get({
          organizationId: site.organizationId,
          accountId: access.accountId,
        }),
        access,
      ),
      role: tx.queries.roleOn(site.id, access.accountId),
    },
  };
}

/** The access that an account newly added to the destination gets there: inactive people stay inactive (S2). */
export function accessToGive(tx: Tx, route: Route, access: SiteAccess) {
  const { source, destination } = route;
  const { accountId } = access;
  const atSource = tx.directoryUsers.get({ organizationId: source.organizationId, accountId });
  const atDestination = tx.directoryUsers.get({
    organizationId: destination.organizationId,
    accountId,
  });
  const directory: DirectoryUser['status'] =
    atDestination?.status ?? (atSource?.status === 'deactivated' ? 'deactivated' : 'active');
  // Another organization's directory stays its own: there the access must carry the inactivity.
  const isElsewhere = source.organizationId !== destination.organizationId;
  const isInactive =
    access.status === 'suspended' ||
    (isElsewhere && directory !== 'deactivated' && !isAccessActive(atSource, access));
  const status: SiteAccess['status'] = isInactive ? 'suspended' : 'active';
  return { status, directory };
}

function wouldBeActive(tx: Tx, route: Route, access: SiteAccess): boolean {
  const given = accessToGive(tx, route, access);
  return isAccessActive({ status: given.directory }, { status: given.status });
}

/** Groups of the source that give the account a role there and come along (domain.md 5.1; block list). */
export function groupsToCopy(tx: Tx, sourceSiteId: SiteId, accountId: AccountId): Group[] {
  return tx.queries
    .groupsOf(sourceSiteId, accountId)
    .filter((group) => effectiveRole(group) !== 'none' && !BLOCKLISTED_GROUPS.includes(group.name));
}

/** A group of the same name on the destination is joined and gives its access at once (domain.md 5.1). */
function joinedRole(tx: Tx, route: Route, accountId: AccountId): ProductRole {
  return highestRole(
    groupsToCopy(tx, route.source.id, accountId).map(({ name }) => {
      const existing = tx.groups.first({ siteId: route.destination.id, name });
      return existing ? effectiveRole(existing) : 'none';
    }),
  );
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
