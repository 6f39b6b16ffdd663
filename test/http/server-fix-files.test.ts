/*
 * The files of an assessment out of the product, through a spreadsheet, and back: their real columns,
 * and the documented refusals (domain.md 7.5, CSV; atlassian-api.md section 6, F7 and F8).
 */
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FixFile } from '#src/domain/server-fixes.ts';
import { utf8 } from '#test/support/exports.ts';
import { addServerUser, putSmallServer, SERVER } from '#test/support/small-server.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { dumpOf } from '#test/support/store-dump.ts';

const params = { serverId: SERVER };
const FILES: readonly FixFile[] = ['invalid', 'duplicated', 'all'];

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
  world.store.write((tx) => putSmallServer(tx));
  await world.get('server-assessment.begin', { params });
});

async function download(file: FixFile): Promise<Uint8Array> {
  const answer = await world.raw('server-assessment.download', { params: { ...params, file } });
  expect(answer.status).toBe(200);
  return answer.body!;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function lines(file: FixFile): Promise<string[]> {
  return textOf(await download(file))
    .trimEnd()
    .split('\r\n');
}

function upload(file: FixFile, bytes: Uint8Array) {
  return world.get('server-assessment.upload', { params: { ...params, file }, bytes });
}

/** Line and reason of everything that a file is refused for; nothing is changed by it. */
async function refusals(file: FixFile, text: string): Promise<unknown[]> {
  const before = dumpOf(world.store);
  const call = { params: { ...params, file }, bytes: utf8(text) };
  const { code, facts } = await world.refuse('server-assessment.upload', call);
  expect(code).toBe('assessment.file-refused');
  expect(dumpOf(world.store)).toEqual(before);
  const found = facts['refusals'] as { line: number | null; code: string; column: string | null }[];
  expect(facts['count']).toBe(found.length);
  return found.map(({ line, code: reason, column }) => [line, reason, column]);
}

async function outcomeOf(search: string) {
  const query = { problem: 'everybody', search } as const;
  const { items } = await world.get('server-assessment.people', { params, query });
  return items[0]?.outcome;
}

describe('out', () => {
  test('simple: invalid addresses under the real columns (F8)', async () => {
    expect(await lines('invalid')).toEqual([
      'UserKey,UserName,Type,OldEmail,NewEmail,Tombstone',
      'JIRAUSER10111,hank,INV,hank@,hank_10111@mail.example,FALSE',
      'JIRAUSER10112,vera,INV,vera@quarry,vera_10112@mail.example,FALSE',
    ]);
  });

  test('simple: duplicated addresses under the real columns (F8)', async () => {
    expect((await lines('duplicated')).map((line) => line.replace(/,[^,]*,FALSE$/, ''))).toEqual([
      'UserKey,UserName,Type,OldEmail,NewEmail,Tombstone',
      'JIRAUSER10113,dan,DUP,dan@mail.example',
      'JIRAUSER10114,dan.home,DUP,dan@mail.example',
      'JIRAUSER10115,twin,DUP,twin@mail.example',
      'JIRAUSER10116,twin.mobile,DUP,TWIN@MAIL.EXAMPLE',
    ]);
  });

  test('advanced: all users under the real columns (F7)', async () => {
    const [heading, ...rows] = await lines('all');
    expect(heading).toBe('UserKey,UserName,ErrorType,OldEmail,NewEmail,Tombstone,AccountType');
    expect(rows).toHaveLength(14);
    expect(rows).toContain('lena,lena,,lena@mail.example,lena@mail.example,FALSE,USER');
    expect(rows.filter((row) => row.endsWith(',CUSTOMER'))).toHaveLength(9);
  });

  test('in a file whose name says which it is', async () => {
    const { headers } = await world.raw('server-assessment.download', {
      params: { ...params, file: 'duplicated' },
    });
    expect(headers['content-disposition']).toContain('duplicated-emails.csv');
  });
});

/** Chooses a fix for invalid addresses. */
function choose(invalid: 'file' | 'nothing') {
  return world.get('server-assessment.choose', {
    params,
    body: { level: 'simple', invalid, duplicated: 'merge' },
  });
}

/** What spreadsheets make of a file when they save it: cells stay, bytes do not. */
const SAVED: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
  ['unchanged', (bytes) => bytes],
  ['with semicolons', (bytes) => utf8(unparse(bytes, { delimiter: ';' }))],
  ['with tabs, in UTF-16', (bytes) => utf16(unparse(bytes, { delimiter: '\t' }))],
  ['with every cell in quotes', (bytes) => utf8(unparse(bytes, { quotes: true }))],
  [
    'with a line that names the delimiter',
    (bytes) => utf8(`sep=;\n${unparse(bytes, { delimiter: ';' })}`),
  ],
  ['with blank lines at the end', (bytes) => utf8(`${textOf(bytes)}\r\n,,,,,\r\n`)],
];

