import {
  changeAccess,
  getPortalCustomer,
  listPortalCustomers,
  startMigration,
  type PortalCustomerDetail,
} from '#src/application/portal-customers.ts';
import { accountState } from '#src/domain/account.ts';
import type { SiteId } from '#src/domain/ids.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentJob, presentPage, presentPortalCustomer } from '../present.ts';

/** Endpoints of portal-only customers. */
export const portalCustomerHandlers: Handlers<
  | 'portal-customers.list'
  | 'portal-customers.get'
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
    return ok({
      ...presentPortalCustomer(found.value),
      consequences: presentConsequences(found.value),
      accessChange: found.value.accessChange,
    });
  }),
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

function presentConsequences({ consequences }: PortalCustomerDetail) {
  if (!consequences) return null;
  const { facts, groupName } = consequences;
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
