import { utf8 } from '#test/support/exports.ts';
import { finishedPlan, savedPlan } from './arrangements.ts';
import { missing, unauthorised, type Arrange, type Cases } from './case.ts';

const REAL = utf8('Email,Problem,Next step\nada@mail.example,Some other problem,Ask somebody\n');
const NO_PLAN = { planId: 'plan_none' };

const saved: Arrange<'copy-plans.compare-report'> = async (world) => ({
  params: { planId: (await savedPlan(world)).id },
  bytes: REAL,
});

export const reportComparisonCases: Cases<'copy-plans.compare-report'> = {
  'copy-plans.compare-report': {
    answers: async (world) => ({ params: await finishedPlan(world), bytes: REAL }),
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, { params: NO_PLAN, bytes: REAL }),
      forbidden: unauthorised('copy-plans.manage', saved),
      'report.unreadable': async (world) => ({
        call: { ...(await saved(world)), bytes: utf8('Name,Problem\nAda,Lost\n') },
        facts: { reason: 'no-heading' },
      }),
    },
  },
};
