/* The people of a source site, and what the destination holds under their addresses. */
import {
  isAccessActive,
  type AtlassianAccount,
  type DirectoryUser,
  type SiteAccess,
} from '../domain/account.ts';
import { copiedState, type GivenAccess, type SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { keysInScope, type Associated, type SourceHolder } from '../domain/copy-scope.ts';
import { whyLeftBehind } from '../domain/group.ts';
import type { HolderId, SiteId } from '../domain/ids.ts';
import { siteHolding } from '../domain/plan-rules.ts';
import { countsAsPortalOnly, type PortalCustomer } from '../domain/portal-customer.ts';
import type { Viewer } from '../domain/request-access.ts';
import { viewerOf } from '../domain/viewer.ts';
import { holdingsOn } from './holders.ts';
import { copiedBefore, joinedRole, sourceGroup, type SiteRoute } from './plan-route.ts';
import type { Tx } from './ports.ts';
import { groupsNamedBy, relatedHolders } from './project-references.ts';

/** Everyone on the source who is in the plan's scope (S2; domain.md 6.2), ordered by e-mail key. */
export function peopleOnSite(tx: Tx, plan: CopyPlan, route: SiteRoute): SourcePerson[] {
  const keys = keysInScope(plan, sourceHolders(tx, route.source.id), associatedWith(tx, plan));
  return keys.flatMap((key) => personOnSite(tx, route, key) ?? []);
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
export function personOnSite(tx: Tx, route: SiteRoute, emailKey: string): SourcePerson | undefined {
  const { source } = route;
  const portalCustomer = portalProfile(tx, source.id, emailKey);
  const account = tx.accounts.first({ emailKey });
  const access = account && tx.siteAccess.get({ siteId: source.id, accountId: account.id });
  if (!portalCustomer && !access) return undefined;
  const hasProfile = portalCustomer !== undefined && countsAsPortalOnly(portalCustomer);
  const groups = access
    ? tx.queries
        .groupsOf(source.id, access.accountId)
        .map((group) => sourceGroup(group, whyLeftBehind(group)))
    : [];
  const holderIds = [portalCustomer?.id, access?.accountId].filter((id) => id !== undefined);
  const main = access?.accountId ?? (hasProfile ? portalCustomer.id : undefined);
  return {
    emailKey,
    ...(access ? named(account!) : named(portalCustomer!)),
    holding: siteHolding(hasProfile, access !== undefined),
    holderIds,
    profile: portalCustomer && { state: copiedState(portalCustomer) },
    account: access && {
      accountId: access.accountId,
      ...accessThere(tx, route, access),
    },
    groups,
    roleFromJoinedGroups: joinedRole(tx, route, groups),
    copiedBefore: copiedBefore(tx, route, main ? [main] : []),
  };
}

/** Whom an address is on the source, for what it can open there before the run. */
export function viewerOnSite(tx: Tx, { source }: SiteRoute, emailKey: string): Viewer | undefined {
  return viewerOf(source.id, holdingsOn(tx, source, emailKey));
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
  return tx.queries.deletedPortalCustomer(siteId, emailKey);
}

/** The access that an account newly added to the destination gets there: inactive people stay inactive (S2). */
function accessToGive(tx: Tx, route: SiteRoute, access: SiteAccess): GivenAccess {
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

function accessThere(tx: Tx, route: SiteRoute, access: SiteAccess) {
  const given = accessToGive(tx, route, access);
  return {
    accessActive: isAccessActive({ status: given.directory }, { status: given.status }),
    given,
  };
}
