import { putServerPlan, SERVER_PLAN } from '#test/support/server-plan.ts';
import { putSmallServer } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import { savedPlan } from './arrangements.ts';
import { missing, stale, unauthorised, type Arrange, type Cases, type Refused } from './case.ts';

const ACTION = 'copy-plans.manage';
const params = { planId: SERVER_PLAN.id };
const NO_PLAN = { planId: 'plan_none' };

/** A server plan before its run, with the problems of the small server's addresses. */
export function serverPlan(world: World): void {
  world.store.write((tx) => {
    putSmallServer(tx);
    putServerPlan(tx);
  });
}

/** The same, with its checks run once. */
async function checked(world: World): Promise<void> {
  serverPlan(world);
  await world.get('server-tasks.create', { params, body: { task: 'Check' } });
}

const listing: Arrange<'server-tasks.list'> = async (world) => {
  await checked(world);
  return { params };
};

const asking: Arrange<'server-tasks.status'> = async (world) => {
  await checked(world);
  return { params: { ...params, taskId: 'check' }, query: { expandChildren: 'true' } };
};

const creating: Arrange<'server-tasks.create'> = (world) => {
  serverPlan(world);
  return { params, body: { task: 'Check' } };
};

const excluding: Arrange<'copy-plans.exclude-check'> = (world) => {
  serverPlan(world);
  return { params: { ...params, check: 'invalid-addresses' }, body: { excluded: true } };
};

/** A plan that has run can no longer be checked. */
function afterRunning<N extends 'server-tasks.create' | 'copy-plans.exclude-check'>(
  arrange: Arrange<N>,
) {
  return async (world: World): Promise<Refused<N>> => {
    const call = await arrange(world);
    world.store.write((tx) => putServerPlan(tx, { state: 'finished', startedAt: 1 }));
    return { call, facts: { state: 'finished' } };
  };
}

export const serverTaskCases: Cases<
  'server-tasks.list' | 'server-tasks.create' | 'server-tasks.status' | 'copy-plans.exclude-check'
> = {
  'server-tasks.list': {
    answers: listing,
    refuses: {
      'not-found': async (world) => {
        const { id: planId } = await savedPlan(world);
        return { call: { params: { planId } }, facts: { what: 'server migration', id: planId } };
      },
      forbidden: unauthorised(ACTION, listing),
    },
  },
  'server-tasks.create': {
    answers: creating,
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, {
        params: NO_PLAN,
        body: { task: 'Check' },
      }),
      forbidden: unauthorised(ACTION, creating),
      'copy-plan.not-editable': afterRunning(creating),
    },
  },
  'server-tasks.status': {
    answers: asking,
    refuses: {
      'not-found': async (world) => {
        await checked(world);
        const call = {
          params: { ...params, taskId: 'check' },
          query: { level: 'check,Weather' },
        };
        return { call, facts: { what: 'status', id: 'check,Weather' } };
      },
      forbidden: unauthorised(ACTION, asking),
    },
  },
  'copy-plans.exclude-check': {
    answers: excluding,
    refuses: {
      'not-found': (world) => {
        serverPlan(world);
        const call = { params: { ...params, check: 'weather' }, body: { excluded: true } };
        return { call, facts: { what: 'check', id: 'weather' } };
      },
      forbidden: unauthorised(ACTION, excluding),
      'version-conflict': stale(1, excluding),
      'copy-plan.not-editable': afterRunning(excluding),
      'server-migration.check-not-excludable': (world) => {
        serverPlan(world);
        const call = { params: { ...params, check: 'licences' }, body: { excluded: true } };
        return { call, facts: { name: 'Licences of the destination' } };
      },
    },
  },
};
