import type { BodyOf } from '#src/contract/api.ts';
import type { Job } from '#src/domain/job.ts';
import type { World } from '#test/support/world.ts';
import { customerIn, DESTINATION } from './arrangements.ts';
import { missing, unauthorised, type Arrange, type Cases } from './case.ts';

type BulkBody = BodyOf<'portal-customers.bulk'>;
const params = { siteId: DESTINATION };
const NOWHERE = { siteId: 'site_nowhere' };
const noJob = { params: { jobId: 'job_none' } };

/** A step for one active customer. */
function oneOf(world: World, step: BulkBody['step']): BulkBody {
  const { customerId } = customerIn(world, 'active');
  return { step, selection: { by: 'ids', ids: [customerId] }, expected: 1 };
}

const migrateOne: Arrange<'portal-customers.bulk'> = (world) => ({
  params,
  body: oneOf(world, 'migrate'),
});

const forecastAll: Arrange<'portal-customers.bulk-forecast'> = () => ({
  params,
  body: { step: 'migrate', selection: { by: 'filter', search: '', state: null } },
});

function strict(world: World) {
  return world.get('workspace.set-strict', { body: { strict: true } });
}

/** A bulk step of so many customers of whom nobody is there any more, as its job's last record says. */
function bulkJob(
  world: World,
  over: Pick<Job, 'state'> & Partial<Pick<Job, 'kind' | 'total'>>,
): { params: { jobId: string } } {
  const job: Job = {
    id: 'job_bulk',
    kind: 'bulk-migrate',
    subjectId: DESTINATION,
    siteId: DESTINATION,
    actor: 'organization-admin',
    startedAt: 0,
    endsAt: 8e15,
    total: 2,
    done: 0,
    ...over,
  };
  const isEnded = job.state === 'finished';
  world.store.write((tx) => {
    tx.jobs.put({ ...job, done: isEnded ? job.total : 0 });
    for (let position = 0; position < job.total; position += 1) {
      const person = { email: `gone${position}@mail.example`, name: `Gone ${position}` };
      tx.jobItems.put({
        jobId: job.id,
        position,
        subjectId: `qm:gone:${position}`,
        ...person,
        state: isEnded ? 'failed' : 'waiting',
        reason: isEnded ? 'gone' : null,
      });
    }
  });
  return { params: { jobId: job.id } };
}

const running: Arrange<'jobs.stop'> = (world) => bulkJob(world, { state: 'running' });
const stopped: Arrange<'jobs.resume'> = (world) => bulkJob(world, { state: 'stopped' });
const ended: Arrange<'jobs.retry' | 'jobs.items'> = (world) =>
  bulkJob(world, { state: 'finished' });

export const bulkCases: Cases<
  `portal-customers.${'bulk' | 'bulk-forecast'}` | `jobs.${'items' | 'stop' | 'resume' | 'retry'}`
> = {
  'portal-customers.bulk': {
    answers: migrateOne,
    refuses: {
      'not-found': async (world) => ({
        call: { ...(await migrateOne(world)), params: NOWHERE },
        facts: { what: 'site', id: NOWHERE.siteId },
      }),
      forbidden: unauthorised('portal-customers.migrate', migrateOne),
      'strict-mode': async (world) => {
        await strict(world);
        return {
          call: { params, body: oneOf(world, 'revoke') },
          facts: { feature: 'bulk-revoke' },
        };
      },
      'bulk.selection-changed': (world) => ({
        call: { params, body: { ...oneOf(world, 'delete'), expected: 2 } },
        facts: { expected: 2, current: 1 },
      }),
      'bulk.too-many': async (world) => {
        await strict(world);
        world.store.write((tx) => {
          const one = tx.portalCustomers.first({ siteId: DESTINATION })!;
          for (let number = 0; number < 1_001; number += 1) {
            const address = `many${number}@many.example`;
            tx.portalCustomers.put({
              ...one,
              id: `qm:many:${number}`,
              email: address,
              emailKey: address,
            });
          }
        });
        const selection = { by: 'filter', search: 'many.example', state: null } as const;
        return {
          call: { params, body: { step: 'delete', selection, expected: 1_001 } },
          facts: { limit: 1_000, count: 1_001 },
        };
      },
      'bulk.nothing-selected': () => ({
        call: {
          params,
          body: { step: 'delete', selection: { by: 'ids', ids: [] }, expected: 0 },
        },
        facts: {},
      }),
    },
  },
  'portal-customers.bulk-forecast': {
    answers: forecastAll,
    refuses: {
      'not-found': async (world) => ({
        call: { ...(await forecastAll(world)), params: NOWHERE },
        facts: { what: 'site', id: NOWHERE.siteId },
      }),
      forbidden: unauthorised('portal-customers.migrate', forecastAll),
      'strict-mode': async (world) => {
        await strict(world);
        return {
          call: { params, body: oneOf(world, 'grant') },
          facts: { feature: 'bulk-grant' },
        };
      },
    },
  },
  'jobs.items': {
    answers: ended,
    refuses: {
      'not-found': missing('job', 'job_none', noJob),
      forbidden: unauthorised('portal-customers.view', ended),
    },
  },
  'jobs.stop': {
    answers: running,
    refuses: {
      'not-found': missing('job', 'job_none', noJob),
      forbidden: unauthorised('portal-customers.migrate', running),
      'job.wrong-state': (world) => ({
        call: bulkJob(world, { state: 'stopped' }),
        facts: { state: 'stopped' },
      }),
    },
  },
  'jobs.resume': {
    answers: stopped,
    refuses: {
      'not-found': missing('job', 'job_none', noJob),
      forbidden: unauthorised('portal-customers.migrate', stopped),
      'job.wrong-state': (world) => ({
        call: bulkJob(world, { state: 'running' }),
        facts: { state: 'running' },
      }),
    },
  },
  'jobs.retry': {
    answers: ended,
    refuses: {
      'not-found': missing('job', 'job_none', noJob),
      forbidden: unauthorised('portal-customers.migrate', ended),
      'job.wrong-state': (world) => ({
        call: bulkJob(world, { state: 'running' }),
        facts: { state: 'running' },
      }),
      'strict-mode': async (world) => {
        await strict(world);
        return {
          call: bulkJob(world, { state: 'finished', kind: 'bulk-revoke' }),
          facts: { feature: 'bulk-revoke' },
        };
      },
      'bulk.nothing-selected': (world) => {
        const call = bulkJob(world, { state: 'finished' });
        world.store.write((tx) => {
          for (const item of tx.jobItems.where({ jobId: 'job_bulk' })) {
            tx.jobItems.put({ ...item, state: 'done', reason: null });
          }
        });
        return { call, facts: {} };
      },
      'bulk.too-many': async (world) => {
        await strict(world);
        return {
          call: bulkJob(world, { state: 'finished', total: 1_001 }),
          facts: { limit: 1_000, count: 1_001 },
        };
      },
    },
  },
};
