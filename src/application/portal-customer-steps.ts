/* What a step writes for one customer that may take it: the same for a single step and in bulk. */
import type { AccessEvent } from '../domain/customer-access.ts';
import type { JobId } from '../domain/ids.ts';
import {
  nextState,
  type PortalCustomer,
  type PortalCustomerEvent,
} from '../domain/portal-customer.ts';
import { recordChange } from './audit.ts';
import { leaveMessage, type Found } from './portal-customer-records.ts';
import type { Context, Tx } from './ports.ts';

/** The customer is `migrating`; `finishMigration` ends it, at once in bulk and by its job otherwise. */
export function beginMigration(
  tx: Tx,
  { place, customer }: Found,
  jobId: JobId,
  context: Context,
): void {
  const changed = { ...stepped(customer, 'start-migration'), failure: null };
  tx.portalCustomers.put(changed);
  recordChange(tx, context, {
    action: 'portal-customer.migration-started',
    siteId: customer.siteId,
    organizationId: place.organization.id,
    subjectId: customer.id,
    facts: { email: customer.email, jobId },
    before: { state: customer.state },
    after: { state: changed.state },
  });
}

/** Closes or opens the help center to the customer, who hears nothing of it (domain.md 3.1, REVOKE). */
export function putAccess(
  tx: Tx,
  { place, customer }: Found,
  event: AccessEvent,
  context: Context,
): PortalCustomer {
  const changed = stepped(customer, event);
  tx.portalCustomers.put(changed);
  const done = event === 'revoke' ? 'access-revoked' : 'access-granted';
  recordChange(tx, context, {
    action: `portal-customer.${done}`,
    siteId: customer.siteId,
    organizationId: place.organization.id,
    subjectId: customer.id,
    facts: { email: customer.email },
    before: { state: customer.state },
    after: { state: changed.state },
  });
  leaveMessage(tx, changed, done, context);
  return changed;
}

function stepped(customer: PortalCustomer, event: PortalCustomerEvent): PortalCustomer {
  const state = nextState(customer.state, event);
  if (!state) throw new Error(`${customer.id} is ${customer.state}: ${event} is not possible`);
  return { ...customer, state, version: customer.version + 1 };
}
