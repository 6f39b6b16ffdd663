/* The selected service projects of a plan: which requests and customer organizations arrive. */
import type { CopyLink, CopyPlan } from '../domain/copy-plan.ts';
import type { CustomerOrganization } from '../domain/customer-organization.ts';
import { FORMER_USER, isPortalCustomerId } from '../domain/ids.ts';
import type { CustomerOrganizationId, HolderId, RequestId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import { isHolderOn } from './holders.ts';
import type { AttachedRequest, Tx } from './ports.ts';

type Ends = Pick<CopyPlan, 'sourcePlaceId' | 'destinationSiteId'>;

/** Requests of the selected projects that no earlier run has copied, or whose copy is gone (LINK). */
export function arrivingRequests(tx: Tx, plan: CopyPlan): AttachedRequest[] {
  if (plan.projectIds.length === 0) return [];
  const projects = new Set<string>(plan.projectIds);
  return tx.queries
    .attachedRequests(plan.sourcePlaceId)
    .filter(({ id, projectId }) => projects.has(projectId) && !requestCopy(tx, plan, id));
}

/** The link of an earlier run's copy of a request, while that copy is still on the destination. */
export function requestCopy(tx: Tx, plan: Ends, requestId: RequestId): CopyLink | undefined {
  const link = linkOf(tx, plan, requestId);
  return link && tx.requests.get({ id: link.destinationId as RequestId }) ? link : undefined;
}

/** Customer organizations linked to the selected projects, each once. */
export function relatedOrganizations(tx: Tx, plan: CopyPlan): CustomerOrganization[] {
  const ids = new Set<CustomerOrganizationId>();
  for (const projectId of plan.projectIds) {
    for (const link of tx.customerOrganizationProjects.where({ projectId })) {
      ids.add(link.customerOrganizationId);
    }
  }
  return [...ids].toSorted().flatMap((id) => tx.customerOrganizations.get({ id }) ?? []);
}

/** The destination's counterpart: from an earlier run, or of the same name. */
export function counterpartOf(
  tx: Tx,
  plan: CopyPlan,
  organization: CustomerOrganization,
): { readonly organization: CustomerOrganization; readonly copiedBefore: boolean } | undefined {
  const link = linkOf(tx, plan, organization.id);
  const copied =
    link && tx.customerOrganizations.get({ id: link.destinationId as CustomerOrganizationId });
  if (copied) return { organization: copied, copiedBefore: true };
  const { name } = organization;
  const same = tx.customerOrganizations.first({ siteId: plan.destinationSiteId, name });
  return same && { organization: same, copiedBefore: false };
}

/** Whom something of an account or profile outside the plan's people is attached to on the destination. */
export function attachOther(tx: Tx, plan: CopyPlan, destination: Site, holder: HolderId): HolderId {
  if (holder === FORMER_USER) return FORMER_USER;
  const link = linkOf(tx, plan, holder);
  // Whoever was deleted on the destination since then is nobody there any more.
  if (link && isHolderOn(tx, destination.id, link.destinationId as HolderId)) {
    return link.destinationId as HolderId;
  }
  return !isPortalCustomerId(holder) && isHolderOn(tx, destination.id, holder)
    ? holder
    : FORMER_USER;
}

/** The record of an earlier copy of a holder, project, customer organization or request. */
export function linkOf(tx: Tx, plan: Ends, sourceId: string): CopyLink | undefined {
  const { sourcePlaceId, destinationSiteId } = plan;
  return tx.copyLinks.get({ sourcePlaceId, destinationSiteId, sourceId });
}
