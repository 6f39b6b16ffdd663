/*
 * What setting a product role on a site means. A role comes through groups and nothing else: the
 * default groups of the wanted role are joined and those of the other roles left (domain.md 1.3).
 */
import type { DomainError } from './errors.ts';
import { agentsGroupName, customersGroupName, effectiveRole, type Group } from './group.ts';
import type { GroupId } from './ids.ts';
import { highestRole, type ProductRole } from './product-role.ts';
import { err, ok, type Result } from './result.ts';

/** The roles that a choice offers, in the order of the product's list (domain.md 1.2). */
export const PRODUCT_ROLES: readonly ProductRole[] = ['agent', 'customer', 'none'];

/** The groups of a site, and which of them the account is in. */
export type RoleFacts = {
  readonly siteName: string;
  readonly groups: readonly Group[];
  readonly memberOf: ReadonlySet<GroupId>;
};

/** What a change of role does. */
export type RoleChange = {
  readonly before: ProductRole;
  readonly after: ProductRole;
  readonly joins: readonly Group[];
  readonly leaves: readonly Group[];
  /** The role whose standard group has to be made first and is then joined; null mostly. */
  readonly makesGroupFor: GivenRole | null;
};

/** A role that a group can give. */
export type GivenRole = Exclude<ProductRole, 'none'>;

/** The name that the default group of a role has from the start (S1; domain.md 1.3). */
export function standardGroupName(role: GivenRole, siteName: string): string {
  return role === 'agent' ? agentsGroupName(siteName) : customersGroupName(siteName);
}

/**
 * Sets a role: `none` leaves every default group. Refused where a group that is not left gives a
 * higher role, or where the group that would give it waits for review.
 */
export function planRole(facts: RoleFacts, wanted: ProductRole): Result<RoleChange, DomainError> {
  const mine = facts.groups.filter(({ id }) => facts.memberOf.has(id));
  const leaves = mine.filter(({ isDefault, role }) => isDefault && role !== wanted);
  const kept = mine.filter((group) => !leaves.includes(group));
  const higher = kept.filter((group) => exceeds(gives(group), wanted));
  if (higher.length > 0) {
    return err({
      code: 'account.role-through-groups',
      groups: higher.map(({ name }) => name),
    });
  }
  return joining(facts, wanted, { before: roleIn(mine), kept, leaves });
}

/** Grants a role beside what the account has: an invitation never takes anything away. */
export function planGrant(facts: RoleFacts, wanted: ProductRole): Result<RoleChange, DomainError> {
  const kept = facts.groups.filter(({ id }) => facts.memberOf.has(id));
  const before = roleIn(kept);
  if (!exceeds(wanted, before)) {
    return ok({ before, after: before, joins: [], leaves: [], makesGroupFor: null });
  }
  return joining(facts, wanted, { before, kept, leaves: [] });
}

type Standing = Pick<RoleChange, 'before' | 'leaves'> & { readonly kept: readonly Group[] };

function joining(
  facts: RoleFacts,
  wanted: ProductRole,
  { before, kept, leaves }: Standing,
): Result<RoleChange, DomainError> {
  if (wanted === 'none') {
    return ok({ before, after: roleIn(kept), joins: [], leaves, makesGroupFor: null });
  }
  const joined = groupsOf(facts, wanted);
  const [first] = joined;
  if (!first) return ok({ before, after: wanted, joins: [], leaves, makesGroupFor: wanted });
  const after = roleIn([...kept, ...joined]);
  if (after !== wanted) return err({ code: 'group.pending-review', name: first.name });
  const joins = joined.filter(({ id }) => !facts.memberOf.has(id));
  return ok({ before, after, joins, leaves, makesGroupFor: null });
}

/** The default groups that give a role; where none does, the one that bears the standard name. */
function groupsOf({ groups, siteName }: RoleFacts, wanted: GivenRole): readonly Group[] {
  const defaults = groups.filter((group) => group.isDefault && gives(group) === wanted);
  if (defaults.length > 0) return defaults;
  const name = standardGroupName(wanted, siteName);
  return groups.filter((group) => group.name === name);
}

function roleIn(groups: readonly Group[]): ProductRole {
  return highestRole(groups.map(gives));
}

const gives = effectiveRole;

function exceeds(role: ProductRole, other: ProductRole): boolean {
  return role !== other && highestRole([role, other]) === role;
}
