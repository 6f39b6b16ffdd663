/* Nothing undecoded goes further: each part of a request that does not fit is named, and nothing happens. */
import { describe, expect, test } from 'vitest';
import type { RouteName } from '#src/contract/routes.ts';
import { utf8 } from '#test/support/exports.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { routeCases, type RouteCase } from './cases/all-cases.ts';
import { goodParts, sendParts, type Parts } from './cases/raw-request.ts';
import { EVERY_ANSWER, problemOf } from './cases/read-answer.ts';
import { MIGRATION } from './cases/server-plans.ts';

/** A value that does not fit, for every query parameter of the contract that is not free text. */
const BAD_QUERY: Readonly<Record<string, readonly string[]>> = {
  search: ['x'.repeat(201)],
  offset: ['-1', '1.5', 'x'],
  limit: ['0', '201', 'x'],
  state: ['no such'],
  holding: ['no such'],
  projectRole: ['no such'],
  sort: ['no such'],
  direction: ['sideways'],
  action: ['no such'],
  problem: ['no such'],
  outcome: ['no such'],
  delivery: ['no such'],
  kind: ['no such'],
  flow: ['copy'],
  customers: ['some'],
  users: ['none'],
  channel: ['no such'],
  directory: ['x'.repeat(201)],
  subjectId: ['x'.repeat(201)],
  to: ['x'.repeat(321)],
  from: ['x'],
  actor: ['no such'],
  email: ['x'.repeat(321)],
  role: ['no such'],
  by: ['no such'],
  withFindings: ['perhaps'],
  expandChildren: ['perhaps'],
  explanation: ['no such'],
  row: ['no such'],
  status: ['no such'],
  raw: ['perhaps'],
  level: ['no such'],
  invalid: ['no such'],
  duplicated: ['former-users'],
  file: ['x', '1.5'],
  fingerprint: ['x'.repeat(101)],
  shown: ['x'.repeat(101)],
  name: ['x'.repeat(301)],
};
/** Ids: any text may name one, and most name nothing. */
const FREE_QUERY: ReadonlySet<string> = new Set(['organizationId', 'siteId', 'projects']);

const SETTINGS = {
  approvedDomains: [],
  portalOnlyAllowed: true,
  portalOnlyDomains: [],
  signUpAllowed: true,
  portalLogin: 'password',
};

function bulkOrder(step: string) {
  return { step, selection: { by: 'filter', search: '', state: null } };
}

/** Bodies that do not fit, and the place that the refusal names. */
const BAD_BODIES: Readonly<Partial<Record<RouteName, readonly (readonly [string, unknown])[]>>> = {
  'workspace.reset': [['body.scenario', { scenario: 1 }]],
  'workspace.set-clock': [
    ['body.speed', { action: 'set-speed', speed: -1 }],
    ['body.speed', { action: 'set-speed', speed: 3601 }],
    ['body.speed', { action: 'set-speed', speed: '60' }],
    ['body.action', { action: 'back' }],
  ],
  'workspace.set-persona': [['body.persona', { persona: 'root' }]],
  'workspace.set-strict': [['body.strict', { strict: 'on' }]],
  'accounts.invite': [
    ['body.role', { siteId: 'site_harbor', email: 'a@b.example', name: 'A', role: 'root' }],
    ['body.email', { siteId: 'site_harbor', email: 7, name: 'A', role: 'none' }],
  ],
  'accounts.set-site-access': [['body.hasAccess', { hasAccess: 1 }]],
  'accounts.set-role': [['body.role', { role: 'owner' }]],
  'portal-customers.bulk': [
    ['body.expected', { ...bulkOrder('migrate'), expected: -1 }],
    ['body.step', { ...bulkOrder('fire'), expected: 1 }],
  ],
  'portal-customers.bulk-forecast': [['body.step', bulkOrder('fire')]],
  'portal-customers.rename': [['body.name', { name: 'x'.repeat(201) }]],
  'portal-customers.set-password': [['body.password', { password: 12_345_678 }]],
  'customer-access.update': [
    ['body.portalLogin', { ...SETTINGS, portalLogin: 'none' }],
    ['body.approvedDomains.0', { ...SETTINGS, approvedDomains: [1] }],
  ],
  'customers.invite': [['body.emails', { emails: [] }]],
  'service-projects.add-customers': addresses(),
  'service-projects.admission': addresses(),
  'customers.sign-up': [['body.name', { email: 'a@b.example', name: 'x'.repeat(201) }]],
  'groups.set-default': [['body.isDefault', { isDefault: 'yes' }]],
  'imported-groups.approve': [
    ['body.access', {}],
    ['body.access', { access: 'both' }],
  ],
  'imported-groups.deny': [
    ['body.access', { access: null }],
    ['body.access', { access: ['product'] }],
  ],
  'help-center.compare': [
    ['body.step', { step: 'fly' }],
    ['body.customerId', { step: 'migrate' }],
    ['body.role', { step: 'set-role', accountId: '1:a', role: 'root' }],
  ],
  'copy-plans.create': planBodies(),
  'copy-plans.update': planBodies(),
  'customer-organizations.rename': [
    ['body.name', { name: 'x'.repeat(201) }],
    ['body.name', {}],
  ],
  'copy-plans.afterwards': [
    ['body.rows.0.problem', { rows: [{ email: 'a@b.example', problem: 'other' }] }],
  ],
  'copy-plans.approve-groups': [
    ['body.groups', { groups: [] }],
    ['body.groups.0.version', { groups: [{ id: 'group_any' }] }],
  ],
  'copy-plans.migrate-duplicates': [
    ['body.expected', { expected: -1 }],
    ['body.what', { what: 'delete', expected: 1 }],
    ['body.batch', { batch: 'yes', expected: 1 }],
  ],
  'copy-plans.run': [['body.fingerprint', { fingerprint: null }]],
  'copy-plans.exclude-check': [
    ['body.excluded', {}],
    ['body.excluded', { excluded: 'yes' }],
  ],
  'server-tasks.create': [
    ['body.task', {}],
    ['body.task', { task: 'Migrate' }],
  ],
  'server-plans.create': migrationBodies(),
  'server-plans.update': migrationBodies(),
  'servers.set-directory': [['body.active', { active: 'yes' }]],
  'server-assessment.choose': [
    ['body.level', { level: 'expert', invalid: 'nothing', duplicated: 'nothing' }],
    ['body.invalid', { level: 'simple', invalid: 'merge', duplicated: 'nothing' }],
    ['body.duplicated', { level: 'simple', invalid: 'nothing', duplicated: 'former-users' }],
  ],
  'imports.map-file': [
    ['body.kind', { kind: 'both', fields: [] }],
    ['body.fields.0', { kind: 'portal-only', fields: ['shoe-size'] }],
    ['body.firstLineIsHeading', { kind: 'portal-only', fields: [], firstLineIsHeading: 'no' }],
  ],
};

