/* What holds of every server in a store, and of what a migration left of it on a site. */
import { emailKey } from '#src/domain/email-key.ts';
import { isServerUserId } from '#src/domain/ids.ts';
import { userNameKey } from '#src/domain/server-people.ts';
import type { StoreTx } from '#src/store/transaction.ts';

/** Every violated invariant of servers, in words. */
export function serverViolations(tx: StoreTx): string[] {
  return [...userViolations(tx), ...groupViolations(tx), ...borderViolations(tx)];
}

/** A person is a user name, and a user key is a person's. */
function userViolations(tx: StoreTx): string[] {
  const found: string[] = [];
  const personOf = new Map<string, string>();
  const keyOf = new Map<string, string>();
  const present = new Map<string, number>();
  for (const user of tx.serverUsers.where({})) {
    const { id, serverId, directoryId, userKey, email, emailKey: key, deleted } = user;
    if (!tx.servers.get({ id: serverId })) found.push(`${id} is of no server`);
    if (tx.serverDirectories.get({ id: directoryId })?.serverId !== serverId) {
      found.push(`${id} is in no directory of its server`);
    }
    if (emailKey(email) !== key) found.push(`${id} has the key of another address`);
    const name = userNameKey(user.userName);
    const [owner, own] = [`${serverId} ${userKey}`, `${serverId} ${name}`];
    if ((personOf.get(owner) ?? name) !== name) found.push(`${owner} is the key of two people`);
    if ((keyOf.get(own) ?? userKey) !== userKey) found.push(`${own} has two user keys`);
    personOf.set(owner, name);
    keyOf.set(own, userKey);
    if (deleted) continue;
    const place = `${directoryId} ${name}`;
    present.set(place, (present.get(place) ?? 0) + 1);
  }
  for (const [place, count] of present) if (count > 1) found.push(`${count} users at ${place}`);
  return found;
}

function groupViolations(tx: StoreTx): string[] {
  return tx.serverMemberships.where({}).flatMap(({ groupId, userId }) => {
    const serverId = tx.serverGroups.get({ id: groupId })?.serverId;
    if (serverId === undefined) return [`membership of the missing server group ${groupId}`];
    const isThere = tx.serverUsers.get({ id: userId })?.serverId === serverId;
    return isThere ? [] : [`${userId} is in ${groupId} of another server`];
  });
}

/** No account of a site refers to a server: only what a run keeps of it does (links and outcomes). */
function borderViolations(tx: StoreTx): string[] {
  const found: string[] = [];
  const isOfSite = (id: string) => tx.sites.get({ id: id as `site_${string}` }) !== undefined;
  for (const { id, siteId, reporterId } of tx.requests.where({})) {
    if (isServerUserId(reporterId) === isOfSite(siteId) && reporterId !== 'former-user') {
      found.push(`${id} on ${siteId} is reported by ${reporterId}`);
    }
  }
  for (const { requestId, holderId } of tx.requestParticipants.where({})) {
    const siteId = tx.requests.get({ id: requestId })?.siteId;
    if (siteId !== undefined && isServerUserId(holderId) === isOfSite(siteId)) {
      found.push(`${holderId} takes part in ${requestId} on ${siteId}`);
    }
  }
  for (const { customerOrganizationId, holderId } of tx.customerOrganizationMembers.where({})) {
    if (isServerUserId(holderId)) found.push(`${holderId} is in ${customerOrganizationId}`);
  }
  return found;
}
