/* Setting the product role of an account on a site: by its groups, and by nothing else. */
import { planRole, type RoleChange } from '../domain/account-role.ts';
import { isAccessActive } from '../domain/account.ts';
import type { DomainError } from '../domain/errors.ts';
import type { AccountId } from '../domain/ids.ts';
import { licencesAdded } from '../domain/licences.ts';
import type { Site } from '../domain/organization.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { standardGroup } from './account-creation.ts';
import { noteForPerson, recordAccountChange } from './account-records.ts';
import { groupNames, roleFacts, roomFor } from './account-role-choices.ts';
import {
  authorisedMember,
  refreshed,
  type AccountDetail,
  type AccountTarget,
} from './account-standing.ts';
import type { Context, Tx } from './ports.ts';

/**
 * Sets the product role of an account on one site: by its groups, and only while a licence is left
 * for an agent (domain.md 9). Choosing the role that stands changes nothing.
 */
export function setRole(
  tx: Tx,
  input: AccountTarget & { readonly siteId: string; readonly role: ProductRole },
  context: Context,
): Result<AccountDetail, DomainError> {
  const found = authorisedMember(tx, input, 'directory.change-roles', context);
  if (!found.ok) return found;
  const member = found.value;
  const place = member.places.find(({ site }) => site.id === input.siteId);
  if (!place) return notFound('site', input.siteId);
  const { site, access } = place;
  if (!access) return err({ code: 'account.no-site-access', site: site.name });
  const facts = roleFacts(tx, site, member.account.id);
  const planned = planRole(facts, input.role);
  if (!planned.ok) return planned;
  const change = planned.value;
  const isActive = isAccessActive(member.entry, access);
  const added = licencesAdded({ isActive, role: change.before }, { isActive, role: change.after });
  const room = roomFor(tx, site, added);
  if (!room.ok) return room;
  if (!changesSomething(change)) return ok(refreshed(tx, member, context));
  const before = groupNames(tx, site, member.account.id);
  applyRole(tx, site, member.account.id, change, context);
  const after = groupNames(tx, site, member.account.id);
  const account = recordAccountChange(tx, context, member, {
    action: 'account.role-changed',
    siteId: site.id,
    facts: { role: change.after, licencesAdded: added },
    before: { role: change.before, groups: before },
    after: { role: change.after, groups: after },
  });
  if (change.before !== change.after) {
    noteForPerson(tx, context, account, site, 'role-changed', { role: change.after });
  }
  return ok(refreshed(tx, member, context));
}

/** Joins and leaves the groups of a change; a default group that is missing is made. */
export function applyRole(
  tx: Tx,
  site: Site,
  accountId: AccountId,
  { joins, leaves, makesGroupFor }: RoleChange,
  context: Context,
): void {
  for (const { id: groupId } of leaves) tx.memberships.remove({ groupId, accountId });
  const joined = makesGroupFor ? [standardGroup(tx, site, makesGroupFor, context)] : joins;
  for (const { id: groupId } of joined) tx.memberships.put({ groupId, accountId });
}

function changesSomething({ joins, leaves, makesGroupFor }: RoleChange): boolean {
  return joins.length > 0 || leaves.length > 0 || makesGroupFor !== null;
}
