import type { RouteName } from '#src/contract/routes.ts';
import type { Call, World } from '#test/support/world.ts';
import { missing, unauthorised, type Arrange, type Cases, type Refused } from './case.ts';
import { finishedPlan, savedPlan } from './arrangements.ts';

const ACTION = 'copy-plans.manage';
const OVER = { projectIds: ['project_hs-it', 'project_hs-hr'] };

type Part = Extract<
  RouteName,
  `copy-plans.${'losses' | 'lost-requests' | 'losses-file' | 'forecast-changes'}`
>;

/** A plan that takes access away, asked about the first of those who lose some. */
const losing = async (world: World) => {
  const { id: planId } = await savedPlan(world, OVER);
  const { items } = await world.get('copy-plans.losses', { params: { planId } });
  return { params: { planId, position: items[0]!.position }, query: { shown: 'none' } };
};

/** Each of the routes takes from the call what its path and query name. */
function refusalsOf<N extends Part>() {
  const query = { shown: 'none' };
  const nowhere = { params: { planId: 'plan_none', position: 0 }, query };
  return {
    'not-found': missing<N>('copy plan', 'plan_none', nowhere as unknown as Call<N>),
    forbidden: unauthorised<N>(ACTION, losing as unknown as Arrange<N>),
    'copy-plan.not-editable': async (world: World): Promise<Refused<N>> => ({
      call: {
        params: { ...(await finishedPlan(world)), position: 0 },
        query,
      } as unknown as Call<N>,
      facts: { state: 'finished' },
    }),
  };
}

export const copyForecastCases: Cases<Part> = {
  'copy-plans.losses': {
    answers: async (world) => ({ params: (await losing(world)).params }),
    refuses: refusalsOf<'copy-plans.losses'>(),
  },
  'copy-plans.lost-requests': {
    answers: async (world) => ({ params: (await losing(world)).params }),
    refuses: {
      ...refusalsOf<'copy-plans.lost-requests'>(),
      'not-found': async (world) => {
        const { id: planId } = await savedPlan(world);
        return {
          call: { params: { planId, position: 100_000 } },
          facts: { what: 'customer of the plan', id: '100000' },
        };
      },
    },
  },
  'copy-plans.losses-file': {
    answers: async (world) => ({ params: (await losing(world)).params, query: { raw: 'true' } }),
    refuses: refusalsOf<'copy-plans.losses-file'>(),
  },
  'copy-plans.forecast-changes': {
    answers: async (world) => {
      const { id: planId } = await savedPlan(world, OVER);
      const { fingerprint } = await world.get('copy-plans.forecast', { params: { planId } });
      const siteId = 'site_harbor';
      const { items } = await world.get('portal-customers.list', {
        params: { siteId },
        query: { state: 'active' },
      });
      const params = { siteId, customerId: items[0]!.id };
      await world.get('portal-customers.revoke', { params });
      return { params: { planId }, query: { shown: fingerprint } };
    },
    refuses: refusalsOf<'copy-plans.forecast-changes'>(),
  },
};
