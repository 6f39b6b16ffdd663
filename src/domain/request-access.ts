/*
 * Who can open what: the heart of the domain. Every screen that speaks of consequences computes
 * them from `canOpenRequest`, never from fixed text (design, section 2, Access).
 */
import type {
  AccountId,
  HolderId,
  PlaceId,
  PortalCustomerId,
  ServerId,
  ServerUserId,
  SiteId,
} from './ids.ts';
import type { PortalCustomerState } from './portal-customer.ts';
import type { ProductRole } from './product-role.ts';

/** An account that wants to open a request, with what decides whether it may. */
export type Viewer =
  | {
      readonly type: 'portal-only';
      readonly id: PortalCustomerId;
      readonly siteId: SiteId;
      readonly state: PortalCustomerState;
    }
  | {
      readonly type: 'atlassian';
      readonly id: AccountId;
      /** The site in question, whether the account's access to it is active, and its approved role there. */
      readonly siteId: SiteId;
      readonly accessActive: boolean;
      readonly role: ProductRole;
    };

/** Somebody on a server that is migrated from: whom a run must not take requests from unnoticed. */
export type ServerViewer = {
  readonly type: 'server-user';
  readonly id: ServerUserId;
  readonly siteId: ServerId;
  /** Whether the server lets the person log in. */
  readonly active: boolean;
};

/** The people a request is attached to: its reporter, its participants, the members of the organization it is shared with. */
export type RequestAttachments = {
  readonly siteId: PlaceId;
  readonly reporterId: HolderId;
  readonly participantIds: readonly HolderId[];
  readonly sharedWithIds: readonly HolderId[];
};

/** Whether a request is attached to an account at all, whatever that account may do. */
export function isAttachedTo(request: RequestAttachments, holderId: HolderId): boolean {
  return (
    request.reporterId === holderId ||
    request.participantIds.includes(holderId) ||
    request.sharedWithIds.includes(holderId)
  );
}

/** Whether an account may use the help center of its site (design, section 2, Access). */
export function canUseHelpCenter(viewer: Viewer | ServerViewer): boolean {
  if (viewer.type === 'portal-only') return viewer.state === 'active';
  if (viewer.type === 'server-user') return viewer.active;
  return viewer.accessActive && viewer.role !== 'none';
}

/**
 * A portal-only account opens what it reported, takes part in or shares through a customer
 * organization, on its own site, while active. An Atlassian account does so only with access to
 * the site and an approved role there, and only for requests attached to that account (S0, S1, S3).
 * A user of a server opens there what is attached to him, while he may log in.
 */
export function canOpenRequest(
  viewer: Viewer | ServerViewer,
  request: RequestAttachments,
): boolean {
  return (
    viewer.siteId === request.siteId && canUseHelpCenter(viewer) && isAttachedTo(request, viewer.id)
  );
}
