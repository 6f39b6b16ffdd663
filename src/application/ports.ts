/*
 * All of the outside that the use cases know: records, lists, a moment in time, fresh ids.
 * Everything is synchronous, so that one use case is one transaction.
 */
import type { AtlassianAccount, DirectoryUser, SiteAccess } from '../domain/account.ts';
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
  PlaceId,
  PortalCustomerId,
  SiteId,
} from '../domain/ids.ts';
import type { ImportFile, ImportOutcome, ImportRow, ImportSession } from '../domain/import.ts';
import type { Job, JobItem } from '../domain/job.ts';
import type { Message } from '../domain/message.ts';
import type { Organization, Site } from '../domain/organization.ts';
import type { Persona } from '../domain/permission.ts';
import type { PortalCustomer } from '../domain/portal-customer.ts';
import type { ProductRole } from '../domain/product-role.ts';
import type { ProjectReference } from '../domain/project-reference.ts';
import type { Request, RequestParticipant, ServiceProject } from '../domain/request.ts';
import type { Records } from './records-port.ts';
import type { ServerRecords } from './server-ports.ts';
import type { ForecastMemo } from './forecast-memo.ts';
import type { AccountRow, Lists } from './lists-port.ts';

export type {
  Page,
  ListQuery,
  PortalCustomerQuery,
  PortalCustomerRow,
  AccountQuery,
  AccountRow,
  DuplicateRow,
  GroupRow,
  OutcomeQuery,
  ImportRowQuery,
  MessageQuery,
  AuditQuery,
  Lists,
} from './lists-port.ts';
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

/** Reads that join or count; each answers one question of a use case. */
export type Queries = {
  /** The portal-only profile under an e-mail key that is not deleted; at most one exists. */
  portalCustomerByEmail(siteId: SiteId, emailKey: string): PortalCustomer | undefined;
  /** A deleted profile of that address; of several the first by id. */
  deletedPortalCustomer(siteId: SiteId, emailKey: string): PortalCustomer | undefined;
  /** How many a site lists, and how many of them are migrated; all others are still portal-only. */
  portalCustomerCounts(siteId: SiteId): { readonly listed: number; readonly migrated: number };
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
  /** Rows of one file of an import, those behind a line. */
  importRowsAfter(
    file: { readonly importId: ImportId; readonly number: number },
    line: number,
    limit: number,
  ): ImportRow[];
  /** How many rows of which file come to what, and how many warnings they carry. */
  importTallies(importId: ImportId): {
    readonly rows: readonly {
      readonly fileNumber: number;
      readonly outcome: ImportOutcome;
      readonly count: number;
    }[];
    readonly warnings: readonly { readonly fileNumber: number; readonly count: number }[];
  };
  /** Portal-only profiles of every site by id, those behind one; `isThere`: on this site, and not deleted. */
  customerAddressesAfter(
    siteId: SiteId,
    id: string,
    limit: number,
  ): (AddressRow & { readonly isThere: boolean })[];
  /** Accounts with access to a site by id, those behind one. */
  accountAddressesAfter(siteId: SiteId, id: string, limit: number): AddressRow[];
  /** The running job that ends first. */
  nextJobEvent(): Job | undefined;
};

type AddressRow = { readonly id: string; readonly email: string; readonly emailKey: string };

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
