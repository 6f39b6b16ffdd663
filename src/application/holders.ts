/* What is attached to a holder follows it when the holder changes. */
import type { AccountId, HolderId, PortalCustomerId, SiteId } from '../domain/ids.ts';
import type { Tx } from './ports.ts';

/** Moves requests, participations, customer-organization memberships and copy links to another holder. */
export function moveHolder(tx: Tx, from: HolderId, to: HolderId): void {
  for (const request of tx.requests.where({ reporterId: from })) {
    tx.requests.put({ ...request, reporterId: to });
  }
  for (const participant of tx.requestParticipants.where({ holderId: from })) {
    tx.requestParticipants.remove(participant);
    tx.requestParticipants.put({ ...participant, holderId: to });
  }
  for (const member of tx.customerOrganizationMembers.where({ holderId: from })) {
    tx.customerOrganizationMembers.remove(member);
    tx.customerOrganizationMembers.put({ ...member, holderId: to });
  }
  for (const link of tx.copyLinks.where({ destinationId: from })) {
    tx.copyLinks.put({ ...link, destinationId: to });
  }
}

/**
 * Moves what an account holds on one site to a portal-only account of that site. The account is
 * global: what is attached to it elsewhere stays with it (S3).
 */
export function moveHolderOnSite(
  tx: Tx,
  siteId: SiteId,
  from: AccountId,
  to: PortalCustomerId,
): void {
  for (const request of tx.requests.where({ siteId, reporterId: from })) {
    tx.requests.put({ ...request, reporterId: to });
  }
  for (const participant of tx.requestParticipants.where({ holderId: from })) {
    if (tx.requests.get({ id: participant.requestId })?.siteId !== siteId) continue;
    tx.requestParticipants.remove(participant);
    tx.requestParticipants.put({ ...participant, holderId: to });
  }
  for (const { id } of tx.queries.customerOrganizationsOf(siteId, from)) {
    tx.customerOrganizationMembers.remove({ customerOrganizationId: id, holderId: from });
    tx.customerOrganizationMembers.put({ customerOrganizationId: id, holderId: to });
  }
  for (const link of tx.copyLinks.where({ destinationSiteId: siteId, destinationId: from })) {
    tx.copyLinks.put({ ...link, destinationId: to });
  }
}
