/* Whatever is dropped on a server, nobody is lost, nobody is counted twice, and once more changes nothing. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailKey } from '#src/domain/email-key.ts';
import { userNameKey } from '#src/domain/server-people.ts';
import type { ServerImportState } from '#src/domain/import-server-evaluator.ts';
import { writeCsv } from '#src/server/csv/write-csv.ts';
import { anyText, printableText } from '#test/support/any-text.ts';
import { utf8 } from '#test/support/exports.ts';
import { applied, evaluateFiles, NOBODY } from '#test/support/server-import-state.ts';

const F7 = ['UserKey', 'UserName', 'ErrorType', 'OldEmail', 'NewEmail', 'Tombstone', 'AccountType'];
const F10 = ['Username', 'Email', 'Full Name', 'Status', 'User Directory', 'Last Login Date'];
const F11 = ['id', 'directory_id', 'user_name', 'active', 'display_name', 'email_address'];

const cell = (...values: readonly string[]) => fc.constantFrom(...values);
const userName = cell('ada', 'ADA', 'bo', 'cy', 'bo ', '', 'dee');
const email = cell('a@x.example', 'A@x.example', 'a.@x.example', 'no at', '', '=1+1@x');
const named = cell('A', 'a', 'B', 'A;B', 'B;C', '');
const numbered = cell('1', '10000', '10001', '');
const either = fc.oneof(named, numbered, cell('Directory 10000', 'A;1'));
const rows7 = fc.tuple(
  cell('K1', 'K2', 'bo', 'ada', ''),
  userName,
  cell('INV', 'DUP', ''),
  email,
  email,
  cell('TRUE', 'FALSE'),
  cell('USER', 'CUSTOMER', '', 'odd'),
);
const rows10 = (directory: fc.Arbitrary<string>) =>
  fc.tuple(
    userName,
    email,
    cell('Ada', 'Bo', ''),
    cell('Active', 'Inactive', 'odd', ''),
    directory,
    cell('never', '28/02/2024 23:59:59', ''),
  );
const rows11 = (directory: fc.Arbitrary<string>) =>
  fc.tuple(cell('1', '2'), directory, userName, cell('1', '0', ''), cell('Ada', ''), email);

function csv(headings: readonly string[], rows: fc.Arbitrary<readonly string[]>) {
  return fc
    .array(rows, { maxLength: 8 })
    .map((cells) => writeCsv(headings, cells, { guard: false }));
}
const readable = fc
  .array(anyText(), { maxLength: 8 })
  .map((lines) => utf8([F10.join(','), ...lines].join('\n')));
const anyFiles = fc
  .array(fc.oneof(csv(F7, rows7), csv(F10, rows10(either)), csv(F11, rows11(either)), readable), {
    minLength: 1,
    maxLength: 4,
  })
  .map(byName);
function byName(given: readonly Uint8Array[]) {
  return Object.fromEntries(given.map((bytes, index) => [`${index}.csv`, bytes]));
}

test('each row comes to exactly one outcome, in its place, and a refused one says why', () => {
  fc.assert(
    fc.property(anyFiles, anyFiles, (first, second) => {
      const state = applied(NOBODY, evaluateFiles(first, NOBODY).changes);
      const { rows, staged, changes } = evaluateFiles(second, state);
      const expected = staged.flatMap((each) => each.rows);
      expect(rows.map(({ fileNumber, line, cells }) => [fileNumber, line, cells])).toEqual(
        expected.map(({ fileNumber, line, cells }) => [fileNumber, line, cells]),
      );
      for (const { outcome, findings, fileNumber } of rows) {
        const isMapped = staged[fileNumber - 1]?.file.format !== null;
        const hasProblem = findings.some(({ severity }) => severity === 'problem');
        if (isMapped) expect(hasProblem).toBe(outcome === 'refused');
      }
      const counted = rows.filter(({ outcome }) => outcome === 'new').length;
      const known = names(state).size;
      expect(names(applied(state, changes)).size).toBe(known + counted);
    }),
    { numRuns: 400 },
  );
});

test('a directory never holds a user name twice, and its place is its own', () => {
  fc.assert(
    fc.property(anyFiles, anyFiles, (first, second) => {
      const once = applied(NOBODY, evaluateFiles(first, NOBODY).changes);
      const { users, directories } = applied(once, evaluateFiles(second, once).changes);
      const slots = users.map((user) => `${user.directoryId} ${userNameKey(user.userName)}`);
      expect(new Set(slots).size).toBe(slots.length);
      expect(new Set(directories.map(({ position }) => position)).size).toBe(directories.length);
      const keys = new Map(users.map((user) => [user.userKey, userNameKey(user.userName)]));
      expect(keys.size).toBe(names({ users, directories }).size);
      for (const user of users) expect(user.emailKey).toBe(emailKey(user.email));
    }),
    { numRuns: 400 },
  );
});

test('files that contradict each other settle when they are loaded again', () => {
  fc.assert(
    fc.property(anyFiles, anyFiles, (first, second) => {
      let state = applied(NOBODY, evaluateFiles(first, NOBODY).changes);
      let loads = 0;
      for (; loads < 6; loads += 1) {
        const { changes } = evaluateFiles(second, state);
        if (changes.length === 0) break;
        state = applied(state, changes);
      }
      expect(loads).toBeLessThan(6);
    }),
    { numRuns: 300 },
  );
});

/** Directories of a real server by name, with the numbers that a dump calls them by. */
const NUMBERS = { 'Jira Internal Directory': '1', Staff: '10000', Portal: '10001' } as const;
const NAMES = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];

