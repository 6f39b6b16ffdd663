import type { GroupId, HolderId, ProjectReferenceId, RequestId, ServiceProjectId } from './ids.ts';

/**
 * Where a service project names somebody besides as reporter, participant or member of a customer
 * organization. S2, "Copy customers", lists these places: standard and custom fields, content that
 * users made, workflows and permissions.
 */
export type ReferencePlace =
  'standard-field' | 'custom-field' | 'content' | 'workflow' | 'permission';

/**
 * One place in a service project that names a person or a group: a field or a comment of one of its
 * requests, or (`requestId` null) its workflow or its permissions. It opens no request to anybody;
 * it decides who is related to the project.
 */
export type ProjectReference = {
  readonly id: ProjectReferenceId;
  readonly projectId: ServiceProjectId;
  readonly requestId: RequestId | null;
  readonly place: ReferencePlace;
  /** The field, the kind of content, the transition or the project role, as the product calls it. */
  readonly name: string;
  readonly subjectId: HolderId | GroupId;
};

/** Project role of people who may raise requests: whoever is added on a project's Customers page. */
export const SERVICE_DESK_CUSTOMERS = 'Service Desk Customers';

/** Where a project says that somebody has that role. */
export const CUSTOMERS_ROLE = { place: 'permission', name: SERVICE_DESK_CUSTOMERS } as const;
