import type { OrganizationId, SiteId } from './ids.ts';

/** The two user management experiences of S1; they decide the navigation and who may do what. */
export type Experience = 'centralized' | 'original';

/** An Atlassian organization: never a customer organization. */
export type Organization = {
  readonly id: OrganizationId;
  readonly name: string;
  readonly experience: Experience;
  /** Claimed domains, lower case: accounts with such an address are managed by the organization (domain.md 4.2). */
  readonly managedDomains: readonly string[];
  /** Whether managed accounts log in through the organization's identity provider. */
  readonly singleSignOn: boolean;
};

/** An instance with Jira Service Management. `name` is the workspace name that default groups carry. */
export type Site = {
  readonly id: SiteId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly subscription: 'free' | 'paid';
};

/** Whether the organization manages the account of an address: it has claimed the domain (domain.md 4.2). */
export function isManagedBy(organization: Organization, emailKey: string): boolean {
  return organization.managedDomains.includes(emailKey.slice(emailKey.lastIndexOf('@') + 1));
}
