/* Edit full name and Change password (domain.md 3.1, EDITNAME, CHPW). */
import type { DomainError } from '../domain/errors.ts';
import type { PortalCustomer } from '../domain/portal-customer.ts';
import {
  checkPassword,
  fullName,
  isEditable,
  usesPassword,
} from '../domain/portal-customer-edit.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { recordChange } from './audit.ts';
import type { Context, Tx } from './ports.ts';
import {
  customerToChange,
  leaveMessage,
  viewOf,
  type PortalCustomerView,
  type Target,
} from './portal-customer-records.ts';

/** Gives a customer another full name; the person is not told. The same name changes nothing. */
export function renameCustomer(
  tx: Tx,
  input: Target & { readonly name: string },
  context: Context,
): Result<PortalCustomerView, DomainError> {
  const found = customerToChange(tx, input, 'portal-customers.edit', context);
  if (!found.ok) return found;
  const { place, customer: before } = found.value;
  if (!isEditable(before.state)) return wrongState(before);
  const name = fullName(input.name);
  if (!name.ok) return name;
  if (name.value === before.name) return ok(viewOf(tx, context, place, before));
  const customer = { ...before, name: name.value, version: before.version + 1 };
  tx.portalCustomers.put(customer);
  recordChange(tx, context, {
    action: 'portal-customer.name-changed',
    siteId: customer.siteId,
    subjectId: customer.id,
    facts: { email: customer.email },
    before: { name: before.name },
    after: { name: customer.name },
  });
  leaveMessage(tx, customer, 'name-changed', context);
  return ok(viewOf(tx, context, place, customer));
}

/**
 * Sets the portal password of an active customer, who gets a message about it. The password is
 * checked and forgotten: only when it was set is kept.
 */
export function setCustomerPassword(
  tx: Tx,
  input: Target & { readonly password: string },
  context: Context,
): Result<PortalCustomerView, DomainError> {
  const found = customerToChange(tx, input, 'portal-customers.edit', context);
  if (!found.ok) return found;
  const { place, customer: before } = found.value;
  if (!usesPassword(before.state)) return wrongState(before);
  const checked = checkPassword(input.password);
  if (!checked.ok) return checked;
  const customer = { ...before, passwordSetAt: context.now, version: before.version + 1 };
  tx.portalCustomers.put(customer);
  recordChange(tx, context, {
    action: 'portal-customer.password-changed',
    siteId: customer.siteId,
    subjectId: customer.id,
    facts: { email: customer.email },
    before: { passwordSetAt: before.passwordSetAt },
    after: { passwordSetAt: customer.passwordSetAt },
  });
  leaveMessage(tx, customer, 'password-changed', context);
  return ok(viewOf(tx, context, place, customer));
}

function wrongState({ state }: PortalCustomer) {
  return err({ code: 'portal-customer.wrong-state' as const, state });
}
