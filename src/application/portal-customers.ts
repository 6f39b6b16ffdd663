/* Portal-only customers: reading them, and asking for their migration (S1). */
import {
  migrationDurationMs,
  planMigration,
  type AccountMigration,
  type MigrationFacts,
} from '../domain/account-migration.ts';
import {
  planAccessChange,
  type AccessChange,
  type AccessEvent,
} from '../domain/customer-access.ts';
import type { DomainError } from '../domain/errors.ts';
import { customersGroupName } from '../domain/group.ts';
import type { AccountId, JobId, PortalCustomerId, SiteId } from '../domain/ids.ts';
import type { Job } from '../domain/job.ts';
import {
  nextState,
  type PortalCustomer,
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
import { recordChange } from './audit.ts';
import type { Context, Page, PortalCustomerQuery, PortalCustomerRow, Tx } from './ports.ts';

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

/** A customer with what migrating would do; null once that is not possible. */
export type PortalCustomerDetail = PortalCustomerView & {
  readonly consequences: (AccountMigration & MigrationContext) | null;
  /** What revoking or granting access would change; null where neither is possible. */
  readonly accessChange: AccessChange | null;
};

/** What the dialog needs to name beside the plan itself. */
type MigrationContext = {
  readonly facts: MigrationFacts;
  readonly groupName: string;
  readonly customerOrganizations: readonly string[];
};

/** The customer that a step is for, in the version that the actor saw. */
type Target = {
  readonly siteId: string;
  readonly customerId: string;
  readonly expectedVersion: number | null;
};

/** Portal-only customers of a site. */
export function listPortalCustomers(
  tx: Tx,
  query: PortalCustomerQuery,
  context: Context,
): Result<Page<PortalCustomerView>, DomainError> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', query.siteId);
  if (!place.ok) return place;
  const { items, total } = tx.lists.portalCustomers(query);
  return ok({ items: items.map((row) => viewed(tx, context, place.value, row)), total });
}

/** One customer of a site with the consequences of migrating. */
export function getPortalCustomer(
  tx: Tx,
  input: { readonly siteId: string; readonly customerId: string },
  context: Context,
): Result<PortalCustomerDetail, DomainError> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', input.siteId);
  if (!place.ok) return place;
  const found = customerOf(tx, input);
  if (!found.ok) return found;
  const customer = found.value;
  const customerOrganizations = organizationNames(tx, customer);
  const view = viewed(tx, context, place.value, { ...customer, customerOrganizations });
  const facts = migrationFacts(tx, customer);
  const accessChange = planAccessChange(facts) ?? null;
  if (nextState(customer.state, 'start-migration') === undefined) {
    return ok({ ...view, consequences: null, accessChange });
  }
  const groupName = customersGroupName(place.value.site.name);
  return ok({
    ...view,
    accessChange,
    consequences: { ...planMigration(facts), facts, groupName, customerOrganizations },
  });
}

/**
 * Starts a migration (S1, "Migrate to Atlassian account"). The customer is `migrating` at once;
 * the job ends it. Refused unless the customer is active.
 */
export function startMigration(tx: Tx, target: Target, context: Context): Result<Job, DomainError> {
  const step = nextStep(tx, target, 'start-migration', context);
  if (!step.ok) return step;
  const { customer, state } = step.value;
  tx.portalCustomers.put({ ...customer, state, failure: null, version: customer.version + 1 });
  const job: Job = {
    id: context.ids.next('job'),
    kind: 'migrate-customer',
    subjectId: customer.id,
    siteId: customer.siteId,
    state: 'running',
    actor: context.actor,
    startedAt: context.now,
    endsAt: context.now + migrationDurationMs(customer),
    total: 1,
    done: 0,
  };
  tx.jobs.put(job);
  recordChange(tx, context, {
    action: 'portal-customer.migration-started',
    siteId: customer.siteId,
    subjectId: customer.id,
    facts: { email: customer.email, jobId: job.id },
  });
  return ok(job);
}

