/*
 * The review of an imported group. Product access and admin access are carried over and not applied
 * until an administrator confirms them, each on its own: product access makes every member count to
 * the subscription, admin access adds nothing to the bill (domain.md 5.1, REVIEW).
 */
import type { DomainError } from './errors.ts';
import type { Group, GroupReview } from './group.ts';
import { licencesAdded } from './licences.ts';
import { highestRole, type ProductRole } from './product-role.ts';
import { err, ok, type Result } from './result.ts';

/** What a group can ask for: its role in the product, and administration of the product. */
export type GroupAccess = 'product' | 'admin';

/** How far the review of one requested access has come. */
export type AccessReview = Exclude<GroupReview, 'none'>;

/** What can be done about a requested access. */
export type ReviewStep = 'approve' | 'deny';

export type RequestedAccess = { readonly access: GroupAccess; readonly review: AccessReview };

/** How far the whole group has come; `partly-approved` where one access was approved and one denied. */
export type GroupReviewState = AccessReview | 'partly-approved';

type Reviewed = Pick<Group, 'review' | 'adminAccess' | 'adminReview'>;

/** What an imported group asks for, product access first; nothing for a group of the site itself. */
export function requestedAccesses(group: Reviewed): readonly RequestedAccess[] {
  const { review, adminAccess, adminReview } = group;
  const requested: RequestedAccess[] = [];
  if (review !== 'none') requested.push({ access: 'product', review });
  if (adminAccess && adminReview !== 'none')
    requested.push({ access: 'admin', review: adminReview });
  return requested;
}

/** A group waits for review while any access that it asks for does. */
export function awaitsReview(group: Reviewed): boolean {
  return requestedAccesses(group).some(({ review }) => review === 'pending');
}

/** The group as a whole: pending while anything is, else what became of what it asked for. */
export function reviewState(requested: readonly RequestedAccess[]): GroupReviewState {
  const reviews = new Set(requested.map(({ review }) => review));
  if (reviews.has('pending')) return 'pending';
  if (!reviews.has('approved')) return 'denied';
  return reviews.has('denied') ? 'partly-approved' : 'approved';
}

/** What can be done now: what was denied can be approved later, what was approved is done. */
export function reviewSteps(review: AccessReview): readonly ReviewStep[] {
  if (review === 'pending') return ['approve', 'deny'];
  return review === 'denied' ? ['approve'] : [];
}

/**
 * The group after a verdict about one of its accesses. Refused where it does not ask for the access,
 * and where the access was approved: that is taken back through normal group access only.
 */
export function reviewedGroup(
  group: Group,
  access: GroupAccess,
  verdict: 'approved' | 'denied',
): Result<Group, DomainError> {
  const { name } = group;
  const requested = requestedAccesses(group).find((candidate) => candidate.access === access);
  if (!requested) return err({ code: 'group.access-not-requested', name, access });
  if (requested.review === 'approved') {
    return err({ code: 'group.already-approved', name, access });
  }
  return ok(
    access === 'product' ? { ...group, review: verdict } : { ...group, adminReview: verdict },
  );
}

/** What a source group brings along: what it gives its members there, reviewed access by access. */
export function broughtAccess(
  given: Pick<Group, 'role' | 'adminAccess'>,
): Pick<Group, 'role' | 'review' | 'adminAccess' | 'adminReview'> {
  const { role, adminAccess } = given;
  return {
    role,
    review: role === 'none' ? 'none' : 'pending',
    adminAccess,
    adminReview: adminAccess ? 'pending' : 'none',
  };
}

/** What decides the effect of an access on one member. */
export type MemberStanding = {
  /** Whether the account can use the site at all. */
  readonly isActive: boolean;
  /** The role that it has on the site now, and whether it administers the product now. */
  readonly role: ProductRole;
  readonly isAdmin: boolean;
};

/** The role of a member once an access is approved. */
export function roleOnceApproved(
  group: Pick<Group, 'role'>,
  access: GroupAccess,
  { role }: Pick<MemberStanding, 'role'>,
): ProductRole {
  return access === 'product' ? highestRole([role, group.role]) : role;
}

/** What approving an access does for the members, added up. */
export type AccessEffect = {
  /** Members who get a higher role, or administration, that they do not have yet. */
  readonly membersGaining: number;
  /** Members who stay locked out, because the account is suspended or deactivated. */
  readonly membersSuspended: number;
  /** Licences taken; administration takes none. */
  readonly licencesAdded: number;
};

/** Adds up what approving an access does; of one that counts already nobody gains anything. */
export function accessEffect(
  group: Pick<Group, 'role'>,
  access: GroupAccess,
  members: readonly MemberStanding[],
): AccessEffect {
  const effect = { membersGaining: 0, membersSuspended: 0, licencesAdded: 0 };
  for (const member of members) {
    const { isActive, role, isAdmin } = member;
    const after = roleOnceApproved(group, access, member);
    const gains = access === 'product' ? after !== role : !isAdmin;
    effect.membersGaining += gains ? 1 : 0;
    effect.membersSuspended += isActive ? 0 : 1;
    effect.licencesAdded += licencesAdded({ isActive, role }, { isActive, role: after });
  }
  return effect;
}
