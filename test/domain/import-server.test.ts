/* What the rows of a server's exports come to (atlassian-api.md section 6: F7, F10 and F11). */
import { describe, expect, test } from 'vitest';
import { mapServerHeadings, recogniseServerFormat } from '#src/domain/import-server-format.ts';
import { recogniseFormat } from '#src/domain/export-format.ts';
import type { ServerImportState } from '#src/domain/import-server-evaluator.ts';
import { utf8 } from '#test/support/exports.ts';
import { applied, evaluateFiles, NOBODY } from '#test/support/server-import-state.ts';

const F7 = 'UserKey,UserName,ErrorType,OldEmail,NewEmail,Tombstone,AccountType';
const F10 = 'Username,Email,Full Name,Status,User Directory,Last Login Date';
const F11 =
  'id,directory_id,user_name,lower_user_name,active,created_date,updated_date,first_name,last_name,display_name,email_address,external_id';

describe('a heading line', () => {
  test.each([
    [F7, 'server-assessment'],
    [F10, 'server-user-list'],
    [F11, 'server-user-dump'],
    [F10.split(',').toReversed().join(',').toUpperCase(), 'server-user-list'],
    [`\uFEFF${F11},credential`, 'server-user-dump'],
    ['Username,Email,Full Name', null],
    ['UserKey,UserName,Type,OldEmail,NewEmail,Tombstone', null],
    ['User id,User name,email', null],
  ])('%s is %s', (line, format) => {
    expect(recogniseServerFormat(line.split(','))).toBe(format);
  });

  test('of a server is none of a site', () => {
    for (const line of [F7, F10, F11]) {
      expect(recogniseFormat(line.split(','), [['lena', 'lena@x.example']])).toBeNull();
    }
  });

  test('says what each column means, fixes and dates being passed over', () => {
    expect(mapServerHeadings('server-assessment', F7.split(','))).toEqual([
      'user-key',
      'user-name',
      'ignore',
      'email',
      'ignore',
      'ignore',
      'account-type',
    ]);
    expect(mapServerHeadings('server-user-list', F10.split(','))).toEqual([
      'user-name',
      'email',
      'name',
      'status',
      'directory',
      'ignore',
    ]);
    expect(mapServerHeadings('server-user-list', ['Username', 'username'])).toEqual([
      'user-name',
      'ignore',
    ]);
  });
});

/** Rows under a heading line, in one line each with what was found. */
function outcomes(
  files: Readonly<Record<string, readonly string[]>>,
  state: ServerImportState = NOBODY,
): string[] {
  return evaluate(files, state).rows.map(({ line, outcome, findings }) =>
    [line, outcome, ...findings.map(({ code }) => code)].join(' '),
  );
}

function evaluate(
  files: Readonly<Record<string, readonly string[]>>,
  state: ServerImportState = NOBODY,
) {
  const bytes = Object.entries(files).map(([name, lines]) => [name, utf8(lines.join('\n'))]);
  return evaluateFiles(Object.fromEntries(bytes) as Record<string, Uint8Array>, state);
}

function after(
  files: Readonly<Record<string, readonly string[]>>,
  state: ServerImportState = NOBODY,
): ServerImportState {
  return applied(state, evaluate(files, state).changes);
}

function usersOf({ users, directories }: ServerImportState): string[] {
  const names = new Map(directories.map(({ id, name }) => [id, name]));
  return users
    .map(({ directoryId, userName, userKey, name, type, active }) =>
      [names.get(directoryId), userName, userKey, name, type, active ? 'active' : 'inactive'].join(
        ' | ',
      ),
    )
    .toSorted();
}

