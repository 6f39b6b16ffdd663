import type { CustomerOrganizationId, HolderId, ServiceProjectId, SiteId } from './ids.ts';

/** The Jira Service Management grouping of customers; it may span service projects. */
export type CustomerOrganization = {
  readonly id: CustomerOrganizationId;
  readonly siteId: SiteId;
  readonly name: string;
  /** Goes up with every change of the name. */
  readonly version: number;
};

export type CustomerOrganizationMember = {
  readonly customerOrganizationId: CustomerOrganizationId;
  readonly holderId: HolderId;
};

export type CustomerOrganizationProject = {
  readonly customerOrganizationId: CustomerOrganizationId;
  readonly projectId: ServiceProjectId;
};
