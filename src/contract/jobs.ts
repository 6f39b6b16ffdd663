import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { job } from './schemas.ts';

/** Long work that simulated time advances. */
export const jobEndpoints = {
  'jobs.list': endpoint({
    summary: 'Jobs, the newest first',
    query: z.object({
      siteId: z.string().optional(),
      state: z.enum(['running', 'finished', 'failed']).optional(),
    }),
    response: z.object({ items: z.array(job), total: z.number() }),
    problems: [],
  }),
  'jobs.get': endpoint({
    summary: 'One job',
    params: z.object({ jobId: z.string() }),
    response: job,
    problems: ['not-found'],
  }),
  'openapi.get': endpoint({
    summary: 'This API as an OpenAPI document',
    response: z.record(z.string(), z.unknown()),
    problems: [],
  }),
};
