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
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import { openWorld, type Call, type World } from '#test/support/world.ts';
import { routeCases } from './cases/all-cases.ts';
import { jsonOf } from './cases/read-answer.ts';
import { MIGRATION } from './cases/server-plans.ts';
import {
  DESTINATION,
  openServerImport,
  ORIGINAL,
  PLAN_INPUT,
  savedPlan,
} from './cases/arrangements.ts';

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
  'imports.create-for-server': 'servers.manage',
  // What is loaded into a site asks for nothing; the calls below are about a server's import.
  'imports.get': 'servers.manage',
  'imports.rows': 'servers.manage',
  'imports.add-file': 'servers.manage',
  'imports.map-file': 'servers.manage',
  'imports.refused-file': 'servers.manage',
  'imports.remove-file': 'servers.manage',
  'imports.write': 'servers.manage',
  'imports.discard': 'servers.manage',
  'copy-plans.exclude-check': 'copy-plans.manage',
  'server-tasks.list': 'copy-plans.manage',
  'server-tasks.create': 'copy-plans.manage',
  'server-tasks.status': 'copy-plans.manage',
  'servers.get': 'servers.manage',
  'servers.people': 'servers.manage',
  'servers.set-directory': 'servers.manage',
  'server-migrations.list': 'servers.manage',
  'server-migrations.duplicate': 'servers.manage',
  'server-migrations.archive': 'servers.manage',
  'server-migrations.restore': 'servers.manage',
  'server-plans.options': 'servers.manage',
  'server-plans.create': 'servers.manage',
  'server-plans.update': 'servers.manage',
  'server-arrivals.get': 'copy-plans.manage',
  'server-arrivals.people': 'copy-plans.manage',
  'server-arrivals.file': 'copy-plans.manage',
  'server-assessment.get': 'servers.manage',
  'server-assessment.begin': 'servers.manage',
  'server-assessment.people': 'servers.manage',
  'server-assessment.forecast': 'servers.manage',
  'server-assessment.choose': 'servers.manage',
  'server-assessment.download': 'servers.manage',
  'server-assessment.upload': 'servers.manage',
};

const PLACES = [
  { experience: 'centralized', organizationId: 'organization_harbor', siteId: DESTINATION },
  { experience: 'original', organizationId: 'organization_fjord', siteId: ORIGINAL },
] as const;

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
  world.store.write((tx) => putSmallServer(tx));
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
      // A server belongs to no organization: the refusal names no experience.
      const named = action === 'servers.manage' ? null : experience;
      // The matrix itself is written down by hand in test/domain/permission.test.ts.
      const allowed = WHO_MAY[action][experience];
      expect(answers).toEqual(
        PERSONAS.map((persona) =>
          allowed.includes(persona) ? 'let in' : { persona, action, experience: named, allowed },
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
    serverId: SERVER,
    customerId: 'qm:nobody:here',
    groupId: 'group_none',
    projectId: 'project_none',
    accountId: '1:nobody',
    planId: plan.id,
    check: 'licences',
    taskId: 'check',
    position: 0,
    customerOrganizationId: 'customer-organization_none',
    file: 'all',
    directoryId: 'server-directory_none',
    number: 1,
    ...(await openServerImport(world)),
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
    // A migration that cannot be: so it is not asked who may write to its destination.
    flow: 'in-advance',
    users: 'related',
    fingerprint: 'none',
    excluded: true,
    task: 'Check',
    password: 'long enough',
    isDefault: true,
    access: 'product',
    groups: [{ id: params.groupId, version: 1 }],
    active: true,
    ...FIXES,
    ...MAPPING,
  };
  const query = {
    ...account,
    ...FIXES,
    flow: 'in-advance',
    organizationId,
    shown: 'none',
    name: 'x.csv',
    file: 1,
  };
  return { params: { ...params, jobId: job.id }, query, body } as unknown as Call<RouteName>;
}

/** Of a server's addresses. */
const FIXES = { level: 'simple', invalid: 'nothing', duplicated: 'merge' } as const;

/** Of a server's file whose columns nobody knows. */
const MAPPING = { kind: 'server-user', fields: ['user-name'] } as const;

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

test('a migration needs permission on the server and on its destination', async () => {
  await world.get('workspace.set-persona', { body: { persona: 'site-admin' } });
  const params = { serverId: SERVER };
  const options = await world.get('server-plans.options', { params, query: { flow: 'with-data' } });
  expect(options.sites).toEqual([]);
  const problem = await world.refuse('server-plans.create', { params, body: MIGRATION });
  expect(problem).toMatchObject({ code: 'forbidden', facts: { action: 'copy-plans.manage' } });
});

test('a plan needs permission on both of its sites', async () => {
  const plan = await savedPlan(world, { destinationSiteId: ORIGINAL });
  await world.get('workspace.set-persona', { body: { persona: 'site-admin' } });
  const problem = await world.refuse('copy-plans.get', { params: { planId: plan.id } });
  expect(problem.code).toBe('forbidden');
  expect(await world.get('copy-plans.options')).toEqual({ sites: [] });
});
