/* Changing a group: who is in it, and whether it is a default group of its role (domain.md 1.3). */
import { accountState, type AtlassianAccount } from '../domain/account.ts';
import type { DomainError } from '../domain/errors.ts';
import {
  checkDefaultMayChange,
  checkMembersMayChange,
  membershipEffect,
  type MembershipEffect,
} from '../domain/group-change.ts';
import { isAccountId } from '../domain/ids.ts';
import { hasRoomFor, licencesOf } from '../domain/licences.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { checkVersion, notFound } from './access.ts';
import { noteForPerson } from './account-records.ts';
import { recordChange } from './audit.ts';
import {
  authorisedGroup,
  getGroup,
  roleElsewhere,
  type GroupDetail,
  type GroupTarget,
  type PlacedGroup,
} from './groups.ts';
import type { Context, Tx } from './ports.ts';

type Versioned = { readonly expectedVersion: number | null };
type MemberTarget = GroupTarget & Versioned & { readonly accountId: string };

/** Adds an account that has access to the site; who is in the group already stays in it. */
export function addGroupMember(
  tx: Tx,
  input: MemberTarget,
  context: Context,
): Result<GroupDetail, DomainError> {
  const found = membersToChange(tx, input, context);
  if (!found.ok) return found;
  const { group, account, site } = found.value;
  const accountId = account.id;
  const access = tx.siteAccess.get({ siteId: site.id, accountId });
  if (!access) return err({ code: 'account.no-site-access', site: site.name });
  if (tx.memberships.get({ groupId: group.id, accountId })) return getGroup(tx, input, context);
  const effect = effectOf(tx, found.value, 'join');
  const licences = licencesOf(site, tx.queries.licencesUsed(site.id));
  if (!hasRoomFor(licences, effect.licencesAdded) && licences.limit !== null) {
    return err({ code: 'licences.exhausted', limit: licences.limit, used: licences.used });
  }
  tx.memberships.put({ groupId: group.id, accountId });
  traceMember(tx, found.value, effect, 'group.member-added', context);
  return getGroup(tx, input, context);
}

/** Removes a member; the account keeps its access to the site and its other groups. */
export function removeGroupMember(
  tx: Tx,
  input: MemberTarget,
  context: Context,
): Result<GroupDetail, DomainError> {
  const found = membersToChange(tx, input, context);
  if (!found.ok) return found;
  const { group, account } = found.value;
  const key = { groupId: group.id, accountId: account.id };
  if (!tx.memberships.get(key)) return notFound('member', input.accountId);
  const effect = effectOf(tx, found.value, 'leave');
  tx.memberships.remove(key);
  traceMember(tx, found.value, effect, 'group.member-removed', context);
  return getGroup(tx, input, context);
}

/** Update default group setting. People who get the role from now on join its default groups. */
export function setDefaultGroup(
  tx: Tx,
  input: GroupTarget & Versioned & { readonly isDefault: boolean },
  context: Context,
): Result<GroupDetail, DomainError> {
  const found = authorisedGroup(tx, context, 'groups.change-default', input);
  if (!found.ok) return found;
  const { group, site } = found.value;
  const fresh = checkVersion(tx, group, group.id, input.expectedVersion);
  if (!fresh.ok) return fresh;
  const { isDefault } = input;
  const others = tx.groups.where({ siteId: site.id }).filter(({ id }) => id !== group.id);
  const allowed = checkDefaultMayChange(group, isDefault, others);
  if (!allowed.ok) return allowed;
  if (group.isDefault === isDefault) return getGroup(tx, input, context);
  tx.groups.put({ ...group, isDefault, version: group.version + 1 });
  recordChange(tx, context, {
    action: 'group.default-changed',
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: group.id,
    facts: { group: group.name, role: group.role },
    before: { isDefault: group.isDefault },
    after: { isDefault },
  });
  return getGroup(tx, input, context);
}

type MemberChange = PlacedGroup & { readonly account: AtlassianAccount };

/** Portal-only accounts are in no groups (domain.md 1.1): only an Atlassian account is found here. */
function membersToChange(
  tx: Tx,
  input: MemberTarget,
  context: Context,
): Result<MemberChange, DomainError> {
  const found = authorisedGroup(tx, context, 'groups.manage-members', input);
  if (!found.ok) return found;
  const fresh = checkVersion(tx, found.value.group, input.groupId, input.expectedVersion);
  if (!fresh.ok) return fresh;
  const open = checkMembersMayChange(found.value.group);
  if (!open.ok) return open;
  const { accountId } = input;
  const account = isAccountId(accountId) ? tx.accounts.get({ id: accountId }) : undefined;
  return account ? ok({ ...found.value, account }) : notFound('account', accountId);
}

function effectOf(
  tx: Tx,
  { site, group, account }: MemberChange,
  change: 'join' | 'leave',
): MembershipEffect {
  const accountId = account.id;
  const { organizationId } = site;
  const state = accountState(
    tx.directoryUsers.get({ organizationId, accountId }),
    tx.siteAccess.get({ siteId: site.id, accountId }),
  );
  const elsewhere = roleElsewhere(tx, site.id, accountId, group.id);
  return membershipEffect(group, { isActive: state === 'active', elsewhere }, change);
}

/** Both records are another version now; nobody is told of the role (`domain/message.ts`). */
function traceMember(
  tx: Tx,
  { site, group, account }: MemberChange,
  effect: MembershipEffect,
  action: 'group.member-added' | 'group.member-removed',
  context: Context,
): void {
  tx.groups.put({ ...group, version: group.version + 1 });
  tx.accounts.put({ ...account, version: account.version + 1 });
  const { roleBefore, roleAfter } = effect;
  const isMember = action === 'group.member-added';
  recordChange(tx, context, {
    action,
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: group.id,
    facts: {
      group: group.name,
      accountId: account.id,
      email: account.email,
      licencesAdded: effect.licencesAdded,
    },
    before: { isMember: !isMember, role: roleBefore },
    after: { isMember, role: roleAfter },
  });
  if (roleBefore === roleAfter) return;
  const facts = { role: roleAfter, group: group.name };
  noteForPerson(tx, context, account, site, 'role-changed', facts);
}
