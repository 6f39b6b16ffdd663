/* Suspend access, Restore access, Remove user, Has access on site (S1; domain.md 1.4 and 2.1). */
import {
  accountState,
  isAccessActive,
  type AccountState,
  type DirectoryUser,
  type SiteAccess,
} from '../domain/account.ts';
import type { DomainError } from '../domain/errors.ts';
import { licencesAdded } from '../domain/licences.ts';
import type { Site } from '../domain/organization.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { noteForPerson, recordAccountChange } from './account-records.ts';
import { groupNames, roomFor } from './account-role-choices.ts';
import {
  authorisedMember,
  refreshed,
  type AccountDetail,
  type AccountTarget,
  type Member,
} from './account-standing.ts';
import type { Context, Tx } from './ports.ts';

/**
 * Suspend access: the account can use none of the organization's sites. Roles and groups stay, and
 * so does everything attached to it; licences become free (domain.md 1.4).
 */
export function suspendAccount(
  tx: Tx,
  target: AccountTarget,
  context: Context,
): Result<AccountDetail, DomainError> {
  const found = authorisedMember(tx, target, 'directory.suspend', context);
  if (!found.ok) return found;
  const member = found.value;
  const state = directoryState(member);
  if (state !== 'active') return err({ code: 'account.wrong-state', state });
  putEntry(tx, member, 'suspended', context);
  const account = recordAccountChange(tx, context, member, {
    action: 'account.suspended',
    before: { status: state },
    after: { status: 'suspended' },
  });
  for (const { site, access } of member.places) {
    if (access?.status === 'active') noteForPerson(tx, context, account, site, 'access-suspended');
  }
  return ok(refreshed(tx, member, context));
}

/**
 * Restore access: the directory entry and every access that was suspended on a site of the
 * organization are active again, with the roles and groups of before (S1, "enable site access").
 */
export function restoreAccount(
  tx: Tx,
  target: AccountTarget,
  context: Context,
): Result<AccountDetail, DomainError> {
  const found = authorisedMember(tx, target, 'directory.suspend', context);
  if (!found.ok) return found;
  const member = found.value;
  const state = directoryState(member);
  const closed = member.places.filter(
    ({ access }) => access && !isAccessActive(member.entry, access),
  );
  if (state === 'deactivated' || (state === 'active' && closed.length === 0)) {
    return err({ code: 'account.wrong-state', state });
  }
  for (const { site } of closed) {
    const room = roomToOpen(tx, member, site);
    if (!room.ok) return room;
  }
  putEntry(tx, member, 'active', context);
  for (const { access } of closed) if (access) tx.siteAccess.put({ ...access, status: 'active' });
  const account = recordAccountChange(tx, context, member, {
    action: 'account.restored',
    facts: { sites: closed.map(({ site }) => site.name).join(', ') },
    before: { status: state },
    after: { status: 'active' },
  });
  for (const { site } of closed) noteForPerson(tx, context, account, site, 'access-restored');
  return ok(refreshed(tx, member, context));
}

/**
 * Remove user: the directory entry, the access to every site of the organization and the groups
 * there go; who is invited again starts without roles (domain.md 1.4). The global account remains,
 * with the requests attached to it.
 */
export function removeAccount(
  tx: Tx,
  target: AccountTarget,
  context: Context,
): Result<true, DomainError> {
  const found = authorisedMember(tx, target, 'directory.remove', context);
  if (!found.ok) return found;
  const member = found.value;
  const accountId = member.account.id;
  const sites = member.places.filter(({ access }) => access !== undefined);
  const before = {
    status: directoryState(member),
    sites: sites.map(({ site }) => site.name).join(', '),
    groups: sites
      .map(({ site }) => groupNames(tx, site, accountId))
      .filter((names) => names !== '')
      .join(', '),
  };
  for (const { site } of member.places) {
    for (const { id: groupId } of tx.queries.groupsOf(site.id, accountId)) {
      tx.memberships.remove({ groupId, accountId });
    }
    tx.siteAccess.remove({ siteId: site.id, accountId });
  }
  tx.directoryUsers.remove({ organizationId: member.organization.id, accountId });
  const account = recordAccountChange(tx, context, member, {
    action: 'account.removed',
    before,
    after: null,
  });
  for (const { site } of sites) {
    noteForPerson(tx, context, account, site, 'removed-from-organization');
  }
  return ok(true);
}

/** *Has access on site*: opens or closes one site; closed, the account is suspended there. */
export function setSiteAccess(
  tx: Tx,
  input: AccountTarget & { readonly siteId: string; readonly hasAccess: boolean },
  context: Context,
): Result<AccountDetail, DomainError> {
  const found = authorisedMember(tx, input, 'directory.suspend', context);
  if (!found.ok) return found;
  const member = found.value;
  const place = member.places.find(({ site }) => site.id === input.siteId);
  if (!place) return notFound('site', input.siteId);
  const { site, access } = place;
  const isOpen = isAccessActive(member.entry, access);
  const state = directoryState(member);
  if (state === 'deactivated') return err({ code: 'account.wrong-state', state });
  if (isOpen === input.hasAccess || (!input.hasAccess && !access)) {
    return err({ code: 'account.wrong-state', state: accountState(member.entry, access) });
  }
  if (input.hasAccess) {
    const room = roomToOpen(tx, member, site);
    if (!room.ok) return room;
    openSite(tx, member, site, context);
  } else if (access) {
    tx.siteAccess.put({ ...access, status: 'suspended' });
  }
  const account = recordAccountChange(tx, context, member, {
    action: 'account.site-access-changed',
    siteId: site.id,
    facts: { hasAccess: input.hasAccess },
    before: { access: access ? (isOpen ? 'active' : 'suspended') : 'none' },
    after: { access: input.hasAccess ? 'active' : 'suspended' },
  });
  const kind = input.hasAccess ? 'access-restored' : 'access-suspended';
  noteForPerson(tx, context, account, site, kind);
  return ok(refreshed(tx, member, context));
}

/**
 * Opens one site to an account and no other: where the directory entry was suspended, sites that
 * it kept closed stay closed by themselves. Access that is new gets a user key.
 */
export function openSite(tx: Tx, member: Member, site: Site, context: Context): void {
  const accountId = member.account.id;
  if (member.entry?.status !== 'active') {
    for (const { site: other, access } of member.places) {
      if (access && other.id !== site.id) tx.siteAccess.put({ ...access, status: 'suspended' });
    }
    putEntry(tx, member, 'active', context);
  }
  const access = tx.siteAccess.get({ siteId: site.id, accountId });
  tx.siteAccess.put({
    siteId: site.id,
    accountId,
    status: 'active',
    userKey: access?.userKey ?? `ug:${context.ids.uuid()}`,
    lastSeenAt: access?.lastSeenAt ?? null,
  } satisfies SiteAccess);
}

/** The state of the directory entry; who has none counts as suspended. */
function directoryState({ entry }: Member): AccountState {
  return accountState(entry, { status: 'active' });
}

function roomToOpen(tx: Tx, member: Member, site: Site): Result<number, DomainError> {
  const role = tx.queries.roleOn(site.id, member.account.id);
  return roomFor(tx, site, licencesAdded({ isActive: false, role }, { isActive: true, role }));
}

function putEntry(
  tx: Tx,
  { organization, account, entry }: Member,
  status: DirectoryUser['status'],
  context: Context,
): void {
  tx.directoryUsers.put({
    organizationId: organization.id,
    accountId: account.id,
    status,
    addedAt: entry?.addedAt ?? context.now,
  });
}
