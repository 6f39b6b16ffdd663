import { missing, type Cases } from './case.ts';

export const jobCases: Cases<'jobs.list' | 'jobs.get' | 'openapi.get'> = {
  'jobs.list': { answers: () => ({ query: { state: 'running' } }), refuses: {} },
  'jobs.get': {
    answers: (world) => ({
      params: { jobId: world.read((tx) => tx.jobs.first({ state: 'running' })!.id) },
    }),
    refuses: { 'not-found': missing('job', 'job_none', { params: { jobId: 'job_none' } }) },
  },
  'openapi.get': { answers: () => ({}), refuses: {} },
};
