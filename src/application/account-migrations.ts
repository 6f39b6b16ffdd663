/* The end of a migration: the job applies what `planMigration` promised (S1, list of effects). */
import { migrationFailure, planMigration } from '../domain/account-migration.ts';
import type { PortalCustomerId } from '../domain/ids.ts';
import type { MigrationFailure } from '../domain/portal-customer.ts';
import { createAccount, giveAccess, joinCustomersGroup } from './account-creation.ts';
import { recordChange } from './audit.ts';
import { moveHolder } from './holders.ts';
import { leaveMessage } from './portal-customer-records.ts';
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
  const account = facts.account ?? createAccount(tx, site, customer, context);
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
    before: { state: customer.state, migratedTo: customer.migratedTo },
    after: { state: 'migrated', migratedTo: account.id },
  });
  // A new account is told to verify its address (S1); the holder of an existing one hears nothing.
  if (!plan.createsAccount) leaveMessage(tx, customer, 'migrated-to-existing-account', context);
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
    before: { state: customer.state, failure: customer.failure },
    after: { state: 'active', failure },
  });
}
