import type { Instant } from './clock.ts';
import type { AccountId, OrganizationId, SiteId } from './ids.ts';

/** A global Atlassian account. At most one exists per e-mail key. */
export type AtlassianAccount = {
  readonly id: AccountId;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly emailVerified: boolean;
  readonly createdAt: Instant;
  readonly version: number;
};

/** An account's place in an organization's directory. */
export type DirectoryUser = {
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly status: 'active' | 'suspended' | 'deactivated';
  readonly addedAt: Instant;
};

/**
 * An account's access to one site. While this record exists the account counts as an Atlassian
 * account on the site, suspended or not (design, section 2). `userKey` is assigned anew when a
 * portal-only account is migrated (S1, effects of the migration).
 */
export type SiteAccess = {
  readonly siteId: SiteId;
  readonly accountId: AccountId;
  readonly status: 'active' | 'suspended';
  readonly userKey: string;
  readonly lastSeenAt: Instant | null;
};

/** Whether the account can use the site at all: nobody suspended or deactivated it on either level. */
export function isAccessActive(
  directoryUser: Pick<DirectoryUser, 'status'> | undefined,
  access: Pick<SiteAccess, 'status'> | undefined,
): boolean {
  return directoryUser?.status === 'active' && access?.status === 'active';
}

/** The state that a list shows for an account on a site: the stricter of the two levels. */
export type AccountState = 'active' | 'suspended' | 'deactivated';

/** The stricter of directory status and site access. */
export function accountState(
  directoryUser: Pick<DirectoryUser, 'status'> | undefined,
  access: Pick<SiteAccess, 'status'> | undefined,
): AccountState {
  if (directoryUser?.status === 'deactivated') return 'deactivated';
  return isAccessActive(directoryUser, access) ? 'active' : 'suspended';
}
