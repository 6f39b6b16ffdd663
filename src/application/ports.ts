/*
 * All of the outside that the use cases know: records, lists, a moment in time, fresh ids.
 * Everything is synchronous, so that one use case is one transaction.
 */
import type {
  AccountState,
  AtlassianAccount,
  DirectoryUser,
  SiteAccess,
} from '../domain/account.ts';
import type { AuditAction, AuditEntry } from '../domain/audit.ts';
import type { BulkSelection, SelectedCustomer } from '../domain/bulk.ts';
import type { Clock, Instant } from '../domain/clock.ts';
import type { CopyFlow } from '../domain/copy-flow.ts';
import type {
  AttentionRow,
  CopyLink,
  CopyOutcome,
  CopyPlan,
  OutcomeAction,
} from '../domain/copy-plan.ts';
import type { CustomerAccessSettings } from '../domain/customer-access-settings.ts';
import type {
  CustomerOrganization,
  CustomerOrganizationMember,
  CustomerOrganizationProject,
} from '../domain/customer-organization.ts';
import type { Group, Membership } from '../domain/group.ts';
import type {
  AccountId,
  GroupId,
  ImportId,
  JobId,
  OrganizationId,
  PlaceId,
  PortalCustomerId,
  SiteId,
} from '../domain/ids.ts';
import type { ImportFile, ImportOutcome, ImportRow, ImportSession } from '../domain/import.ts';
import type { Job, JobItem } from '../domain/job.ts';
import type { Message, MessageKind } from '../domain/message.ts';
import type { Organization, Site } from '../domain/organization.ts';
import type { Persona } from '../domain/permission.ts';
import type { PortalCustomer, PortalCustomerState } from '../domain/portal-customer.ts';
import type { ProductRole } from '../domain/product-role.ts';
import type { ProjectReference } from '../domain/project-reference.ts';
import type { Request, RequestParticipant, ServiceProject } from '../domain/request.ts';
import type { Records } from './records-port.ts';
import type { ServerRecords } from './server-ports.ts';
import type { ForecastMemo } from './forecast-memo.ts';

export type { Records } from './records-port.ts';

/** The settings of the whole workspace: exactly one record, with id `workspace`. */
export type Workspace = {
  readonly id: 'workspace';
  readonly scenario: string;
  readonly clock: Clock;
  readonly persona: Persona;
  /** Strict mode leaves only what the real product does: no simulator extras (design, section 2). */
  readonly strict: boolean;
  /** Counts every committed write and never goes back: an equal count means unchanged data. */
  readonly change: number;
};

/** One transaction's view of the store. */
export type Tx = {
  readonly workspace: Records<Workspace, 'id'>;
  readonly organizations: Records<Organization, 'id'>;
  readonly sites: Records<Site, 'id'>;
  readonly accounts: Records<AtlassianAccount, 'id'>;
  readonly directoryUsers: Records<DirectoryUser, 'organizationId' | 'accountId'>;
  readonly siteAccess: Records<SiteAccess, 'siteId' | 'accountId'>;
  readonly groups: Records<Group, 'id'>;
  readonly memberships: Records<Membership, 'groupId' | 'accountId'>;
  readonly portalCustomers: Records<PortalCustomer, 'id'>;
  readonly customerAccess: Records<CustomerAccessSettings, 'siteId'>;
  readonly customerOrganizations: Records<CustomerOrganization, 'id'>;
  readonly customerOrganizationMembers: Records<
    CustomerOrganizationMember,
    'customerOrganizationId' | 'holderId'
  >;
  readonly customerOrganizationProjects: Records<
    CustomerOrganizationProject,
    'customerOrganizationId' | 'projectId'
  >;
  readonly serviceProjects: Records<ServiceProject, 'id'>;
  readonly requests: Records<Request, 'id'>;
  readonly requestParticipants: Records<RequestParticipant, 'requestId' | 'holderId'>;
  readonly projectReferences: Records<ProjectReference, 'id'>;
  readonly copyPlans: Records<CopyPlan, 'id'>;
  readonly copyOutcomes: Records<CopyOutcome, 'planId' | 'position'>;
  readonly copyLinks: Records<CopyLink, 'sourcePlaceId' | 'destinationSiteId' | 'sourceId'>;
  readonly attentionRows: Records<AttentionRow, 'planId' | 'emailKey' | 'problem'>;
  readonly imports: Records<ImportSession, 'id'>;
  readonly importFiles: Records<ImportFile, 'importId' | 'number'>;
  readonly importRows: Records<ImportRow, 'importId' | 'fileNumber' | 'line'>;
  readonly jobs: Records<Job, 'id'>;
  readonly jobItems: Records<JobItem, 'jobId' | 'position'>;
  readonly messages: Records<Message, 'id'>;
  readonly auditEntries: Records<AuditEntry, 'id'>;
  readonly lists: Lists;
  readonly queries: Queries;
} & ServerRecords;

