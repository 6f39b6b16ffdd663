import { listJobItems, resumeJob, retryJob, stopJob } from '#src/application/bulk-jobs.ts';
import { getJob, listJobs } from '#src/application/jobs.ts';
import type { Context, Tx } from '#src/application/ports.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { Job } from '#src/domain/job.ts';
import { ok, type Result } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { openApiDocument } from '../openapi.ts';
import { presentJob } from '../present.ts';

/** Endpoints of jobs, and the API's own description. */
export const jobHandlers: Handlers<
  | 'jobs.list'
  | 'jobs.get'
  | 'jobs.items'
  | 'jobs.stop'
  | 'jobs.resume'
  | 'jobs.retry'
  | 'openapi.get'
> = {
  'jobs.list': transaction((tx, { query }, context) => {
    const items = listJobs(tx, query).map((job) => presentJob(job, context.now));
    return ok({ items, total: items.length });
  }),
  'jobs.get': transaction((tx, { params }, context) => {
    const job = getJob(tx, params.jobId);
    return job.ok ? ok(presentJob(job.value, context.now)) : job;
  }),
  'jobs.items': transaction((tx, { params, query }, context) => {
    const page = listJobItems(tx, { ...params, ...query, state: query.state ?? null }, context);
    if (!page.ok) return page;
    const { items, total, counts } = page.value;
    return ok({
      items: items.map((item) => ({ ...item, customerId: item.subjectId })),
      total,
      counts,
    });
  }),
  'jobs.stop': step(stopJob),
  'jobs.resume': step(resumeJob),
  'jobs.retry': step(retryJob),
  'openapi.get': transaction(() => ok(openApiDocument())),
};

function step(take: (tx: Tx, jobId: string, context: Context) => Result<Job, DomainError>) {
  return transaction<'jobs.stop' | 'jobs.resume' | 'jobs.retry'>((tx, { params }, context) => {
    const job = take(tx, params.jobId, context);
    return job.ok ? ok(presentJob(job.value, context.now)) : job;
  });
}