function addresses(): (readonly [string, unknown])[] {
  return [
    ['body.emails', { emails: [] }],
    ['body.emails', { emails: Array.from({ length: 101 }, () => 'a@b.example') }],
    ['body.emails.0', { emails: ['x'.repeat(321)] }],
  ];
}

function planBodies(): (readonly [string, unknown])[] {
  const fits = {
    name: 'Any',
    sourceSiteId: 'site_harbor-support',
    destinationSiteId: 'site_harbor',
    customers: 'all',
    users: 'all',
    preserveGroupMembership: true,
    projectIds: [],
  };
  return [
    ['body.name', { ...fits, name: 'x'.repeat(121) }],
    ['body.sourceSiteId', { ...fits, sourceSiteId: undefined }],
    ['body.destinationSiteId', { ...fits, destinationSiteId: 7 }],
    ['body.customers', { ...fits, customers: 'some' }],
    ['body.users', { ...fits, users: 'members' }],
    ['body.users', { ...fits, users: undefined }],
    ['body.preserveGroupMembership', { ...fits, preserveGroupMembership: 'yes' }],
    ['body.preserveGroupMembership', { ...fits, preserveGroupMembership: undefined }],
    ['body.projectIds', { ...fits, projectIds: Array.from({ length: 501 }, String) }],
    ['body.projectIds.1', { ...fits, projectIds: ['a', 1] }],
  ];
}

function migrationBodies(): (readonly [string, unknown])[] {
  const fits = { ...MIGRATION };
  return [
    ['body.flow', { ...fits, flow: 'copy' }],
    ['body.flow', { ...fits, flow: undefined }],
    ['body.name', { ...fits, name: 'x'.repeat(121) }],
    ['body.destinationSiteId', { ...fits, destinationSiteId: 7 }],
    ['body.customers', { ...fits, customers: 'some' }],
    ['body.users', { ...fits, users: 'none' }],
    ['body.preserveGroupMembership', { ...fits, preserveGroupMembership: 'yes' }],
    ['body.projectIds.0', { ...fits, projectIds: [1] }],
  ];
}

/** These answer from memory whatever they are asked with, also while a write runs. */
const ASIDE: ReadonlySet<RouteName> = new Set([
  'imports.progress',
  'imports.cancel',
  'downloads.get',
  'downloads.cancel',
]);
const decoding = routeCases.filter(({ name }) => !ASIDE.has(name));

/** Every route's good request, arranged once: spoiled ones must leave its world as it is. */
const arranged = new Map<RouteName, Promise<{ world: World; parts: Parts }>>();

async function arrange(route: RouteCase): Promise<{ world: World; parts: Parts }> {
  const world = await openWorld('demo');
  return { world, parts: await goodParts(world, route) };
}

