/* What is attached to a holder follows it when the holder changes. */
import type { HolderId } from '../domain/ids.ts';
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
