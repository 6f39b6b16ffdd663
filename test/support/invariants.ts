/* The invariants of the design, section 2, checked on every record of a store. */
import { countsAsPortalOnly } from '#src/domain/portal-customer.ts';
import { emailKey } from '#src/domain/email-key.ts';
import { FORMER_USER, isPortalCustomerId, type HolderId } from '#src/domain/ids.ts';
import { licencesTaken } from '#src/domain/licences.ts';
import type { StoreTx } from '#src/store/transaction.ts';

/** Every violated invariant, in words; an empty list is what tests expect. */
export function violations(tx: StoreTx): string[] {
  return [
    ...identityViolations(tx),
    ...migrationViolations(tx),
    ...referenceViolations(tx),
    ...licenceViolations(tx),
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
    return tx.accounts.get({ id: holder }) !== undefined;
  };
  for (const { id, siteId, reporterId } of tx.requests.where({})) {
    if (!exists(reporterId, siteId)) found.push(`${id} is reported by ${reporterId}`);
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
