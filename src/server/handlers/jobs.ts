import { getJob, listJobs } from '#src/application/jobs.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { openApiDocument } from '../openapi.ts';
import { presentJob } from '../present.ts';

/** Endpoints of jobs, and the API's own description. */
export const jobHandlers: Handlers<'jobs.list' | 'jobs.get' | 'openapi.get'> = {
  'jobs.list': transaction((tx, { query }, context) => {
    const items = listJobs(tx, query).map((job) => presentJob(job, context.now));
    return ok({ items, total: items.length });
  }),
  'jobs.get': transaction((tx, { params }, context) => {
    const job = getJob(tx, params.jobId);
    return job.ok ? ok(presentJob(job.value, context.now)) : job;
  }),
  'openapi.get': transaction(() => ok(openApiDocument())),
};
