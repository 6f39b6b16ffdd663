import {
  changeAccess,
  getPortalCustomer,
  listPortalCustomers,
  startMigration,
  type PortalCustomerDetail,
} from '#src/application/portal-customers.ts';
import { deletePortalCustomer } from '#src/application/portal-customer-deletion.ts';
import { renameCustomer, setCustomerPassword } from '#src/application/portal-customer-edits.ts';
import { exportCustomers } from '#src/application/portal-customer-export.ts';
import {
  listCustomerRequests,
  type CustomerRequest,
} from '#src/application/portal-customer-requests.ts';
import { accountState } from '#src/domain/account.ts';
import type { SiteId } from '#src/domain/ids.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { customerExport } from '../reports/customer-export.ts';
import { presentJob, presentPage, presentPortalCustomer } from '../present.ts';

/** Endpoints of portal-only customers. */
export const portalCustomerHandlers: Handlers<
  | 'portal-customers.list'
  | 'portal-customers.get'
  | 'portal-customers.requests'
  | 'portal-customers.rename'
  | 'portal-customers.set-password'
  | 'portal-customers.delete'
  | 'portal-customers.export-file'
  | 'portal-customers.migrate'
  | 'portal-customers.revoke'
  | 'portal-customers.grant'
> = {
  'portal-customers.list': transaction((tx, { params, query }, context) => {
    const siteId = params.siteId as SiteId;
    const page = listPortalCustomers(tx, { ...query, siteId, state: query.state ?? null }, context);
    return page.ok ? ok(presentPage(page.value, presentPortalCustomer)) : page;
  }),
  'portal-customers.get': transaction((tx, { params }, context) => {
    const found = getPortalCustomer(tx, params, context);
    if (!found.ok) return found;
    const { createdAt, passwordSetAt, invitedAs } = found.value;
    return ok({
      ...presentPortalCustomer(found.value),
      createdAt,
      passwordSetAt,
      invitedAs,
      consequences: presentConsequences(found.value),
      accessChange: found.value.accessChange,
      deletion: presentDeletion(found.value),
    });
  }),
  'portal-customers.requests': transaction((tx, { params, query }, context) => {
    const page = listCustomerRequests(tx, { ...params, ...query }, context);
    return page.ok ? ok(presentPage(page.value, presentRequest)) : page;
  }),
  'portal-customers.rename': transaction((tx, { params, body, ifMatch }, context) => {
    const input = { ...params, ...body, expectedVersion: ifMatch };
    const changed = renameCustomer(tx, input, context);
    return changed.ok ? ok(presentPortalCustomer(changed.value)) : changed;
  }),
  'portal-customers.set-password': transaction((tx, { params, body, ifMatch }, context) => {
    const input = { ...params, ...body, expectedVersion: ifMatch };
    const changed = setCustomerPassword(tx, input, context);
    return changed.ok ? ok(presentPortalCustomer(changed.value)) : changed;
  }),
  'portal-customers.delete': transaction((tx, { params, ifMatch }, context) =>
    deletePortalCustomer(tx, { ...params, expectedVersion: ifMatch }, context),
  ),
  'portal-customers.export-file': {
    kind: 'file-in-slices',
    run(tx, { params, query }, context) {
      const siteId = params.siteId as SiteId;
      const input = { siteId, search: query.search, state: query.state ?? null };
      const found = exportCustomers(tx, input, context);
      return found.ok ? ok(customerExport(found.value.site, found.value.pages)) : found;
    },
  },
  'portal-customers.migrate': transaction((tx, { params, ifMatch }, context) => {
    const job = startMigration(tx, { ...params, expectedVersion: ifMatch }, context);
    return job.ok ? ok(presentJob(job.value, context.now)) : job;
  }),
  'portal-customers.revoke': access('revoke'),
  'portal-customers.grant': access('grant'),
};

function access(event: 'revoke' | 'grant') {
  return transaction<'portal-customers.revoke' | 'portal-customers.grant'>(
    (tx, { params, ifMatch }, context) => {
      const changed = changeAccess(tx, { ...params, event, expectedVersion: ifMatch }, context);
      return changed.ok ? ok(presentPortalCustomer(changed.value)) : changed;
    },
  );
}

function presentRequest({ request, project, relation, canOpen }: CustomerRequest) {
  const { id, key, summary, status, createdAt } = request;
  return { id, key, summary, project, status, createdAt, relation, canOpen };
}

function presentDeletion({ deletion, customerOrganizations }: PortalCustomerDetail) {
  if (!deletion) return null;
  return {
    requestsKept: deletion.reported.length,
    participationsEnded: deletion.participating.length,
    membershipsEnded: [...customerOrganizations],
    accountStays: deletion.accountStays,
    access: deletion.access,
  };
}

function presentConsequences({ consequences }: PortalCustomerDetail) {
  if (!consequences) return null;
  const { facts, groupName, isManaged } = consequences;
  const { account, directoryUser, siteAccess, customersGroup } = facts;
  return {
    account: {
      exists: account !== undefined,
      onThisSite: siteAccess !== undefined,
      // Migrating opens the site to an account that has no access to it yet.
      state:
        account && directoryUser
          ? accountState(directoryUser, siteAccess ?? { status: 'active' })
          : null,
      name: account?.name ?? null,
      emailVerified: account?.emailVerified ?? false,
      isManaged,
    },
    requestsMoved: consequences.reported.length,
    requestsParticipatingMoved: consequences.participating.length,
    customerOrganizationsMoved: [...consequences.customerOrganizations],
    group: {
      name: groupName,
      isNew: customersGroup === undefined,
      isMember: customersGroup?.isMember ?? false,
    },
    role: consequences.role,
    licencesAdded: consequences.licencesAdded,
    messageTo: consequences.createsAccount ? facts.customer.email : null,
    durationMs: consequences.durationMs,
    access: consequences.access,
    willFail: consequences.willFail,
  };
}
