import { z } from 'zod';
import { losing } from './copy-forecasts.ts';
import {
  attention,
  flow,
  outcome,
  outcomeCounts,
  outcomeQuery,
  sourceHolding,
} from './copy-outcomes.ts';
import { endpoint } from './endpoint.ts';
import { holding, listQuery, page } from './schemas.ts';

const params = z.object({ planId: z.string() });

const verdict = z.enum(['hit', 'differs', 'missed', 'invented']);

const attentionRow = z.object({
  email: z.string(),
  name: z.string(),
  sourceHolding,
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

/** What a run did, and its reports. */
export const copyReportEndpoints = {
  'copy-plans.outcomes': endpoint({
    summary: 'What the run did, customer by customer',
    params,
    query: outcomeQuery,
    response: page(outcome).extend({ counts: outcomeCounts, flow, losing }),
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
