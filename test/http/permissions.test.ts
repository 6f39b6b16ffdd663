/*
 * Which route asks for which permission, written down by hand: each is refused to exactly the
 * personas who may not, in both experiences (S1, "Who can do this?"; domain.md 2.1).
 */
import { beforeEach, describe, expect, test } from 'vitest';
import type { BodyOf } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import type { Site } from '#src/contract/wire.ts';
import {
  PERSONAS as ALL_PERSONAS,
  WHO_MAY,
  type Action,
  type Persona,
} from '#src/domain/permission.ts';
import { openWorld, type Call, type World } from '#test/support/world.ts';
import { routeCases } from './cases/all-cases.ts';
import { jsonOf } from './cases/read-answer.ts';
import { DESTINATION, ORIGINAL, PLAN_INPUT, savedPlan } from './cases/arrangements.ts';

/** Those who may more come later: what they do stays done. */
const PERSONAS: readonly Persona[] = ALL_PERSONAS.toReversed();

/** Guarded routes, and what a refusal names. */
const GUARDED: Readonly<Partial<Record<RouteName, Action>>> = {
  'accounts.list': 'directory.view',
  'accounts.conversion': 'directory.view',
  'accounts.convert': 'directory.convert',
  'accounts.get': 'directory.view',
  'accounts.invite': 'directory.invite',
  'accounts.invitation': 'directory.invite',
  'accounts.suspend': 'directory.suspend',
  'accounts.restore': 'directory.suspend',
  'accounts.remove': 'directory.remove',
  'accounts.set-site-access': 'directory.suspend',
  'accounts.set-role': 'directory.change-roles',
  'groups.list': 'directory.view',
  'groups.get': 'directory.view',
  'groups.members': 'directory.view',
  'groups.candidates': 'groups.manage-members',
  'groups.add-member': 'groups.manage-members',
  'groups.remove-member': 'groups.manage-members',
  'groups.set-default': 'groups.change-default',
  'portal-customers.list': 'portal-customers.view',
  'portal-customers.get': 'portal-customers.view',
  'portal-customers.requests': 'portal-customers.view',
  'portal-customers.rename': 'portal-customers.edit',
  'portal-customers.set-password': 'portal-customers.edit',
  'portal-customers.delete': 'portal-customers.delete',
  'portal-customers.export-file': 'portal-customers.view',
  'portal-customers.migrate': 'portal-customers.migrate',
  'portal-customers.revoke': 'portal-customers.change-access',
  'portal-customers.grant': 'portal-customers.change-access',
  // Each bulk step asks for the permission of its single step: the call below revokes.
  'portal-customers.bulk': 'portal-customers.change-access',
  'portal-customers.bulk-forecast': 'portal-customers.change-access',
  'jobs.items': 'portal-customers.view',
  'jobs.stop': 'portal-customers.change-access',
  'jobs.resume': 'portal-customers.change-access',
  'jobs.retry': 'portal-customers.change-access',
  'audit-log.list': 'audit-log.view',
  'audit-log.export-file': 'audit-log.view',
  'help-center.view': 'portal-customers.view',
  'help-center.compare': 'portal-customers.view',
  'customer-access.get': 'customer-access.view',
  'customer-access.update': 'customer-access.change',
  'customer-access.newcomer': 'customers.invite',
  'customers.invite': 'customers.invite',
  'service-projects.customers': 'customers.invite',
  'service-projects.add-customers': 'customers.invite',
  'service-projects.admission': 'customers.invite',
  'service-projects.copied': 'copy-plans.manage',
  'duplicates.list': 'portal-customers.view',
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
  'copy-plans.stop': 'copy-plans.manage',
  'copy-plans.outcomes': 'copy-plans.manage',
  'copy-plans.person': 'copy-plans.manage',
  'copy-plans.left-out': 'copy-plans.manage',
  'copy-plans.attention': 'copy-plans.manage',
  'copy-plans.attention-file': 'copy-plans.manage',
  'copy-plans.reports-file': 'copy-plans.manage',
  'copy-plans.check-report': 'copy-plans.manage',
  'copy-plans.afterwards': 'copy-plans.manage',
  'copy-plans.approve-groups': 'copy-plans.manage',
  'copy-plans.migrate-duplicates': 'copy-plans.manage',
  'copy-plans.mailing-file': 'copy-plans.manage',
  'copy-plans.runbook': 'copy-plans.manage',
  'copy-plans.runbook-file': 'copy-plans.manage',
  'copy-plans.checks': 'copy-plans.manage',
  'copy-plans.check-file': 'copy-plans.manage',
  'copy-plans.losses': 'copy-plans.manage',
  'copy-plans.lost-requests': 'copy-plans.manage',
  'copy-plans.losses-file': 'copy-plans.manage',
  'copy-plans.forecast-changes': 'copy-plans.manage',
  'customer-organizations.rename': 'copy-plans.manage',
  'customer-organizations.remove': 'copy-plans.manage',
  'copy-plans.compare-report': 'copy-plans.manage',
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
  test.each(Object.entries(GUARDED) as [RouteName, Action][])(
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
      const { experience } = place;
      // The matrix itself is written down by hand in test/domain/permission.test.ts.
      const allowed = WHO_MAY[action][experience];
      expect(answers).toEqual(
        PERSONAS.map((persona) =>
          allowed.includes(persona) ? 'let in' : { persona, action, experience, allowed },
        ),
      );
    },
  );
});

