import type { Instant } from './clock.ts';
import type {
  CustomerOrganizationId,
  HolderId,
  PlaceId,
  RequestId,
  ServiceProjectId,
} from './ids.ts';

/** A service project of a site, or of a server whose data is to be migrated. */
export type ServiceProject = {
  readonly id: ServiceProjectId;
  readonly siteId: PlaceId;
  readonly key: string;
  readonly name: string;
};

/** A help request on one site or server. */
export type Request = {
  readonly id: RequestId;
  readonly siteId: PlaceId;
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
