/* Every sample export ends in a correct import or in findings that say what is wrong, and where. */
import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { dropFiles, exportBytes, rowsOf, summaryOf, write } from '#test/support/exports.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SITE = 'site_harbor-support';
let world: World;

beforeEach(async () => {
  world = await openWorld('blank');
});

function drop(...names: string[]) {
  return dropFiles(world, SITE, Object.fromEntries(names.map((name) => [name, exportBytes(name)])));
}

const SAMPLES: Readonly<Record<string, { file: object; rows?: readonly string[] }>> = {
  'source-portal-customers.csv': {
    file: {
      format: 'portal-customers',
      kind: 'portal-only',
      encoding: 'UTF-8',
      delimiter: ',',
      counts: { new: 287, updated: 0, unchanged: 0, refused: 0 },
      warnings: 0,
    },
  },
  'destination-portal-customers.csv': {
    file: {
      format: 'portal-customers',
      kind: 'portal-only',
      encoding: 'UTF-8',
      delimiter: ';',
      counts: { new: 106, updated: 0, unchanged: 0, refused: 0 },
      warnings: 0,
    },
  },
  'source-users.csv': {
    file: {
      format: 'users',
      kind: 'atlassian',
      encoding: 'UTF-8 with mark',
      delimiter: ',',
      counts: { new: 92, updated: 0, unchanged: 0, refused: 0 },
      warnings: 0,
    },
  },
  'destination-users.csv': {
    file: {
      format: 'users',
      kind: 'atlassian',
      encoding: 'UTF-16 LE',
      delimiter: ',',
      counts: { new: 98, updated: 0, unchanged: 0, refused: 0 },
      warnings: 0,
    },
  },
  'windows-1252-tabs.txt': {
    file: { format: 'portal-customers', encoding: 'Windows-1252', delimiter: '\t' },
    rows: ['2 new'],
  },
  'broken-quote.csv': {
    file: { format: 'portal-customers' },
    rows: ['2 refused quote-never-closed'],
  },
  'broken-ragged.csv': {
    file: { format: 'portal-customers' },
    rows: ['2 refused too-few-cells', '3 refused too-many-cells', '4 new'],
  },
  'broken-emails.csv': {
    file: { format: 'portal-customers' },
    rows: [
      '2 refused email-without-at@email',
      '3 refused email-missing@email',
      '4 new surrounding-space@email',
      '5 refused repeated-in-file@email',
      '6 new near-match@email',
      '7 new',
      '8 refused repeated-in-file@email',
      '9 refused email-too-long@email',
    ],
  },
  'no-header.csv': {
    file: { format: null, fault: null, firstLineIsHeading: false, headings: [...'ABCDE'] },
    rows: ['1 refused'],
  },
  'other-headings.csv': {
    file: { format: null, fault: null, firstLineIsHeading: true, delimiter: ';' },
    rows: ['2 refused', '3 refused'],
  },
  'not-a-csv.csv': { file: { fault: 'not-text' }, rows: [] },
  'empty.csv': { file: { fault: 'empty' }, rows: [] },
};

describe('the sample exports', () => {
  test('are all covered here', () => {
    const names = readdirSync(new URL('../support/exports', import.meta.url));
    expect(names.toSorted()).toEqual(Object.keys(SAMPLES).toSorted());
  });

  test.each(Object.keys(SAMPLES))('%s', async (name) => {
    const session = await drop(name);
    const { file, rows } = SAMPLES[name]!;
    expect(session.files[0]).toMatchObject({ name, ...file });
    if (rows) expect((await rowsOf(world, session)).map(summaryOf)).toEqual(rows);
  });
});

test('findings carry what a sentence about them needs', async () => {
  const session = await drop('broken-emails.csv', 'broken-ragged.csv', 'broken-quote.csv');
  const facts = (await rowsOf(world, session)).flatMap(({ line, findings }) =>
    findings.map((finding) => [line, finding.code, finding.facts]),
  );
  const ada = 'ada@harborfreight.example';
  expect(facts).toEqual([
    [2, 'email-without-at', { value: 'ada.harborfreight.example' }],
    [3, 'email-missing', {}],
    [4, 'surrounding-space', { value: ada }],
    [5, 'repeated-in-file', { value: 'ADA@HarborFreight.example', line: 4 }],
    [
      6,
      'near-match',
      { value: `аda@harborfreight.example`, other: ada, file: 'broken-emails.csv', line: 4 },
    ],
    [8, 'repeated-in-file', { value: 'ada@xn--zri-care-65a.example', line: 7 }],
    [9, 'email-too-long', { part: 'address', length: expect.any(Number), limit: 254 }],
    [2, 'too-few-cells', { expected: 5, found: 4 }],
    [3, 'too-many-cells', { expected: 5, found: 6 }],
    [4, 'account-id-taken', { id: 'qm:1:4', other: ada }],
    [2, 'quote-never-closed', { lastLine: 3 }],
  ]);
});

test('the four exports of two sites load, and load again without a change', async () => {
  const source = ['source-portal-customers.csv', 'source-users.csv'];
  const session = await drop(...source);
  expect(session.counts).toEqual({ new: 379, updated: 0, unchanged: 0, refused: 0 });
  expect(await write(world, session)).toMatchObject({ state: 'written', counts: session.counts });

  const again = await drop(...source);
  expect(again.counts).toEqual({ new: 0, updated: 0, unchanged: 379, refused: 0 });

  const destination = await dropFiles(world, 'site_harbor', {
    'destination-portal-customers.csv': exportBytes('destination-portal-customers.csv'),
    'destination-users.csv': exportBytes('destination-users.csv'),
  });
  expect(destination.counts).toEqual({ new: 204, updated: 0, unchanged: 0, refused: 0 });
  await write(world, destination);

  expect((await drop(...source)).counts.unchanged).toBe(379);
  const audit = world.read((tx) => tx.auditEntries.where({ action: 'import.written' }));
  expect(audit.map(({ facts }) => facts)).toEqual([
    { files: 2, new: 379, updated: 0, unchanged: 0, refused: 0 },
    { files: 2, new: 204, updated: 0, unchanged: 0, refused: 0 },
  ]);
});

test('names, states and dates of the samples arrive as the files have them', async () => {
  await write(world, await drop('windows-1252-tabs.txt'));
  const [customer] = world.read((tx) => tx.portalCustomers.where({ siteId: SITE }));
  expect(customer).toMatchObject({
    id: 'qm:1:2',
    name: 'Jürgen Weiß',
    email: 'juergen@harborfreight.example',
    state: 'active',
    lastLoginAt: Date.UTC(2021, 10, 19),
  });

  await write(world, await drop('source-portal-customers.csv', 'source-users.csv'));
  const portalOnly = (state: 'active' | 'revoked') =>
    world.read((tx) => tx.portalCustomers.count({ siteId: SITE, state }));
  expect([portalOnly('active'), portalOnly('revoked')]).toEqual([268, 20]);
  const accounts = world.read((tx) => tx.queries.accountsOn(SITE));
  const count = (wanted: string) =>
    accounts.filter(({ state, role }) => state === wanted || role === wanted).length;
  expect([count('active'), count('suspended')]).toEqual([80, 12]);
  expect([count('agent'), count('customer'), count('none')]).toEqual([36, 21, 35]);
});