function unparse(bytes: Uint8Array, options: Papa.UnparseConfig): string {
  const { data } = Papa.parse<string[]>(textOf(bytes).trimEnd());
  return Papa.unparse(data, options);
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(
    new Uint16Array([0xfeff, ...text].map((c) => (typeof c === 'string' ? c.charCodeAt(0) : c)))
      .buffer,
  );
}

describe('there and back', () => {
  test.each(SAVED)('%s, each file is taken and says what it said', async (_, save) => {
    const hostile = { email: '=cmd@quarry', name: '=1+1' };
    world.store.write((tx) => addServerUser(tx, '-dash', { ...hostile, userKey: '@x' }));
    world.store.write((tx) => addServerUser(tx, 'a "b", c;d', { email: 'no;at,"all"' }));
    for (const file of FILES) {
      const taken = await upload(file, save(await download(file)));
      expect(taken.changed).toBe(0);
    }
  });

  test('no spreadsheet runs a cell of a file', async () => {
    world.store.write((tx) => addServerUser(tx, '=1+1', { email: '@quarry', userKey: '+7' }));
    const rows = await lines('all');
    expect(rows).toContain("'+7,'=1+1,INV,'@quarry,quarry_7@mail.example,FALSE,CUSTOMER");
  });

  test('rows in another order are taken', async () => {
    const [heading, ...rows] = await lines('all');
    const taken = await upload('all', utf8([heading, ...rows.toReversed()].join('\n')));
    expect(taken).toMatchObject({ rows: 14, changed: 0 });
  });

  test('new addresses and tombstones are what the users come out as', async () => {
    const text = textOf(await download('invalid'))
      .replace('hank_10111@mail.example', 'hank@new.example')
      .replace('vera_10112@mail.example,FALSE', ',true');
    const { rows, changed, assessment } = await upload('invalid', utf8(text));
    expect([rows, changed]).toEqual([2, 2]);
    expect(assessment.found?.fixes).toMatchObject({ level: 'simple', invalid: 'file' });
    expect(assessment.found?.files[0]).toEqual({ file: 'invalid', rows: 2, uploaded: 2 });
    expect(await outcomeOf('hank')).toMatchObject({ kind: 'arrives', email: 'hank@new.example' });
    expect(await outcomeOf('vera')).toEqual({ kind: 'former', why: 'fix' });
  });

  test('the file of all users turns to advanced, and one new address merges', async () => {
    const text = textOf(await download('all'))
      .replace('eddi@mail.example,eddi@mail.example', 'eddi@mail.example,cora@mail.example')
      .replace('lena@mail.example,FALSE', 'lena@mail.example,TRUE');
    const { changed, assessment } = await upload('all', utf8(text));
    expect(changed).toBe(2);
    expect(assessment.found?.fixes.level).toBe('advanced');
    expect(await outcomeOf('eddi')).toEqual({ kind: 'merged', into: 'cora' });
    expect(await outcomeOf('lena')).toEqual({ kind: 'former', why: 'fix' });
    expect(assessment.found?.totals).toMatchObject({ blocked: 0, merged: 1, former: 1 });
  });

  test('an uploaded file stays while something else is chosen, and can be chosen again', async () => {
    await upload('invalid', await download('invalid'));
    expect((await choose('nothing')).found?.totals.blocked).toBe(2);
    expect((await choose('file')).found?.totals.blocked).toBe(0);
  });
});

