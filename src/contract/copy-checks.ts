import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { productRole } from './schemas.ts';

const person = { email: z.string(), name: z.string() };

/** One check: how it came out, the first rows it is about, and how many there are. */
function check<Row extends z.ZodType, Facts extends z.ZodType>(row: Row, facts: Facts) {
  return z.object({
    /** An error blocks the run, a warning does not. */
    result: z.enum(['pass', 'warning', 'error']),
    facts,
    rows: z.array(row),
    total: z.number(),
  });
}

const nothing = z.object({});
const counted = z.object({ groups: z.number(), people: z.number() });

const conflict = z.object({
  customerOrganizationId: z.string(),
  name: z.string(),
  differs: z.enum(['members', 'projects', 'both']),
  /** How many there are on the source, on the destination, and on both. */
  members: z.object({ source: z.number(), destination: z.number(), common: z.number() }),
  sourceProjects: z.array(z.string()),
  destinationProjects: z.array(z.string()),
  /** What removing it from the source takes away there. */
  removal: z.object({ requests: z.number(), losing: z.number() }),
});

/** Check for Conflicts, before a copy runs. */
export const copyCheckEndpoints = {
  'copy-plans.checks': endpoint({
    summary: 'What stands in the way of a run, and what it would do unasked',
    params: z.object({ planId: z.string() }),
    /** Fingerprint of the forecast that was looked at. */
    query: z.object({ fingerprint: z.string().max(100).optional() }),
    response: z.object({
      errors: z.number(),
      warnings: z.number(),
      /** The whole forecast in one word, with what speaks for it, worst first. */
      grade: z.enum(['blocked', 'loses-access', 'needs-work', 'clean']),
      reasons: z.array(
        z.object({
          reason: z.enum(['errors', 'losing', 'attention', 'pending-groups', 'warnings']),
          count: z.number(),
        }),
      ),
      checks: z.object({
        permissions: check(
          z.object({
            end: z.enum(['source', 'destination']),
            site: z.string(),
            organization: z.string(),
          }),
          nothing,
        ),
        'customer-organizations': check(conflict, nothing),
        licences: check(
          z.object({
            ...person,
            groups: z.array(z.string()),
            when: z.enum(['at-once', 'after-approval']),
          }),
          z.object({
            used: z.number(),
            /** Null where the plan of the destination takes what it needs. */
            limit: z.number().nullable(),
            atOnce: z.number(),
            afterApproval: z.number(),
          }),
        ),
        'existing-groups': check(
          z.object({
            ...person,
            group: z.string(),
            gives: productRole,
            /** Whether the group makes its members administrators of the product as well. */
            givesAdmin: z.boolean(),
            roleNow: productRole,
          }),
          counted,
        ),
        'blocked-groups': check(z.object({ ...person, group: z.string() }), counted),
        'data-changed': check(z.object({ shown: z.string(), present: z.string() }), nothing),
      }),
    }),
    problems: ['not-found', 'forbidden', 'copy-plan.not-editable'],
  }),
  'copy-plans.check-file': endpoint({
    summary: 'All rows of one check as CSV',
    params: z.object({ planId: z.string(), check: z.string() }),
    query: z.object({ fingerprint: z.string().max(100).optional() }),
    file: 'text/csv',
    problems: ['not-found', 'forbidden', 'copy-plan.not-editable'],
  }),
};
