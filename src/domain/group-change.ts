/* What may change about a group of a site, and what a change of its members does. */
import type { DomainError } from './errors.ts';
import { effectiveRole, type Group } from './group.ts';
import { awaitsReview } from './group-review.ts';
import { licencesAdded } from './licences.ts';
import { highestRole, type ProductRole } from './product-role.ts';
import { err, ok, type Result } from './result.ts';

/** What decides the effect of being in a group or not, for one account. */
export type Standing = {
  /** Whether the account can use the site at all. */
  readonly isActive: boolean;
  /** The role that the account has on the site from its other groups. */
  readonly elsewhere: ProductRole;
};

/** An account's role on the site before and after a change, and the licences that it adds: -1, 0 or 1. */
export type MembershipEffect = {
  readonly roleBefore: ProductRole;
  readonly roleAfter: ProductRole;
  readonly licencesAdded: number;
};

/** What joining or leaving does; a group that waits for its review, or was denied, gives nothing. */
export function membershipEffect(
  group: Pick<Group, 'role' | 'review'>,
  { isActive, elsewhere }: Standing,
  change: 'join' | 'leave',
): MembershipEffect {
  const inside = highestRole([elsewhere, effectiveRole(group)]);
  const [roleBefore, roleAfter] = change === 'join' ? [elsewhere, inside] : [inside, elsewhere];
  return {
    roleBefore,
    roleAfter,
    licencesAdded: licencesAdded({ isActive, role: roleBefore }, { isActive, role: roleAfter }),
  };
}

/**
 * Members come and go once an imported group has been reviewed: before, they are what the report
 * says, and who approves must see them (domain.md 5.1).
 */
export function checkMembersMayChange(
  group: Pick<Group, 'name' | 'review' | 'adminAccess' | 'adminReview'>,
): Result<true, DomainError> {
  return awaitsReview(group) ? err({ code: 'group.pending-review', name: group.name }) : ok(true);
}

/**
 * A group becomes a default group of the role that it gives, or stops being one. A role keeps at
 * least one default group (domain.md 1.3); `others` are the other groups of the site. A group that
 * gives nothing, waiting or denied, is nobody's default.
 */
export function checkDefaultMayChange(
  group: Group,
  isDefault: boolean,
  others: readonly Group[],
): Result<true, DomainError> {
  const reviewed = checkMembersMayChange(group);
  if (!reviewed.ok) return reviewed;
  if (isDefault) {
    if (group.role === 'none') return err({ code: 'group.no-role', name: group.name });
    return effectiveRole(group) === group.role
      ? ok(true)
      : err({ code: 'group.pending-review', name: group.name });
  }
  const isKept = others.some((other) => other.isDefault && effectiveRole(other) === group.role);
  return isKept || !group.isDefault
    ? ok(true)
    : err({ code: 'group.last-default', role: group.role });
}
