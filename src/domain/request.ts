import type { Instant } from './clock.ts';
import type {
  CustomerOrganizationId,
  HolderId,
  RequestId,
  ServiceProjectId,
  SiteId,
} from './ids.ts';

export type ServiceProject = {
  readonly id: ServiceProjectId;
  readonly siteId: SiteId;
  readonly key: string;
  readonly name: string;
};

/** A help request on one site. */
export type Request = {
  readonly id: RequestId;
  readonly siteId: SiteId;
  readonly projectId: ServiceProjectId;
  readonly key: string;
  readonly summary: string;
  readonly status: 'open' | 'resolved';
  readonly createdAt: Instant;
  readonly reporterId: HolderId;
  /** The customer organization it is shared with. */
  readonly customerOrganizationId: CustomerOrganizationId | null;
};

export type RequestParticipant = { readonly requestId: RequestId; readonly holderId: HolderId };
