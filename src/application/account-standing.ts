/* One Atlassian account as an organization's directory shows it: its standing on every site. */
import {
  accountState,
  isAccessActive,
  type AccountState,
  type AtlassianAccount,
  type DirectoryUser,
  type SiteAccess,
} from '../domain/account.ts';
import type { Instant } from '../domain/clock.ts';
import type { DomainError } from '../domain/errors.ts';
import { effectiveRole, type Group } from '../domain/group.ts';
import type { AccountId } from '../domain/ids.ts';
import { licencesOf, licencesTaken, type Licences } from '../domain/licences.ts';
import { isManagedBy, type Organization, type Site } from '../domain/organization.ts';
import type { Action } from '../domain/permission.ts';
import { countsAsPortalOnly, type PortalCustomer } from '../domain/portal-customer.ts';
import { highestRole, type ProductRole } from '../domain/product-role.ts';
import { ok, type Result } from '../domain/result.ts';
import {
  authorise,
  checkVersion,
  notFound,
  organizationOf,
  permission,
  type Permission,
} from './access.ts';
import { roleChoices, type RoleChoice } from './account-role-choices.ts';
import type { Context, Tx } from './ports.ts';

/** An account that a step is for, in the version that the actor saw. */
export type AccountTarget = {
  readonly organizationId: string;
  readonly accountId: string;
  readonly expectedVersion: number | null;
};

/** An account with its entry in one organization's directory and its access to that one's sites. */
export type Member = {
  readonly organization: Organization;
  readonly account: AtlassianAccount;
  readonly entry: DirectoryUser | undefined;
  readonly places: readonly { readonly site: Site; readonly access: SiteAccess | undefined }[];
};

export type SiteStanding = {
  readonly site: Site;
  readonly access: 'active' | 'suspended' | 'none';
  readonly role: ProductRole;
  readonly userKey: string | null;
  readonly lastSeenAt: Instant | null;
  readonly groups: readonly Group[];
  readonly requests: number;
  readonly licencesTaken: number;
  /** Licences that restoring the account's access would add. */
  readonly licencesOnRestore: number;
  readonly roleChoices: readonly RoleChoice[];
  readonly duplicate: PortalCustomer | null;
  readonly licences: Licences;
};

export type AccountDetail = {
  readonly account: AtlassianAccount;
  /** In the directory; who is not in it counts as suspended, as in the list. */
  readonly state: AccountState;
  readonly role: ProductRole;
  readonly lastSeenAt: Instant | null;
  readonly isManaged: boolean;
  readonly sites: readonly SiteStanding[];
  readonly actions: Readonly<
    Record<'suspend' | 'remove' | 'changeRoles' | 'manageGroups' | 'convert', Permission>
  >;
};

/** One account of an organization's directory (*Show details*, S1). */
export function getAccount(
  tx: Tx,
  input: Omit<AccountTarget, 'expectedVersion'>,
  context: Context,
): Result<AccountDetail, DomainError> {
  const target = { ...input, expectedVersion: null };
  const member = authorisedMember(tx, target, 'directory.view', context);
  return member.ok ? ok(accountDetail(tx, member.value, context)) : member;
}

/** Finds an account of the organization that the actor may do this to, in the version that was seen. */
export function authorisedMember(
  tx: Tx,
  target: AccountTarget,
  action: Action,
  context: Context,
): Result<Member, DomainError> {
  const organization = organizationOf(tx, target.organizationId);
  if (!organization.ok) return organization;
  const allowed = authorise(context, action, organization.value);
  if (!allowed.ok) return allowed;
  const account = tx.accounts.get({ id: target.accountId as AccountId });
  const member = account && memberOf(tx, organization.value, account);
  if (!member || !isKnown(member)) return notFound('account', target.accountId);
  const fresh = checkVersion(tx, member.account, member.account.id, target.expectedVersion);
  return fresh.ok ? ok(member) : fresh;
}

/** An account as an organization has it, whether it knows it or not. */
export function memberOf(tx: Tx, organization: Organization, account: AtlassianAccount): Member {
  const accountId = account.id;
  return {
    organization,
    account,
    entry: tx.directoryUsers.get({ organizationId: organization.id, accountId }),
    places: tx.sites.where({ organizationId: organization.id }).map((site) => ({
      site,
      access: tx.siteAccess.get({ siteId: site.id, accountId }),
    })),
  };
}

function isKnown({ entry, places }: Member): boolean {
  return entry !== undefined || places.some(({ access }) => access !== undefined);
}

/** The present standing of an account that an organization knows. */
function accountDetail(tx: Tx, member: Member, context: Context): AccountDetail {
  const { organization, entry, account } = member;
  const sites = member.places.map(({ site, access }) => standingOn(tx, member, site, access));
  const seen = sites.flatMap(({ lastSeenAt }) => lastSeenAt ?? []);
  const allowed = (action: Action) => permission(context, action, organization);
  return {
    account,
    state: accountState(entry, { status: 'active' }),
    role: highestRole(sites.map(({ role }) => role)),
    lastSeenAt: seen.length === 0 ? null : Math.max(...seen),
    isManaged: isManagedBy(organization, account.emailKey),
    sites,
    actions: {
      suspend: allowed('directory.suspend'),
      remove: allowed('directory.remove'),
      changeRoles: allowed('directory.change-roles'),
      manageGroups: allowed('groups.manage-members'),
      convert: allowed('directory.convert'),
    },
  };
}

function standingOn(
  tx: Tx,
  { account, entry }: Member,
  site: Site,
  access: SiteAccess | undefined,
): SiteStanding {
  const siteId = site.id;
  const groups = tx.queries.groupsOf(siteId, account.id);
  const role = highestRole(groups.map(effectiveRole));
  const isActive = isAccessActive(entry, access);
  const profile = tx.queries.portalCustomerByEmail(siteId, account.emailKey);
  const licences = licencesOf(site, tx.queries.licencesUsed(siteId));
  const taken = licencesTaken({ isActive, role });
  return {
    site,
    access: access ? (isActive ? 'active' : 'suspended') : 'none',
    role,
    userKey: access?.userKey ?? null,
    lastSeenAt: access?.lastSeenAt ?? null,
    groups,
    requests: tx.queries.attachedRequests(siteId, account.id).length,
    licencesTaken: taken,
    licencesOnRestore: access ? licencesTaken({ isActive: true, role }) - taken : 0,
    roleChoices: roleChoices(tx, site, account.id, { hasAccess: access !== undefined, isActive }),
    duplicate: access && profile && countsAsPortalOnly(profile) ? profile : null,
    licences,
  };
}

/** The standing after a change: everything is read again. */
export function refreshed(
  tx: Tx,
  { organization, account }: Member,
  context: Context,
): AccountDetail {
  const current = tx.accounts.get({ id: account.id }) ?? account;
  return accountDetail(tx, memberOf(tx, organization, current), context);
}
