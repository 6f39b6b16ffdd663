import type { World } from '#test/support/world.ts';
import { DESTINATION, finishedPlan, savedPlan } from './arrangements.ts';
import { missing, unauthorised, type Cases } from './case.ts';

const body = {
  emails: [
    'new@harbor-logistics.example',
    'other@mail.example',
    'Other@mail.example',
    'no address',
  ],
};
const nowhere = { siteId: 'site_nowhere', projectId: 'project_nowhere' };

/** The first service project of the destination. */
function params(world: World) {
  const project = world.read((tx) => tx.serviceProjects.first({ siteId: DESTINATION }))!;
  return { siteId: DESTINATION, projectId: project.id };
}

/** Customers of one service project. */
export const serviceProjectCases: Cases<`service-projects.${'customers' | 'add-customers' | 'admission' | 'copied'}`> =
  {
    'service-projects.customers': {
      answers: (world) => ({
        params: params(world),
        query: { sort: 'requests', direction: 'descending' },
      }),
      refuses: {
        'not-found': missing('project', 'project_nowhere', {
          params: { siteId: DESTINATION, projectId: 'project_nowhere' },
        }),
        forbidden: unauthorised('customers.invite', (world) => ({ params: params(world) })),
      },
    },
    'service-projects.add-customers': {
      answers: (world) => ({ params: params(world), body }),
      refuses: {
        'not-found': missing('site', 'site_nowhere', { params: nowhere, body }),
        forbidden: unauthorised('customers.invite', (world) => ({ params: params(world), body })),
      },
    },
    'service-projects.admission': {
      answers: (world) => ({ params: params(world), body }),
      refuses: {
        'not-found': (world) => ({
          // A project of another site is none of this one.
          call: { params: { ...params(world), siteId: 'site_fjord-care' }, body },
          facts: { what: 'project', id: params(world).projectId },
        }),
        forbidden: unauthorised('customers.invite', (world) => ({ params: params(world), body })),
        'strict-mode': async (world) => {
          await world.get('workspace.set-strict', { body: { strict: true } });
          return {
            call: { params: params(world), body },
            facts: { feature: 'admission-preview' },
          };
        },
      },
    },
    'service-projects.copied': {
      answers: async (world) => ({
        params: await finishedPlan(world, { projectIds: ['project_hs-it'] }),
      }),
      refuses: {
        'not-found': missing('copy plan', 'plan_nowhere', { params: { planId: 'plan_nowhere' } }),
        forbidden: unauthorised('copy-plans.manage', async (world) => ({
          params: { planId: (await savedPlan(world)).id },
        })),
      },
    },
  };
