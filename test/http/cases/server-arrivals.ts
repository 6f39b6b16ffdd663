import type { RouteName } from '#src/contract/routes.ts';
import { IN_ADVANCE, prepare, run } from '#test/support/small-migration.ts';
import type { World } from '#test/support/world.ts';
import { savedPlan } from './arrangements.ts';
import { missing, unauthorised, type Arrange, type Cases, type Refused } from './case.ts';

const ACTION = 'copy-plans.manage';
const NO_PLAN = { planId: 'plan_none' };
const params = { planId: IN_ADVANCE.id };

type Arrival = Extract<RouteName, `server-arrivals.${string}`>;

const finished: Arrange<Arrival> = async (world) => {
  prepare(world);
  await run(world, IN_ADVANCE);
  return { params };
};

async function notRun(world: World): Promise<Refused<Arrival>> {
  const { id: planId } = await savedPlan(world);
  return { call: { params: { planId } }, facts: {} };
}

const refuses = {
  'not-found': missing<Arrival>('copy plan', NO_PLAN.planId, { params: NO_PLAN }),
  forbidden: unauthorised<Arrival>(ACTION, finished),
  'copy-plan.no-report-yet': notRun,
};

export const serverArrivalCases: Cases<Arrival> = {
  'server-arrivals.get': { answers: finished, refuses },
  'server-arrivals.people': {
    answers: async (world) => ({
      ...(await finished(world)),
      query: { explanation: 'created', row: 'customer' },
    }),
    refuses,
  },
  'server-arrivals.file': {
    answers: async (world) => ({ ...(await finished(world)), query: { raw: 'true' } }),
    refuses,
  },
};
