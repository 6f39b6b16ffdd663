import type { Arrange, Cases } from './case.ts';
import { missing, unauthorised } from './case.ts';
import { finishedPlan, runningPlan, savedPlan } from './arrangements.ts';

const running: Arrange<'copy-plans.stop'> = async (world) => ({
  params: await runningPlan(world, { projectIds: ['project_hs-it'] }),
});

export const copyStopCases: Cases<'copy-plans.stop'> = {
  'copy-plans.stop': {
    answers: running,
    refuses: {
      'not-found': missing('copy plan', 'plan_none', { params: { planId: 'plan_none' } }),
      forbidden: unauthorised('copy-plans.manage', running),
      'copy-plan.not-running': async (world) => {
        await finishedPlan(world);
        return {
          call: { params: { planId: (await savedPlan(world)).id } },
          facts: { state: 'saved' },
        };
      },
    },
  },
};
