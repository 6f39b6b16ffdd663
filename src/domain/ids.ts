/** Ids say what they name: readable in a log, checked by the compiler, never cast. */
export type OrganizationId = `organization_${string}`;
export type SiteId = `site_${string}`;
export type GroupId = `group_${string}`;
export type CustomerOrganizationId = `customer-organization_${string}`;
export type ServiceProjectId = `project_${string}`;
export type RequestId = `request_${string}`;
export type ProjectReferenceId = `reference_${string}`;
export type CopyPlanId = `plan_${string}`;
export type ServerId = `server_${string}`;
export type ServerDirectoryId = `server-directory_${string}`;
export type ServerUserId = `server-user_${string}`;
export type JobId = `job_${string}`;
export type ImportId = `import_${string}`;
export type AuditEntryId = `audit_${string}`;
export type MessageId = `message_${string}`;

/** Where people, service projects and requests stand: a cloud site, or a Jira server to migrate from. */
export type PlaceId = SiteId | ServerId;

/** A portal-only account: `qm:<uuid>:<uuid>`, valid on one site only. */
export type PortalCustomerId = `qm:${string}`;

/** An Atlassian account: global, one per e-mail key. Other prefixes exist in real exports. */
export type AccountId = `${number}:${string}`;

/**
 * Who raised or takes part in a request: an account of either type, on a server one of its users, or
 * the container for deleted people.
 */
export type HolderId = PortalCustomerId | AccountId | ServerUserId | typeof FORMER_USER;

/** Content of deleted people stands under this name; it is no account (S4, "Deleted or inactive customers"). */
export const FORMER_USER = 'former-user';

/** Tells a portal-only account's id from every other holder's. */
export function isPortalCustomerId(id: string): id is PortalCustomerId {
  return id.startsWith('qm:');
}

/** Tells a user of a server from every other holder. */
export function isServerUserId(id: string): id is ServerUserId {
  return id.startsWith('server-user_');
}

/** Tells a server from a site. */
export function isServerId(id: string): id is ServerId {
  return id.startsWith('server_');
}

/** Tells a group's id from an account's. */
export function isGroupId(id: string): id is GroupId {
  return id.startsWith('group_');
}

/** Tells an Atlassian account's id from every other holder's. */
export function isAccountId(id: string): id is AccountId {
  return /^\d+:./.test(id);
}
