/*
 * The main job on the sample exports: load four files, copy all customers, and the report holds
 * exactly what a deliberately naive computation gives; then nothing is outstanding. (S0)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { naiveReport } from '#test/support/naive-report.ts';
import { parseReport, unzipped } from '#test/support/read-zip.ts';
import { openWorld, type World } from '#test/support/world.ts';

const FILES = join(import.meta.dirname, '../support/exports');
const SOURCE = 'site_harbor-support';
const DESTINATION = 'site_harbor';

async function load(world: World, siteId: string, names: readonly string[]) {
  const { id: importId } = await world.get('imports.create', { params: { siteId } });
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(join(FILES, name)));
    await world.get('imports.add-file', { params: { importId }, query: { name }, bytes });
  }
  return world.get('imports.write', { params: { importId } });
}

test('the report of the sample exports is what the copy table gives, and can be worked off', async () => {
  const world = await openWorld('blank');
  await load(world, SOURCE, ['source-portal-customers.csv', 'source-users.csv']);
  await load(world, DESTINATION, ['destination-portal-customers.csv', 'destination-users.csv']);
  const body = {
    name: 'Samples',
    sourceSiteId: SOURCE,
    destinationSiteId: DESTINATION,
    customers: 'all' as const,
    users: 'all' as const,
    preserveGroupMembership: true,
    projectIds: [],
  };
  const { id: planId } = await world.get('copy-plans.create', { body });
  const params = { planId };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();

  const plan = await world.get('copy-plans.get', { params });
  const report = parseReport(
    await world.raw('copy-plans.attention-file', { params, query: { raw: 'true' } }),
  );
  expect(report).toEqual(naiveReport(plan.importedGroup!.name));
  expect(report.length).toBeGreaterThan(20);

  const { body: bytes } = await world.raw('copy-plans.reports-file', { params });
  const zip = unzipped(bytes!);
  expect(Object.keys(zip).toSorted()).toEqual([
    'CustomerOrganizations.csv',
    'Customers.csv',
    'Projects.csv',
    'RequiresAttention.csv',
    'Summary.csv',
    'UsersAndGroups.csv',
  ]);

  const groups = await world.get('imported-groups.list', { params: { siteId: DESTINATION } });
  for (const { id: groupId, accesses } of groups.items) {
    for (const { access } of accesses) {
      await world.get('imported-groups.approve', {
        params: { siteId: DESTINATION, groupId },
        body: { access },
      });
    }
  }
  const left = await world.get('copy-plans.attention', {
    params,
    query: { state: 'open', limit: 200 },
  });
  for (const { portalCustomerId } of left.items) {
    const customer = { siteId: DESTINATION, customerId: portalCustomerId! };
    const { state } = await world.get('portal-customers.get', { params: customer });
    // A revoked customer cannot be migrated before access is granted again.
    if (state === 'revoked') await world.get('portal-customers.grant', { params: customer });
    await world.get('portal-customers.migrate', { params: customer });
  }
  await world.finishJobs();
  const after = await world.get('copy-plans.attention', { params, query: { state: 'open' } });
  expect(after.open).toBe(0);
});
