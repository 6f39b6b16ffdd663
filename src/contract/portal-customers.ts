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
  actions: z.object({
    edit: permission,
    migrate: permission,
    changeAccess: permission,
    delete: permission,
  }),
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
    /** The organization has claimed the domain: its authentication policy applies to the account. */
    isManaged: z.boolean(),
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

/** A bulk step and whom it is for: customers that were ticked, or all that the list matches. */
const bulkOrder = z.object({
  step: z.enum(['migrate', 'delete', 'revoke', 'grant']),
  selection: z.discriminatedUnion('by', [
    z.object({ by: z.literal('ids'), ids: z.array(z.string()).max(100_000) }),
    z.object({
      by: z.literal('filter'),
      search: z.string().max(200),
      state: portalCustomerState.nullable(),
    }),
  ]),
});

/** What deleting would do (domain.md 3.1, DELETE). */
const deletion = z.object({
  /** Requests that stand under Former user afterwards. */
  requestsKept: z.number(),
  participationsEnded: z.number(),
  membershipsEnded: z.array(z.string()),
  /** Whether an Atlassian account with the same address stays on the site. */
  accountStays: z.boolean(),
  access: z.object({ before: z.number(), after: z.number() }),
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
      deletion: deletion.nullable(),
      createdAt: instant,
      passwordSetAt: instant.nullable(),
      /**
       * The Atlassian account that the address holds on this site meanwhile: the note that asks
       * for migration (S1, "invited to an Atlassian product"). Null when there is none.
       */
      invitedAs: z
        .object({ accountId: z.string(), state: accountState, role: productRole })
        .nullable(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'portal-customers.requests': endpoint({
    summary: 'Requests that a customer is attached to, each with whether the person can open it',
    params: oneParams,
    query: z.object({ offset: listQuery.offset, limit: listQuery.limit }),
    response: page(
      z.object({
        id: z.string(),
        key: z.string(),
        summary: z.string(),
        project: z.object({ key: z.string(), name: z.string() }),
        status: z.enum(['open', 'resolved']),
        createdAt: instant,
        relation: z.enum(['reporter', 'participant', 'customer-organization']),
        canOpen: z.boolean(),
      }),
    ),
    problems: ['not-found', 'forbidden'],
  }),
  'portal-customers.rename': endpoint({
    summary: 'Edit full name',
    params: oneParams,
    body: z.object({ name: z.string().max(200) }),
    response: portalCustomer,
    problems: [
      'not-found',
      'forbidden',
      'portal-customer.wrong-state',
      'portal-customer.name-missing',
      'version-conflict',
    ],
  }),
  'portal-customers.set-password': endpoint({
    summary: 'Change password; the password itself is checked and forgotten',
    params: oneParams,
    body: z.object({ password: z.string().max(200) }),
    response: portalCustomer,
    problems: [
      'not-found',
      'forbidden',
      'portal-customer.wrong-state',
      'portal-customer.password-weak',
      'version-conflict',
    ],
  }),
  'portal-customers.delete': endpoint({
    summary: 'Delete account',
    params: oneParams,
    status: 204,
    problems: ['not-found', 'forbidden', 'portal-customer.wrong-state', 'version-conflict'],
  }),
  'portal-customers.export-file': endpoint({
    summary: 'Export customers: a CSV that can be loaded again',
    params,
    query: z.object({ search: listQuery.search, state: portalCustomerState.optional() }),
    file: 'text/csv; charset=utf-8',
    problems: ['not-found', 'forbidden'],
  }),
  'portal-customers.bulk': endpoint({
    summary: 'Migrate, delete, revoke or grant in bulk; all or nothing is accepted',
    params,
    body: bulkOrder.extend({
      /** The number that the screen showed; another one now is refused. */
      expected: z.number().int().min(0),
      /** That of the forecast; other customers or other states now are refused, too. */
      fingerprint: z.string().max(100).optional(),
    }),
    response: job,
    status: 202,
    problems: [
      'not-found',
      'forbidden',
      'strict-mode',
      'bulk.selection-changed',
      'bulk.too-many',
      'bulk.nothing-selected',
    ],
  }),
  'portal-customers.bulk-forecast': endpoint({
    summary: 'What a bulk step would do by the present data; changes nothing',
    params,
    body: bulkOrder,
    response: z.object({
      count: z.number(),
      /** Of the selection and its states, for starting exactly this. */
      fingerprint: z.string(),
      /** Customers for whom the step is possible now. */
      ready: z.number(),
      /** The others, by reason: `wrong-state:<state>` or `account-deactivated`. */
      refused: z.array(z.object({ reason: z.string(), count: z.number() })),
      newAccounts: z.number(),
      existingAccounts: z.number(),
      /** Requests that those raised for whom the step is possible. */
      requests: z.number(),
      durationMs: z.number(),
      /** How many at once; null without a limit. */
      limit: z.number().nullable(),
    }),
    problems: ['not-found', 'forbidden', 'strict-mode'],
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