describe('a row', () => {
  test.each([
    ['without a user name', ',a@x.example,Ada,Active,A,never', '2 refused user-name-missing'],
    ['without an address', 'ada,,Ada,Active,A,never', '2 new'],
    ['with no address at all', 'ada,none,Ada,Active,A,never', '2 new'],
    ['with an unknown status', 'ada,a@x.example,Ada,gone,A,never', '2 new unknown-status'],
    ['with spaces around the user name', ' ada ,,Ada,Active,A,never', '2 new surrounding-space'],
    ['with a cell too few', 'ada,a@x.example,Ada,Active,A', '2 refused too-few-cells'],
    ['with a cell too many', 'ada,a@x.example,Ada,Active,A,never,x', '2 refused too-many-cells'],
    [
      'whose quotes do not pair',
      '"ada,a@x.example,Ada,Active,A,never',
      '2 refused quote-never-closed',
    ],
    ['with a login date that is any text', 'ada,,Ada,Active,A,31/02/2026', '2 new'],
  ])('%s', (_, row, expected) => {
    expect(outcomes({ 'a.csv': [F10, row] })).toEqual([expected]);
  });

  test('of a user name that stands in the directory already is refused, in any case', () => {
    const rows = ['ada,,Ada,Active,A,never', 'ADA,,Ada,Active,a,never', 'ada,,Ada,Active,B,never'];
    expect(outcomes({ 'a.csv': [F10, ...rows] })).toEqual([
      '2 new',
      '3 refused user-repeated-in-file',
      '4 updated',
    ]);
  });

  test('of several directories makes the user of each', () => {
    const state = after({ 'a.csv': [F10, 'ada,a@x.example,Ada,Active,B; A ;B,never'] });
    expect(state.directories.map(({ name, position }) => [position, name])).toEqual([
      [1, 'B'],
      [2, 'A'],
    ]);
    expect(usersOf(state)).toEqual([
      'A | ada | ada | Ada | licensed | active',
      'B | ada | ada | Ada | licensed | active',
    ]);
  });

  test('of a dump takes the display name, or first and last name without one', () => {
    const rows = [
      '1,1,ada,ada,1,,,Ada,Marsh,Ada M,a@x.example,',
      '2,1,bo,bo,0,,,Ada,Marsh,,b@x.example,',
    ];
    const state = after({ 'a.csv': [F11, ...rows] });
    expect(usersOf(state)).toEqual([
      'Jira Internal Directory | ada | ada | Ada M | licensed | active',
      'Jira Internal Directory | bo | bo | Ada Marsh | licensed | inactive',
    ]);
  });

  test('of an assessment says who is a customer, and an unknown word says nothing', () => {
    const rows = ['K1,ada,,a@x.example,,,CUSTOMER', 'K2,bo,,b@x.example,,,USER', 'K3,cy,,,,,Boss'];
    expect(outcomes({ 'a.csv': [F7, ...rows] })[2]).toBe('4 new unknown-account-type');
    expect(usersOf(after({ 'a.csv': [F7, ...rows] }))).toEqual([
      'Directory not named | ada | K1 | ada | customer | active',
      'Directory not named | bo | K2 | bo | licensed | active',
      'Directory not named | cy | K3 | cy | licensed | active',
    ]);
  });
});

describe('a user key', () => {
  const known = after({ 'a.csv': [F7, 'K1,ada,,a@x.example,,,USER', 'K2,bo,,b@x.example,,,USER'] });

  test('finds a user who is called otherwise now', () => {
    const file = { 'b.csv': [F7, 'K1,ada.marsh,,a@x.example,,,USER'] };
    expect(outcomes(file, known)).toEqual(['2 updated']);
    expect(usersOf(after(file, known))[0]).toContain('ada.marsh | K1');
  });

  test('of somebody else is refused, with whose it is', () => {
    const { rows } = evaluate({ 'b.csv': [F7, 'K2,ada,,a@x.example,,,USER'] }, known);
    expect(rows[0]?.findings).toEqual([
      {
        severity: 'problem',
        code: 'user-key-taken',
        column: 'UserKey',
        facts: { key: 'K2', other: 'bo' },
      },
    ]);
  });

  test('that the server took from the user name gives way to the one that a file tells', () => {
    const state = after({ 'a.csv': [F10, 'bob,,Bob,Active,A,', 'robert,,Rob,Active,A,'] });
    const file = { 'b.csv': [F7, 'bob,robert,,,,,USER', 'K9,bob,,,,,USER'] };
    expect(outcomes(file, state)).toEqual(['2 updated', '3 updated']);
    expect(usersOf(after(file, state))).toEqual([
      'A | bob | K9 | Bob | licensed | active',
      'A | robert | bob | Rob | licensed | active',
    ]);
  });

  test('twice in one file under two user names is refused the second time', () => {
    const rows = ['K5,eve,,,,,USER', 'K5,eva,,,,,USER'];
    expect(outcomes({ 'b.csv': [F7, ...rows] }, known)).toEqual([
      '2 new',
      '3 refused user-key-taken',
    ]);
  });
});