describe('refusals, with line and reason', () => {
  test('an added row', async () => {
    const text = `${(await lines('invalid')).join('\n')}\nJIRAUSER1,zoe,INV,zoe@q,zoe@x.example,FALSE`;
    expect(await refusals('invalid', text)).toEqual([
      [null, 'row-count-differs', null],
      [4, 'row-added', 'UserKey'],
    ]);
  });

  test('a removed row', async () => {
    expect(await refusals('invalid', (await lines('invalid')).slice(0, -1).join('\n'))).toEqual([
      [null, 'row-count-differs', null],
      [null, 'row-removed', null],
    ]);
  });

  test('columns in another order, or renamed', async () => {
    const text = (await lines('invalid')).join('\n');
    const swapped = text.replace('UserKey,UserName', 'UserName,UserKey');
    expect(await refusals('invalid', swapped)).toEqual([[1, 'headings-differ', null]]);
    expect(await refusals('invalid', text.replace('Tombstone', 'Former'))).toEqual([
      [1, 'headings-differ', null],
    ]);
  });

  test('the file of another problem, or of all users', async () => {
    expect(await refusals('invalid', textOf(await download('all')))).toEqual([
      [1, 'headings-differ', null],
    ]);
    const other = await refusals('invalid', textOf(await download('duplicated')));
    expect(other).toContainEqual([2, 'row-added', 'UserKey']);
  });

  test('wrong values, each on its line', async () => {
    const text = (await lines('all'))
      .join('\n')
      .replace('hank_10111@mail.example', 'nowhere')
      .replace('vera,INV', 'vera,BAD')
      .replace('lena@mail.example,FALSE,USER', 'lena@mail.example,maybe,ADMIN')
      .replace('cora,,cora@', 'cora,,dora@');
    const found = await refusals('all', text);
    const reasons = found.map((refusal) => (refusal as unknown[]).slice(1));
    expect(reasons).toEqual(
      expect.arrayContaining([
        ['new-email-invalid', 'NewEmail'],
        ['error-type-wrong', 'ErrorType'],
        ['tombstone-wrong', 'Tombstone'],
        ['account-type-wrong', 'AccountType'],
        ['read-only-changed', 'OldEmail'],
      ]),
    );
    expect(found).toHaveLength(5);
  });

  test('an address that somebody else has', async () => {
    const text = textOf(await download('invalid')).replace('hank_10111@', 'cora@');
    expect(await refusals('invalid', text)).toEqual([[2, 'new-email-taken', 'NewEmail']]);
  });

  test('lines count as in the file, also after a line break inside quotes', async () => {
    const text = (await lines('invalid'))
      .join('\n')
      .replace(',hank,', ',"ha\nnk",')
      .replace('vera_10112@mail.example', 'nowhere');
    expect(await refusals('invalid', text)).toEqual([
      [2, 'read-only-changed', 'UserName'],
      [4, 'new-email-invalid', 'NewEmail'],
    ]);
  });

  test('a user who was added since the file was downloaded', async () => {
    const bytes = await download('invalid');
    world.store.write((tx) => addServerUser(tx, 'zoe', { email: 'zoe@q', userKey: 'JIRAUSER9' }));
    expect(await refusals('invalid', textOf(bytes))).toEqual([
      [null, 'row-count-differs', null],
      [null, 'row-removed', null],
    ]);
  });

  test.each([
    ['empty', ' \n'],
    ['broken-quotes', 'UserKey,"UserName\nA,B'],
  ])('a file that is %s', async (reason, text) => {
    const call = { params: { ...params, file: 'all' as const }, bytes: utf8(text) };
    const problem = await world.refuse('server-assessment.upload', call);
    expect(problem).toMatchObject({ code: 'assessment.file-unreadable', facts: { reason } });
  });

  test('names at most 200, and how many there are', async () => {
    world.store.write((tx) => {
      for (let at = 0; at < 300; at += 1) addServerUser(tx, `x${at}`, { email: 'x@q' });
    });
    const text = textOf(await download('invalid')).replaceAll('FALSE', 'no');
    const { facts } = await world.refuse('server-assessment.upload', {
      params: { ...params, file: 'invalid' },
      bytes: utf8(text),
    });
    expect([facts['count'], (facts['refusals'] as unknown[]).length]).toEqual([302, 200]);
  });
});
