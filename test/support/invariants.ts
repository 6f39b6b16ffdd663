/* The invariants of the design, section 2, checked on every record of a store. */
import { countsAsPortalOnly } from '#src/domain/portal-customer.ts';
import { emailKey } from '#src/domain/email-key.ts';
import { requestedAccesses } from '#src/domain/group-review.ts';
import {
  FORMER_USER,
  isGroupId,
  isPortalCustomerId,
  isServerUserId,
  type HolderId,
} from '#src/domain/ids.ts';
import { licencesTaken } from '#src/domain/licences.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { serverViolations } from './server-invariants.ts';

/** Every violated invariant, in words; an empty list is what tests expect. */
export function violations(tx: StoreTx): string[] {
  return [
    ...identityViolations(tx),
    ...migrationViolations(tx),
    ...referenceViolations(tx),
    ...licenceViolations(tx),
    ...reviewViolations(tx),
    ...serverViolations(tx),
  ];
}

function identityViolations(tx: StoreTx): string[] {
  const found: string[] = [];
  const profiles = new Map<string, number>();
  for (const { id, siteId, email, emailKey: key, state } of tx.portalCustomers.where({})) {
    if (!/^qm:[^:]+:[^:]+$/.test(id)) found.push(`odd portal-only id ${id}`);
    if (emailKey(email) !== key) found.push(`${id} has the key of another address`);
    if (state === 'deleted') continue;
    const place = `${siteId} ${key}`;
    profiles.set(place, (profiles.get(place) ?? 0) + 1);
  }
  for (const [place, count] of profiles) {
    if (count > 1) found.push(`${count} portal-only accounts at ${place}`);
  }
  const accounts = new Map<string, number>();
  for (const { id, email, emailKey: key } of tx.accounts.where({})) {
    if (!/^\d+:.+$/.test(id)) found.push(`odd account id ${id}`);
    if (emailKey(email) !== key) found.push(`${id} has the key of another address`);
    accounts.set(key, (accounts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of accounts) if (count > 1) found.push(`${count} accounts of ${key}`);
  return found;
}

/** S1: a migrated profile stays inactive and everything it held is its account's. */
function migrationViolations(tx: StoreTx): string[] {
  return tx.portalCustomers.where({ state: 'migrated' }).flatMap(({ id, migratedTo }) => {
    const found: string[] = [];
    if (!migratedTo) return [`${id} is migrated to nobody`];
    // Remove user takes the access to the site away again (domain.md 1.4), not the account.
    if (!tx.accounts.get({ id: migratedTo })) found.push(`${id}: no account`);
    if (tx.requests.count({ reporterId: id }) > 0) found.push(`${id} still reports requests`);
    if (tx.requestParticipants.count({ holderId: id }) > 0) found.push(`${id} still takes part`);
    if (tx.customerOrganizationMembers.count({ holderId: id }) > 0) found.push(`${id} is a member`);
    if (tx.projectReferences.count({ subjectId: id }) > 0) found.push(`${id} is still named`);
    return found;
  });
}

function referenceViolations(tx: StoreTx): string[] {
  const found: string[] = [];
  const exists = (holder: HolderId, siteId: string) => {
    if (holder === FORMER_USER) return true;
    if (isPortalCustomerId(holder)) {
      const profile = tx.portalCustomers.get({ id: holder });
      return profile?.siteId === siteId && countsAsPortalOnly(profile);
    }
    if (isServerUserId(holder)) return tx.serverUsers.get({ id: holder })?.serverId === siteId;
    return tx.accounts.get({ id: holder }) !== undefined;
  };
  for (const { id, siteId, reporterId } of tx.requests.where({})) {
    if (!exists(reporterId, siteId)) found.push(`${id} is reported by ${reporterId}`);
  }
  for (const { id, projectId, requestId, place, subjectId } of tx.projectReferences.where({})) {
    const siteId = tx.serviceProjects.get({ id: projectId })?.siteId;
    const isOfProject =
      requestId === null || tx.requests.get({ id: requestId })?.projectId === projectId;
    if (!siteId || !isOfProject) found.push(`${id} is in no project of its own`);
    else if (subjectId === FORMER_USER) {
      if (place !== 'content') found.push(`${id} names Former user`);
    } else if (isGroupId(subjectId)) {
      const standsOn =
        tx.groups.get({ id: subjectId })?.siteId ??
        tx.serverGroups.get({ id: subjectId })?.serverId;
      if (standsOn !== siteId) found.push(`${id} names no group`);
    } else if (!exists(subjectId, siteId)) found.push(`${id} names ${subjectId}`);
  }
  for (const { groupId, accountId } of tx.memberships.where({})) {
    const group = tx.groups.get({ id: groupId });
    if (!group) found.push(`membership of the missing group ${groupId}`);
    else if (!tx.siteAccess.get({ siteId: group.siteId, accountId })) {
      found.push(`${accountId} is in ${group.name} without access to the site`);
    }
  }
  for (const { siteId, accountId } of tx.siteAccess.where({})) {
    const organizationId = tx.sites.get({ id: siteId })!.organizationId;
    if (!tx.directoryUsers.get({ organizationId, accountId })) {
      found.push(`${accountId} has access to ${siteId} outside the directory`);
    }
  }
  return found;
}

/** Only what a copy brought is reviewed, and only an access that the group asks for (domain.md 5.1). */
function reviewViolations(tx: StoreTx): string[] {
  return tx.groups.where({}).flatMap((group) => {
    const { id, origin, role, adminAccess } = group;
    const found = requestedAccesses(group).flatMap(({ access }) => {
      if (origin === null) return [`${id} is reviewed but was not brought by a copy`];
      const asksFor = access === 'product' ? role !== 'none' : adminAccess;
      return asksFor ? [] : [`${id} is reviewed for ${access} access that it does not ask for`];
    });
    const isIdle = !adminAccess && group.adminReview !== 'none';
    return isIdle ? [...found, `${id} has a review of no admin access`] : found;
  });
}

/** Nobody is counted against a licence through the Customer role, nor while suspended (domain.md 1.4). */
function licenceViolations(tx: StoreTx): string[] {
  return tx.sites.where({}).flatMap(({ id }) => {
    const agents = tx.queries
      .accountsOn(id)
      .reduce(
        (sum, { account, state }) =>
          sum +
          licencesTaken({ isActive: state === 'active', role: tx.queries.roleOn(id, account.id) }),
        0,
      );
    const used = tx.queries.licencesUsed(id);
    return used === agents ? [] : [`${id} counts ${used} licences for ${agents} agents`];
  });
}
