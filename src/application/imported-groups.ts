/* Groups that a copy brought along: what approval costs and gives, approving, denying (S0; domain.md 5.1). */
import type { AttentionRow, CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { Group, GroupOrigin } from '../domain/group.ts';
import {
  requestedAccesses,
  reviewedGroup,
  reviewState,
  type GroupAccess,
  type GroupReviewState,
  type RequestedAccess,
} from '../domain/group-review.ts';
import type { GroupId } from '../domain/ids.ts';
import { licencesOf, type Licences } from '../domain/licences.ts';
import type { Site } from '../domain/organization.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  authorisedPlace,
  checkVersion,
  notFound,
  permission,
  type Permission,
  type Place,
} from './access.ts';
import { roomFor } from './account-role-choices.ts';
import { recordChange } from './audit.ts';
import { accessDetails, licencesOnApproval, type AccessDetail } from './imported-group-effects.ts';
import { placeOfPlan } from './plan-route.ts';
import type { AccountRow, Context, ListQuery, Page, Tx } from './ports.ts';

/** An imported group with where it came from. */
export type ImportedGroup = Group & {
  readonly site: Site;
  readonly origin: GroupOrigin;
  readonly plan: CopyPlan | undefined;
  readonly sourceSiteName: string;
  readonly members: number;
  readonly accesses: readonly RequestedAccess[];
  readonly state: GroupReviewState;
  readonly actions: { readonly review: Permission };
};

/** With the effect of each access that it asks for, computed from the present data. */
export type ImportedGroupDetail = Omit<ImportedGroup, 'accesses'> & {
  readonly accesses: readonly AccessDetail[];
  /** In use now; approving product access is refused when they do not suffice. */
  readonly licences: Licences;
  readonly reportRows: readonly AttentionRow[];
};

type Target = { readonly siteId: string; readonly groupId: string };

/** Imported groups of a site: those to review first, then by name. */
export function listImportedGroups(
  tx: Tx,
  siteId: string,
  context: Context,
): Result<readonly ImportedGroup[], DomainError> {
  const place = authorisedPlace(tx, context, 'imported-groups.review', siteId);
  if (!place.ok) return place;
  const groups = tx.groups
    .where({ siteId: place.value.site.id })
    .flatMap((group) => described(tx, context, place.value, group) ?? []);
  return ok(groups.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)));
}

/** One imported group with its members' report rows and the approval's effect. */
export function getImportedGroup(
  tx: Tx,
  target: Target,
  context: Context,
): Result<ImportedGroupDetail, DomainError> {
  const found = importedGroup(tx, target, context);
  if (!found.ok) return found;
  const group = found.value;
  return ok({
    ...group,
    accesses: accessDetails(tx, group),
    licences: licencesOf(group.site, tx.queries.licencesUsed(group.site.id)),
    reportRows: tx.attentionRows.where({ groupId: group.id }),
  });
}

/** Members of an imported group. */
export function listImportedGroupMembers(
  tx: Tx,
  input: Target & ListQuery,
  context: Context,
): Result<Page<AccountRow>, DomainError> {
  const found = importedGroup(tx, input, context);
  return found.ok ? ok(tx.lists.groupMembers({ ...input, groupId: found.value.id })) : found;
}

/**
 * Approves or denies one access. What was denied can be approved later; what was approved is done
 * (domain.md 5.1). Approving product access is refused where a Free plan has fewer licences than it
 * takes (domain.md 9); admin access takes none.
 */
export function reviewImportedGroup(
  tx: Tx,
  input: Target & {
    readonly access: GroupAccess;
    readonly verdict: 'approved' | 'denied';
    readonly expectedVersion: number | null;
  },
  context: Context,
): Result<ImportedGroupDetail, DomainError> {
  const found = importedGroup(tx, input, context);
  if (!found.ok) return found;
  const { site, members } = found.value;
  const fresh = checkVersion(tx, found.value, found.value.id, input.expectedVersion);
  if (!fresh.ok) return fresh;
  const { access, verdict } = input;
  const group = tx.groups.get({ id: found.value.id })!;
  const reviewed = reviewedGroup(group, access, verdict);
  if (!reviewed.ok) return reviewed;
  if (verdict === 'approved') {
    const room = roomFor(tx, site, licencesOnApproval(tx, group, access));
    if (!room.ok) return room;
  }
  tx.groups.put({ ...reviewed.value, reviewedAt: context.now, version: group.version + 1 });
  const was = access === 'product' ? group.review : group.adminReview;
  recordChange(tx, context, {
    action: verdict === 'approved' ? 'group.approved' : 'group.denied',
    siteId: group.siteId,
    subjectId: group.id,
    facts: {
      name: group.name,
      access,
      ...(access === 'product' ? { role: group.role } : {}),
      members,
    },
    before: { review: was },
    after: { review: verdict },
  });
  return getImportedGroup(tx, input, context);
}

function rank({ state }: ImportedGroup): number {
  return state === 'pending' ? 0 : 1;
}

function importedGroup(
  tx: Tx,
  target: Target,
  context: Context,
): Result<ImportedGroup, DomainError> {
  const place = authorisedPlace(tx, context, 'imported-groups.review', target.siteId);
  if (!place.ok) return place;
  const group = tx.groups.get({ id: target.groupId as GroupId });
  if (group?.siteId !== place.value.site.id) return notFound('group', target.groupId);
  const imported = described(tx, context, place.value, group);
  return imported ? ok(imported) : err({ code: 'group.not-imported', name: group.name });
}

function described(
  tx: Tx,
  context: Context,
  place: Place,
  group: Group,
): ImportedGroup | undefined {
  const { origin } = group;
  if (!origin) return undefined;
  const accesses = requestedAccesses(group);
  return {
    ...group,
    accesses,
    state: reviewState(accesses),
    site: place.site,
    origin,
    plan: tx.copyPlans.get({ id: origin.planId }),
    sourceSiteName: placeOfPlan(tx, origin.sourcePlaceId)?.name ?? '',
    members: tx.memberships.count({ groupId: group.id }),
    actions: { review: permission(context, 'imported-groups.review', place.organization) },
  };
}
