/* One group of a site: its members, who may join, and what it costs. */
import type { DomainError } from '../domain/errors.ts';
import { effectiveRole, type Group } from '../domain/group.ts';
import { membershipEffect, type MembershipEffect } from '../domain/group-change.ts';
import type { AccountId, GroupId, SiteId } from '../domain/ids.ts';
import { licencesOf, type Licences } from '../domain/licences.ts';
import type { Action } from '../domain/permission.ts';
import { highestRole, type ProductRole } from '../domain/product-role.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorisedPlace, notFound, permission, type Permission, type Place } from './access.ts';
import type { AccountRow, Context, ListQuery, Page, Tx } from './ports.ts';

/** A group with what its members cost and what the actor may do. */
export type GroupDetail = Group & {
  readonly members: number;
  /** Licences that the members take through this group and no other. */
  readonly licencesThroughThis: number;
  readonly licences: Licences;
  readonly actions: { readonly manageMembers: Permission; readonly changeDefault: Permission };
};

/** An account with what joining or leaving the group would do to it. */
export type MemberRow = { readonly row: AccountRow; readonly effect: MembershipEffect };

/** A group of a site, as an address names it. */
export type GroupTarget = { readonly siteId: string; readonly groupId: string };

export type PlacedGroup = Place & { readonly group: Group };

/** Finds a group of a site and makes sure that the actor may do this with it. */
export function authorisedGroup(
  tx: Tx,
  context: Context,
  action: Action,
  target: GroupTarget,
): Result<PlacedGroup, DomainError> {
  const place = authorisedPlace(tx, context, action, target.siteId);
  if (!place.ok) return place;
  const group = tx.groups.get({ id: target.groupId as GroupId });
  if (group?.siteId !== place.value.site.id) return notFound('group', target.groupId);
  return ok({ ...place.value, group });
}

/** One group of a site. */
export function getGroup(
  tx: Tx,
  target: GroupTarget,
  context: Context,
): Result<GroupDetail, DomainError> {
  const found = authorisedGroup(tx, context, 'directory.view', target);
  if (!found.ok) return found;
  const { site, organization, group } = found.value;
  return ok({
    ...group,
    members: tx.memberships.count({ groupId: group.id }),
    licencesThroughThis:
      effectiveRole(group) === 'agent' ? tx.queries.licencesThrough(group.id) : 0,
    licences: licencesOf(site, tx.queries.licencesUsed(site.id)),
    actions: {
      manageMembers: permission(context, 'groups.manage-members', organization),
      changeDefault: permission(context, 'groups.change-default', organization),
    },
  });
}

/** Members, each with what leaving would do. */
export function listGroupMembers(
  tx: Tx,
  input: GroupTarget & ListQuery,
  context: Context,
): Result<Page<MemberRow>, DomainError> {
  const found = authorisedGroup(tx, context, 'directory.view', input);
  if (!found.ok) return found;
  const { group } = found.value;
  const page = tx.lists.groupMembers({ ...input, groupId: group.id });
  return ok(withEffects(tx, group, page, 'leave'));
}

/** Accounts with access to the site that are not in the group, each with what joining would do. */
export function listGroupCandidates(
  tx: Tx,
  input: GroupTarget & ListQuery,
  context: Context,
): Result<Page<MemberRow>, DomainError> {
  const found = authorisedGroup(tx, context, 'groups.manage-members', input);
  if (!found.ok) return found;
  const { group } = found.value;
  const page = tx.lists.groupCandidates({ ...input, groupId: group.id, siteId: group.siteId });
  return ok(withEffects(tx, group, page, 'join'));
}

/** The role that an account has on a site from every group but one. */
export function roleElsewhere(
  tx: Tx,
  siteId: SiteId,
  accountId: AccountId,
  groupId: GroupId,
): ProductRole {
  const others = tx.queries.groupsOf(siteId, accountId).filter(({ id }) => id !== groupId);
  return highestRole(others.map(effectiveRole));
}

function withEffects(
  tx: Tx,
  group: Group,
  page: Page<AccountRow>,
  change: 'join' | 'leave',
): Page<MemberRow> {
  const items = page.items.map((row) => {
    const elsewhere = roleElsewhere(tx, group.siteId, row.account.id, group.id);
    const standing = { isActive: row.state === 'active', elsewhere };
    return { row, effect: membershipEffect(group, standing, change) };
  });
  return { items, total: page.total };
}
