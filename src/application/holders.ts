/* What is attached to a holder follows it when the holder changes. */
import {
  FORMER_USER,
  isAccountId,
  isPortalCustomerId,
  type AccountId,
  type HolderId,
  type PortalCustomerId,
  type SiteId,
} from '../domain/ids.ts';
import { isAccessActive } from '../domain/account.ts';
import type { Site } from '../domain/organization.ts';
import { countsAsPortalOnly } from '../domain/portal-customer.ts';
import type { ProjectReference } from '../domain/project-reference.ts';
import type { Holdings } from '../domain/viewer.ts';
import type { Tx } from './ports.ts';

/** What a site holds under an address now. */
export function holdingsOn(tx: Tx, site: Site, emailKey: string): Holdings {
  const account = tx.accounts.first({ emailKey });
  const access = account && tx.siteAccess.get({ siteId: site.id, accountId: account.id });
  const profile = tx.queries.portalCustomerByEmail(site.id, emailKey);
  return {
    // An inactive profile is its account, even when that account was removed from the site since.
    portalCustomer: profile && countsAsPortalOnly(profile) ? profile : undefined,
    account: access && {
      accountId: access.accountId,
      accessActive: isAccessActive(
        tx.directoryUsers.get({
          organizationId: site.organizationId,
          accountId: access.accountId,
        }),
        access,
      ),
      role: tx.queries.roleOn(site.id, access.accountId),
    },
  };
}

/** Whether an account of either type still is on a site: not deleted there, or with access to it. */
export function isHolderOn(tx: Tx, siteId: SiteId, id: HolderId): boolean {
  if (isPortalCustomerId(id)) {
    const state = tx.portalCustomers.get({ id })?.state;
    return state !== undefined && state !== 'deleted';
  }
  return isAccountId(id) && tx.siteAccess.get({ siteId, accountId: id }) !== undefined;
}

/**
 * Moves requests, participations, customer-organization memberships, the places that name it in
 * service projects and copy links to another holder.
 */
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
  for (const reference of tx.projectReferences.where({ subjectId: from })) {
    nameInstead(tx, reference, to);
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
  for (const reference of tx.projectReferences.where({ subjectId: from })) {
    if (tx.serviceProjects.get({ id: reference.projectId })?.siteId !== siteId) continue;
    nameInstead(tx, reference, to);
  }
  for (const link of tx.copyLinks.where({ destinationSiteId: siteId, destinationId: from })) {
    tx.copyLinks.put({ ...link, destinationId: to });
  }
}

/**
 * Ends what a deleted holder took part in, as copying leaves it: Former user reported its requests
 * and wrote its content, and stands in nothing else (S2, "content associated with deleted customers").
 */
export function leaveToFormerUser(tx: Tx, id: PortalCustomerId): void {
  for (const request of tx.requests.where({ reporterId: id })) {
    tx.requests.put({ ...request, reporterId: FORMER_USER });
  }
  tx.requestParticipants.removeWhere({ holderId: id });
  tx.customerOrganizationMembers.removeWhere({ holderId: id });
  for (const reference of tx.projectReferences.where({ subjectId: id })) {
    nameInstead(tx, reference, FORMER_USER);
  }
}

/** Names another holder in a place; a place that names it already, or must name nobody, goes. */
function nameInstead(tx: Tx, reference: ProjectReference, subjectId: HolderId): void {
  tx.projectReferences.remove({ id: reference.id });
  if (subjectId === FORMER_USER && reference.place !== 'content') return;
  const { projectId, requestId, place, name } = reference;
  if (tx.projectReferences.first({ projectId, requestId, place, name, subjectId })) return;
  tx.projectReferences.put({ ...reference, subjectId });
}
