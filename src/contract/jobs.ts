import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { job, jobState, listQuery, page } from './schemas.ts';

const params = z.object({ jobId: z.string() });

/** Long work that simulated time advances. */
export const jobEndpoints = {
  'jobs.list': endpoint({
    summary: 'Jobs, the newest first',
    query: z.object({
      siteId: z.string().optional(),
      state: jobState.optional(),
    }),
    response: z.object({ items: z.array(job), total: z.number() }),
    problems: [],
  }),
  'jobs.get': endpoint({
    summary: 'One job',
    params,
    response: job,
    problems: ['not-found'],
  }),
  'jobs.items': endpoint({
    summary: 'The customers of a bulk step, and what became of each',
    params,
    query: z.object({
      offset: listQuery.offset,
      limit: listQuery.limit,
      state: z.enum(['waiting', 'done', 'failed']).optional(),
    }),
    response: page(
      z.object({
        position: z.number(),
        customerId: z.string(),
        email: z.string(),
        name: z.string(),
        state: z.enum(['waiting', 'done', 'failed']),
        reason: z.string().nullable(),
      }),
    ).extend({
      /** How many of the whole step are in each state. */
      counts: z.object({ waiting: z.number(), done: z.number(), failed: z.number() }),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'jobs.stop': endpoint({
    summary: 'Stop a bulk step after the item under way',
    params,
    response: job,
    problems: ['not-found', 'forbidden', 'job.wrong-state'],
  }),
  'jobs.resume': endpoint({
    summary: 'Go on with a stopped bulk step',
    params,
    response: job,
    problems: ['not-found', 'forbidden', 'job.wrong-state'],
  }),
  'jobs.retry': endpoint({
    summary: 'A new bulk step for the customers of an ended one that failed',
    params,
    response: job,
    status: 202,
    problems: [
      'not-found',
      'forbidden',
      'job.wrong-state',
      'strict-mode',
      'bulk.nothing-selected',
      'bulk.too-many',
    ],
  }),
  'openapi.get': endpoint({
    summary: 'This API as an OpenAPI document',
    response: z.record(z.string(), z.unknown()),
    problems: [],
  }),
};
