import type { Instant } from './clock.ts';
import type { AccountId, CopyPlanId, GroupId, PlaceId, SiteId } from './ids.ts';
import type { ProductRole } from './product-role.ts';

/** How far the review of an access has come; `none` where it needs none or is not asked for. */
export type GroupReview = 'none' | 'pending' | 'approved' | 'denied';

/**
 * A group on a site. `role` is the Jira Service Management role it confers once `review` is `none`
 * or `approved`. An imported group arrives `pending`: access is carried over but not applied until
 * an administrator confirms it (domain.md 5.1).
 */
export type Group = {
  readonly id: GroupId;
  readonly siteId: SiteId;
  readonly name: string;
  readonly description: string;
  readonly role: ProductRole;
  readonly isDefault: boolean;
  readonly review: GroupReview;
  /**
   * Whether it also confers administration of the product, which takes no licence (domain.md 5.1,
   * REVIEW). It counts once `adminReview` is `none` or `approved`, apart from `review`.
   */
  readonly adminAccess: boolean;
  readonly adminReview: GroupReview;
  /** Why an imported group exists; null for a group of the site itself. */
  readonly origin: GroupOrigin | null;
  readonly reviewedAt: Instant | null;
  readonly version: number;
};

/** `mismatched-customers` gathers people who were portal-only on the source (S0); `source-group` came along by name. */
export type GroupOrigin = {
  readonly planId: CopyPlanId;
  readonly sourcePlaceId: PlaceId;
  readonly reason: 'mismatched-customers' | 'source-group';
};

export type Membership = { readonly groupId: GroupId; readonly accountId: AccountId };

/** The role that a group confers today: nothing before approval. */
export function effectiveRole(group: Pick<Group, 'role' | 'review'>): ProductRole {
  return group.review === 'none' || group.review === 'approved' ? group.role : 'none';
}

/** Whether a group confers administration of the product today: not before approval. */
export function confersAdmin(group: Pick<Group, 'adminAccess' | 'adminReview'>): boolean {
  return group.adminAccess && (group.adminReview === 'none' || group.adminReview === 'approved');
}

/** S1: the group that migrated customers join; no default product access. */
export function customersGroupName(siteName: string): string {
  return `jira-servicemanagement-customers-${siteName}`;
}

/** The default group of agents (domain.md 1.3). */
export function agentsGroupName(siteName: string): string {
  return `jira-servicemanagement-users-${siteName}`;
}

/** Name of the group that gathers one run's mismatched customers. The real naming pattern is not documented. */
export function importedGroupName(sourceSiteName: string, number: number): string {
  return `imported-customers-${sourceSiteName}-${number}`;
}

/** Groups that are never copied; their members are (domain.md 5.1, block list). */
const BLOCK_LIST: readonly string[] = [
  'site-admins',
  'system-administrators',
  'atlassian-addons',
  'Atlassian-addons-admin',
];

/** The one that stays on a server besides (domain.md 5.1, BLOCK-CMA). */
const SERVER_BLOCK_LIST: readonly string[] = [...BLOCK_LIST, 'org-admins'];

/** Why a run leaves a group of the source behind; null when it comes along (domain.md 5.1). */
export function whyLeftBehind(
  group: Pick<Group, 'name' | 'role' | 'review' | 'adminAccess' | 'adminReview'>,
  isOnServer = false,
): 'block-listed' | 'no-access' | null {
  const blocked = isOnServer ? SERVER_BLOCK_LIST : BLOCK_LIST;
  if (blocked.includes(group.name)) return 'block-listed';
  return effectiveRole(group) === 'none' && !confersAdmin(group) ? 'no-access' : null;
}
