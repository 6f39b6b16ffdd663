/*
 * The zip of a run's reports (issue 4, Build 7; S0: "RequiresAttention.CSV" with `Problem` and
 * `Next step`): it opens in an ordinary tool, and its files load back without a change.
 */
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { dropFiles, rowsOf, utf8, write } from '#test/support/exports.ts';
import { plainUnzip } from '#test/support/plain-unzip.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { DESTINATION, ORIGINAL, SOURCE, finishedPlan } from './cases/arrangements.ts';

const HOSTILE = ['=1+1', "'=2", '@sum', '-3', '+4', ' =5', 'Quote " and, comma', 'Plain'];
const COLUMNS = {
  'RequiresAttention.csv':
    'Email,Display name,Account type on source,Account type on destination,Account type after copying,Problem,Next step',
  'Customers.csv':
    'Email,Display name,Account type on source,Account type on destination,Account type after copying,Outcome,Requests arriving,Could open before,Can open after',
  'CustomerOrganizations.csv': 'Name,Members,Service projects',
  'UsersAndGroups.csv':
    'group_name,username,full_name,email,Requested role,Review,Requested admin access,Admin access review',
  'Projects.csv': 'Key,Name,Requests copied',
  'Summary.csv': 'Figure,Value',
};

let world: World;
let params: { planId: string };
let files: Map<string, Uint8Array>;
let raw: Map<string, Uint8Array>;

async function reports(query: { raw?: string }): Promise<Map<string, Uint8Array>> {
  const { body } = await world.raw('copy-plans.reports-file', { params, query });
  return plainUnzip(body!);
}

function linesOf(from: Map<string, Uint8Array>, name: string): string[][] {
  const text = new TextDecoder().decode(from.get(name));
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

beforeAll(async () => {
  world = await openWorld('demo');
  // Customers with names that a spreadsheet would run, half of whom have an account on the destination.
  const people = HOSTILE.map((name, at) => ({ name, email: `hostile.${at}@mail.example` }));
  const profiles = ['username,full_name,email,active,last_login'].concat(
    people.map(({ name, email }) => `,${quoted(name)},${email},Yes,`),
  );
  await write(world, await dropFiles(world, SOURCE, { 'c.csv': utf8(profiles.join('\n')) }));
  const users = ['User id,User name,email,User status,Added to org'].concat(
    people.filter((_, at) => at % 2 === 0).map(({ email }, at) => `7${at},U${at},${email},Active,`),
  );
  await write(world, await dropFiles(world, DESTINATION, { 'u.csv': utf8(users.join('\n')) }));
  params = await finishedPlan(world);
  files = await reports({});
  raw = await reports({ raw: 'true' });
});

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

test('opens in a reader that knows the format alone, with exactly six files', () => {
  expect([...files.keys()]).toEqual(Object.keys(COLUMNS));
  expect([...raw.keys()]).toEqual(Object.keys(COLUMNS));
});

test.each(Object.entries(COLUMNS))('%s has the columns that it always has', (name, columns) => {
  expect(linesOf(files, name)[0]?.join(',')).toBe(columns);
  expect(linesOf(raw, name)[0]?.join(',')).toBe(columns);
  const widths = new Set(linesOf(files, name).map((cells) => cells.length));
  expect([...widths]).toEqual([columns.split(',').length]);
});

test('no cell of any file is one that a spreadsheet runs; raw files leave cells as they are', () => {
  for (const name of files.keys()) {
    const cells = linesOf(files, name).flat();
    expect(
      cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      name,
    ).toEqual([]);
  }
  expect(linesOf(files, 'Customers.csv').flat()).toContain("'=1+1");
  const names = linesOf(raw, 'Customers.csv').map((cells) => cells[1]);
  expect(names).toEqual(expect.arrayContaining(['=1+1', '@sum', '-3', '+4']));
});

describe('without a change', () => {
  test('Customers.csv loads back through the importer, names and addresses to the letter', async () => {
    const bytes = files.get('Customers.csv')!;
    const session = await dropFiles(world, ORIGINAL, { 'Customers.csv': bytes });
    expect(session.files[0]?.mapping.slice(0, 2)).toEqual(['email', 'name']);
    const mapped = await world.get('imports.map-file', {
      params: { importId: session.id, number: 1 },
      body: { kind: 'portal-only', fields: session.files[0]!.mapping },
    });
    const wanted = linesOf(raw, 'Customers.csv')
      .slice(1)
      .filter(([email]) => email !== '');
    const rows = await rowsOf(world, mapped);
    expect(rows).toHaveLength(linesOf(raw, 'Customers.csv').length - 1);
    await write(world, mapped);
    const loaded = world.read((tx) => tx.portalCustomers.where({ siteId: ORIGINAL }));
    const names = new Map(loaded.map(({ email, name }) => [email.toLowerCase(), name]));
    for (const [email, name] of wanted.filter(([each]) => each!.startsWith('hostile.'))) {
      expect(names.get(email!), email).toBe(name!.trim());
    }
  });

  test('all six are known: three hold people, of the other three it is said that they hold none', async () => {
    const session = await dropFiles(world, ORIGINAL, Object.fromEntries(files));
    const told = session.files.map(({ name, fault, format }) => [
      name,
      fault ?? format ?? 'columns',
    ]);
    expect(Object.fromEntries(told)).toEqual({
      'RequiresAttention.csv': 'columns',
      'Customers.csv': 'columns',
      'CustomerOrganizations.csv': 'no-people',
      'UsersAndGroups.csv': 'users-by-group-older',
      'Projects.csv': 'no-people',
      'Summary.csv': 'no-people',
    });
  });

  test.each(['guarded', 'raw'])(
    'UsersAndGroups.csv, %s, is recognised and changes nobody on the destination',
    async (form) => {
      const bytes = (form === 'raw' ? raw : files).get('UsersAndGroups.csv')!;
      const session = await dropFiles(world, DESTINATION, { 'UsersAndGroups.csv': bytes });
      const rows = await rowsOf(world, session);
      expect(rows.length).toBe(linesOf(raw, 'UsersAndGroups.csv').length - 1);
      expect(rows.length).toBeGreaterThanOrEqual(HOSTILE.length / 2);
      expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    },
  );

  test.each(['guarded', 'raw'])(
    'RequiresAttention.csv, %s, comes back open to the row',
    async (form) => {
      const bytes = (form === 'raw' ? raw : files).get('RequiresAttention.csv')!;
      const checked = await world.get('copy-plans.check-report', { params, bytes });
      const { open } = await world.get('copy-plans.attention', { params });
      expect(checked).toMatchObject({ open, done: 0, unknown: 0, total: open });
      expect(open).toBeGreaterThanOrEqual(HOSTILE.length / 2);
    },
  );

  test('RequiresAttention.csv beside the forecast of its own run is hit row by row', async () => {
    const bytes = files.get('RequiresAttention.csv')!;
    const compared = await world.get('copy-plans.compare-report', { params, bytes });
    expect(compared.counts).toEqual({ hit: compared.total, differs: 0, missed: 0, invented: 0 });
    expect(compared).toMatchObject({ repeated: 0, withoutEmail: 0 });
  });
});
