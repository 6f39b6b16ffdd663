import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { holding, instant, job, listQuery, page, permission, runPhase } from './schemas.ts';

const params = z.object({ planId: z.string() });

const outcomeAction = z.enum([
  'create',
  'link',
  'add-to-site',
  'group',
  'duplicate',
  'link-duplicate',
  'former-user',
  'left-out',
  'not-copied',
]);

const attention = z.enum(['review-group', 'upgrade-portal-only']);

const siteName = z.object({ id: z.string(), name: z.string(), organizationId: z.string() });

const plan = z.object({
  id: z.string(),
  name: z.string(),
  source: siteName,
  destination: siteName,
  customers: z.enum(['all', 'related']),
  projects: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  /** `stopped` by somebody, without a way back, or `incomplete` after a fault: its work is there. */
  state: z.enum(['saved', 'running', 'finished', 'stopped', 'incomplete']),
  job: job.nullable(),
  /** The parts of the run in their order, without those that have nothing to do; none before a run. */
  phases: z.array(runPhase),
  /** What a run that ended early did not copy; null for any other plan. */
  missing: z.object({ customers: z.number(), projects: z.number() }).nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** Rows of RequiresAttention.csv that are still open, and all that the run wrote; null before a run. */
  attention: z.object({ open: z.number(), total: z.number() }).nullable(),
  importedGroup: z.object({ id: z.string(), name: z.string() }).nullable(),
  version: z.number(),
  actions: z.object({ manage: permission }),
});

const planInput = z.object({
  name: z.string().max(120),
  sourceSiteId: z.string(),
  destinationSiteId: z.string(),
  customers: z.enum(['all', 'related']),
  projectIds: z.array(z.string()).max(500),
});

const outcome = z.object({
  position: z.number(),
  email: z.string(),
  name: z.string(),
  sourceHolding: z.enum(['portal-only', 'atlassian', 'both', 'nobody', 'deleted']),
  destinationHolding: holding,
  afterHolding: holding,
  action: outcomeAction,
  attention: z.array(attention),
  canOpenBefore: z.number(),
  canOpenAfter: z.number(),
  arriving: z.number(),
  state: z.enum(['pending', 'done']),
});

const outcomeQuery = z.object({ ...listQuery, action: outcomeAction.optional() });

const counts = z.partialRecord(outcomeAction, z.number());

/** How many customers go which way: what they have on the source, what happens, what they end with. */
const flow = z.array(
  z.object({
    sourceHolding: outcome.shape.sourceHolding,
    action: outcomeAction,
    afterHolding: holding,
    count: z.number(),
  }),
);

const verdict = z.enum(['hit', 'differs', 'missed', 'invented']);

const attentionRow = z.object({
  email: z.string(),
  name: z.string(),
  sourceHolding: holding,
  destinationHolding: holding,
  afterHolding: holding,
  problem: attention,
  state: z.enum(['open', 'done']),
  group: z
    .object({ id: z.string(), name: z.string(), review: z.enum(['pending', 'approved', 'denied']) })
    .nullable(),
  portalCustomerId: z.string().nullable(),
  /** What a bulk step is about to do for an open row, or why it could not. */
  work: z
    .object({
      step: z.enum(['migrate', 'grant']),
      state: z.enum(['waiting', 'failed']),
      reason: z.string().nullable(),
    })
    .nullable(),
});

