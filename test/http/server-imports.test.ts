/* Exports of a Jira server, dropped as they are: F7, F10 and F11 complete each other, in any order. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ServerId } from '#src/domain/ids.ts';
import {
  dropFiles,
  dropInto,
  rowsOf,
  serverExportBytes,
  summaryOf,
  utf8,
  write,
} from '#test/support/exports.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SERVER: ServerId = 'server_northmill';
const LIST = 'user-list.csv';
const DUMP = 'cwd-user.csv';
const ALL_USERS = 'assessment.csv';
const EVERY = [LIST, DUMP, ALL_USERS];
let world: World;

beforeEach(async () => {
  world = await openWorld('blank');
  world.store.write((tx) =>
    tx.servers.put({ id: SERVER, name: 'Northmill Jira', edition: 'data-center' }),
  );
});

function drop(...names: readonly string[]) {
  const files = names.map((name) => [name, serverExportBytes(name)] as const);
  return dropFiles(world, SERVER, Object.fromEntries(files));
}

async function load(...names: readonly string[]) {
  return write(world, await drop(...names));
}

/** Everybody on the server in one line each, by directory and user name. */
function people(): string[] {
  return world.read((tx) => {
    const directories = tx.serverDirectories.where({ serverId: SERVER });
    const nameOf = new Map(directories.map(({ id, name }) => [id, name]));
    return tx.serverUsers
      .where({ serverId: SERVER })
      .map(({ directoryId, userName, userKey, type, channel, active, email }) => {
        const kind = channel === null ? type : `${type} by ${channel}`;
        const state = active ? '' : ' inactive';
        return `${nameOf.get(directoryId)}: ${userName} ${userKey} ${kind}${state} <${email}>`;
      })
      .toSorted();
  });
}

function directoryNames(): string[] {
  return world.read((tx) =>
    tx.serverDirectories
      .where({ serverId: SERVER })
      .toSorted((a, b) => a.position - b.position)
      .map(({ name, active }) => (active ? name : `${name} (inactive)`)),
  );
}

const TOGETHER = [
  'Jira Internal Directory: Erin JIRAUSER10002 licensed <erin@northmill.example>',
  'Jira Internal Directory: lena lena licensed <lena@northmill.example>',
  'Jira Internal Directory: omar JIRAUSER10001 licensed <omar@northmill.example>',
  'Northmill LDAP: Erin JIRAUSER10002 licensed inactive <erin.old@northmill.example>',
  'Northmill LDAP: ada JIRAUSER10100 customer by portal <ada@northmill.example>',
  'Northmill LDAP: bo JIRAUSER10101 customer by portal <bo@northmill>',
  'Northmill LDAP: cy JIRAUSER10102 customer by portal inactive <CY@northmill.example>',
  'Northmill LDAP: cy.two JIRAUSER10103 customer by portal <cy@northmill.example>',
  'Northmill LDAP: dee JIRAUSER10104 customer by portal <>',
  'Northmill LDAP: finn JIRAUSER10106 customer by portal <finn@northmill.example>',
];

/** User names keep the spelling of the file that came first. */
function lower(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(' Erin ', ' erin ')).toSorted();
}

