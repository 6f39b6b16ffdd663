import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  accountState,
  direction,
  instant,
  job,
  listQuery,
  page,
  permission,
  portalCustomerState,
  productRole,
} from './schemas.ts';

const params = z.object({ siteId: z.string() });
const oneParams = z.object({ siteId: z.string(), customerId: z.string() });

const portalCustomer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  state: portalCustomerState,
  lastLoginAt: instant.nullable(),
  customerOrganizations: z.array(z.string()),
  migratedTo: z.string().nullable(),
  failure: z.enum(['account-deactivated', 'unexpected-fault']).nullable(),
  /** The running migration, if there is one. */
  jobId: z.string().nullable(),
  version: z.number(),
  actions: z.object({ migrate: permission, changeAccess: permission }),
});

/** What migrating this customer would do, computed from the present data (S1). */
const consequences = z.object({
  /** The Atlassian account that takes over: an existing one, or a new one. */
  account: z.object({
    exists: z.boolean(),
    /** Whether it has access to this site already. */
    onThisSite: z.boolean(),
    /** Its state once this site is open to it; null when this organization does not know it yet. */
    state: accountState.nullable(),
    name: z.string().nullable(),
    emailVerified: z.boolean(),
  }),
  requestsMoved: z.number(),
  requestsParticipatingMoved: z.number(),
  customerOrganizationsMoved: z.array(z.string()),
  /** The group joined, whether the run creates it, and whether the account is in it already. */
  group: z.object({ name: z.string(), isNew: z.boolean(), isMember: z.boolean() }),
  /** The account's approved role on this site now and afterwards. */
  role: z.object({ before: productRole, after: productRole }),
  /** Licences that the step adds: always 0, the Customer role is free. */
  licencesAdded: z.number(),
  messageTo: z.string().nullable(),
  durationMs: z.number(),
  /** Requests of this site that the person can open now and afterwards. */
  access: z.object({ before: z.number(), after: z.number() }),
  /** Why the migration would fail at its end; null when it would not. */
  willFail: z.enum(['account-deactivated']).nullable(),
});

/** What revoking or granting access would change: requests that the person can open on this site. */
const accessChange = z.object({
  event: z.enum(['revoke', 'grant']),
  before: z.number(),
  after: z.number(),
});

/** Portal-only accounts of a site and their migration to Atlassian accounts. */
export const portalCustomerEndpoints = {
  'portal-customers.list': endpoint({
    summary: 'Portal-only customers of a site',
    params,
    query: z.object({
      ...listQuery,
      state: portalCustomerState.optional(),
      sort: z.enum(['name', 'email', 'state', 'lastLogin']).default('name'),
      direction: direction.default('ascending'),
    }),
    response: page(portalCustomer),
    problems: ['not-found', 'forbidden'],
  }),
  'portal-customers.get': endpoint({
    summary: 'One portal-only customer, with what migrating would do',
    params: oneParams,
    response: portalCustomer.extend({
      consequences: consequences.nullable(),
      accessChange: accessChange.nullable(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'portal-customers.migrate': endpoint({
    summary: 'Migrate to Atlassian account',
    params: oneParams,
    response: job,
    status: 202,
    problems: ['not-found', 'forbidden', 'portal-customer.wrong-state', 'version-conflict'],
  }),
  'portal-customers.revoke': endpoint({
    summary: 'Revoke access',
    params: oneParams,
    response: portalCustomer,
    problems: ['not-found', 'forbidden', 'portal-customer.wrong-state', 'version-conflict'],
  }),
  'portal-customers.grant': endpoint({
    summary: 'Grant access',
    params: oneParams,
    response: portalCustomer,
    problems: ['not-found', 'forbidden', 'portal-customer.wrong-state', 'version-conflict'],
  }),
};
