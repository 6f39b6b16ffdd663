import type { World } from '#test/support/world.ts';
import type { Arrange, Cases } from './case.ts';
import { missing, unauthorised } from './case.ts';
import { finishedPlan, savedPlan, SOURCE } from './arrangements.ts';

const NO_PLAN = { planId: 'plan_none' };
const ACTION = 'copy-plans.manage';

/** Somebody whom the selected project names, in a plan that follows another one. */
const someone: Arrange<'copy-plans.person'> = async (world) => {
  await finishedPlan(world);
  const { id } = await savedPlan(world, { customers: 'related', projectIds: ['project_hs-it'] });
  return { params: { planId: id, holderId: reporter(world) } };
};

const further: Arrange<'copy-plans.left-out'> = async (world) => {
  await finishedPlan(world, { projectIds: ['project_hs-it'] });
  const { id } = await savedPlan(world, { projectIds: ['project_hs-it'] });
  return { params: { planId: id } };
};

function reporter(world: World): string {
  const requests = world.read((tx) => tx.requests.where({ projectId: 'project_hs-it' }));
  return requests.find(({ reporterId }) => reporterId.startsWith('qm:'))!.reporterId;
}

export const copyPeopleCases: Cases<'copy-plans.person' | 'copy-plans.left-out'> = {
  'copy-plans.person': {
    answers: someone,
    refuses: {
      'not-found': async (world) => {
        const planId = (await savedPlan(world)).id;
        // An account that is no part of the source is not told of.
        const stranger = world
          .read((tx) => tx.portalCustomers.where({}))
          .find(({ siteId }) => siteId !== SOURCE)!;
        return {
          call: { params: { planId, holderId: stranger.id } },
          facts: { what: 'customer', id: stranger.id },
        };
      },
      forbidden: unauthorised(ACTION, someone),
    },
  },
  'copy-plans.left-out': {
    answers: further,
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, { params: NO_PLAN }),
      forbidden: unauthorised(ACTION, further),
    },
  },
};
