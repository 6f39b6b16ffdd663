import { z } from 'zod';
import { newcomerReason } from './customer-access.ts';
import { endpoint } from './endpoint.ts';
import { logIn } from './help-center.ts';
import { direction, holding, listQuery } from './schemas.ts';

const params = z.object({ siteId: z.string(), projectId: z.string() });
const project = z.object({ id: z.string(), key: z.string(), name: z.string() });

const state = z.enum([
  'active',
  'revoked',
  'migrating',
  'suspended',
  'deactivated',
  'no-role',
  'no-account',
]);

const customer = z.object({
  emailKey: z.string(),
  email: z.string(),
  name: z.string(),
  holding,
  state,
  /** The profile and the Atlassian account with access to the site. */
  customerId: z.string().nullable(),
  accountId: z.string().nullable(),
  /** Whether the person has the project role of customers. */
  hasRole: z.boolean(),
  customerOrganizations: z.array(z.string()),
  /** Requests of the project that the person reported or takes part in. */
  requests: z.number(),
  logIn,
});

const addresses = z.object({ emails: z.array(z.string().max(320)).min(1).max(100) });

/** What adding one address comes to; `existing` gets the project role, `in-project` has it. */
const results = z.object({
  results: z.array(
    z.object({
      email: z.string(),
      name: z.string().nullable(),
      outcome: z.enum(['atlassian', 'portal-only', 'existing', 'in-project', 'refused']),
      reason: newcomerReason,
      /** Whether a message tells the person. */
      isTold: z.boolean(),
      logIn: logIn.nullable(),
    }),
  ),
});

/** Customers of one service project. */
export const serviceProjectEndpoints = {
  'service-projects.customers': endpoint({
    summary: 'People of a service project: added there, in its requests, in its organizations',
    params,
    query: z.object({
      ...listQuery,
      state: state.optional(),
      holding: holding.optional(),
      /** Whether they have the project role of customers. */
      projectRole: z.enum(['added', 'not-added']).optional(),
      sort: z.enum(['name', 'email', 'requests', 'state']).default('name'),
      direction: direction.default('ascending'),
    }),
    response: z.object({ project, items: z.array(customer), total: z.number() }),
    problems: ['not-found', 'forbidden'],
  }),
  'service-projects.add-customers': endpoint({
    summary: 'Add customers to a service project; each address gets its own result',
    params,
    body: addresses,
    response: results,
    problems: ['not-found', 'forbidden'],
  }),
  'service-projects.admission': endpoint({
    summary: 'What adding these addresses would come to, changing nothing (simulator extra)',
    params,
    body: addresses,
    response: results,
    problems: ['not-found', 'forbidden', 'strict-mode'],
  }),
  'service-projects.copied': endpoint({
    summary: 'Service projects of the destination that the runs of a plan have filled',
    params: z.object({ planId: z.string() }),
    response: z.object({ items: z.array(project) }),
    problems: ['not-found', 'forbidden'],
  }),
};