async function issuesOf(route: RouteCase, spoil: (parts: Parts) => Parts): Promise<string[]> {
  const pending = arranged.get(route.name) ?? arrange(route);
  arranged.set(route.name, pending);
  const { world, parts } = await pending;
  const before = world.read((tx) => tx.workspace.get({ id: 'workspace' }));
  const response = await sendParts(world, route.name, spoil(parts));
  const { code, status, facts } = problemOf(response);
  expect([code, status, response.status]).toEqual(['request.invalid', 400, 400]);
  expect(response.headers).toMatchObject(EVERY_ANSWER);
  // The workspace counts every committed write.
  expect(world.read((tx) => tx.workspace.get({ id: 'workspace' }))).toEqual(before);
  return facts['issues'] as string[];
}

describe('the path', () => {
  test.each(['imports.remove-file', 'imports.map-file'] as const)(
    'of %s takes a whole number',
    async (name) => {
      const route = routeCases.find((each) => each.name === name)!;
      for (const number of ['x', '1.5']) {
        const params = { importId: 'import_x', number };
        const issues = await issuesOf(route, (parts) => ({ ...parts, params }));
        expect(issues).toEqual([expect.stringMatching(/^path\.number: /)]);
      }
    },
  );

  test.each(['server-assessment.download', 'server-assessment.upload'] as const)(
    'of %s names one of the three files',
    async (name) => {
      const route = routeCases.find((each) => each.name === name)!;
      const issues = await issuesOf(route, (parts) => ({
        ...parts,
        params: { serverId: 'server_quarry', file: 'everything' },
      }));
      expect(issues).toEqual([expect.stringMatching(/^path\.file: /)]);
    },
  );

  test('of copy-plans.lost-requests takes a position from 0', async () => {
    const route = routeCases.find((each) => each.name === 'copy-plans.lost-requests')!;
    for (const position of ['x', '1.5', '-1']) {
      const params = { planId: 'plan_x', position };
      const issues = await issuesOf(route, (parts) => ({ ...parts, params }));
      expect(issues).toEqual([expect.stringMatching(/^path\.position: /)]);
    }
  });
});

describe('the query', () => {
  const parameters = decoding.flatMap((route) =>
    Object.entries(route.endpoint.query?.shape ?? {}).map(([name, schema]) => ({
      route,
      title: `${name} of ${route.name}`,
      name,
      isNeeded: !schema.safeParse(undefined).success,
    })),
  );

  test.each(parameters.filter(({ name }) => !FREE_QUERY.has(name)))(
    '$title takes no value that does not fit',
    async ({ route, name }) => {
      for (const value of BAD_QUERY[name]!) {
        const issues = await issuesOf(route, (parts) => ({
          ...parts,
          query: { ...parts.query, [name]: value },
        }));
        expect(issues).toEqual([expect.stringMatching(`^query\\.${name}: `)]);
      }
    },
  );

  test.each(parameters.filter(({ isNeeded }) => isNeeded))(
    '$title is needed',
    async ({ route, name }) => {
      const issues = await issuesOf(route, (parts) => {
        const { [name]: _, ...rest } = parts.query;
        return { ...parts, query: rest };
      });
      expect(issues).toEqual([expect.stringMatching(`^query\\.${name}: `)]);
    },
  );
});

describe('the body', () => {
  const withBody = decoding.filter(({ endpoint }) => endpoint.body !== undefined);

  test('has something that does not fit, in the tests below, for every route that takes one', () => {
    expect(Object.keys(BAD_BODIES).toSorted()).toEqual(withBody.map(({ name }) => name).toSorted());
  });

  test.each(withBody)('of $name is JSON', async (route) => {
    for (const body of [null, utf8(''), utf8('{"name":'), utf8('[]'), utf8('null')]) {
      const [issue] = await issuesOf(route, (parts) => ({ ...parts, body }));
      expect(issue).toMatch(/^body/);
    }
  });

  test.each(withBody)('of $name is refused where it does not fit', async (route) => {
    for (const [place, body] of BAD_BODIES[route.name]!) {
      const issues = await issuesOf(route, (parts) => ({
        ...parts,
        body: utf8(JSON.stringify(body)),
      }));
      expect(issues).toEqual([expect.stringMatching(new RegExp(`^${place}: `))]);
    }
  });
});

test.each(decoding)('If-Match of $name is a version number', async (route) => {
  for (const version of ['x', '"1.5"', '*', '', '""', '1e0', '0x1', '"-1"']) {
    const headers = { 'if-match': version };
    const issues = await issuesOf(route, (parts) => ({ ...parts, headers }));
    expect([version, issues]).toEqual([version, ['if-match: a version number is expected']]);
  }
});

test('everything that does not fit is named at once', async () => {
  const route = routeCases.find(({ name }) => name === 'imports.map-file')!;
  const issues = await issuesOf(route, (parts) => ({
    params: { ...parts.params, number: 'x' },
    query: parts.query,
    headers: { 'if-match': 'x' },
    body: utf8('{}'),
  }));
  expect(issues.map((issue) => issue.split(':')[0])).toEqual([
    'path.number',
    'body.kind',
    'body.fields',
    'if-match',
  ]);
});
