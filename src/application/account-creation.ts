/*
 * How a person comes to an Atlassian account on a site: the account itself, its access, the
 * Customer role through the group of customers. Shared by migrating, inviting and signing up.
 */
import { standardGroupName, type GivenRole } from '../domain/account-role.ts';
import type { AtlassianAccount } from '../domain/account.ts';
import type { Group } from '../domain/group.ts';
import type { AccountId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import { recordChange } from './audit.ts';
import type { Context, Tx } from './ports.ts';

/** The person that an account is made for; `emailKey` is the key of `email`. */
export type NewPerson = Pick<AtlassianAccount, 'email' | 'emailKey' | 'name'>;

/**
 * A new account is not verified yet: the verification message goes to the simulated mailbox, but not
 * while a run makes the account (S4, "Email invites").
 */
export function createAccount(
  tx: Tx,
  site: Site,
  person: NewPerson,
  context: Context,
  isToldOfIt = true,
): AtlassianAccount {
  const account: AtlassianAccount = {
    id: `712020:${context.ids.uuid()}`,
    email: person.email,
    emailKey: person.emailKey,
    name: person.name,
    emailVerified: false,
    createdAt: context.now,
    version: 1,
  };
  tx.accounts.put(account);
  if (isToldOfIt) {
    tx.messages.put({
      id: context.ids.next('message'),
      siteId: site.id,
      at: context.now,
      to: person.email,
      kind: 'verify-email',
      facts: {},
    });
  }
  recordChange(tx, context, {
    action: 'account.created',
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: account.id,
    facts: { email: account.email },
    after: { email: account.email, name: account.name, emailVerified: false },
  });
  return account;
}

/**
 * Puts an account into the directory and on the site, with a user key that is new even when it
 * had access (S1, effects of the migration). Access that was suspended stays suspended: the
 * console says that it must be restored (design, section 2).
 */
export function giveAccess(tx: Tx, site: Site, accountId: AccountId, context: Context): void {
  const { organizationId } = site;
  if (!tx.directoryUsers.get({ organizationId, accountId })) {
    tx.directoryUsers.put({ organizationId, accountId, status: 'active', addedAt: context.now });
  }
  const access = tx.siteAccess.get({ siteId: site.id, accountId });
  tx.siteAccess.put({
    siteId: site.id,
    accountId,
    status: access?.status ?? 'active',
    userKey: `ug:${context.ids.uuid()}`,
    lastSeenAt: access?.lastSeenAt ?? null,
  });
}

/** Gives the Customer role by the site's group of customers, which is made when it is missing (S1). */
export function joinCustomersGroup(
  tx: Tx,
  site: Site,
  accountId: AccountId,
  context: Context,
): Group {
  const group = standardGroup(tx, site, 'customer', context);
  tx.memberships.put({ groupId: group.id, accountId });
  return group;
}

const DESCRIPTIONS: Readonly<Record<GivenRole, string>> = {
  agent: 'Agents, who work on requests',
  customer: 'Customers with an Atlassian account',
};

/** The default group that a role has from the start; made when it is missing (domain.md 1.3). */
export function standardGroup(tx: Tx, site: Site, role: GivenRole, context: Context): Group {
  const name = standardGroupName(role, site.name);
  const known = tx.groups.first({ siteId: site.id, name });
  if (known) return known;
  const group: Group = {
    id: context.ids.next('group'),
    siteId: site.id,
    name,
    description: DESCRIPTIONS[role],
    role,
    isDefault: true,
    review: 'none',
    origin: null,
    adminAccess: false,
    adminReview: 'none',
    reviewedAt: null,
    version: 1,
  };
  tx.groups.put(group);
  recordChange(tx, context, {
    action: 'group.created',
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: group.id,
    facts: { name },
    after: { name, role, isDefault: true },
  });
  return group;
}
