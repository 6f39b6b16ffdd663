import type { BodyOf } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import { putSmallServer, SERVER, SERVER_PROJECT } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import { DESTINATION } from './arrangements.ts';
import { missing, stale, unauthorisedOnServers, type Cases, type Refused } from './case.ts';

const params = { serverId: SERVER };
const nowhere = { serverId: 'server_none' };

type PlanBody = BodyOf<'server-plans.create'>;
type Writing = Extract<RouteName, 'server-plans.create' | 'server-plans.update'>;

export const MIGRATION: PlanBody = {
  flow: 'with-data',
  name: 'Move the server',
  destinationSiteId: DESTINATION,
  customers: 'all',
  users: 'related',
  preserveGroupMembership: true,
  projectIds: [SERVER_PROJECT],
};

/** A small server, with nothing planned. */
function server(world: World): void {
  world.store.write((tx) => putSmallServer(tx));
}

async function saved(world: World): Promise<{ serverId: string; planId: string }> {
  server(world);
  const { id: planId } = await world.get('server-plans.create', { params, body: MIGRATION });
  return { ...params, planId };
}

/** What both refuse of a body. */
function refusals<N extends Writing>(
  call: (world: World, over: Partial<PlanBody>) => Promise<Refused<N>['call']>,
) {
  const refused =
    (over: Partial<PlanBody>, facts: Refused<N>['facts'] = {}) =>
    async (world: World): Promise<Refused<N>> => ({ call: await call(world, over), facts });
  return {
    forbidden: unauthorisedOnServers<N>((world) => call(world, {})),
    'copy-plan.name-missing': refused({ name: ' \t' }),
    'copy-plan.projects-missing': refused({ customers: 'related', projectIds: [] }),
    'server-migration.customers-not-offered': refused(
      { customers: 'none' },
      { customers: 'none', projects: 1 },
    ),
    'server-migration.in-advance-takes-all-users': refused({ flow: 'in-advance' }),
  };
}

export const serverPlanCases: Cases<Extract<RouteName, `server-plans.${string}`>> = {
  'server-plans.options': {
    answers: (world) => {
      server(world);
      return { params, query: { flow: 'with-data', projects: SERVER_PROJECT } };
    },
    refuses: {
      'not-found': missing('server', nowhere.serverId, {
        params: nowhere,
        query: { flow: 'in-advance' },
      }),
      forbidden: unauthorisedOnServers((world) => {
        server(world);
        return { params, query: { flow: 'in-advance' } };
      }),
    },
  },
  'server-plans.create': {
    answers: (world) => {
      server(world);
      return { params, body: MIGRATION };
    },
    refuses: {
      ...refusals<'server-plans.create'>((world, over) => {
        server(world);
        return Promise.resolve({ params, body: { ...MIGRATION, ...over } });
      }),
      'not-found': missing('server', nowhere.serverId, { params: nowhere, body: MIGRATION }),
    },
  },
  'server-plans.update': {
    answers: async (world) => ({
      params: await saved(world),
      body: { ...MIGRATION, name: 'Another name', customers: 'none', projectIds: [] },
    }),
    refuses: {
      ...refusals<'server-plans.update'>(async (world, over) => ({
        params: await saved(world),
        body: { ...MIGRATION, ...over },
      })),
      'not-found': (world) => {
        server(world);
        return {
          call: { params: { ...params, planId: 'plan_none' }, body: MIGRATION },
          facts: { what: 'copy plan', id: 'plan_none' },
        };
      },
      'version-conflict': stale(1, async (world) => ({
        params: await saved(world),
        body: MIGRATION,
      })),
      'copy-plan.not-editable': async (world) => {
        const call = { params: await saved(world), body: MIGRATION };
        world.store.write((tx) => {
          const plan = tx.copyPlans.get({ id: call.params.planId as 'plan_1' })!;
          tx.copyPlans.put({ ...plan, state: 'stopped' });
        });
        return { call, facts: { state: 'stopped' } };
      },
    },
  },
};
