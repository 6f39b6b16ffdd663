import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const params = z.object({ planId: z.string() });

const task = z.object({
  taskId: z.string(),
  taskType: z.enum(['check', 'migrate']),
  /** ISO 8601. */
  createdAt: z.string(),
  payload: z.object({ checkTypes: z.object({ excludeKeys: z.array(z.string()) }) }),
});

const nodeStatus = z.enum(['PENDING', 'IN_PROGRESS', 'FINISHED']);
const nodeOutcome = z.enum(['SUCCESS', 'WARNING', 'FAILED', 'SKIPPED']);

/** A node of the status tree; the tree is three levels deep. */
const leaf = z.object({
  status: nodeStatus,
  /** Absent until the node is finished. */
  outcome: nodeOutcome.optional(),
  message: z.string().optional(),
  details: z
    .object({
      occurrences: z.array(z.string()),
      excludable: z.boolean(),
      description: z.string(),
    })
    .optional(),
  progressDetails: z
    .object({
      isSupported: z.boolean(),
      percent: z.number(),
      data: z.array(z.object({ name: z.string(), total: z.number(), processed: z.number() })),
    })
    .optional(),
});
const branch = leaf.extend({ children: z.record(z.string(), leaf).optional() });
const root = leaf.extend({ children: z.record(z.string(), branch).optional() });

const links = z.object({ next: z.string().nullable(), self: z.string() });

/** A server migration as the migration API would tell it to a machine. */
export const serverTaskEndpoints = {
  'server-tasks.list': endpoint({
    summary: 'Tasks of a server migration, the newest first',
    params,
    response: z.object({ data: z.array(task), links }),
    problems: ['not-found', 'forbidden'],
  }),
  'server-tasks.create': endpoint({
    summary:
      'Run the pre-migration checks: a pass of the last 30 days is kept, all others run again',
    params,
    body: z.object({ task: z.literal('Check') }),
    response: task,
    status: 201,
    problems: ['not-found', 'forbidden', 'copy-plan.not-editable'],
  }),
  'server-tasks.status': endpoint({
    summary: 'Status tree of a task, or of one node of it',
    params: z.object({ planId: z.string(), taskId: z.string() }),
    query: z.object({
      /** `check`, `check,{checkKey}`, `migrate`, `migrate,{part}`; empty for the whole. */
      level: z
        .string()
        .max(200)
        .regex(/^[\w,]*$/)
        .default(''),
      expandChildren: z.enum(['true', 'false']).default('false'),
      status: nodeStatus.optional(),
      outcome: nodeOutcome.optional(),
    }),
    response: z.object({ data: root, links }),
    problems: ['not-found', 'forbidden'],
  }),
};
