import { z } from 'zod';
import {
  groupForecast,
  licenceForecast,
  losing,
  organizationForecast,
  projectForecast,
} from './copy-forecasts.ts';
import { flow, outcome, outcomeCounts, outcomeQuery } from './copy-outcomes.ts';
import { endpoint } from './endpoint.ts';
import { instant, job, permission, runPhase } from './schemas.ts';

const params = z.object({ planId: z.string() });

/** All users, those associated with the selected projects, or these and the members of their groups. */
export const userScope = z.enum(['all', 'related', 'related-and-members']);

/** A site that can be chosen or is named. */
export const siteName = z.object({ id: z.string(), name: z.string(), organizationId: z.string() });

/** A server belongs to no organization. */
const sourceName = siteName.extend({
  kind: z.enum(['site', 'server']),
  organizationId: z.string().nullable(),
});

/** A plan of either kind: between sites, or from a server. */
export const plan = z.object({
  id: z.string(),
  name: z.string(),
  /** `copy` between sites; from a server in advance, or with the data (S4). */
  flow: z.enum(['copy', 'in-advance', 'with-data']),
  source: sourceName,
  destination: siteName,
  /** `none` from a server only. */
  customers: z.enum(['all', 'related', 'none']),
  users: userScope,
  preserveGroupMembership: z.boolean(),
  projects: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  /** `stopped` by somebody, without a way back, or `incomplete` after a fault: its work is there. */
  state: z.enum(['saved', 'running', 'finished', 'stopped', 'incomplete']),
  /** The same as a server's dashboard says it: a fault before anything arrived is `failed`. */
  word: z.enum(['saved', 'running', 'finished', 'stopped', 'incomplete', 'failed']),
  job: job.nullable(),
  /** The parts of the run in their order, without those that have nothing to do; none before a run. */
  phases: z.array(runPhase),
  /** What a run that ended early did not copy; null for any other plan. */
  missing: z.object({ customers: z.number(), projects: z.number() }).nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** Put away from a server's dashboard; null for every other plan. */
  archivedAt: instant.nullable(),
  /** Rows of RequiresAttention.csv that are still open, and all that the run wrote; null before a run. */
  attention: z.object({ open: z.number(), total: z.number() }).nullable(),
  importedGroup: z.object({ id: z.string(), name: z.string() }).nullable(),
  version: z.number(),
  actions: z.object({ manage: permission }),
});

/** What migrating people in advance saves on migration day (S4); null where nothing can be brought in advance. */
const migrationDay = z
  .object({
    /** How long the run would take had nobody come in advance. */
    withoutMs: z.number(),
    /** How long it would take had everybody come who can. */
    withMs: z.number(),
    /** People of this plan who have come already, and who still can. */
    already: z.number(),
    users: z.number(),
    customers: z.number(),
  })
  .nullable();

const planInput = z.object({
  name: z.string().max(120),
  sourceSiteId: z.string(),
  destinationSiteId: z.string(),
  customers: z.enum(['all', 'related']),
  users: userScope,
  /** Users arrive in their groups; otherwise both are copied, and nobody is in a group. */
  preserveGroupMembership: z.boolean(),
  projectIds: z.array(z.string()).max(500),
});

/** Copy plans: what they select, what they would do, running and stopping them. */
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
      counts: outcomeCounts,
      flow,
      items: z.array(outcome),
      total: z.number(),
      /** Rows that RequiresAttention.csv would have. */
      attention: z.object({ 'review-group': z.number(), 'upgrade-portal-only': z.number() }),
      /** Name of the group that would gather mismatched customers. */
      importedGroupName: z.string().nullable(),
      /** Every group of the people who are copied, with the one made for mismatched customers. */
      groups: z.array(groupForecast),
      organizations: z.array(organizationForecast),
      projects: z.array(projectForecast),
      licences: licenceForecast,
      losing,
      /** Same-named customer organizations whose members differ: they block the run (S2). */
      conflicts: z.array(z.object({ name: z.string(), projects: z.array(z.string()) })),
      requests: z.number(),
      durationMs: z.number(),
      migrationDay,
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
      'server-migration.checks-failed',
    ],
  }),
  'copy-plans.stop': endpoint({
    summary: 'Stop a run after its current item; it cannot resume',
    params,
    response: plan,
    problems: ['not-found', 'forbidden', 'copy-plan.not-running'],
  }),
};