/** Reads everything that a customer's migration depends on. */
export function migrationFacts(tx: Tx, customer: PortalCustomer): MigrationFacts {
  const { siteId } = customer;
  const site = tx.sites.get({ id: siteId });
  if (!site) throw new Error(`Customer ${customer.id} stands on the unknown site ${siteId}`);
  const account = tx.accounts.first({ emailKey: customer.emailKey });
  const group = tx.groups.first({ siteId, name: customersGroupName(site.name) });
  return {
    customer,
    account,
    directoryUser:
      account &&
      tx.directoryUsers.get({ organizationId: site.organizationId, accountId: account.id }),
    siteAccess: account && tx.siteAccess.get({ siteId, accountId: account.id }),
    role: account ? tx.queries.roleOn(siteId, account.id) : 'none',
    customersGroup: group && {
      group,
      isMember: account ? isMember(tx, group.id, account.id) : false,
    },
    requests: requestsOf(tx, siteId, customer.id, account?.id),
  };
}

/**
 * Revoke access or Grant access: the help center closes or opens again; everything the customer
 * holds stays (domain.md 3.1, REVOKE).
 */
export function changeAccess(
  tx: Tx,
  input: Target & { readonly event: AccessEvent },
  context: Context,
): Result<PortalCustomerView, DomainError> {
  const step = nextStep(tx, input, input.event, context);
  if (!step.ok) return step;
  const { place, customer: before, state } = step.value;
  const customer = { ...before, state, version: before.version + 1 };
  tx.portalCustomers.put(customer);
  recordChange(tx, context, {
    action:
      input.event === 'revoke'
        ? 'portal-customer.access-revoked'
        : 'portal-customer.access-granted',
    siteId: customer.siteId,
    subjectId: customer.id,
    facts: { email: customer.email },
  });
  const customerOrganizations = organizationNames(tx, customer);
  return ok(viewed(tx, context, place, { ...customer, customerOrganizations }));
}

/** A customer in the version and the state for a step that the actor may take, and the state after it. */
function nextStep(
  tx: Tx,
  target: Target,
  event: AccessEvent | 'start-migration',
  context: Context,
): Result<
  {
    readonly place: Place;
    readonly customer: PortalCustomer;
    readonly state: PortalCustomerState;
  },
  DomainError
> {
  const action =
    event === 'start-migration' ? 'portal-customers.migrate' : 'portal-customers.change-access';
  const place = authorisedPlace(tx, context, action, target.siteId);
  if (!place.ok) return place;
  const found = customerOf(tx, target);
  if (!found.ok) return found;
  const customer = found.value;
  const fresh = checkVersion(customer, target.expectedVersion);
  if (!fresh.ok) return fresh;
  const state = nextState(customer.state, event);
  if (!state) return err({ code: 'portal-customer.wrong-state', state: customer.state });
  return ok({ place: place.value, customer, state });
}

/** A customer of a site; a deleted one is wiped and no longer there (domain.md 3.1, DELETE). */
function customerOf(
  tx: Tx,
  { siteId, customerId }: Pick<Target, 'siteId' | 'customerId'>,
): Result<PortalCustomer, DomainError> {
  const customer = tx.portalCustomers.get({ id: customerId as PortalCustomerId });
  return customer?.siteId === siteId && customer.state !== 'deleted'
    ? ok(customer)
    : notFound('customer', customerId);
}

function organizationNames(tx: Tx, customer: PortalCustomer): string[] {
  return tx.queries.customerOrganizationsOf(customer.siteId, customer.id).map(({ name }) => name);
}

function isMember(tx: Tx, groupId: `group_${string}`, accountId: AccountId): boolean {
  return tx.memberships.get({ groupId, accountId }) !== undefined;
}

function requestsOf(
  tx: Tx,
  siteId: SiteId,
  customerId: PortalCustomerId,
  accountId: AccountId | undefined,
) {
  const own = tx.queries.attachedRequests(siteId, customerId);
  if (!accountId) return own;
  const known = new Set(own.map(({ id }) => id));
  const others = tx.queries.attachedRequests(siteId, accountId);
  return [...own, ...others.filter(({ id }) => !known.has(id))];
}

function viewed(
  tx: Tx,
  context: Context,
  place: Place,
  row: PortalCustomerRow,
): PortalCustomerView {
  const { organization } = place;
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
