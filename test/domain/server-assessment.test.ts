import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressFault, assess } from '#src/domain/server-assessment.ts';
import { peopleOf } from '#src/domain/server-people.ts';
import type { ServerUser } from '#src/domain/server.ts';
import { anyServer, serverDirectory, serverUser, type ServerWorld } from './server-worlds.ts';

const DIRECTORIES = [serverDirectory(1), serverDirectory(2), serverDirectory(3)];

function problemsOf(users: readonly Partial<ServerUser>[]): unknown {
  const rows = users.map((values, at) => serverUser({ ...values, id: `server-user_${at}` }));
  const { people, ...counts } = assess(peopleOf(rows, DIRECTORIES));
  return [people.map(({ userName, problem }) => [userName, problem]), counts];
}

test('an address without a host in the domain name system is invalid, as one that is none', () => {
  for (const email of [
    '',
    'user',
    'user@',
    '@atl',
    'user@atl',
    'user1@atlassian',
    'a b@x.example',
  ]) {
    expect([email, addressFault(email) === null]).toEqual([email, false]);
  }
  for (const email of ['user@atl.example', ' user@atl.example ', 'ü@köln.example']) {
    expect([email, addressFault(email)]).toEqual([email, null]);
  }
});

test('different user names with one address are duplicates, the tile counts the address (ASSESSUI)', () => {
  expect(
    problemsOf([
      { userName: 'ada', email: 'it@x.example' },
      { userName: 'bo', email: 'IT@X.example' },
      { userName: 'cy', email: 'it@x.example', type: 'licensed' },
      { userName: 'dee', email: 'dee@x.example' },
    ]),
  ).toEqual([
    [
      ['ada', 'duplicated'],
      ['bo', 'duplicated'],
      ['cy', 'duplicated'],
      ['dee', null],
    ],
    { invalidUsers: 0, duplicatedUsers: 3, duplicatedAddresses: 1 },
  ]);
});

test('one user name with one address in two directories is no duplicate (DUPCHECK)', () => {
  expect(problemsOf([{}, { directoryId: 'server-directory_2' }])).toEqual([
    [['ada', null]],
    { invalidUsers: 0, duplicatedUsers: 0, duplicatedAddresses: 0 },
  ]);
});

test('an address both invalid and duplicated counts as invalid, once for each user (ASSESSUI)', () => {
  expect(
    problemsOf([
      { userName: 'ada', email: 'user@atl' },
      { userName: 'bo', email: 'user@atl' },
    ]),
  ).toEqual([
    [
      ['ada', 'invalid'],
      ['bo', 'invalid'],
    ],
    { invalidUsers: 2, duplicatedUsers: 0, duplicatedAddresses: 0 },
  ]);
});

test('inactive directories and deleted users are not looked at (ASSESSHOW)', () => {
  expect(
    problemsOf([
      { userName: 'ada' },
      { userName: 'bo', deleted: true },
      { userName: 'cy', directoryId: 'server-directory_3' },
    ]),
  ).toEqual([[['ada', null]], { invalidUsers: 0, duplicatedUsers: 0, duplicatedAddresses: 0 }]);
});

function isAddress(email: string): boolean {
  return /^[a-z]+@[a-z]+\.[a-z]+$/.test(email);
}

/** Told over rows and not over people: the first active row of each name, then the addresses. */
function naive({ users, directories }: ServerWorld) {
  const inOrder = directories.toSorted((a, b) => a.position - b.position);
  const byName = new Map<string, string>();
  for (const { id, active } of inOrder) {
    if (!active) continue;
    for (const user of users) {
      const name = user.userName.toLowerCase();
      if (user.directoryId !== id || user.deleted || byName.has(name)) continue;
      byName.set(name, user.email.toLowerCase());
    }
  }
  const emails = [...byName.values()];
  const shared = new Set(emails.filter((email, at) => emails.indexOf(email) !== at));
  return {
    invalidUsers: emails.filter((email) => !isAddress(email)).length,
    duplicatedUsers: emails.filter((email) => shared.has(email) && isAddress(email)).length,
    duplicatedAddresses: [...shared].filter(isAddress).length,
  };
}

test('the tiles of random servers are those of a naive count', () => {
  fc.assert(
    fc.property(anyServer, (world) => {
      const { people, ...counts } = assess(peopleOf(world.users, world.directories));
      expect(counts).toEqual(naive(world));
      const duplicated = people.filter(({ problem }) => problem === 'duplicated');
      expect(duplicated).toHaveLength(counts.duplicatedUsers);
      expect(counts.duplicatedUsers).toBeGreaterThanOrEqual(2 * counts.duplicatedAddresses);
    }),
  );
});
