/* The end of a migration: the job applies what `planMigration` promised (S1, list of effects). */
import { migrationFailure, planMigration } from '../domain/account-migration.ts';
import type { AtlassianAccount } from '../domain/account.ts';
import { customersGroupName, type Group } from '../domain/group.ts';
import type { AccountId, PortalCustomerId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import type { MigrationFailure, PortalCustomer } from '../domain/portal-customer.ts';
import { recordChange } from './audit.ts';
import { moveHolder } from './holders.ts';
import { migrationFacts } from './portal-customers.ts';
import type { Context, Tx } from './ports.ts';

/**
 * Ends a running migration: the portal-only profile becomes inactive for good, its requests and
 * memberships move, the account gets a new user key, the Customer role and its group. When the
 * Atlassian account was deactivated meanwhile, the customer is active again, with the reason.
 */
export function finishMigration(tx: Tx, customerId: PortalCustomerId, context: Context): void {
  const customer = tx.portalCustomers.get({ id: customerId });
  if (customer?.state !== 'migrating') return;
  const facts = migrationFacts(tx, customer);
  const failure = migrationFailure(facts.directoryUser);
  if (failure) {
    failMigration(tx, customerId, failure, context);
    return;
  }
  const site = tx.sites.get({ id: customer.siteId })!;
  const plan = planMigration(facts);
  const account = facts.account ?? createAccount(tx, customer, context);
  giveAccess(tx, site, account.id, context);
  const group = joinCustomersGroup(tx, site, account.id, context);
  moveHolder(tx, customer.id, account.id);
  tx.portalCustomers.put({
    ...customer,
    state: 'migrated',
    migratedTo: account.id,
    version: customer.version + 1,
  });
  recordChange(tx, context, {
    action: 'portal-customer.migrated',
    siteId: site.id,
    subjectId: customer.id,
    facts: {
      email: customer.email,
      accountId: account.id,
      accountCreated: plan.createsAccount,
      requestsMoved: plan.reported.length,
      group: group.name,
    },
  });
}

/** Ends a running migration without effect: the customer is active again, with the reason. */
export function failMigration(
  tx: Tx,
  customerId: PortalCustomerId,
  failure: MigrationFailure,
  context: Context,
): void {
  const customer = tx.portalCustomers.get({ id: customerId });
  if (customer?.state !== 'migrating') return;
  const version = customer.version + 1;
  tx.portalCustomers.put({ ...customer, state: 'active', failure, version });
  recordChange(tx, context, {
    action: 'portal-customer.migration-failed',
    siteId: customer.siteId,
    subjectId: customer.id,
    facts: { email: customer.email, reason: failure },
  });
}

/** A new account is not verified yet: the verification message goes to the simulated mailbox. */
function createAccount(tx: Tx, customer: PortalCustomer, context: Context): AtlassianAccount {
  const account: AtlassianAccount = {
    id: `712020:${context.ids.uuid()}`,
    email: customer.email,
    emailKey: customer.emailKey,
    name: customer.name,
    emailVerified: false,
    createdAt: context.now,
    version: 1,
  };
  tx.accounts.put(account);
  tx.messages.put({
    id: context.ids.next('message'),
    siteId: customer.siteId,
    at: context.now,
    to: customer.email,
    kind: 'verify-email',
    facts: {},
  });
  recordChange(tx, context, {
    action: 'account.created',
    siteId: customer.siteId,
    subjectId: account.id,
    facts: { email: account.email },
  });
  return account;
}

/** Access that was suspended stays suspended: the console says that it must be restored (design, section 2). */
function giveAccess(tx: Tx, site: Site, accountId: AccountId, context: Context): void {
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

function joinCustomersGroup(tx: Tx, site: Site, accountId: AccountId, context: Context): Group {
  const name = customersGroupName(site.name);
  let group = tx.groups.first({ siteId: site.id, name });
  if (!group) {
    group = {
      id: context.ids.next('group'),
      siteId: site.id,
      name,
      description: 'Customers with an Atlassian account',
      role: 'customer',
      isDefault: true,
      review: 'none',
      origin: null,
      reviewedAt: null,
      version: 1,
    };
    tx.groups.put(group);
    recordChange(tx, context, {
      action: 'group.created',
      siteId: site.id,
      subjectId: group.id,
      facts: { name },
    });
  }
  tx.memberships.put({ groupId: group.id, accountId });
  return group;
}