describe('two files that disagree', () => {
  test('the first one counts, and the second says what it would have said', () => {
    const files = {
      'a.csv': [F10, 'ada,a@x.example,Ada,Active,A,'],
      'b.csv': [F10, 'ada,b@x.example,Ada,Inactive,A,'],
    };
    const { rows } = evaluate(files);
    expect(rows[1]?.outcome).toBe('unchanged');
    expect(rows[1]?.findings.map(({ column, facts }) => [column, facts])).toEqual([
      [
        'Email',
        { what: 'email', value: 'b@x.example', kept: 'a@x.example', file: 'a.csv', line: 2 },
      ],
      ['Status', { what: 'active', value: 'inactive', kept: 'active', file: 'a.csv', line: 2 }],
    ]);
    expect(evaluate(files, after(files)).changes).toEqual([]);
  });

  test('a different spelling of an address is no disagreement', () => {
    const files = {
      'a.csv': [F10, 'ada,Ada@X.example,Ada,Active,A,'],
      'b.csv': [F10, 'ada,ada@x.example,Ada,Active,A,'],
    };
    expect(outcomes(files)).toEqual(['2 new', '2 unchanged']);
  });
});

/** Rows of users of one directory. */
function dump(directory: string, ...users: readonly string[]): string[] {
  return users.map((user) => `1,${directory},${user},${user},1,,,,,${user},${user}@x.example,`);
}

describe('a directory', () => {
  test('is not guessed from a few users of many', () => {
    const files = {
      'a.csv': [F10, 'ada,,Ada,Active,LDAP,'],
      'b.csv': [F11, ...dump('10000', 'ada', 'bo', 'cy')],
    };
    expect(evaluate(files).notes.map(({ code }) => code)).not.toContain('directory-recognised');
  });

  test('that two numbers would be is the one of more users', () => {
    const files = {
      'a.csv': [F10, ...['ada', 'bo', 'cy'].map((user) => `${user},,${user},Active,LDAP,`)],
      'b.csv': [F11, ...dump('10000', 'ada', 'bo'), ...dump('10001', 'cy')],
    };
    const { directories } = after(files);
    expect(directories.map(({ name }) => name)).toEqual(['LDAP', 'Directory 10001']);
  });

  test('that no file names is the server’s first active one', () => {
    const known = after({ 'a.csv': [F10, 'ada,,Ada,Active,A,', 'bo,,Bo,Active,B,'] });
    const directories = known.directories.map((each) => ({ ...each, active: each.name !== 'A' }));
    const state = after({ 'b.csv': [F7, 'K3,cy,,,,,USER'] }, { ...known, directories });
    expect(usersOf(state)).toContain('B | cy | K3 | cy | licensed | active');
  });

  test('that is inactive stays so', () => {
    const known = after({ 'a.csv': [F10, 'ada,,Ada,Active,A,'] });
    const directories = known.directories.map((each) => ({ ...each, active: false }));
    const state = after({ 'b.csv': [F10, 'bo,,Bo,Active,a,'] }, { ...known, directories });
    expect(state.directories).toEqual(directories);
  });
});

test('an address that nearly matches another user’s is pointed out once, wrong ones are not', () => {
  const files = {
    'a.csv': [F10, 'ada,a.da@x.example,Ada,Active,A,', 'ida,ada@x.example,Ida,Active,A,'],
    'b.csv': [F7, 'K2,ida,,ada@x.example,,,CUSTOMER', 'K1,ada,,a.da@x.example,,,CUSTOMER'],
    'c.csv': [F10, 'x,no at,X,Active,A,', 'y,no.at,Y,Active,A,'],
  };
  expect(outcomes(files)).toEqual([
    '2 new',
    '3 new near-match',
    '2 updated',
    '3 updated',
    '2 new',
    '3 new',
  ]);
});

test('a deleted user of the same name is left alone', () => {
  const known = after({ 'a.csv': [F10, 'ada,,Ada,Active,A,'] });
  const users = known.users.map((user) => ({ ...user, deleted: true }));
  const state = after({ 'a.csv': [F10, 'ada,,Ada,Active,A,'] }, { ...known, users });
  expect(state.users.map(({ deleted }) => deleted)).toEqual([true, false]);
});

test('an agent stays one, whatever the account type says', () => {
  const known = after({ 'a.csv': [F7, 'K1,ada,,,,,CUSTOMER'] });
  const users = known.users.map((user) => ({ ...user, agent: true, channel: null }));
  const state = { ...known, users };
  expect(outcomes({ 'b.csv': [F7, 'K1,ada,,,,,USER'] }, state)).toEqual(['2 unchanged']);
});

test('a new customer counts as one of the portal, a known one keeps what is known', () => {
  const known = after({ 'a.csv': [F7, 'K1,ada,,,,,CUSTOMER'] });
  expect(known.users[0]?.channel).toBe('portal');
  const users = known.users.map((user) => ({ ...user, channel: null }));
  expect(evaluate({ 'a.csv': [F7, 'K1,ada,,,,,CUSTOMER'] }, { ...known, users }).changes).toEqual(
    [],
  );
});
