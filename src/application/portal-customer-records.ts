/* A portal-only customer as use cases find it, check it and hand it back. */
import type { DomainError } from '../domain/errors.ts';
import type { JobId, PortalCustomerId } from '../domain/ids.ts';
import type { MessageKind } from '../domain/message.ts';
import type { Action } from '../domain/permission.ts';
import {
  nextState,
  type PortalCustomer,
  type PortalCustomerEvent,
  type PortalCustomerState,
} from '../domain/portal-customer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  authorisedPlace,
  checkVersion,
  notFound,
  permission,
  type Permission,
  type Place,
} from './access.ts';
import type { Context, PortalCustomerRow, Tx } from './ports.ts';

/** A customer with what the actor may do and the migration that runs, if one does. */
export type PortalCustomerView = PortalCustomerRow & {
  readonly jobId: JobId | null;
  readonly actions: {
    readonly edit: Permission;
    readonly migrate: Permission;
    readonly changeAccess: Permission;
    readonly delete: Permission;
  };
};

/** The customer that a change is for, in the version that the actor saw. */
export type Target = {
  readonly siteId: string;
  readonly customerId: string;
  readonly expectedVersion: number | null;
};

/** A customer with the place that decides who may do what there. */
export type Found = { readonly place: Place; readonly customer: PortalCustomer };

/** A customer of a site; a deleted one is wiped and no longer there (domain.md 3.1, DELETE). */
export function customerOf(
  tx: Tx,
  { siteId, customerId }: Pick<Target, 'siteId' | 'customerId'>,
): Result<PortalCustomer, DomainError> {
  const customer = tx.portalCustomers.get({ id: customerId as PortalCustomerId });
  return customer?.siteId === siteId && customer.state !== 'deleted'
    ? ok(customer)
    : notFound('customer', customerId);
}

/** A customer that the actor may change in this way, in the version that the actor saw. */
export function customerToChange(
  tx: Tx,
  target: Target,
  action: Action,
  context: Context,
): Result<Found, DomainError> {
  const place = authorisedPlace(tx, context, action, target.siteId);
  if (!place.ok) return place;
  const found = customerOf(tx, target);
  if (!found.ok) return found;
  const fresh = checkVersion(tx, found.value, found.value.id, target.expectedVersion);
  return fresh.ok ? ok({ place: place.value, customer: found.value }) : fresh;
}

const ACTIONS: Readonly<Record<'revoke' | 'grant' | 'start-migration' | 'delete', Action>> = {
  revoke: 'portal-customers.change-access',
  grant: 'portal-customers.change-access',
  'start-migration': 'portal-customers.migrate',
  delete: 'portal-customers.delete',
};

/** A customer whose state allows a step that the actor may take, and the state after it. */
export function customerForStep(
  tx: Tx,
  target: Target,
  event: keyof typeof ACTIONS,
  context: Context,
): Result<Found & { readonly state: PortalCustomerState }, DomainError> {
  const found = customerToChange(tx, target, ACTIONS[event], context);
  if (!found.ok) return found;
  const state = stateAfter(found.value.customer, event);
  return state.ok ? ok({ ...found.value, state: state.value }) : state;
}

/** The state after an event, or a refusal that names the present one. */
function stateAfter(
  { state }: PortalCustomer,
  event: PortalCustomerEvent,
): Result<PortalCustomerState, DomainError> {
  const next = nextState(state, event);
  return next ? ok(next) : err({ code: 'portal-customer.wrong-state', state });
}

/** Writes into the simulated mailbox what the customer is told, or is not told. */
export function leaveMessage(
  tx: Tx,
  { siteId, email }: PortalCustomer,
  kind: MessageKind,
  context: Context,
): void {
  const id = context.ids.next('message');
  tx.messages.put({ id, siteId, at: context.now, to: email, kind, facts: {} });
}

/** The names of the customer organizations that a customer is a member of. */
export function organizationNames(tx: Tx, { siteId, id }: PortalCustomer): string[] {
  return tx.queries.customerOrganizationsOf(siteId, id).map(({ name }) => name);
}

/** A changed customer as the screen shows it. */
export function viewOf(
  tx: Tx,
  context: Context,
  place: Place,
  customer: PortalCustomer,
): PortalCustomerView {
  const customerOrganizations = organizationNames(tx, customer);
  return rowView(tx, context, place, { ...customer, customerOrganizations });
}

/** A row of a list as the screen shows it. */
export function rowView(
  tx: Tx,
  context: Context,
  { organization }: Place,
  row: PortalCustomerRow,
): PortalCustomerView {
  const job =
    row.state === 'migrating' ? tx.jobs.first({ subjectId: row.id, state: 'running' }) : undefined;
  return {
    ...row,
    jobId: job?.id ?? null,
    actions: {
      edit: permission(context, 'portal-customers.edit', organization),
      delete: permission(context, 'portal-customers.delete', organization),
      migrate: permission(context, 'portal-customers.migrate', organization),
      changeAccess: permission(context, 'portal-customers.change-access', organization),
    },
  };
}
