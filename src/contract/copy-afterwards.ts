import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { job } from './schemas.ts';

const params = z.object({ planId: z.string() });

/** Rows of a report, as of a loaded file; null means all of its rows. */
const rows = z
  .array(z.object({ email: z.string(), problem: z.enum(['review-group', 'upgrade-portal-only']) }))
  .max(100_000)
  .nullable()
  .default(null);

const person = z.object({ id: z.string(), email: z.string(), name: z.string() });

const lines = z.array(
  z.array(z.object({ kind: z.enum(['text', 'label', 'name']), text: z.string() })),
);

/** What a run leaves to do, worked off in bulk, and the papers that go with it. */
export const copyAfterwardsEndpoints = {
  'copy-plans.afterwards': endpoint({
    summary: 'What approving all groups and migrating all duplicates of a report would come to',
    params,
    body: z.object({ rows }),
    response: z.object({
      approval: z.object({
        groups: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            version: z.number(),
            members: z.number(),
            /** Rows of the report that wait for this group. */
            rows: z.number(),
          }),
        ),
        /** People in any of the groups, each counted once. */
        members: z.number(),
        /** Rows of the report that approving closes. */
        rows: z.number(),
        licencesAdded: z.number(),
        /** Groups that were denied; approving all leaves them. */
        denied: z.array(z.string()),
      }),
      duplicates: z.object({
        ready: z.number(),
        /** They need *Grant access* first. */
        revoked: z.array(person),
        underWay: z.number(),
        refused: z.array(person.extend({ reason: z.string() })),
        /** How many at once are allowed; null without a limit. */
        limit: z.number().nullable(),
        /** How many go in each bulk step where there is a limit. */
        batches: z.array(z.number()),
        durationMs: z.number(),
      }),
      /** The bulk migration or grant that runs on the destination. */
      job: job.nullable(),
    }),
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'copy-plans.approve-groups': endpoint({
    summary: 'Approve product access of groups of a report; one refused, none approved',
    params,
    body: z.object({
      groups: z
        .array(z.object({ id: z.string(), version: z.number().int() }))
        .min(1)
        .max(1_000),
    }),
    response: z.object({
      groups: z.array(z.object({ name: z.string(), members: z.number() })),
    }),
    problems: [
      'not-found',
      'forbidden',
      'version-conflict',
      'copy-plan.no-report-yet',
      'group.already-approved',
      'licences.exhausted',
    ],
  }),
  'copy-plans.migrate-duplicates': endpoint({
    summary: 'Migrate all duplicates of a report, or grant access to those who need it first',
    params,
    body: z.object({
      rows,
      what: z.enum(['migrate', 'grant']).default('migrate'),
      /** Only the first 1,000. */
      batch: z.boolean().default(false),
      /** The number that the screen showed. */
      expected: z.number().int().min(0),
    }),
    response: job,
    status: 202,
    problems: [
      'not-found',
      'forbidden',
      'copy-plan.no-report-yet',
      'strict-mode',
      'bulk.selection-changed',
      'bulk.too-many',
      'bulk.nothing-selected',
    ],
  }),
  'copy-plans.mailing-file': endpoint({
    summary: 'Whom to tell what after a run, one row a customer',
    params,
    query: z.object({ raw: z.stringbool().default(false) }),
    file: 'text/csv',
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'copy-plans.runbook': endpoint({
    summary: 'The steps to carry out in the real console, with the numbers of the plan',
    params,
    response: z.object({
      planName: z.string(),
      source: z.string(),
      destination: z.string(),
      /** Whether the numbers are a forecast or those of a run. */
      isForecast: z.boolean(),
      steps: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          actions: lines,
          files: lines,
          checks: lines,
          stops: lines,
        }),
      ),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'copy-plans.runbook-file': endpoint({
    summary: 'The runbook as Markdown',
    params,
    file: 'text/markdown',
    problems: ['not-found', 'forbidden'],
  }),
};