describe('the exports of one server', () => {
  const orders = [
    [LIST, DUMP, ALL_USERS],
    [ALL_USERS, DUMP, LIST],
    [DUMP, ALL_USERS, LIST],
    [ALL_USERS, LIST, DUMP],
  ].map((files) => ({ files, order: files.join(', ') }));

  test.each(orders)('complete each other when dropped as $order', async ({ files }) => {
    const session = await drop(...files);
    expect(session).toMatchObject({ place: 'server', siteName: 'Northmill Jira' });
    expect(session.counts).toMatchObject({ new: 9, refused: 0 });
    expect(session.files.map(({ format }) => format).toSorted()).toEqual([
      'server-assessment',
      'server-user-dump',
      'server-user-list',
    ]);
    await write(world, session);
    expect(lower(people())).toEqual(lower(TOGETHER));
    expect(directoryNames()).toEqual(['Jira Internal Directory', 'Northmill LDAP']);
  });

  test.each(orders)(
    'come to the same people when loaded one after the other: $order',
    async ({ files }) => {
      for (const file of files) await load(file);
      expect(lower(people())).toEqual(lower(TOGETHER));
      expect(directoryNames().toSorted()).toEqual(['Jira Internal Directory', 'Northmill LDAP']);
    },
  );

  test.each([...EVERY.map((name) => [name]), EVERY])(
    'loaded twice change nothing: %s %s %s',
    async (...files) => {
      const names = files.filter((name) => name !== undefined);
      await load(...names);
      const before = people();
      const again = await drop(...names);
      expect(again.counts).toMatchObject({ new: 0, updated: 0, refused: 0 });
      const params = { importId: again.id };
      expect((await world.refuse('imports.write', { params })).code).toBe(
        'import.nothing-to-write',
      );
      expect(people()).toEqual(before);
    },
  );

  test('that are loaded together change nothing when one of them comes again', async () => {
    await load(...EVERY);
    for (const name of EVERY) {
      expect((await drop(name)).counts).toMatchObject({ new: 0, updated: 0, refused: 0 });
    }
  });

  test('keep wrong, double and missing addresses, which the assessment then finds', async () => {
    await load(...EVERY);
    const params = { serverId: SERVER };
    const { found } = await world.get('server-assessment.begin', { params });
    expect(found).toMatchObject({ people: 9, invalidUsers: 2, duplicatedAddresses: 1 });
  });
});

test('the preview says what is taken for granted and what is left out', async () => {
  const { notes } = await drop(...EVERY);
  expect(notes.map(({ code, facts, names }) => [code, ...Object.values(facts), ...names])).toEqual([
    ['directory-recognised', '10000', 'Northmill LDAP'],
    ['directory-recognised', '1', 'Jira Internal Directory'],
    ['directories-new', 2, 'Jira Internal Directory', 'Northmill LDAP'],
    ['channel-assumed', 6],
    ['columns-ignored', 'user-list.csv', 1, 'Last Login Date'],
    [
      'columns-ignored',
      'cwd-user.csv',
      5,
      'id',
      'lower_user_name',
      'created_date',
      'updated_date',
      'external_id',
    ],
    ['fixes-ignored', 'assessment.csv', 2, 'NewEmail', 'Tombstone'],
    ['columns-ignored', 'assessment.csv', 1, 'ErrorType'],
  ]);
  const alone = await drop(DUMP);
  expect(alone.notes.map(({ code }) => code)).toEqual([
    'directories-new',
    'type-assumed',
    'user-key-assumed',
    'columns-ignored',
  ]);
  expect((await drop(ALL_USERS)).notes[0]).toEqual({
    code: 'directory-assumed',
    facts: { users: 9 },
    names: ['Directory not named'],
  });
});

test('a file that is not the last one to know takes nothing away', async () => {
  await load(...EVERY);
  world.store.write((tx) => {
    const ldap = tx.serverDirectories.first({ name: 'Northmill LDAP' })!;
    tx.serverDirectories.put({ ...ldap, active: false });
    const ada = tx.serverUsers.first({ userName: 'ada' })!;
    tx.serverUsers.put({ ...ada, channel: 'email', projectAdmin: true });
  });
  expect((await drop(...EVERY)).counts).toMatchObject({ new: 0, updated: 0 });
  expect(directoryNames()).toEqual(['Jira Internal Directory', 'Northmill LDAP (inactive)']);
});

test('refused rows go out, are corrected, and load', async () => {
  const text = 'Username;E-mail;Directory\r\n;eve@northmill.example;Staff\r\nzoe;no at;Staff\r\n';
  const session = await dropFiles(world, SERVER, { 'own.csv': utf8(text) });
  expect(session.files[0]).toMatchObject({
    format: null,
    mapping: ['user-name', 'email', 'directory'],
  });
  const mapped = await world.get('imports.map-file', {
    params: { importId: session.id, number: 1 },
    body: { kind: 'server-user', fields: ['user-name', 'email', 'directory'] },
  });
  expect((await rowsOf(world, mapped)).map(summaryOf)).toEqual([
    '2 refused user-name-missing@Username',
    '3 new',
  ]);
  const { body } = await world.raw('imports.refused-file', {
    params: { importId: session.id },
    query: { file: 1 },
  });
  const out = new TextDecoder().decode(body!).replace('\uFEFF', '');
  expect(out).toBe('Username;E-mail;Directory\r\n;eve@northmill.example;Staff\r\n');
  const both = await dropInto(world, mapped, 'corrected.csv', utf8(out.replace('\n;', '\neve;')));
  const done = await world.get('imports.map-file', {
    params: { importId: both.id, number: 2 },
    body: { kind: 'server-user', fields: ['user-name', 'email', 'directory'] },
  });
  await write(world, done);
  expect(people()).toEqual([
    'Staff: eve eve licensed <eve@northmill.example>',
    'Staff: zoe zoe licensed <no at>',
  ]);
});