const BULK: Readonly<Record<BodyOf<'portal-customers.bulk'>['step'], Action>> = {
  migrate: 'portal-customers.migrate',
  delete: 'portal-customers.delete',
  revoke: 'portal-customers.change-access',
  grant: 'portal-customers.change-access',
};

describe.each(PLACES)('a bulk step in the $experience experience', ({ experience, siteId }) => {
  test.each(Object.entries(BULK) as [keyof typeof BULK, Action][])(
    '%s, its forecast, stopping, resuming and retrying ask for %s',
    async (step, action) => {
      const { id } = world.read((tx) => tx.portalCustomers.first({ siteId, state: 'active' })!);
      const body = { step, selection: { by: 'ids' as const, ids: [id] }, expected: 1 };
      const job = await world.get('portal-customers.bulk', { params: { siteId }, body });
      const params = { siteId, jobId: job.id };
      for (const persona of PERSONAS) {
        await world.get('workspace.set-persona', { body: { persona } });
        const codes = [];
        for (const name of BULK_ROUTES) {
          const response = await world.raw(name, { params, body } as Call<RouteName>);
          codes.push((jsonOf(response) as { code?: string }).code === 'forbidden');
        }
        const isRefused = !WHO_MAY[action][experience].includes(persona);
        expect([persona, ...codes]).toEqual([persona, ...BULK_ROUTES.map(() => isRefused)]);
      }
    },
  );
});

const BULK_ROUTES = [
  'portal-customers.bulk',
  'portal-customers.bulk-forecast',
  'jobs.stop',
  'jobs.resume',
  'jobs.retry',
] as const;

/** One call with every part that any guarded route takes; its customer and group are not there. */
async function callIn({ organizationId, siteId }: (typeof PLACES)[number]) {
  const [sourceSiteId, destinationSiteId] = [siteId, 'site_harbor-support'];
  const plan = await savedPlan(world, { sourceSiteId, destinationSiteId });
  const params = {
    organizationId,
    siteId,
    customerId: 'qm:nobody:here',
    groupId: 'group_none',
    projectId: 'project_none',
    accountId: '1:nobody',
    planId: plan.id,
    check: 'licences',
    position: 0,
    customerOrganizationId: 'customer-organization_none',
  };
  const { id } = world.read((tx) => tx.portalCustomers.first({ siteId, state: 'active' })!);
  const bulk = {
    step: 'revoke' as const,
    selection: { by: 'ids' as const, ids: [id] },
    expected: 1,
  };
  const job = await world.get('portal-customers.bulk', { params, body: bulk });
  const step = { ...bulk, customerId: params.customerId };
  const access = {
    emails: ['nobody@mail.example'],
    approvedDomains: [],
    portalOnlyAllowed: true,
    portalOnlyDomains: [],
    signUpAllowed: true,
    portalLogin: 'password',
  };
  const account = { siteId, email: 'nobody@mail.example', role: 'customer', hasAccess: true };
  const body = {
    ...PLAN_INPUT,
    ...step,
    ...access,
    ...account,
    sourceSiteId,
    destinationSiteId,
    fingerprint: 'none',
    password: 'long enough',
    isDefault: true,
    access: 'product',
    groups: [{ id: params.groupId, version: 1 }],
  };
  const query = { ...account, organizationId, shown: 'none' };
  return { params: { ...params, jobId: job.id }, query, body } as unknown as Call<RouteName>;
}

/** What the actions that sites and organizations carry are called in the matrix. */
const CARRIED: Readonly<Record<keyof Site['actions'], Action>> = {
  viewDirectory: 'directory.view',
  viewPortalCustomers: 'portal-customers.view',
  reviewImportedGroups: 'imported-groups.review',
  manageCopyPlans: 'copy-plans.manage',
  invite: 'directory.invite',
  viewCustomerAccess: 'customer-access.view',
  inviteCustomers: 'customers.invite',
  migrateCustomers: 'portal-customers.migrate',
  deleteCustomers: 'portal-customers.delete',
  changeCustomerAccess: 'portal-customers.change-access',
  viewAuditLog: 'audit-log.view',
};

test('records say who may what, and it is what the routes enforce', async () => {
  for (const persona of PERSONAS) {
    await world.get('workspace.set-persona', { body: { persona } });
    for (const { experience, organizationId, siteId } of PLACES) {
      const site = await world.get('sites.get', { params: { siteId } });
      const organization = await world.get('organizations.get', { params: { organizationId } });
      expect(organization.actions).toEqual(site.actions);
      const expected = Object.entries(CARRIED).map(([name, action]) => {
        const by = WHO_MAY[action][experience];
        return [name, { allowed: by.includes(persona), by }];
      });
      expect(site.actions).toEqual(Object.fromEntries(expected));
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
