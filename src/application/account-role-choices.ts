/* What each product role would mean for an account on a site, and whether there is room for it. */
import {
  planRole,
  PRODUCT_ROLES,
  standardGroupName,
  type RoleChange,
  type RoleFacts,
} from '../domain/account-role.ts';
import type { DomainError } from '../domain/errors.ts';
import type { AccountId } from '../domain/ids.ts';
import { hasRoomFor, licencesAdded, licencesOf } from '../domain/licences.ts';
import type { Site } from '../domain/organization.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Tx } from './ports.ts';

/** A role that could be chosen, and why it would be refused. */
export type RoleChoice = {
  readonly role: ProductRole;
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  /** Negative where licences become free. */
  readonly licencesAdded: number;
  readonly refusal: DomainError | null;
};

type Standing = { readonly hasAccess: boolean; readonly isActive: boolean };

/** What choosing each role would do to an account on a site. */
export function roleChoices(
  tx: Tx,
  site: Site,
  accountId: AccountId,
  standing: Standing,
): RoleChoice[] {
  const facts = roleFacts(tx, site, accountId);
  return PRODUCT_ROLES.map((role) => {
    const nothing = { role, joins: [], leaves: [], licencesAdded: 0 };
    if (!standing.hasAccess) {
      return { ...nothing, refusal: { code: 'account.no-site-access', site: site.name } };
    }
    const planned = planRole(facts, role);
    if (!planned.ok) return { ...nothing, refusal: planned.error };
    const { isActive } = standing;
    const { before, after } = planned.value;
    const added = licencesAdded({ isActive, role: before }, { isActive, role: after });
    const room = roomFor(tx, site, added);
    return {
      role,
      joins: joinedNames(site, planned.value),
      leaves: planned.value.leaves.map(({ name }) => name),
      licencesAdded: added,
      refusal: room.ok ? null : room.error,
    };
  });
}

/** Names of the groups that a change joins, those that it has to make included. */
export function joinedNames(site: Site, { joins, makesGroupFor }: RoleChange): string[] {
  return makesGroupFor
    ? [standardGroupName(makesGroupFor, site.name)]
    : joins.map(({ name }) => name);
}

/** The groups of a site and an account's place in them. */
export function roleFacts(tx: Tx, site: Site, accountId: AccountId | undefined): RoleFacts {
  const mine = accountId ? tx.queries.groupsOf(site.id, accountId) : [];
  return {
    siteName: site.name,
    groups: tx.groups.where({ siteId: site.id }),
    memberOf: new Set(mine.map(({ id }) => id)),
  };
}

/** How many licences a step adds, or the refusal of the Free plan when they are not there. */
export function roomFor(tx: Tx, site: Site, added: number): Result<number, DomainError> {
  const licences = licencesOf(site, tx.queries.licencesUsed(site.id));
  if (hasRoomFor(licences, added)) return ok(added);
  return err({ code: 'licences.exhausted', limit: licences.limit ?? 0, used: licences.used });
}

/** Names of an account's groups on a site, for a snapshot. */
export function groupNames(tx: Tx, site: Site, accountId: AccountId): string {
  const groups = tx.queries.groupsOf(site.id, accountId);
  return groups.map(({ name }) => name).join(', ');
}
