/*
 * Which account a person arrives with. When an address has an Atlassian account on a site, that
 * account is the one that logs in, which is why duplicates lose sight of their earlier requests
 * (S0, "Upgrade portal-only customers to Atlassian accounts").
 */
import type { AccountId, SiteId } from './ids.ts';
import { countsAsPortalOnly, type PortalCustomer } from './portal-customer.ts';
import type { ProductRole } from './product-role.ts';
import { canOpenRequest, type RequestAttachments, type Viewer } from './request-access.ts';

/** An Atlassian account's standing on one site. */
type AccountStanding = {
  readonly accountId: AccountId;
  readonly accessActive: boolean;
  readonly role: ProductRole;
};

/** Everything that one e-mail key holds on one site. */
export type Holdings = {
  readonly portalCustomer: PortalCustomer | undefined;
  readonly account: AccountStanding | undefined;
};

/** The viewer that a person is on a site; undefined when the address holds nothing there. */
export function viewerOf(siteId: SiteId, holdings: Holdings): Viewer | undefined {
  const { account, portalCustomer } = holdings;
  if (account) {
    const { accountId: id, accessActive, role } = account;
    return { type: 'atlassian', id, siteId, accessActive, role };
  }
  if (portalCustomer && countsAsPortalOnly(portalCustomer)) {
    return { type: 'portal-only', id: portalCustomer.id, siteId, state: portalCustomer.state };
  }
  return undefined;
}

/** Requests by everyone they are attached to, so that one person's need no walk over all. */
export type AttachmentIndex = ReadonlyMap<string, readonly RequestAttachments[]>;

/** Indexes requests by holder; each request stands once under each holder. */
export function indexByHolder(requests: Iterable<RequestAttachments>): AttachmentIndex {
  const index = new Map<string, RequestAttachments[]>();
  for (const request of requests) {
    const holders = new Set<string>([
      request.reporterId,
      ...request.participantIds,
      ...request.sharedWithIds,
    ]);
    for (const holder of holders) {
      const list = index.get(holder);
      if (list) list.push(request);
      else index.set(holder, [request]);
    }
  }
  return index;
}

/** How many of the indexed requests a viewer can open; nobody opens none. */
export function countOpenable(index: AttachmentIndex, viewer: Viewer | undefined): number {
  if (!viewer) return 0;
  const attached = index.get(viewer.id) ?? [];
  return attached.filter((request) => canOpenRequest(viewer, request)).length;
}
