/*
 * The identification table of a server migration against its telling in S4 and the design, section 2:
 * every kind of server user by every holding of the destination, again after a second run.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdingOf, type Holding } from '#src/domain/copy-table.ts';
import { classifyServerUser, SERVER_TABLE } from '#src/domain/server-table.ts';
import type { ServerUser } from '#src/domain/server.ts';
import { anyServer } from './server-worlds.ts';

const BOTH = [true, false];
const HOLDINGS: readonly Holding[] = ['nobody', 'portal-only', 'atlassian', 'both'];

type Told = Pick<ServerUser, 'type' | 'agent' | 'projectAdmin' | 'deleted'> & { inActive: boolean };

const KINDS: readonly Told[] = (['licensed', 'customer'] as const).flatMap((type) =>
  BOTH.flatMap((agent) =>
    BOTH.flatMap((projectAdmin) =>
      BOTH.flatMap((deleted) =>
        BOTH.map((inActive) => ({ type, agent, projectAdmin, deleted, inActive })),
      ),
    ),
  ),
);

/** What is on the destination afterwards, whom requests are attached to, and what is left to do. */
function naive(user: Told, portalOnly: boolean, atlassian: boolean): unknown[] {
  const before = holdingOf(portalOnly, atlassian);
  // "Any deleted customers or customers in inactive directories … will appear as Former customer"
  if (user.deleted || !user.inActive) return [before, 'former-user', ''];
  // "Agents and project admins are treated as regular users"
  const isRegular = user.type === 'licensed' || user.agent || user.projectAdmin;
  const duplicate = 'upgrade-portal-only';
  if (isRegular) {
    // "will migrate the user as an Atlassian account in cloud. This will result in two accounts"
    if (portalOnly) return ['both', 'atlassian', duplicate];
    return ['atlassian', 'atlassian', ''];
  }
  // "after the migration it will be still treated as an Atlassian account"
  if (atlassian && !portalOnly) return ['atlassian', 'atlassian', ''];
  // "A new account will be created", or "we will link all data connected to that customer"
  return atlassian ? ['both', 'portal-only', duplicate] : ['portal-only', 'portal-only', ''];
}

function told(user: Told, portalOnly: boolean, atlassian: boolean): unknown[] {
  const row = classifyServerUser(user, { active: user.inActive });
  const rule = SERVER_TABLE[row][holdingOf(portalOnly, atlassian)];
  return [rule.after, rule.attachTo, rule.attention.join(' ')];
}

test('every kind of server user by every holding of the destination follows S4', () => {
  for (const user of KINDS) {
    for (const portalOnly of BOTH) {
      for (const atlassian of BOTH) {
        const place = [user, portalOnly, atlassian];
        expect([place, told(user, portalOnly, atlassian)]).toEqual([
          place,
          naive(user, portalOnly, atlassian),
        ]);
      }
    }
  }
});

test('users of random servers are classified as S4 tells', () => {
  fc.assert(
    fc.property(
      anyServer,
      fc.boolean(),
      fc.boolean(),
      ({ users, directories }, portalOnly, atlassian) => {
        for (const user of users) {
          const directory = directories.find(({ id }) => id === user.directoryId);
          const each = { ...user, inActive: directory?.active ?? false };
          expect(told(each, portalOnly, atlassian)).toEqual(naive(each, portalOnly, atlassian));
        }
      },
    ),
  );
});

test('the table has a rule for each of three rows and four holdings, and no other', () => {
  const cells = Object.entries(SERVER_TABLE).flatMap(([row, rules]) =>
    Object.keys(rules).map((holding) => `${row} ${holding}`),
  );
  expect(cells.toSorted()).toEqual(
    ['licensed', 'customer', 'former']
      .flatMap((row) => HOLDINGS.map((holding) => `${row} ${holding}`))
      .toSorted(),
  );
});

test('each cell names what is done', () => {
  const actions = Object.values(SERVER_TABLE).map((rules) =>
    Object.values(rules).map(({ action }) => action),
  );
  expect(actions).toEqual([
    ['create-account', 'duplicate', 'link', 'link-duplicate'],
    ['create', 'link', 'link', 'link-duplicate'],
    ['former-user', 'former-user', 'former-user', 'former-user'],
  ]);
});

test('a second run makes no account and moves nobody to another one (S4, pre-migrating)', () => {
  for (const rules of Object.values(SERVER_TABLE)) {
    for (const first of Object.values(rules)) {
      const again = rules[first.after];
      expect(again.after).toBe(first.after);
      expect(again.attachTo).toBe(first.attachTo);
      expect(['link', 'link-duplicate', 'former-user']).toContain(again.action);
    }
  }
});
