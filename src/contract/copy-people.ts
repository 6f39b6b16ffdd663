import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './schemas.ts';

const counts = {
  customers: z.number(),
  customerOrganizations: z.number(),
  requests: z.number(),
};

const run = z.object({ id: z.string(), name: z.string(), finishedAt: instant.nullable() });

/** Why somebody is in a plan; `project` and what it says are null where the reason is about none. */
const reason = z.object({
  kind: z.enum([
    'all-customers',
    'all-users',
    'reporter',
    'participant',
    'customer-organization',
    'standard-field',
    'custom-field',
    'content',
    'workflow',
    'permission',
    'group-member',
  ]),
  project: z.string().nullable(),
  /** The field, kind of content, transition, project role, customer organization or group. */
  name: z.string().nullable(),
  /** Requests it holds for, and the key of the first; 0 and null where it is about no request. */
  requests: z.number(),
  example: z.string().nullable(),
});

/** Who is in a copy plan and why, and what it leaves out because it was copied before. */
export const copyPeopleEndpoints = {
  'copy-plans.person': endpoint({
    summary: 'Why a person is in the plan, by the present source, and what an earlier run copied',
    params: z.object({ planId: z.string(), holderId: z.string() }),
    response: z.object({
      email: z.string(),
      name: z.string(),
      reasons: z.array(reason),
      earlier: z
        .object({
          run,
          /** Otherwise the copy is gone from the destination, and the person is copied again. */
          isLeftOut: z.boolean(),
          /** What the run copied with the person and this plan leaves out too. */
          requests: z.number(),
          customerOrganizations: z.array(z.string()),
        })
        .nullable(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'copy-plans.left-out': endpoint({
    summary: 'What the plan leaves out because an earlier run copied it, run by run',
    params: z.object({ planId: z.string() }),
    response: z.object({ ...counts, runs: z.array(z.object({ ...counts, run })) }),
    problems: ['not-found', 'forbidden'],
  }),
};
