/* The people of a source site, and what the destination holds under their addresses. */
import {
  isAccessActive,
  type AtlassianAccount,
  type DirectoryUser,
  type SiteAccess,
} from '../domain/account.ts';
import { classifySource, type SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { keysInScope, type Associated, type SourceHolder } from '../domain/copy-scope.ts';
import { effectiveRole, whyLeftBehind, type Group } from '../domain/group.ts';
import type { AccountId, HolderId, ServiceProjectId, SiteId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import { countsAsPortalOnly, type PortalCustomer } from '../domain/portal-customer.ts';
import { highestRole, type ProductRole } from '../domain/product-role.ts';
import type { Holdings } from '../domain/viewer.ts';
import type { Tx } from './ports.ts';
import { isHolderOn } from './holders.ts';
import { groupsNamedBy, relatedHolders } from './project-references.ts';

/** Both ends of a plan, and whether users arrive in their groups (domain.md 6.2, COPYCONF). */
export type Route = {
  readonly source: Site;
  readonly destination: Site;
  readonly preservesMembership: boolean;
};

/** The sites of a plan; a plan cannot outlive them. */
export function routeOf(tx: Tx, plan: CopyPlan): Route {
  const source = tx.sites.get({ id: plan.sourceSiteId });
  const destination = tx.sites.get({ id: plan.destinationSiteId });
  if (!source || !destination) throw new Error(`Plan ${plan.id} names a site that is gone`);
  return { source, destination, preservesMembership: plan.preserveGroupMembership };
}

/** Everyone on the source who is in the plan's scope (S2; domain.md 6.2), ordered by e-mail key. */
export function peopleInScope(tx: Tx, plan: CopyPlan): SourcePerson[] {
  const route = routeOf(tx, plan);
  const keys = keysInScope(plan, sourceHolders(tx, plan.sourceSiteId), associatedWith(tx, plan));
  return keys.flatMap((key) => sourcePerson(tx, route, key) ?? []);
}

/** A migrated profile is its account. */
function sourceHolders(tx: Tx, siteId: SiteId): SourceHolder[] {
  const customers = tx.portalCustomers
    .where({ siteId })
    .filter(({ state }) => state !== 'migrated')
    .map(({ id, emailKey }) => ({ id, emailKey, role: null }));
  const accounts = tx.queries
    .accountsOn(siteId)
    .map(({ account: { id, emailKey }, role }) => ({ id, emailKey, role }));
  return [...customers, ...accounts];
}

function associatedWith(tx: Tx, plan: CopyPlan): Associated {
  const isAsked = plan.customers !== 'all' || plan.users !== 'all';
  const related: ReadonlySet<HolderId> = isAsked ? relatedHolders(tx, plan) : new Set();
  const groups = plan.users === 'related-and-members' ? groupsNamedBy(tx, plan.projectIds) : [];
  const members = groups.flatMap((groupId) => tx.memberships.where({ groupId }));
  return { related, members: new Set(members.map(({ accountId }) => accountId)) };
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
  return isHolderOn(tx, destinationSiteId, id) ? id : undefined;
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

/** Groups of the source that give the account access there and come along (domain.md 5.1; block list). */
export function groupsToCopy(tx: Tx, sourceSiteId: SiteId, accountId: AccountId): Group[] {
  return tx.queries
    .groupsOf(sourceSiteId, accountId)
    .filter((group) => whyLeftBehind(group) === null);
}

/** Groups that the selected projects name and that come along with them, whoever is in them (domain.md 6.2). */
export function namedGroupsToCopy(tx: Tx, projectIds: readonly ServiceProjectId[]): Group[] {
  return groupsNamedBy(tx, projectIds)
    .flatMap((id) => tx.groups.get({ id }) ?? [])
    .filter((group) => whyLeftBehind(group) === null);
}

/** Those of them that the account is a member of on the destination too: none when copied separately. */
export function groupsToJoin(tx: Tx, route: Route, accountId: AccountId): Group[] {
  return route.preservesMembership ? groupsToCopy(tx, route.source.id, accountId) : [];
}

/** A group of the same name on the destination is joined and gives its access at once (domain.md 5.1). */
function joinedRole(tx: Tx, route: Route, accountId: AccountId): ProductRole {
  return highestRole(
    groupsToJoin(tx, route, accountId).map(({ name }) => {
      const existing = tx.groups.first({ siteId: route.destination.id, name });
      return existing ? effectiveRole(existing) : 'none';
    }),
  );
}
