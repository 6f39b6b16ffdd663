import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peopleOf } from '#src/domain/server-people.ts';
import { anyServer, serverDirectory, serverUser } from './server-worlds.ts';

const DIRECTORIES = [serverDirectory(1), serverDirectory(2), serverDirectory(3)];

test('one user name in two directories is one person, told by the first directory (domain.md 7.5, DUPCHECK)', () => {
  const people = peopleOf(
    [
      serverUser({ id: 'server-user_1', directoryId: 'server-directory_1', email: 'a@x.example' }),
      serverUser({
        id: 'server-user_2',
        directoryId: 'server-directory_2',
        userName: 'ADA',
        email: 'b@x.example',
        type: 'licensed',
      }),
    ],
    DIRECTORIES,
  );
  // Directory 2 stands before directory 1.
  expect(people).toMatchObject([
    { id: 'server-user_2', userName: 'ADA', email: 'b@x.example', row: 'licensed', former: null },
  ]);
  expect(people[0]?.userIds).toEqual(['server-user_2', 'server-user_1']);
});

test('an inactive directory in front does not hide somebody who stands in an active one', () => {
  const rows = [
    serverUser({ id: 'server-user_1', directoryId: 'server-directory_3' }),
    serverUser({ id: 'server-user_2', directoryId: 'server-directory_1' }),
  ];
  expect(peopleOf(rows, DIRECTORIES)).toMatchObject([{ id: 'server-user_2', row: 'customer' }]);
});

test('deleted customers and those of inactive directories are former, with the reason (S4)', () => {
  const rows = [
    serverUser({ id: 'server-user_1', userName: 'ada', deleted: true }),
    serverUser({ id: 'server-user_2', userName: 'bo', directoryId: 'server-directory_3' }),
    serverUser({ id: 'server-user_3', userName: 'cy', deleted: true }),
    serverUser({ id: 'server-user_4', userName: 'cy', directoryId: 'server-directory_3' }),
    serverUser({ id: 'server-user_5', userName: 'dee', directoryId: 'server-directory_9' }),
  ];
  expect(
    peopleOf(rows, DIRECTORIES).map(({ userName, row, former }) => [userName, row, former]),
  ).toEqual([
    ['ada', 'former', 'deleted'],
    ['bo', 'former', 'inactive-directory'],
    ['cy', 'former', 'inactive-directory'],
    ['dee', 'former', 'inactive-directory'],
  ]);
});

test('somebody deactivated in an active directory still comes along, as inactive', () => {
  expect(peopleOf([serverUser({ active: false })], DIRECTORIES)).toMatchObject([
    { row: 'customer', active: false },
  ]);
});

test('every row of a server belongs to exactly one person, in the order of user names', () => {
  fc.assert(
    fc.property(anyServer, ({ users, directories }) => {
      const people = peopleOf(users, directories);
      expect(people.flatMap(({ userIds }) => userIds).toSorted()).toEqual(
        users.map(({ id }) => id).toSorted(),
      );
      const names = people.map(({ userName }) => userName.toLowerCase());
      expect(names).toEqual([...new Set(names)].toSorted());
      for (const { row, former } of people) expect(row === 'former').toBe(former !== null);
      expect(peopleOf(users.toReversed(), directories.toReversed())).toEqual(people);
    }),
  );
});
