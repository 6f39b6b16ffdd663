/* Lists: what they are asked, and what they show of each row. */
import type { AccountState, AtlassianAccount } from '../domain/account.ts';
import type { AuditAction, AuditEntry } from '../domain/audit.ts';
import type { Instant } from '../domain/clock.ts';
import type { CopyOutcome, OutcomeAction } from '../domain/copy-plan.ts';
import type { Group } from '../domain/group.ts';
import type { GroupId, ImportId, OrganizationId, SiteId } from '../domain/ids.ts';
import type { ImportOutcome, ImportRow } from '../domain/import.ts';
import type { Message, MessageKind } from '../domain/message.ts';
import type { PortalCustomer, PortalCustomerState } from '../domain/portal-customer.ts';
import type { ProductRole } from '../domain/product-role.ts';

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

/** Searched, filtered, sorted and paged reads; those of large sites come from memory (`store/read-model`). */
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
  /**
   * The same entries in the same order, all of them, in parts of any length. Each part takes a look at
   * so many entries and no more, whether or not they match.
   */
  auditEntryParts(query: Omit<AuditQuery, 'offset' | 'limit'>): Generator<AuditEntry[], void>;
};