/** The part of a list that a page shows, and how many match in all. */
export type Page<R> = { readonly items: readonly R[]; readonly total: number };

/** What every list takes. `search` is a substring of the e-mail or the name, compared without case or accents' form. */
export type ListQuery = {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
};

type SortDirection = 'ascending' | 'descending';

export type PortalCustomerQuery = ListQuery & {
  readonly siteId: SiteId;
  readonly state: PortalCustomerState | null;
  readonly sort: 'name' | 'email' | 'state' | 'lastLogin';
  readonly direction: SortDirection;
};

export type PortalCustomerRow = PortalCustomer & {
  readonly customerOrganizations: readonly string[];
};

export type AccountQuery = ListQuery & {
  /** Accounts of one site, or of every site of one organization. */
  readonly siteId: SiteId | null;
  readonly organizationId: string;
  readonly state: AccountState | null;
  /** The highest role on the site, or on any site of the organization; absent asks for nothing. */
  readonly role?: ProductRole | null;
};

export type AccountRow = {
  readonly account: AtlassianAccount;
  readonly state: AccountState;
  readonly role: ProductRole;
  readonly lastSeenAt: Instant | null;
};

/** Both accounts of one address on one site: the profile is active, revoked or migrating. */
export type DuplicateRow = Omit<AccountRow, 'lastSeenAt'> & { readonly customer: PortalCustomer };

export type GroupRow = { readonly group: Group; readonly members: number };

export type OutcomeQuery = ListQuery & {
  readonly planId: string;
  readonly action: OutcomeAction | null;
};

