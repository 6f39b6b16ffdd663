import type { BodyOf } from '#src/contract/api.ts';
import type { Arrange, Cases, Refused } from './case.ts';
import { SERVER_PLAN } from '#test/support/server-plan.ts';
import { serverPlan } from './server-tasks.ts';
import { missing, stale, unauthorised } from './case.ts';
import { dropFiles, utf8, write } from '#test/support/exports.ts';
import type { World } from '#test/support/world.ts';
import {
  DESTINATION,
  finishedPlan,
  forecastPlan,
  ORIGINAL,
  PLAN_INPUT,
  runningPlan,
  savedPlan,
  SOURCE,
} from './arrangements.ts';

const ACTION = 'copy-plans.manage';
const NO_PLAN = { planId: 'plan_none' };

type OnePlan = `copy-plans.${'get' | 'delete' | 'forecast'}`;

const saved: Arrange<OnePlan> = async (world) => ({
  params: { planId: (await savedPlan(world)).id },
});

const changed: Arrange<'copy-plans.update'> = async (world) => ({
  params: { planId: (await savedPlan(world)).id },
  body: { ...PLAN_INPUT, name: 'Another name', projectIds: ['project_hs-it'] },
});

/** A plan's update with other input than the demo allows. */
function changedTo(over: Partial<BodyOf<'copy-plans.update'>>) {
  return async (world: World): Promise<Refused<'copy-plans.update'>> => {
    const call = await changed(world);
    return { call: { ...call, body: { ...PLAN_INPUT, ...over } }, facts: {} };
  };
}

function created(over: Partial<BodyOf<'copy-plans.create'>>) {
  return (): Refused<'copy-plans.create'> => ({
    call: { body: { ...PLAN_INPUT, ...over } },
    facts: {},
  });
}

async function afterRunning(world: World) {
  return { call: { params: await finishedPlan(world) }, facts: { state: 'finished' } };
}

/** Every source project, so that same-named customer organizations with other members come along. */
function allProjects(world: World): string[] {
  return world.read((tx) => tx.serviceProjects.where({ siteId: SOURCE })).map(({ id }) => id);
}

/** The source's agents meet a group of their group's name on a destination whose Free plan is full. */
async function agentsToFreePlan(world: World): Promise<Refused<'copy-plans.run'>> {
  world.store.write((tx) => {
    tx.sites.put({ ...tx.sites.get({ id: DESTINATION })!, subscription: 'free' });
    const group = tx.groups.first({ siteId: SOURCE, role: 'agent' })!;
    tx.groups.put({ ...group, id: 'group_joined', siteId: DESTINATION, isDefault: false });
  });
  const used = world.read((tx) => tx.queries.licencesUsed(DESTINATION));
  return { call: await forecastPlan(world), facts: { limit: 3, used } };
}

export const copyPlanCases: Cases<
  `copy-plans.${'options' | 'list' | 'create' | 'update' | 'run'}` | OnePlan
> = {
  'copy-plans.options': { answers: () => ({}), refuses: {} },
  'copy-plans.list': {
    answers: async (world) => {
      await savedPlan(world);
      await finishedPlan(world);
      return { query: { organizationId: 'organization_harbor' } };
    },
    refuses: {
      'not-found': missing('organization', 'x', { query: { organizationId: 'x' } }),
      forbidden: unauthorised(ACTION, () => ({
        query: { organizationId: 'organization_harbor' },
      })),
    },
  },
  'copy-plans.create': {
    answers: () => ({ body: { ...PLAN_INPUT, projectIds: ['project_hs-it'] } }),
    refuses: {
      'not-found': missing('service project', 'project_harbor-customs', {
        body: { ...PLAN_INPUT, projectIds: ['project_harbor-customs'] },
      }),
      forbidden: unauthorised(ACTION, () => ({ body: PLAN_INPUT })),
      'copy-plan.same-site': created({ destinationSiteId: SOURCE }),
      'copy-plan.name-missing': created({ name: ' \t ' }),
      'copy-plan.projects-missing': created({ customers: 'related' }),
    },
  },
  'copy-plans.get': {
    answers: async (world) => ({ params: await runningPlan(world) }),
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, { params: NO_PLAN }),
      forbidden: unauthorised(ACTION, saved),
    },
  },
  'copy-plans.update': {
    answers: changed,
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, { params: NO_PLAN, body: PLAN_INPUT }),
      forbidden: unauthorised(ACTION, changed),
      'version-conflict': stale(1, changed),
      'copy-plan.not-editable': async (world) => ({
        call: { params: await runningPlan(world), body: PLAN_INPUT },
        facts: { state: 'running' },
      }),
      'copy-plan.same-site': changedTo({ sourceSiteId: DESTINATION }),
      'copy-plan.name-missing': changedTo({ name: '' }),
      'copy-plan.projects-missing': changedTo({ customers: 'related' }),
    },
  },
  'copy-plans.delete': {
    answers: saved,
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, { params: NO_PLAN }),
      forbidden: unauthorised(ACTION, saved),
      'version-conflict': stale(1, saved),
      'copy-plan.not-editable': afterRunning,
    },
  },
  'copy-plans.forecast': {
    answers: async (world) => ({
      params: { planId: (await savedPlan(world, { projectIds: allProjects(world) })).id },
      query: { action: 'group' },
    }),
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, { params: NO_PLAN }),
      forbidden: unauthorised(ACTION, saved),
      'copy-plan.not-editable': afterRunning,
    },
  },
  'copy-plans.run': {
    answers: (world) => forecastPlan(world),
    refuses: {
      'not-found': missing('copy plan', NO_PLAN.planId, {
        params: NO_PLAN,
        body: { fingerprint: '' },
      }),
      forbidden: unauthorised(ACTION, (world) => forecastPlan(world)),
      'version-conflict': stale(1, (world) => forecastPlan(world)),
      'copy-plan.not-editable': async (world) => {
        const call = await forecastPlan(world);
        await world.get('copy-plans.run', call);
        return { call, facts: { state: 'running' } };
      },
      'copy-plan.already-running': async (world) => {
        const call = await forecastPlan(world, { sourceSiteId: ORIGINAL });
        await runningPlan(world, { name: 'The one before' });
        return { call, facts: { name: 'The one before' } };
      },
      'licences.exhausted': agentsToFreePlan,
      'server-migration.checks-failed': async (world) => {
        serverPlan(world);
        const params = { planId: SERVER_PLAN.id };
        const { fingerprint } = await world.get('copy-plans.forecast', { params });
        const names = ['Invalid email addresses', 'Duplicated email addresses'];
        return { call: { params, body: { fingerprint } }, facts: { names } };
      },
      'copy-plan.forecast-changed': async (world) => {
        const call = await forecastPlan(world);
        const file = utf8('username,full_name,email,active,last_login\n,Ada,a@mail.example,Yes,\n');
        await write(world, await dropFiles(world, SOURCE, { 'more.csv': file }));
        return { call, facts: {} };
      },
      'copy-plan.conflicts': async (world) => {
        const plan = await savedPlan(world, { projectIds: allProjects(world) });
        const params = { planId: plan.id };
        const { conflicts, fingerprint } = await world.get('copy-plans.forecast', { params });
        const names = conflicts.map(({ name }) => name);
        return { call: { params, body: { fingerprint } }, facts: { names } };
      },
    },
  },
};
