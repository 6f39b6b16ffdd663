/* What evaluating an import needs to know of the site, and what it wants to change there. */
import type { AtlassianAccount, DirectoryUser, SiteAccess } from './account.ts';
import type { Instant } from './clock.ts';
import type { AccountId, PortalCustomerId } from './ids.ts';
import type { ImportFindingCode } from './import.ts';
import type { PortalCustomer, PortalCustomerState } from './portal-customer.ts';

type Lookup<V> = Pick<ReadonlyMap<string, V>, 'get'>;

/** The present state, asked for what a row needs. */
export type ImportLookups = {
  readonly siteName: string;
  /** Portal-only profiles of the site that are not deleted, by e-mail key. */
  readonly customers: Lookup<PortalCustomer>;
  /** The same by id. */
  readonly customersById: Lookup<PortalCustomer>;
  /** Whether any site holds the id, or a deleted profile does. */
  readonly isCustomerIdTaken: (id: PortalCustomerId) => boolean;
  /** Every Atlassian account, by e-mail key and by id. */
  readonly accounts: Lookup<AtlassianAccount>;
  readonly accountsById: Lookup<AtlassianAccount>;
  /** By account id: the site's organization, the site, and lower-case names of the site's groups. */
  readonly directoryUsers: Lookup<DirectoryUser>;
  readonly siteAccess: Lookup<SiteAccess>;
  readonly groupNames: Lookup<ReadonlySet<string>>;
};

/** The present state, all of it in memory. */
export type ImportState = {
  readonly [Name in keyof ImportLookups]: ImportLookups[Name] extends Lookup<infer V>
    ? ReadonlyMap<string, V>
    : ImportLookups[Name];
};

/** What an accepted row changes; only what differs is there. */
export type ImportChange = CustomerChange | AccountChange;

export type CustomerChange = {
  readonly kind: 'portal-only';
  /** The profile as it is, or null for a new one. */
  readonly existing: PortalCustomer | null;
  /** The id of a new profile; null asks for a fresh one. */
  readonly id: PortalCustomerId | null;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly state: PortalCustomerState;
  readonly createdAt: Instant | null;
  readonly lastLoginAt: Instant | null;
};

export type AccountChange = {
  readonly kind: 'atlassian';
  readonly existing: AtlassianAccount | null;
  /** The id of a new account; null asks for a fresh one. */
  readonly id: AccountId | null;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly createdAt: Instant | null;
  /** Present where the directory or the access to the site changes or begins. */
  readonly directoryStatus: DirectoryUser['status'] | null;
  readonly access: Pick<SiteAccess, 'status' | 'lastSeenAt'> | null;
  /** Names of groups of the site; those that do not exist yet are created. */
  readonly join: readonly string[];
  readonly leave: readonly string[];
};

/** What a row comes to on the site as it is. */
export type Decision<C extends ImportChange> =
  | {
      readonly outcome: 'new' | 'updated' | 'unchanged';
      readonly change: C | null;
      /** The id that the person has or will have, when it is known already. */
      readonly id: string | null;
      /** Another account holds the address already; the row's id is not used. */
      readonly otherAccountId: string | null;
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Why the site cannot take a row, with the facts that the sentence on screen needs. */
export type Refusal = {
  readonly code: Extract<
    ImportFindingCode,
    'already-migrated' | 'being-migrated' | 'account-id-taken'
  >;
  readonly facts: Readonly<Record<string, string | number>>;
};
