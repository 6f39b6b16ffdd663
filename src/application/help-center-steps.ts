/* The steps whose effect on a person can be looked at beforehand: each is the use case itself. */
import type { DomainError } from '../domain/errors.ts';
import type { AccountId, PortalCustomerId } from '../domain/ids.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound, type Place } from './access.ts';
import { removeAccount, restoreAccount, setSiteAccess, suspendAccount } from './account-access.ts';
import { convertToPortalOnly } from './account-conversion.ts';
import { finishMigration } from './account-migrations.ts';
import { setRole } from './account-roles.ts';
import { addGroupMember, removeGroupMember } from './group-changes.ts';
import { deletePortalCustomer } from './portal-customer-deletion.ts';
import type { Target } from './portal-customer-records.ts';
import { changeAccess, startMigration } from './portal-customers.ts';
import type { Context, Tx } from './ports.ts';

/** A step that a dialog is about to take. */
export type Step =
  | { readonly step: 'migrate' | 'revoke' | 'grant' | 'delete'; readonly customerId: string }
  | { readonly step: 'suspend' | 'restore' | 'remove' | 'convert'; readonly accountId: string }
  | { readonly step: 'set-site-access'; readonly accountId: string; readonly hasAccess: boolean }
  | { readonly step: 'set-role'; readonly accountId: string; readonly role: ProductRole }
  | {
      readonly step: 'add-to-group' | 'remove-from-group';
      readonly accountId: string;
      readonly groupId: string;
    };

/** The address of the person that a step is for; people of other organizations are not there. */
export function personOf(tx: Tx, place: Place, step: Step): Result<string, DomainError> {
  if ('customerId' in step) {
    const customer = tx.portalCustomers.get({ id: step.customerId as PortalCustomerId });
    const isHere = customer?.siteId === place.site.id && customer.state !== 'deleted';
    return isHere ? ok(customer.email) : notFound('customer', step.customerId);
  }
  const accountId = step.accountId as AccountId;
  const account = tx.accounts.get({ id: accountId });
  const isHere =
    tx.directoryUsers.get({ organizationId: place.organization.id, accountId }) !== undefined ||
    tx.siteAccess.get({ siteId: place.site.id, accountId }) !== undefined;
  return account && isHere ? ok(account.email) : notFound('account', step.accountId);
}

/** Takes the step, to its end: a migration does not wait for its minutes to pass. */
export function takeStep(
  tx: Tx,
  place: Place,
  step: Step,
  context: Context,
): Result<unknown, DomainError> {
  const target = {
    siteId: place.site.id,
    organizationId: place.organization.id,
    expectedVersion: null,
  };
  switch (step.step) {
    case 'migrate':
      return migrate(tx, { ...target, ...step }, context);
    case 'revoke':
    case 'grant':
      return changeAccess(tx, { ...target, ...step, event: step.step }, context);
    case 'delete':
      return deletePortalCustomer(tx, { ...target, ...step }, context);
    case 'suspend':
      return suspendAccount(tx, { ...target, ...step }, context);
    case 'restore':
      return restoreAccount(tx, { ...target, ...step }, context);
    case 'remove':
      return removeAccount(tx, { ...target, ...step }, context);
    case 'set-site-access':
      return setSiteAccess(tx, { ...target, ...step }, context);
    case 'set-role':
      return setRole(tx, { ...target, ...step }, context);
    case 'convert':
      return convertToPortalOnly(tx, { ...target, ...step }, context);
    case 'add-to-group':
      return addGroupMember(tx, { ...target, ...step }, context);
    default:
      return removeGroupMember(tx, { ...target, ...step }, context);
  }
}

function migrate(tx: Tx, target: Target, context: Context): Result<unknown, DomainError> {
  const job = startMigration(tx, target, context);
  if (!job.ok) return job;
  const customerId = target.customerId as PortalCustomerId;
  finishMigration(tx, customerId, { ...context, now: job.value.endsAt });
  return job;
}
