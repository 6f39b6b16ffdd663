/* Random servers: few names and addresses, so that people meet in every way that the rules know. */
import fc from 'fast-check';
import { emailKey } from '#src/domain/email-key.ts';
import type { ServerDirectory, ServerUser } from '#src/domain/server.ts';
import type { ServerFixes } from '#src/domain/server-fixes.ts';

const NAMES = ['ada', 'Ada', 'bo', 'cy', 'dee', 'ed', 'fay'];
const EMAILS = [
  'ada@northmill.example',
  'ADA@Northmill.example',
  'bo@northmill.example',
  'cy@fjord.example',
  'user@atl',
  'USER@ATL',
  '',
  'dee@fjord.example',
  'ed@fjord.example',
];

export type ServerWorld = {
  readonly directories: readonly ServerDirectory[];
  readonly users: readonly ServerUser[];
};

/** A user of a server; what a test does not name is ordinary. */
export function serverUser(values: Partial<ServerUser> = {}): ServerUser {
  const userName = values.userName ?? 'ada';
  const email = values.email ?? 'ada@northmill.example';
  return {
    id: `server-user_${userName}`,
    serverId: 'server_1',
    directoryId: 'server-directory_1',
    userKey: `JIRAUSER${userName}`,
    userName,
    email,
    emailKey: emailKey(email),
    name: userName,
    type: 'customer',
    agent: false,
    projectAdmin: false,
    channel: 'portal',
    active: true,
    deleted: false,
    ...values,
  };
}

/** Directories in an order that is not that of their ids, the last one inactive unless told otherwise. */
export function serverDirectory(
  number: 1 | 2 | 3,
  values: Partial<ServerDirectory> = {},
): ServerDirectory {
  return {
    id: `server-directory_${number}`,
    serverId: 'server_1',
    position: 3 - number,
    name: `Directory ${number}`,
    active: number !== 3,
    ...values,
  };
}

const user = fc
  .record({
    userName: fc.constantFrom(...NAMES),
    email: fc.constantFrom(...EMAILS),
    directory: fc.constantFrom(1 as const, 2 as const, 3 as const),
    type: fc.constantFrom('licensed' as const, 'customer' as const, 'customer' as const),
    agent: fc.boolean(),
    projectAdmin: fc.constantFrom(false, false, false, true),
    channel: fc.constantFrom('portal' as const, 'email' as const, null),
    active: fc.boolean(),
    deleted: fc.constantFrom(false, false, false, false, false, true),
  })
  .map(({ directory, ...values }) => ({
    ...values,
    agent: values.agent && values.type === 'licensed',
    directoryId: `server-directory_${directory}` as const,
    userKey: `JIRAUSER${10_000 + NAMES.indexOf(values.userName.toLowerCase())}`,
  }));

const mostly = fc.constantFrom(true, true, true, false);

/** Rows in three directories, at most twelve. */
export function serversWith(fewest: number): fc.Arbitrary<ServerWorld> {
  const users = fc.array(user, { minLength: fewest, maxLength: 12 });
  return fc
    .record({ active: fc.tuple(mostly, mostly, mostly), users })
    .map(({ active, users: rows }) => ({
      directories: ([1, 2, 3] as const).map((number) =>
        serverDirectory(number, { active: active[number - 1] ?? true }),
      ),
      users: rows.map((values, at) =>
        serverUser({ ...values, id: `server-user_${String(at).padStart(2, '0')}` }),
      ),
    }));
}

export const anyServer = serversWith(0);

/** Any fixes that can be chosen, files aside. */
export const anyFixes: fc.Arbitrary<Pick<ServerFixes, 'level' | 'invalid' | 'duplicated'>> =
  fc.record({
    level: fc.constant('simple' as const),
    invalid: fc.constantFrom('nothing' as const, 'former-users' as const, 'new-addresses' as const),
    duplicated: fc.constantFrom('nothing' as const, 'merge' as const, 'new-addresses' as const),
  });
