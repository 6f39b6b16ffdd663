/*
 * The main job on the sample exports: load four files, copy all customers, and the report holds
 * exactly what a deliberately naive computation gives; then nothing is outstanding. (S0)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
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

  const zip = unzipped(await world.raw('copy-plans.reports-file', { params }));
  expect(Object.keys(zip).sort()).toEqual([
    'CustomerOrganizations.csv',
    'Customers.csv',
    'Projects.csv',
    'RequiresAttention.csv',
    'Summary.csv',
    'UsersAndGroups.csv',
  ]);

  const groups = await world.get('imported-groups.list', { params: { siteId: DESTINATION } });
  for (const { id: groupId } of groups.items) {
    await world.get('imported-groups.approve', { params: { siteId: DESTINATION, groupId } });
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

type Row = Record<string, string>;

/** The copy table once more, as plainly as it can be written, on the files themselves. */
function naiveReport(groupName: string): Row[] {
  const sourceProfiles = people('source-portal-customers.csv', 'full_name', 'utf-8');
  const sourceUsers = people('source-users.csv', 'User name', 'utf-8');
  const profiles = people('destination-portal-customers.csv', 'full_name', 'utf-8');
  const users = people('destination-users.csv', 'User name', 'utf-16le');
  const keys = [...new Set([...sourceProfiles.keys(), ...sourceUsers.keys()])].sort();
  const rows: Row[] = [];
  for (const key of keys) {
    const onSource = type(sourceProfiles.has(key), sourceUsers.has(key));
    const onDestination = type(profiles.has(key), users.has(key));
    const isAccount = sourceUsers.has(key);
    // An Atlassian account is global: the file loaded last has named it, the first has written its address.
    const person = isAccount
      ? { ...sourceUsers.get(key)!, name: (users.get(key) ?? sourceUsers.get(key)!).name }
      : sourceProfiles.get(key)!;
    const add = (after: string, problem: string, nextStep: string) =>
      rows.push({
        Email: person.email,
        'Display name': person.name,
        'Account type on source': onSource,
        'Account type on destination': onDestination,
        'Account type after copying': after,
        Problem: problem,
        'Next step': nextStep,
      });
    const both = 'Portal-only and Atlassian account';
    if (!isAccount && users.has(key)) {
      add(
        profiles.has(key) ? both : 'Atlassian account',
        'Customer role not assigned on destination',
        `Review group ${groupName} to assign Customer role`,
      );
    }
    if (profiles.has(key) && (isAccount || users.has(key))) {
      add(
        both,
        'Found duplicate accounts on destination',
        'Upgrade portal-only account to Atlassian account',
      );
    }
  }
  return rows;
}

function type(portalOnly: boolean, account: boolean): string {
  if (portalOnly && account) return 'Portal-only and Atlassian account';
  if (portalOnly) return 'Portal-only';
  return account ? 'Atlassian account' : 'None';
}

/** People of a file by key; the first of a repeated address counts, as the importer says. */
function people(name: string, nameColumn: string, encoding: string) {
  const text = new TextDecoder(encoding).decode(readFileSync(join(FILES, name)));
  const { data } = Papa.parse<Row>(text.trim(), { header: true });
  const found = new Map<string, { email: string; name: string }>();
  for (const row of data) {
    const email = row['email']!.trim();
    const key = keyOf(email);
    if (!found.has(key)) found.set(key, { email, name: row[nameColumn]! });
  }
  return found;
}

function keyOf(email: string): string {
  const at = email.lastIndexOf('@');
  const { hostname } = new URL(`http://${email.slice(at + 1)}`);
  return `${email.slice(0, at).normalize('NFC').toLowerCase()}@${hostname}`;
}
