/* Groups that a copy brought along: what approval costs and gives, approving, denying (S0; domain.md 5.1). */
import type { AttentionRow, CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { Group, GroupOrigin } from '../domain/group.ts';
import type { GroupId } from '../domain/ids.ts';
import { licencesAdded, licencesOf, type Licences } from '../domain/licences.ts';
import type { Site } from '../domain/organization.ts';
import { highestRole } from '../domain/product-role.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { countOpenable, indexByHolder, type AttachmentIndex } from '../domain/viewer.ts';
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
import type { AccountRow, Context, ListQuery, Page, Tx } from './ports.ts';

/** An imported group with where it came from. */
export type ImportedGroup = Group & {
  readonly site: Site;
  readonly origin: GroupOrigin;
  readonly plan: CopyPlan | undefined;
  readonly sourceSiteName: string;
  readonly members: number;
  readonly actions: { readonly review: Permission };
};

/** What approving would cost and give, computed from the present data. */
type Approval = {
  readonly licencesAdded: number;
  /** In use now; approving is refused when they do not suffice. */
  readonly licences: Licences;
  readonly membersGainingRole: number;
  readonly requestsBefore: number;
  readonly requestsAfter: number;
  readonly membersSuspended: number;
};

export type ImportedGroupDetail = ImportedGroup & {
  readonly approval: Approval;
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
    approval: approvalOf(tx, group, group.site),
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
 * Approve or deny. A denied group can be approved later; an approved one is done (domain.md 5.1).
 * Approving is refused where a Free plan has fewer licences than it takes (domain.md 9).
 */
export function reviewImportedGroup(
  tx: Tx,
  input: Target & {
    readonly verdict: 'approved' | 'denied';
    readonly expectedVersion: number | null;
  },
  context: Context,
): Result<ImportedGroupDetail, DomainError> {
  const found = importedGroup(tx, input, context);
  if (!found.ok) return found;
  const fresh = checkVersion(found.value, input.expectedVersion);
  if (!fresh.ok) return fresh;
  if (found.value.review === 'approved') {
    return err({ code: 'group.already-approved', name: found.value.name });
  }
  const group = tx.groups.get({ id: found.value.id })!;
  if (input.verdict === 'approved') {
    const room = roomFor(
      tx,
      found.value.site,
      approvalOf(tx, group, found.value.site).licencesAdded,
    );
    if (!room.ok) return room;
  }
  tx.groups.put({
    ...group,
    review: input.verdict,
    reviewedAt: context.now,
    version: group.version + 1,
  });
  recordChange(tx, context, {
    action: input.verdict === 'approved' ? 'group.approved' : 'group.denied',
    siteId: group.siteId,
    subjectId: group.id,
    facts: { name: group.name, role: group.role, members: found.value.members },
    before: { review: group.review },
    after: { review: input.verdict },
  });
  return getImportedGroup(tx, input, context);
}

function rank(group: Group): number {
  return group.review === 'pending' ? 0 : 1;
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
  return {
    ...group,
    site: place.site,
    origin,
    plan: tx.copyPlans.get({ id: origin.planId }),
    sourceSiteName: tx.sites.get({ id: origin.sourceSiteId })?.name ?? '',
    members: tx.memberships.count({ groupId: group.id }),
    actions: { review: permission(context, 'imported-groups.review', place.organization) },
  };
}

function approvalOf(tx: Tx, group: Group, site: Site): Approval {
  const members = new Set(
    tx.memberships.where({ groupId: group.id }).map(({ accountId }) => accountId),
  );
  const rows = tx.queries.accountsOn(group.siteId).filter(({ account }) => members.has(account.id));
  const index = indexByHolder(tx.queries.attachedRequests(group.siteId));
  const approval = {
    licencesAdded: 0,
    licences: licencesOf(site, tx.queries.licencesUsed(site.id)),
    membersGainingRole: 0,
    requestsBefore: 0,
    requestsAfter: 0,
    membersSuspended: 0,
  };
  for (const row of rows) {
    const after = highestRole([row.role, group.role]);
    const isActive = row.state === 'active';
    approval.licencesAdded += licencesAdded(
      { isActive, role: row.role },
      { isActive, role: after },
    );
    if (after !== row.role) approval.membersGainingRole += 1;
    if (row.state !== 'active') approval.membersSuspended += 1;
    approval.requestsBefore += openable(index, group, row, row.role);
    approval.requestsAfter += openable(index, group, row, after);
  }
  return approval;
}

function openable(
  index: AttachmentIndex,
  group: Group,
  row: AccountRow,
  role: AccountRow['role'],
): number {
  const { siteId } = group;
  const accessActive = row.state === 'active';
  return countOpenable(index, {
    type: 'atlassian',
    id: row.account.id,
    siteId,
    accessActive,
    role,
  });
}
