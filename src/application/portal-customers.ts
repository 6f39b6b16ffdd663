/* Portal-only customers: reading them, and asking for their migration (S1). */
import {
  migrationDurationMs,
  planMigration,
  type AccountMigration,
  type MigrationFacts,
} from '../domain/account-migration.ts';
import { accountState, type AccountState } from '../domain/account.ts';
import {
  planAccessChange,
  type AccessChange,
  type AccessEvent,
} from '../domain/customer-access.ts';
import { planDeletion, type CustomerDeletion } from '../domain/customer-deletion.ts';
import type { DomainError } from '../domain/errors.ts';
import { customersGroupName } from '../domain/group.ts';
import type { AccountId, PortalCustomerId, SiteId } from '../domain/ids.ts';
import type { Job } from '../domain/job.ts';
import { isManagedBy } from '../domain/organization.ts';
import { countsAsPortalOnly, nextState, type PortalCustomer } from '../domain/portal-customer.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorisedPlace } from './access.ts';
import type { Context, Page, PortalCustomerQuery, Tx } from './ports.ts';
import {
  customerForStep,
  customerOf,
  rowView,
  viewOf,
  type PortalCustomerView,
  type Target,
} from './portal-customer-records.ts';
import { beginMigration, putAccess } from './portal-customer-steps.ts';

/** A customer with what migrating would do; null once that is not possible. */
export type PortalCustomerDetail = PortalCustomerView & {
  readonly consequences: (AccountMigration & MigrationContext) | null;
  /** What revoking or granting access would change; null where neither is possible. */
  readonly accessChange: AccessChange | null;
  /** What deleting would change; null where that is not possible. */
  readonly deletion: CustomerDeletion | null;
  /**
   * The Atlassian account that the address holds on this site meanwhile; null when there is none,
   * or once the customer was migrated (S1: invited to a product while portal-only).
   */
  readonly invitedAs: {
    readonly accountId: AccountId;
    readonly state: AccountState;
    readonly role: ProductRole;
  } | null;
};

/** What the dialog needs to name beside the plan itself. */
type MigrationContext = {
  readonly facts: MigrationFacts;
  readonly groupName: string;
  /** The organization has claimed the address's domain: its log-in policy covers the account (domain.md 4.2). */
  readonly isManaged: boolean;
  readonly customerOrganizations: readonly string[];
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
  return ok({ items: items.map((row) => rowView(tx, context, place.value, row)), total });
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
  const facts = migrationFacts(tx, customer);
  const view = {
    ...viewOf(tx, context, place.value, customer),
    accessChange: planAccessChange(facts) ?? null,
    deletion: planDeletion(facts) ?? null,
    invitedAs: invitedAs(facts),
  };
  if (nextState(customer.state, 'start-migration') === undefined) {
    return ok({ ...view, consequences: null });
  }
  const { customerOrganizations } = view;
  const groupName = customersGroupName(place.value.site.name);
  return ok({
    ...view,
    consequences: {
      ...planMigration(facts),
      facts,
      groupName,
      isManaged: isManagedBy(place.value.organization, customer.emailKey),
      customerOrganizations,
    },
  });
}

function invitedAs(facts: MigrationFacts): PortalCustomerDetail['invitedAs'] {
  const { customer, account, directoryUser, siteAccess, role } = facts;
  if (!account || !siteAccess || !countsAsPortalOnly(customer)) return null;
  return { accountId: account.id, state: accountState(directoryUser, siteAccess), role };
}

/**
 * Starts a migration (S1, "Migrate to Atlassian account"). The customer is `migrating` at once;
 * the job ends it. Refused unless the customer is active.
 */
export function startMigration(tx: Tx, target: Target, context: Context): Result<Job, DomainError> {
  const step = customerForStep(tx, target, 'start-migration', context);
  if (!step.ok) return step;
  const { customer } = step.value;
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
  beginMigration(tx, step.value, job.id, context);
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
  const step = customerForStep(tx, input, input.event, context);
  if (!step.ok) return step;
  const customer = putAccess(tx, step.value, input.event, context);
  return ok(viewOf(tx, context, step.value.place, customer));
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