export type ImportRowQuery = {
  readonly importId: ImportId;
  readonly outcome: ImportOutcome | null;
  /** Only rows with at least one finding. */
  readonly withFindings: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** `search` is looked for in the address and in every text of the facts. */
export type MessageQuery = ListQuery & {
  readonly siteId: SiteId | null;
  readonly kinds: readonly MessageKind[];
  /** One address, compared as e-mail keys are. */
  readonly to: string | null;
};

/** `search` is looked for in the subject and in every text of the facts, of before and of after. */
export type AuditQuery = ListQuery & {
  /** Also finds changes of the organization's sites, and those of the whole workspace. */
  readonly organizationId: OrganizationId;
  readonly siteId: SiteId | null;
  readonly action: AuditAction | null;
  readonly actor: AuditEntry['actor'] | null;
  readonly subjectId: string | null;
  /** At this instant or later, and before that one. */
  readonly from: Instant | null;
  readonly to: Instant | null;
};

/** Searched, filtered, sorted and paged reads: the read model of large sites will stand behind this port. */
export type Lists = {
  /** Without deleted accounts: they are wiped and no longer listed (domain.md 3.1). */
  portalCustomers(query: PortalCustomerQuery): Page<PortalCustomerRow>;
  accounts(query: AccountQuery): Page<AccountRow>;
  groups(query: ListQuery & { readonly siteId: SiteId }): Page<GroupRow>;
  groupMembers(query: ListQuery & { readonly groupId: GroupId }): Page<AccountRow>;
  /** Accounts with access to the group's site that are not its members. */
  groupCandidates(
    query: ListQuery & { readonly groupId: GroupId; readonly siteId: SiteId },
  ): Page<AccountRow>;
  outcomes(query: OutcomeQuery): Page<CopyOutcome>;
  importRows(query: ImportRowQuery): Page<ImportRow>;
  /** Addresses with both account types on a site, by the customer's name. */
  duplicates(query: ListQuery & { readonly siteId: SiteId }): Page<DuplicateRow>;
  messages(query: MessageQuery): Page<Message>;
  auditEntries(query: AuditQuery): Page<AuditEntry>;
};

/** Reads that join or count; each answers one question of a use case. */
export type Queries = {
  /** The portal-only profile under an e-mail key that is not deleted; at most one exists. */
  portalCustomerByEmail(siteId: SiteId, emailKey: string): PortalCustomer | undefined;
  portalCustomerCounts(siteId: SiteId): Readonly<Record<PortalCustomerState, number>>;
  /** Addresses with both account types on a site: as many as `lists.duplicates` shows. */
  duplicateCount(siteId: SiteId): number;
  /** Approved role on a site, from all groups of the account there. */
  roleOn(siteId: SiteId, accountId: AccountId): ProductRole;
  /** Accounts with access to the site, with what decides what they can open. */
  accountsOn(siteId: SiteId): AccountRow[];
  groupsOf(siteId: SiteId, accountId: AccountId): Group[];
  /** Accounts that hold a licence on the site today: an approved agent role and active access. */
  licencesUsed(siteId: SiteId): number;
  /** Licences taken by active members if no other group gives them the agent role; the group must give it itself. */
  licencesThrough(groupId: GroupId): number;
  customerOrganizationsOf(placeId: PlaceId, holderId: string): CustomerOrganization[];
  /** Requests of a site with everyone each is attached to; all of them, or one holder's. */
  attachedRequests(placeId: PlaceId, holderId?: string): AttachedRequest[];
  /**
   * Rows of a run that are still open, by e-mail key: a group that is not approved, or an address
   * that still holds both account types on the destination (S0).
   */
  openAttention(planId: string): AttentionRow[];
  outcomeCounts(planId: string): Readonly<Partial<Record<OutcomeAction, number>>>;
  /** The same by way, as `copyFlows` counts them. */
  outcomeFlows(planId: string): CopyFlow[];
  portalCustomerIdTaken(id: PortalCustomerId): boolean;
  /**
   * All customers of a site that a selection means, in list order (by name): exactly those that
   * `lists.portalCustomers` shows for the search and the state, or those of the ids that it shows.
   */
  selectedPortalCustomers(siteId: SiteId, selection: BulkSelection): SelectedCustomer[];
  jobItemCounts(jobId: JobId): Readonly<Record<JobItem['state'], number>>;
  /** Items of a job, or those in one state, by position. */
  jobItems(
    jobId: JobId,
    query: {
      readonly state: JobItem['state'] | null;
      readonly offset: number;
      readonly limit: number;
    },
  ): JobItem[];
  /** The running job that ends first. */
  nextJobEvent(): Job | undefined;
};

/** A request with everyone it is attached to. */
export type AttachedRequest = Request & {
  readonly participantIds: readonly RequestParticipant['holderId'][];
  readonly sharedWithIds: readonly RequestParticipant['holderId'][];
};

/** Fresh identifiers: random in the product, counted in tests, seeded in scenarios. */
export type Ids = {
  /** `prefix` as in `ids.ts`, without the underscore. */
  next<P extends string>(prefix: P): `${P}_${string}`;
  uuid(): string;
};

/** Who acts, and when. Every use case gets one. */
export type Context = {
  readonly now: Instant;
  readonly actor: Persona;
  readonly ids: Ids;
  /** Only where nothing is written. */
  readonly forecasts?: ForecastMemo;
};

/** What a use case passes to write its audit entry; time and actor come from the context. */
export type Change = {
  readonly action: AuditAction;
  readonly siteId?: SiteId | null;
  readonly organizationId?: AuditEntry['organizationId'];
  readonly subjectId: string;
  readonly facts?: AuditEntry['facts'];
  readonly before?: AuditEntry['before'];
  readonly after?: AuditEntry['after'];
};
