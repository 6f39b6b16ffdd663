/* What an administrator does with files: maps, corrects, drops again, writes, changes their mind. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  dropFiles,
  dropInto,
  exportBytes,
  rowsOf,
  summaryOf,
  utf8,
  write,
} from '#test/support/exports.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SITE = 'site_harbor';
const HEADING = 'username,full_name,email,active,last_login';
let world: World;

beforeEach(async () => {
  world = await openWorld('blank');
});

function customers(...lines: string[]): Uint8Array {
  return utf8([HEADING, ...lines, ''].join('\n'));
}

async function refusedText(importId: string, file: number): Promise<string> {
  const { body } = await world.raw('imports.refused-file', {
    params: { importId },
    query: { file },
  });
  return new TextDecoder().decode(body!);
}

describe('columns that are not known', () => {
  test('are mapped with a suggestion to begin with, and then load', async () => {
    const bytes = exportBytes('other-headings.csv');
    const session = await dropFiles(world, SITE, { 'other-headings.csv': bytes });
    expect(session.files[0]?.mapping).toEqual(['email', 'name', 'status']);
    const mapped = await world.get('imports.map-file', {
      params: { importId: session.id, number: 1 },
      body: { kind: 'portal-only', fields: ['email', 'name', 'status'] },
    });
    expect(mapped.files[0]).toMatchObject({ format: 'mapped', kind: 'portal-only', warnings: 0 });
    expect(mapped.counts).toEqual({ new: 2, updated: 0, unchanged: 0, refused: 0 });
    await write(world, mapped);
    const states = world.read((tx) =>
      tx.portalCustomers.where({ siteId: SITE }).map(({ name, state }) => [name, state]),
    );
    expect(states).toEqual([
      ['Ada Lovelace', 'active'],
      ['Grace Hopper', 'revoked'],
    ]);
  });

  test('a file without a heading line loses nobody', async () => {
    const bytes = exportBytes('no-header.csv');
    const session = await dropFiles(world, SITE, { 'no-header.csv': bytes });
    expect(session.files[0]?.mapping).toEqual([
      'account-id',
      'name',
      'email',
      'active',
      'last-seen',
    ]);
    const map = (firstLineIsHeading: boolean) =>
      world.get('imports.map-file', {
        params: { importId: session.id, number: 1 },
        body: {
          kind: 'portal-only',
          fields: ['account-id', 'name', 'email', 'active', 'last-seen'],
          firstLineIsHeading,
        },
      });
    expect((await map(true)).files[0]).toMatchObject({ fault: 'no-rows' });
    const mapped = await map(false);
    expect(mapped.files[0]).toMatchObject({ fault: null, headings: [...'ABCDE'] });
    expect((await rowsOf(world, mapped)).map(summaryOf)).toEqual(['1 new']);
  });

  test('without an e-mail column nobody can be told apart', async () => {
    const bytes = exportBytes('other-headings.csv');
    const session = await dropFiles(world, SITE, { 'other-headings.csv': bytes });
    const problem = await world.refuse('imports.map-file', {
      params: { importId: session.id, number: 1 },
      body: { kind: 'portal-only', fields: ['ignore', 'name', 'status'] },
    });
    expect(problem).toMatchObject({
      code: 'import.mapping-incomplete',
      facts: { missing: ['email'] },
    });
  });

  test('a list of Atlassian accounts can be mapped too', async () => {
    const text = 'Mail;Role;Groups;State\na@mail.example;Agent;"staff, night";off\n';
    const session = await dropFiles(world, SITE, { 'list.csv': utf8(text) });
    const mapped = await world.get('imports.map-file', {
      params: { importId: session.id, number: 1 },
      body: { kind: 'atlassian', fields: ['email', 'product-role', 'group', 'status'] },
    });
    expect((await rowsOf(world, mapped)).map(summaryOf)).toEqual([
      '2 new unknown-status@State name-missing',
    ]);
    await write(world, mapped);
    const [account] = world.read((tx) => tx.queries.accountsOn(SITE));
    expect(account).toMatchObject({ state: 'active', role: 'agent' });
    const groups = world.read((tx) => tx.queries.groupsOf(SITE, account!.account.id));
    expect(groups.map(({ name }) => name).toSorted()).toEqual([
      'jira-servicemanagement-users-harbor',
      'night',
      'staff',
    ]);
  });
});

describe('refused rows', () => {
  test.each([
    {
      name: 'broken-ragged.csv',
      correct: (text: string) => text.replace('Yes\r\n', 'Yes,\r\n').replace(',extra', ''),
      accepted: 2,
    },
    {
      name: 'broken-quote.csv',
      correct: (text: string) => text.replace('"Ada Lovelace', 'Ada Lovelace'),
      accepted: 2,
    },
    {
      name: 'broken-emails.csv',
      correct: (text: string) =>
        text
          .replace('ada.harborfreight', 'ada.no-at@harborfreight')
          .replace('Empty,,', 'Empty,empty@mail.example,')
          .replace('ADA@', 'ada.twice@')
          .replace('ada@xn', 'puny@xn')
          .replace(/a{80,}/, 'long'),
      accepted: 5,
    },
  ])(
    'of $name are downloaded, corrected and dropped again',
    async ({ name, correct, accepted }) => {
      const session = await dropFiles(world, SITE, { [name]: exportBytes(name) });
      const { refused } = session.counts;
      const text = await refusedText(session.id, 1);
      const same = await dropFiles(world, SITE, { 'same.csv': utf8(text) });
      expect(same.counts.refused).toBeGreaterThan(0);
      const corrected = utf8(correct(text));
      const both = await dropInto(world, session, 'corrected.csv', corrected);
      expect(both.files[1]?.counts).toMatchObject({ new: accepted, refused: 0 });
      expect(refused).toBe(session.counts.refused);
    },
  );

  test('come back cell by cell as they were, formulas and line breaks too', async () => {
    const line = 'qm:1:2,"=HYPERLINK(""x"")","no at, no\n mail",Yes, ';
    const session = await dropFiles(world, SITE, { 'a.csv': customers(line) });
    const text = await refusedText(session.id, 1);
    const again = await dropInto(world, session, 'b.csv', utf8(text));
    const [before, after] = (await rowsOf(world, again)).map(({ cells }) => cells);
    expect(after).toEqual(before);
  });

  test('of a file without a heading line come without one', async () => {
    const session = await dropFiles(world, SITE, { 'no-header.csv': exportBytes('no-header.csv') });
    const text = await refusedText(session.id, 1);
    expect(text.replace('\uFEFF', '').trim()).toBe(
      new TextDecoder().decode(exportBytes('no-header.csv')).trim(),
    );
  });
});

describe('before and after writing', () => {
  const ada = 'qm:1:1,Ada,ada@mail.example,Yes,';

  test('a file taken out again takes its findings along', async () => {
    const session = await dropFiles(world, SITE, {
      'one.csv': customers(ada),
      'two.csv': customers('qm:1:2,Ada again,ADA@mail.example,Yes,'),
    });
    const [, second] = await rowsOf(world, session);
    expect(second?.findings).toEqual([
      {
        severity: 'problem',
        code: 'repeated-in-other-file',
        column: 'email',
        facts: { value: 'ADA@mail.example', line: 2, file: 'one.csv' },
      },
    ]);
    const params = { importId: session.id, number: 1 };
    const rest = await world.get('imports.remove-file', { params });
    expect(rest.counts).toEqual({ new: 1, updated: 0, unchanged: 0, refused: 0 });
  });

  test('a written import is finished', async () => {
    const session = await dropFiles(world, SITE, { 'one.csv': customers(ada) });
    const written = await write(world, session);
    expect(written.state).toBe('written');
    const params = { importId: session.id };
    expect((await world.refuse('imports.write', { params })).code).toBe('import.not-open');
    expect((await world.refuse('imports.discard', { params })).code).toBe('import.not-open');
    const added = await world.refuse('imports.add-file', {
      params,
      query: { name: 'x' },
      bytes: customers(ada),
    });
    expect(added.code).toBe('import.not-open');
    expect((await world.get('imports.get', { params })).counts.new).toBe(1);
  });

  test('an import that would change nothing is not written', async () => {
    const session = await dropFiles(world, SITE, { 'empty.csv': utf8('') });
    const params = { importId: session.id };
    expect((await world.refuse('imports.write', { params })).code).toBe('import.nothing-to-write');
  });

  test('an older preview is not what gets written', async () => {
    const session = await dropFiles(world, SITE, { 'one.csv': customers(ada) });
    await dropInto(world, session, 'two.csv', customers('qm:1:3,Bob,bob@mail.example,Yes,'));
    const params = { importId: session.id };
    const problem = await world.refuse('imports.write', { params, ifMatch: session.version });
    expect(problem.code).toBe('version-conflict');
  });

  test('a discarded import is gone and has changed nothing', async () => {
    const session = await dropFiles(world, SITE, { 'one.csv': customers(ada) });
    const params = { importId: session.id };
    await world.raw('imports.discard', { params });
    expect((await world.refuse('imports.get', { params })).code).toBe('not-found');
    const left = world.read((tx) => tx.importRows.count({}) + tx.portalCustomers.count({}));
    expect(left).toBe(0);
  });

  test('progress is answered, and nothing is writing afterwards', async () => {
    const lines = Array.from({ length: 350 }, (_, n) => `qm:1:${n},N ${n},n${n}@mail.example,Yes,`);
    const session = await dropFiles(world, SITE, { 'many.csv': customers(...lines) });
    const params = { importId: session.id };
    const writing = write(world, session);
    const seen: boolean[] = [];
    for (let look = 0; look < 3; look += 1) {
      seen.push((await world.get('imports.progress', { params })).writing);
    }
    expect((await writing).counts.new).toBe(350);
    expect(seen).toContain(true);
    expect(await world.get('imports.progress', { params })).toEqual({
      done: 0,
      total: 0,
      writing: false,
    });
  });
});