const user = fc.record({
  userName: printableText().map((text) => text.replace(/[;\s]/gu, '')),
  name: printableText().map((text) => text.trim()),
  email: fc.oneof(email, printableText()),
  type: fc.constantFrom('licensed' as const, 'customer' as const),
  active: fc.boolean(),
  places: fc.subarray(NAMES, { minLength: 1 }),
});
const server = fc
  .uniqueArray(user, { selector: ({ userName: name }) => userNameKey(name), maxLength: 12 })
  .map((users) =>
    users
      .filter((each) => each.userName !== '')
      .map((each, index) => {
        // In each directory stands somebody who is in no other one.
        const only = NAMES[index];
        const places = only === undefined ? each.places : [only];
        return { ...each, places, userKey: `JIRAUSER${index}` };
      }),
  );
type User = (typeof server extends fc.Arbitrary<infer Users> ? Users : never)[number];

/** The three exports of a server, whole, as they are written for it. */
const EXPORTS = {
  'list.csv': (users: readonly User[]) =>
    writeCsv(
      F10,
      users.flatMap(({ userName: name, email: mail, name: full, active, places }) =>
        places.map((place) => [name, mail, full, active ? 'Active' : 'Inactive', place, 'never']),
      ),
      { guard: false },
    ),
  'dump.csv': (users: readonly User[]) =>
    writeCsv(
      F11,
      users.flatMap(({ userName: name, email: mail, name: full, active, places }, index) =>
        places.map((place) => [`${index}`, NUMBERS[place], name, active ? '1' : '0', full, mail]),
      ),
      { guard: false },
    ),
  'all-users.csv': (users: readonly User[]) =>
    writeCsv(
      F7,
      users.map(({ userKey, userName: name, email: mail, type }) => [
        userKey,
        name,
        '',
        mail,
        '',
        'FALSE',
        type === 'licensed' ? 'USER' : 'CUSTOMER',
      ]),
      { guard: true },
    ),
};
const exported = fc.shuffledSubarray(Object.keys(EXPORTS) as (keyof typeof EXPORTS)[], {
  minLength: 1,
});

function exportsOf(users: readonly User[], wanted: readonly (keyof typeof EXPORTS)[]) {
  return Object.fromEntries(wanted.map((name) => [name, EXPORTS[name](users)]));
}

test('the exports of a server once more change nothing, whatever was loaded before', () => {
  fc.assert(
    fc.property(
      server,
      fc.integer({ min: 3, max: 12 }),
      exported,
      exported,
      (users, some, before, now) => {
        const earlier = exportsOf(users.slice(0, some), before);
        const state = applied(NOBODY, evaluateFiles(earlier, NOBODY).changes);
        const files = exportsOf(users, now);
        const { rows } = evaluateFiles(files, state);
        expect(rows.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
        const once = applied(state, evaluateFiles(files, state).changes);
        expect(names(once).size).toBe(users.length);
        const again = evaluateFiles(files, once);
        expect(again.changes).toEqual([]);
        expect(again.rows.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('what stands in the list and the assessment of a server comes back whole, user by user', () => {
  fc.assert(
    fc.property(server, exported, (users, order) => {
      const needed = ['list.csv', 'all-users.csv'] as const;
      const files = exportsOf(users, [...new Set([...order, ...needed])]);
      const state = applied(NOBODY, evaluateFiles(files, NOBODY).changes);
      const nameOf = new Map(state.directories.map(({ id, name }) => [id, name]));
      const held = state.users
        .filter(({ directoryId }) => NAMES.some((name) => name === nameOf.get(directoryId)))
        .map((each) => [
          nameOf.get(each.directoryId),
          each.userName,
          each.userKey,
          each.name,
          each.email.trim(),
          each.type,
          each.active,
        ]);
      const expected = users.flatMap((each) =>
        each.places.map((place) => [
          place,
          each.userName,
          each.userKey,
          each.name || each.userName,
          each.email.trim(),
          each.type,
          each.active,
        ]),
      );
      expect(sorted(held)).toEqual(sorted(expected));
    }),
    { numRuns: 200 },
  );
});

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

/** User names of everybody who is there, in the form in which a server compares them. */
function names({ users }: ServerImportState): Set<string> {
  return new Set(users.map((each) => userNameKey(each.userName)));
}
