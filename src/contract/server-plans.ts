import { z } from 'zod';
import { plan, siteName, userScope } from './copy-plans.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ serverId: z.string() });

/** *Migrate your users in advance*, or *Migrate your data* (S4). */
const flow = z.enum(['in-advance', 'with-data']);
const customers = z.enum(['all', 'related', 'none']);

const planInput = z.object({
  flow,
  name: z.string().max(120),
  destinationSiteId: z.string(),
  customers,
  users: userScope,
  /** Users arrive in their groups; otherwise both are migrated, and nobody is in a group. */
  preserveGroupMembership: z.boolean(),
  projectIds: z.array(z.string()).max(500),
});

const refused = [
  'not-found',
  'forbidden',
  'copy-plan.name-missing',
  'copy-plan.projects-missing',
  'server-migration.customers-not-offered',
  'server-migration.in-advance-takes-all-users',
] as const;

/** Making a server migration; from then on it is a plan like every other (`copy-plans`). */
export const serverPlanEndpoints = {
  'server-plans.options': endpoint({
    summary: 'What a migration of the server can choose, with how many people each choice takes',
    params,
    query: z.object({
      flow,
      /** What is chosen so far: each count is of this with the other choice in its place. */
      customers: customers.optional(),
      users: userScope.optional(),
      /** Service projects chosen so far, separated by commas. */
      projects: z.string().optional(),
    }),
    response: z.object({
      server: z.object({ id: z.string(), name: z.string() }),
      /** Sites of organizations that the persona administers. */
      sites: z.array(siteName.extend({ organizationName: z.string() })),
      projects: z.array(
        z.object({ id: z.string(), key: z.string(), name: z.string(), requests: z.number() }),
      ),
      /** The choices that there are for these service projects, and the people each takes as customers. */
      customers: z.array(z.object({ choice: customers, people: z.number() })),
      /** The people each takes as users. */
      users: z.array(z.object({ choice: userScope, people: z.number() })),
      /** Former customers whom the service projects name: they appear whatever is chosen (S4). */
      former: z.number(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'server-plans.create': endpoint({
    summary: 'Save a new migration of the server',
    params,
    body: planInput,
    response: plan,
    status: 201,
    problems: refused,
  }),
  'server-plans.update': endpoint({
    summary: 'Change a migration that has not run',
    params: params.extend({ planId: z.string() }),
    body: planInput,
    response: plan,
    problems: [...refused, 'version-conflict', 'copy-plan.not-editable'],
  }),
};