test('without a column of user names nobody can be told apart', async () => {
  const session = await dropFiles(world, SERVER, { 'a.csv': utf8('Wer;Was\nada;x\n') });
  const problem = await world.refuse('imports.map-file', {
    params: { importId: session.id, number: 1 },
    body: { kind: 'server-user', fields: ['email', 'name'] },
  });
  expect(problem).toMatchObject({
    code: 'import.mapping-incomplete',
    facts: { missing: ['user-name'] },
  });
});

test('rows that are mapped for a server are about its users, and on a site they are not', async () => {
  const bytes = utf8('Wer;Was\nada;x\n');
  const onServer = await dropFiles(world, SERVER, { 'a.csv': bytes });
  const onSite = await dropFiles(world, 'site_harbor', { 'a.csv': bytes });
  const mapped = await world.get('imports.map-file', {
    params: { importId: onServer.id, number: 1 },
    body: { kind: 'atlassian', fields: ['user-name'] },
  });
  expect(mapped.files[0]?.kind).toBe('server-user');
  const problem = await world.refuse('imports.map-file', {
    params: { importId: onSite.id, number: 1 },
    body: { kind: 'server-user', fields: ['user-name'] },
  });
  expect(problem.facts).toEqual({ missing: ['account-type'] });
});

test('what changed on the server since the preview is shown before it is written', async () => {
  const session = await drop(DUMP);
  await load(DUMP);
  const params = { importId: session.id };
  expect((await world.refuse('imports.write', { params })).code).toBe('import.preview-changed');
  expect((await world.get('imports.get', { params })).counts).toMatchObject({ unchanged: 10 });
});

test('an audit entry names the server and counts the rows', async () => {
  await load(LIST);
  const entries = world.read((tx) => tx.auditEntries.where({ action: 'import.written' }));
  expect(entries).toMatchObject([
    { siteId: null, facts: { name: 'Northmill Jira', files: 1, new: 8, refused: 0 } },
  ]);
});

test('fixes of somebody stay with them when a file tells the user key', async () => {
  await load(LIST);
  const row = {
    serverId: SERVER,
    file: 'invalid',
    newEmail: 'bo@x.example',
    tombstone: false,
  } as const;
  world.store.write((tx) => tx.serverFixRows.put({ ...row, userKey: 'bo' }));
  await load(ALL_USERS);
  expect(world.read((tx) => tx.serverFixRows.where({}))).toEqual([
    { ...row, userKey: 'JIRAUSER10101' },
  ]);
});

test('the file of an assessment makes the round trip without a change', async () => {
  await load(...EVERY);
  const params = { serverId: SERVER };
  await world.get('server-assessment.begin', { params });
  const { body } = await world.raw('server-assessment.download', {
    params: { ...params, file: 'all' },
  });
  const session = await dropFiles(world, SERVER, { 'all-users.csv': body! });
  expect(session.counts).toEqual({ new: 0, updated: 0, unchanged: 9, refused: 0 });
});

test('an export of a site is told from one of a server', async () => {
  const text = 'User id,User name,email\n712020:a,Ada Marsh,ada@mail.example\n';
  const session = await dropFiles(world, SERVER, { 'export-users.csv': utf8(text) });
  expect(session.files[0]).toMatchObject({ fault: 'of-a-site', format: null });
  expect(session.counts).toEqual({ new: 0, updated: 0, unchanged: 0, refused: 0 });
});
