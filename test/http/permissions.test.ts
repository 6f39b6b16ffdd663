/*
 * Which route asks for which permission, written down by hand: each is refused to exactly the
 * personas who may not, in both experiences (S1, "Who can do this?"; domain.md 2.1).
 */
import { beforeEach, describe, expect, test } from 'vitest';
import type { RouteName } from '#src/contract/routes.ts';
import type { Persona } from '#src/domain/permission.ts';
import { openWorld, type Call, type World } from '#test/support/world.ts';
import { routeCases } from './cases/all-cases.ts';
import { jsonOf } from './cases/read-answer.ts';
import { DESTINATION, ORIGINAL, PLAN_INPUT, savedPlan } from './cases/arrangements.ts';

/** Those who may more come later: what they do stays done. */
const PERSONAS: readonly Persona[] = ['agent', 'site-admin', 'organization-admin'];

/** Guarded routes, and what a refusal names. */
const GUARDED: Readonly<Partial<Record<RouteName, string>>> = {
  'accounts.list': 'directory.view',
  'groups.list': 'directory.view',
  'portal-customers.list': 'portal-customers.view',
  'portal-customers.get': 'portal-customers.view',
  'portal-customers.migrate': 'portal-customers.migrate',
  'portal-customers.revoke': 'portal-customers.change-access',
  'portal-customers.grant': 'portal-customers.change-access',
  'imported-groups.list': 'imported-groups.review',
  'imported-groups.get': 'imported-groups.review',
  'imported-groups.members': 'imported-groups.review',
  'imported-groups.approve': 'imported-groups.review',
  'imported-groups.deny': 'imported-groups.review',
  'copy-plans.list': 'copy-plans.manage',
  'copy-plans.create': 'copy-plans.manage',
  'copy-plans.get': 'copy-plans.manage',
  'copy-plans.update': 'copy-plans.manage',
  'copy-plans.delete': 'copy-plans.manage',
  'copy-plans.forecast': 'copy-plans.manage',
  'copy-plans.run': 'copy-plans.manage',
  'copy-plans.outcomes': 'copy-plans.manage',
  'copy-plans.attention': 'copy-plans.manage',
  'copy-plans.attention-file': 'copy-plans.manage',
  'copy-plans.reports-file': 'copy-plans.manage',
  'copy-plans.check-report': 'copy-plans.manage',
};

const PLACES = [
  { experience: 'centralized', organizationId: 'organization_harbor', siteId: DESTINATION },
  { experience: 'original', organizationId: 'organization_fjord', siteId: ORIGINAL },
] as const;

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

test('every route that declares a refusal for want of permission is in the table', () => {
  const declared = routeCases.filter(({ endpoint }) => endpoint.problems.includes('forbidden'));
  expect(Object.keys(GUARDED).toSorted()).toEqual(declared.map(({ name }) => name).toSorted());
});

describe.each(PLACES)('in the $experience experience', (place) => {
  test.each(Object.entries(GUARDED) as [RouteName, string][])(
    '%s asks for %s',
    async (name, action) => {
      const call = await callIn(place);
      const answers = [];
      for (const persona of PERSONAS) {
        await world.get('workspace.set-persona', { body: { persona } });
        const response = await world.raw(name, call);
        const json = response.headers['content-type']?.includes('json') ? jsonOf(response) : {};
        const { code, facts } = json as { code?: string; facts?: object };
        answers.push(code === 'forbidden' ? { persona, ...facts } : 'let in');
      }
      // Only the organization admin copies, everywhere; site admins exist in the original experience.
      const alone = place.experience === 'centralized' || action === 'copy-plans.manage';
      const allowed = alone ? ['organization-admin'] : ['organization-admin', 'site-admin'];
      const { experience } = place;
      expect(answers).toEqual(
        PERSONAS.map((persona) =>
          allowed.includes(persona) ? 'let in' : { persona, action, experience, allowed },
        ),
      );
    },
  );
});

/** One call with every part that any guarded route takes; its customer and group are not there. */
async function callIn({ organizationId, siteId }: (typeof PLACES)[number]) {
  const [sourceSiteId, destinationSiteId] = [siteId, 'site_harbor-support'];
  const plan = await savedPlan(world, { sourceSiteId, destinationSiteId });
  const params = {
    organizationId,
    siteId,
    customerId: 'qm:nobody:here',
    groupId: 'group_none',
    planId: plan.id,
  };
  const body = { ...PLAN_INPUT, sourceSiteId, destinationSiteId, fingerprint: 'none' };
  return { params, query: { organizationId }, body } as unknown as Call<RouteName>;
}

test('records say who may what, and it is what the routes enforce', async () => {
  for (const persona of PERSONAS) {
    await world.get('workspace.set-persona', { body: { persona } });
    for (const { organizationId, siteId } of PLACES) {
      const site = await world.get('sites.get', { params: { siteId } });
      const organization = await world.get('organizations.get', { params: { organizationId } });
      expect(organization.actions).toEqual(site.actions);
      const lets = async <N extends RouteName>(name: N, call: Call<N>) =>
        (await world.raw(name, call)).status !== 403;
      expect({
        viewDirectory: await lets('groups.list', { params: { siteId } }),
        viewPortalCustomers: await lets('portal-customers.list', { params: { siteId } }),
        reviewImportedGroups: await lets('imported-groups.list', { params: { siteId } }),
        manageCopyPlans: await lets('copy-plans.list', { query: { organizationId } }),
      }).toEqual(
        Object.fromEntries(
          Object.entries(site.actions).map(([name, { allowed }]) => [name, allowed]),
        ),
      );
    }
  }
});

test('a plan needs permission on both of its sites', async () => {
  const plan = await savedPlan(world, { destinationSiteId: ORIGINAL });
  await world.get('workspace.set-persona', { body: { persona: 'site-admin' } });
  const problem = await world.refuse('copy-plans.get', { params: { planId: plan.id } });
  expect(problem.code).toBe('forbidden');
  expect(await world.get('copy-plans.options')).toEqual({ sites: [] });
});
