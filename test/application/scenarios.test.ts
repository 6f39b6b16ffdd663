import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { scenarioByName, scenarios } from '#src/application/scenarios/catalogue.ts';
import { openStore } from '#src/store/open-store.ts';
import { seededDump, START, WALL } from '#test/support/scenario-dump.ts';
import type { StoreDump } from '#test/support/store-dump.ts';

/**
 * The demo's records, byte for byte. People learn with these customers, and tests and screenshots
 * name them: whoever changes this line changes the demo for everybody, on purpose.
 */
const GOLDEN = '902b177a1cb24194241b76f94df55477a5219d15f7e0332f74f9b1633c28d052';

let demo: StoreDump;
let blank: StoreDump;
beforeAll(async () => {
  demo = await seededDump('demo');
  blank = await seededDump('blank');
});

describe('the catalogue', () => {
  test('offers the demo first, then a blank workspace', () => {
    expect(scenarios.map(({ name, title }) => [name, title])).toEqual([
      ['demo', 'Demo'],
      ['blank', 'Blank'],
    ]);
  });

  test('finds a scenario by its exact name only', () => {
    expect(scenarioByName('blank')?.name).toBe('blank');
    expect(scenarioByName('Blank')).toBeUndefined();
    expect(scenarioByName('')).toBeUndefined();
  });
});

describe('the same data on every machine', () => {
  test('seeding twice gives identical records', async () => {
    expect(await seededDump('demo')).toEqual(demo);
    expect(await seededDump('blank')).toEqual(blank);
  });

  test('seeding over a workspace that was used leaves nothing of it', async () => {
    const store = await openStore({ place: 'memory' });
    store.reset((tx) => scenarioByName('demo')!.seed(tx, WALL));
    store.reset((tx) => scenarioByName('blank')!.seed(tx, WALL));
    expect(store.read((tx) => tx.portalCustomers.count({}))).toBe(0);
    expect(store.read((tx) => tx.auditEntries.count({}))).toBe(1);
    store.close();
  });

  test('the demo has not drifted', () => {
    const hash = createHash('sha256').update(JSON.stringify(demo)).digest('hex');
    expect(hash).toBe(GOLDEN);
  });

  test('only the wall side of the clock depends on when it was seeded', async () => {
    const later = await seededDump('demo', WALL + 1);
    expect(later.workspace[0]?.clock).toEqual({ simulatedAt: START, wallAt: WALL + 1, speed: 60 });
    expect({ ...later, workspace: [] }).toEqual({ ...demo, workspace: [] });
  });
});

describe('what both scenarios have', () => {
  test('one organization with each user management experience (S1)', () => {
    expect(demo.organizations).toEqual([
      {
        id: 'organization_fjord',
        name: 'Fjord Clinics',
        experience: 'original',
        managedDomains: [],
        singleSignOn: false,
      },
      {
        id: 'organization_harbor',
        name: 'Harbor Logistics',
        experience: 'centralized',
        managedDomains: ['harbor-logistics.example'],
        singleSignOn: true,
      },
    ]);
    expect(blank.organizations).toEqual(demo.organizations);
  });

  test('the same sites and service projects', () => {
    expect(demo.sites.map(({ id, name }) => [id, name])).toEqual([
      ['site_fjord-care', 'fjord-care'],
      ['site_harbor', 'harbor'],
      ['site_harbor-support', 'harbor-support'],
    ]);
    expect(blank.sites).toEqual(demo.sites);
    expect(blank.serviceProjects).toEqual(demo.serviceProjects);
    expect(demo.serviceProjects).toHaveLength(12);
  });

  test('the same server with its service projects (S4)', () => {
    expect(demo.servers).toEqual([
      { id: 'server_quayside', name: 'Quayside Storage', edition: 'data-center' },
    ]);
    expect(blank.servers).toEqual(demo.servers);
    const projects = demo.serviceProjects.filter(({ siteId }) => siteId === 'server_quayside');
    expect(projects.map(({ key }) => key)).toEqual(['CLM', 'QIT', 'WHS']);
    expect(blank.serverDirectories.map(({ name, active }) => [name, active])).toEqual([
      ['Jira Internal Directory', true],
    ]);
  });

  test('customer access that tells internal customers apart on the Harbor sites (domain.md 3.4)', () => {
    expect(
      demo.customerAccess.map(({ siteId, approvedDomains }) => [siteId, approvedDomains]),
    ).toEqual([
      ['site_fjord-care', []],
      ['site_harbor', ['harbor-logistics.example']],
      ['site_harbor-support', ['harbor-logistics.example']],
    ]);
    expect(blank.customerAccess).toEqual(demo.customerAccess);
  });

  test('a default group of agents and one of customers for each site (domain.md 1.3)', () => {
    expect(blank.groups.map(({ name, role, isDefault }) => [name, role, isDefault])).toEqual(
      ['fjord-care', 'harbor', 'harbor-support'].flatMap((site) => [
        [`jira-servicemanagement-users-${site}`, 'agent', true],
        [`jira-servicemanagement-customers-${site}`, 'customer', true],
      ]),
    );
  });

  test('one audit entry, by the simulator', () => {
    for (const [name, dump] of Object.entries({ demo, blank })) {
      expect(dump.auditEntries).toMatchObject([
        { at: START, actor: 'simulator', action: 'workspace.reset', facts: { scenario: name } },
      ]);
      expect(dump.workspace).toMatchObject([{ scenario: name, persona: 'organization-admin' }]);
    }
  });
});

test('nobody is in the blank scenario', () => {
  const filled = Object.entries(blank).filter(([, records]) => records.length > 0);
  expect(filled.map(([name]) => name)).toEqual([
    'workspace',
    'organizations',
    'sites',
    'groups',
    'customerAccess',
    'serviceProjects',
    'servers',
    'serverDirectories',
    'auditEntries',
  ]);
});