/** Copying customers from one site to another, and what it leaves to do. */
export const copyPlanEndpoints = {
  'copy-plans.options': endpoint({
    summary: 'Sites that the persona administers, as source and destination',
    response: z.object({
      sites: z.array(siteName.extend({ organizationName: z.string() })),
    }),
    problems: [],
  }),
  'copy-plans.list': endpoint({
    summary: 'Copy plans from or to the sites of an organization',
    query: z.object({ organizationId: z.string() }),
    response: z.object({ items: z.array(plan), total: z.number() }),
    problems: ['not-found', 'forbidden'],
  }),
  'copy-plans.create': endpoint({
    summary: 'Create copy plan',
    body: planInput,
    response: plan,
    status: 201,
    problems: [
      'not-found',
      'forbidden',
      'copy-plan.same-site',
      'copy-plan.name-missing',
      'copy-plan.projects-missing',
    ],
  }),
  'copy-plans.get': endpoint({
    summary: 'One copy plan',
    params,
    response: plan,
    problems: ['not-found', 'forbidden'],
  }),
  'copy-plans.update': endpoint({
    summary: 'Change a plan that has not run',
    params,
    body: planInput,
    response: plan,
    problems: [
      'not-found',
      'forbidden',
      'version-conflict',
      'copy-plan.not-editable',
      'copy-plan.same-site',
      'copy-plan.name-missing',
      'copy-plan.projects-missing',
    ],
  }),
  'copy-plans.delete': endpoint({
    summary: 'Delete a plan that has not run',
    params,
    status: 204,
    problems: ['not-found', 'forbidden', 'version-conflict', 'copy-plan.not-editable'],
  }),
  'copy-plans.forecast': endpoint({
    summary: "Every customer's outcome before running, computed from the present data",
    params,
    query: outcomeQuery,
    response: z.object({
      /** Changes when anything that the outcome depends on changes; running asks for it. */
      fingerprint: z.string(),
      counts,
      flow,
      items: z.array(outcome),
      total: z.number(),
      /** Rows that RequiresAttention.csv would have. */
      attention: z.object({ 'review-group': z.number(), 'upgrade-portal-only': z.number() }),
      /** Name of the group that would gather mismatched customers. */
      importedGroupName: z.string().nullable(),
      /** Source groups that come along, to be reviewed on the destination or joined at once. */
      groups: z.array(
        z.object({ name: z.string(), members: z.number(), joinsExisting: z.boolean() }),
      ),
      /** Same-named customer organizations whose members differ: they block the run (S2). */
      conflicts: z.array(z.object({ name: z.string(), projects: z.array(z.string()) })),
      requests: z.number(),
      durationMs: z.number(),
    }),
    problems: ['not-found', 'forbidden', 'copy-plan.not-editable'],
  }),
  'copy-plans.run': endpoint({
    summary: 'Run the plan as forecast',
    params,
    body: z.object({ fingerprint: z.string() }),
    response: job,
    status: 202,
    problems: [
      'not-found',
      'forbidden',
      'version-conflict',
      'copy-plan.not-editable',
      'copy-plan.already-running',
      'copy-plan.forecast-changed',
      'copy-plan.conflicts',
      'licences.exhausted',
    ],
  }),
  'copy-plans.stop': endpoint({
    summary: 'Stop a run after its current item; it cannot resume',
    params,
    response: plan,
    problems: ['not-found', 'forbidden', 'copy-plan.not-running'],
  }),
  'copy-plans.outcomes': endpoint({
    summary: 'What the run did, customer by customer',
    params,
    query: outcomeQuery,
    response: page(outcome).extend({ counts, flow }),
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'copy-plans.attention': endpoint({
    summary: 'The rows of RequiresAttention.csv with their present state',
    params,
    query: z.object({
      ...listQuery,
      state: z.enum(['open', 'done']).optional(),
      problem: attention.optional(),
    }),
    response: page(attentionRow).extend({ open: z.number(), done: z.number() }),
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'copy-plans.attention-file': endpoint({
    summary: 'RequiresAttention.csv: the rows that are still open',
    params,
    query: z.object({ raw: z.stringbool().default(false) }),
    file: 'text/csv',
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'copy-plans.reports-file': endpoint({
    summary: 'The full report as a zip',
    params,
    query: z.object({ raw: z.stringbool().default(false) }),
    file: 'application/zip',
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'copy-plans.check-report': endpoint({
    summary: 'Load a saved RequiresAttention.csv and see what has become of its rows',
    params,
    takesBytes: true,
    response: z.object({
      items: z.array(
        z.object({
          line: z.number(),
          email: z.string(),
          name: z.string(),
          problem: z.string(),
          /** The problem that the plan knows the row by; null when it is not from this plan. */
          kind: attention.nullable(),
          nextStep: z.string(),
          state: z.enum(['open', 'done', 'unknown']),
        }),
      ),
      total: z.number(),
      open: z.number(),
      done: z.number(),
      unknown: z.number(),
    }),
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet', 'report.unreadable'],
  }),
  'copy-plans.compare-report': endpoint({
    summary: 'Load a real RequiresAttention.csv and see what of it the forecast hit',
    params,
    takesBytes: true,
    response: z.object({
      items: z.array(
        z.object({
          /** `missed`: in the file, not forecast; `invented`: forecast, not in the file. */
          verdict,
          email: z.string(),
          name: z.string(),
          forecast: attention.nullable(),
          /** The file's line, the problem that its words mean (null when unknown), and the words. */
          reported: z
            .object({ line: z.number(), problem: attention.nullable(), words: z.string() })
            .nullable(),
        }),
      ),
      total: z.number(),
      counts: z.record(verdict, z.number()),
      /** Rows of the file that repeat an earlier one, and rows without an address: not compared. */
      repeated: z.number(),
      withoutEmail: z.number(),
    }),
    problems: ['not-found', 'forbidden', 'report.unreadable'],
  }),
};
