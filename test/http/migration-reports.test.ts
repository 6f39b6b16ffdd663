/* The reports of a migration: what it calls things, what came before it, and what did not arrive (domain.md 7.3; S4). */
import { expect, test } from 'vitest';
import { fixAddresses, putServerPlan, SERVER_PLAN } from '#test/support/server-plan.ts';
import { putSmallServer } from '#test/support/small-server.ts';
import { unzipped } from '#test/support/read-zip.ts';
import { openWorld, type World } from '#test/support/world.ts';

const params = { planId: SERVER_PLAN.id };

async function running(): Promise<World> {
  const world = await openWorld('demo');
  world.store.write((tx) => {
    putSmallServer(tx);
    fixAddresses(tx);
    putServerPlan(tx);
  });
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  return world;
}

async function filesOf(world: World): Promise<Record<string, string>> {
  const { body } = await world.raw('copy-plans.reports-file', { params, query: {} });
  return unzipped(body!);
}

test('the report of a finished migration names the checks, counts customers on the server, and has an empty error log', async () => {
  const world = await running();
  await world.finishJobs();
  const files = await filesOf(world);
  expect(Object.keys(files).toSorted()).toEqual([
    'ErrorLog.csv',
    'PreMigrationReport.csv',
    'Projects.csv',
    'RequiresAttention.csv',
    'Summary.csv',
    'UsersAndCustomers.csv',
    'UsersAndGroups.csv',
  ]);
  const { flow } = await world.get('copy-plans.outcomes', { params, query: { limit: 1 } });
  const customers = flow
    .filter(({ sourceHolding }) => sourceHolding === 'customer')
    .reduce((sum, { count }) => sum + count, 0);
  expect(files['Summary.csv']).toContain(`Customers of the server,${customers}`);
  expect(files['Summary.csv']).toContain('Customers,All Jira Service Management customers');
  expect(files['PreMigrationReport.csv']).toContain('Invalid email addresses,');
  expect(files['ErrorLog.csv']?.trim().split('\n')).toHaveLength(1);
  expect(files['Summary.csv']).not.toMatch(/\bcop(y|ied|ying)\b/i);
});

test('the error log of a stopped migration has every person and project that did not arrive', async () => {
  const world = await running();
  await world.get('copy-plans.stop', { params });
  const { missing } = await world.get('copy-plans.get', { params });
  const rows = (await filesOf(world))['ErrorLog.csv']!.trim().split('\n').slice(1);
  expect(rows.filter((row) => row.startsWith('Person,'))).toHaveLength(missing!.customers);
  expect(rows.filter((row) => row.startsWith('Service project,'))).toHaveLength(missing!.projects);
  expect(missing!.customers).toBeGreaterThan(0);
});
