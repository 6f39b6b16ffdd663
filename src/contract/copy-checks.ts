import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, productRole } from './schemas.ts';

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
  /** Of the one on the source. */
  version: z.number(),
  differs: z.enum(['members', 'projects', 'both']),
  /** How many there are on the source, on the destination, and on both. */
  members: z.object({ source: z.number(), destination: z.number(), common: z.number() }),
  sourceProjects: z.array(z.string()),
  destinationProjects: z.array(z.string()),
  /** What removing it from the source takes away there. */
  removal: z.object({ requests: z.number(), losing: z.number() }),
});

const people = check(
  z.object({
    userName: z.string(),
    ...person,
    /** What is special about this one, where a check tells several cases apart. */
    why: z
      .enum([
        'both-already',
        'both-afterwards',
        'appears',
        'nowhere',
        'no-customers',
        'never-raised-a-request',
        'not-related',
      ])
      .nullable(),
  }),
  nothing,
);

const arrivingProjects = check(
  z.object({
    key: z.string(),
    name: z.string(),
    keyThere: z.string(),
    nameThere: z.string(),
    requests: z.number(),
  }),
  nothing,
);

/** Checks that only a server plan has. */
const serverChecks = z.object({
  'destination-busy': check(z.object({ name: z.string() }), nothing),
  'invalid-addresses': people,
  'duplicated-addresses': people,
  'inactive-directories': people,
  'two-accounts': people,
  'stays-atlassian': people,
  'left-out-named': people,
  'never-raised': people,
  'project-names': arrivingProjects,
  'site-not-empty': check(
    z.object({
      what: z.enum(['service-projects', 'portal-customers', 'requests']),
      count: z.number(),
    }),
    nothing,
  ),
  'copied-before': arrivingProjects,
});

/** How one check of a server plan stands. */
const standing = z.object({
  check: z.enum([
    ...serverChecks.keyof().options,
    'permissions',
    'licences',
    'existing-groups',
    'blocked-groups',
    'data-changed',
  ]),
  /** Name of the check to machines. */
  key: z.string(),
  /** What it counts as: an excluded error is a warning. */
  result: z.enum(['pass', 'warning', 'error']),
  /** When the pass was found that is still kept, and until when it is; null for any other result. */
  kept: z.object({ at: instant, until: instant }).nullable(),
  excludable: z.boolean(),
  excluded: z.boolean(),
});

/** Check for Conflicts, before a copy runs, or the pre-migration checks of a server plan. */
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
      /** Of a server plan: its own checks, and all of them in their groups; null for any other. */
      server: z
        .object({
          checks: serverChecks,
          groups: z.array(
            z.object({
              group: z.enum(['system', 'users-and-groups', 'customers', 'projects']),
              checks: z.array(standing),
            }),
          ),
        })
        .nullable(),
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
  'copy-plans.exclude-check': endpoint({
    summary:
      'Exclude a check of a server plan, so that its error is a warning, or include it again',
    params: z.object({ planId: z.string(), check: z.string() }),
    body: z.object({ excluded: z.boolean() }),
    status: 204,
    problems: [
      'not-found',
      'forbidden',
      'version-conflict',
      'copy-plan.not-editable',
      'server-migration.check-not-excludable',
    ],
  }),
};
