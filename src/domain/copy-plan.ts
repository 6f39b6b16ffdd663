import type { Instant } from './clock.ts';
import type { Attention, Holding } from './copy-table.ts';
import type { PlanAction, SourceHolding } from './plan-rules.ts';
import type {
  AccountId,
  CopyPlanId,
  GroupId,
  HolderId,
  JobId,
  PlaceId,
  PortalCustomerId,
  ServerUserId,
  ServiceProjectId,
  SiteId,
} from './ids.ts';

/** Status words of the real dashboards that apply here (domain.md 7.3). */
export type CopyPlanState = 'saved' | 'running' | 'finished' | 'stopped' | 'incomplete';

/**
 * `copy`: between sites. From a server: *Migrate your users in advance*, or *Migrate your data* (S4,
 * "Customer migration options").
 */
export type PlanFlow = 'copy' | 'in-advance' | 'with-data';

/**
 * S2: all customers, or only those related to the selected projects. *No customers* exists for servers
 * alone, and there without a service project (S4).
 */
export type CustomerScope = 'all' | 'related' | 'none';

/**
 * Which users (licensed people) come along (domain.md 6.2, USERS): all, those associated with the
 * selected projects, or these and the other members of the groups that the projects name.
 */
export type UserScope = 'all' | 'related' | 'related-and-members';

/** What is to be carried where: a copy between sites, or a migration from a server. */
export type CopyPlan = {
  readonly id: CopyPlanId;
  readonly name: string;
  readonly flow: PlanFlow;
  /** A server exactly where `flow` says so. */
  readonly sourcePlaceId: PlaceId;
  readonly destinationSiteId: SiteId;
  readonly customers: CustomerScope;
  readonly users: UserScope;
  /**
   * *Preserve group membership*: users arrive in their groups. Otherwise users and groups are copied
   * separately, and an administrator puts the ones into the others (domain.md 6.2, COPYCONF, USERS).
   */
  readonly preserveGroupMembership: boolean;
  /** Service projects of the source whose requests and customer organizations are copied too. */
  readonly projectIds: readonly ServiceProjectId[];
  readonly state: CopyPlanState;
  readonly jobId: JobId | null;
  readonly createdAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** The group that this run's mismatched customers were put in. */
  readonly importedGroupId: GroupId | null;
  /** Put away from the dashboard of a server (domain.md 7.3); null for every other plan. */
  readonly archivedAt: Instant | null;
  readonly version: number;
};

/**
 * `left-out`: copied by an earlier run between the same sites, so not copied again (S2).
 * `not-copied`: the run ended before the customer's turn came.
 */
export type OutcomeAction = PlanAction | 'left-out' | 'not-copied';

/**
 * One customer of a run: the forecast when the run starts, the facts once `state` is `done`.
 * `position` orders the rows and is what the job's cursor counts.
 */
export type CopyOutcome = {
  readonly planId: CopyPlanId;
  readonly position: number;
  /** Former customers of a server have no address in a run: theirs is no key of any. */
  readonly emailKey: string;
  readonly email: string;
  readonly name: string;
  readonly sourceHolding: SourceHolding;
  readonly destinationHolding: Holding;
  readonly afterHolding: Holding;
  readonly action: OutcomeAction;
  readonly attention: readonly Attention[];
  /** What `attention` was when the run began, whatever came of it. */
  readonly forecastAttention: readonly Attention[];
  readonly sourcePortalCustomerId: PortalCustomerId | null;
  readonly sourceAccountId: AccountId | null;
  readonly sourceServerUserId: ServerUserId | null;
  /** The holder that arriving requests are attached to; null until done. */
  readonly attachedTo: HolderId | null;
  /** Requests on the destination that this person can open before the run and after it. */
  readonly canOpenBefore: number;
  readonly canOpenAfter: number;
  /** Requests that arrive with this run and are attached to the person. */
  readonly arriving: number;
  /**
   * Requests that the person could open before the run and cannot after it, as forecast when it
   * began: on the destination, or on the source for those that arrive.
   */
  readonly losing: number;
  readonly state: 'pending' | 'done';
};

/**
 * The record kept from earlier copies: it decides linking and what a further run leaves out (S2).
 * `destinationId` moves on when the destination customer is migrated.
 */
export type CopyLink = {
  readonly sourcePlaceId: PlaceId;
  readonly destinationSiteId: SiteId;
  readonly sourceId: string;
  readonly destinationId: string;
  readonly kind: 'holder' | 'project' | 'customer-organization' | 'request';
  readonly planId: CopyPlanId;
};

/** A row of RequiresAttention.csv: one per customer and problem. Whether it is open is read from the present state. */
export type AttentionRow = {
  readonly planId: CopyPlanId;
  readonly emailKey: string;
  readonly problem: Attention;
  readonly email: string;
  readonly name: string;
  readonly sourceHolding: SourceHolding;
  readonly destinationHolding: Holding;
  readonly afterHolding: Holding;
  readonly siteId: SiteId;
  readonly groupId: GroupId | null;
  readonly portalCustomerId: PortalCustomerId | null;
};
