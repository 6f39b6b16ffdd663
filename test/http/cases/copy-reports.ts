import type { RouteName } from '#src/contract/routes.ts';
import { utf8 } from '#test/support/exports.ts';
import type { World } from '#test/support/world.ts';
import { missing, unauthorised, type Arrange, type Cases, type Refused } from './case.ts';
import { finishedPlan, savedPlan } from './arrangements.ts';

const ACTION = 'copy-plans.manage';
const NO_PLAN = { planId: 'plan_none' };

type Report = Extract<
  RouteName,
  `copy-plans.${'outcomes' | 'attention' | 'attention-file' | 'reports-file' | 'check-report'}`
>;

const finished: Arrange<Report> = async (world) => ({ params: await finishedPlan(world) });

async function notRun(world: World): Promise<Refused<Report>> {
  const { id: planId } = await savedPlan(world);
  return { call: { params: { planId } }, facts: {} };
}

const refusals = {
  'not-found': missing<Report>('copy plan', NO_PLAN.planId, { params: NO_PLAN }),
  forbidden: unauthorised<Report>(ACTION, finished),
  'copy-plan.no-report-yet': notRun,
};

export const copyReportCases: Cases<Report> = {
  'copy-plans.outcomes': {
    answers: async (world) => ({ params: await finishedPlan(world), query: { action: 'group' } }),
    refuses: refusals,
  },
  'copy-plans.attention': {
    answers: async (world) => ({
      params: await finishedPlan(world),
      query: { problem: 'review-group', state: 'open' },
    }),
    refuses: refusals,
  },
  'copy-plans.attention-file': { answers: finished, refuses: refusals },
  'copy-plans.reports-file': {
    answers: async (world) => ({ params: await finishedPlan(world), query: { raw: 'true' } }),
    refuses: refusals,
  },
  'copy-plans.check-report': {
    answers: async (world) => {
      const params = await finishedPlan(world);
      const { body } = await world.raw('copy-plans.attention-file', { params });
      return { params, bytes: body! };
    },
    refuses: {
      ...refusals,
      'report.unreadable': async (world) => ({
        call: { params: await finishedPlan(world), bytes: utf8('Name,Town\nAda,Paris\n') },
        facts: { reason: 'no-heading' },
      }),
    },
  },
};
