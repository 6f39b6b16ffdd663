/* Delete account: a portal-only account is wiped for good (domain.md 3.1, DELETE). */
import { planDeletion } from '../domain/customer-deletion.ts';
import type { DomainError } from '../domain/errors.ts';
import { nextState, type PortalCustomer } from '../domain/portal-customer.ts';
import { ok, type Result } from '../domain/result.ts';
import { recordChange } from './audit.ts';
import { leaveToFormerUser } from './holders.ts';
import type { Context, Tx } from './ports.ts';
import {
  customerForStep,
  leaveMessage,
  organizationNames,
  type Target,
} from './portal-customer-records.ts';
import { migrationFacts } from './portal-customers.ts';

/** What a deleted account is called everywhere. */
const FORMER_NAME = 'Former user';

/** Deletes an active or revoked customer that the actor may delete. */
export function deletePortalCustomer(
  tx: Tx,
  target: Target,
  context: Context,
): Result<null, DomainError> {
  const step = customerForStep(tx, target, 'delete', context);
  if (!step.ok) return step;
  deleteCustomer(tx, step.value.customer, context);
  return ok(null);
}

/**
 * Wipes a customer whose state allows it: its requests and other content stand under Former user,
 * its participations and memberships end, no field or workflow names it any more, and the address is
 * free for a new account. The record stays without its name: copying tells a deleted customer from
 * nobody by the address (S2, S4).
 */
export function deleteCustomer(tx: Tx, customer: PortalCustomer, context: Context): void {
  const state = nextState(customer.state, 'delete');
  const plan = planDeletion(migrationFacts(tx, customer));
  if (!state || !plan) throw new Error(`${customer.id} is ${customer.state} and cannot be deleted`);
  const customerOrganizations = organizationNames(tx, customer).length;
  leaveToFormerUser(tx, customer.id);
  tx.portalCustomers.put({
    ...customer,
    name: FORMER_NAME,
    state,
    lastLoginAt: null,
    failure: null,
    passwordSetAt: null,
    version: customer.version + 1,
  });
  recordChange(tx, context, {
    action: 'portal-customer.deleted',
    siteId: customer.siteId,
    subjectId: customer.id,
    facts: {
      email: customer.email,
      requests: plan.reported.length,
      participations: plan.participating.length,
      customerOrganizations,
    },
    before: { name: customer.name, state: customer.state },
    after: { name: FORMER_NAME, state },
  });
  leaveMessage(tx, customer, 'account-deleted', context);
}
