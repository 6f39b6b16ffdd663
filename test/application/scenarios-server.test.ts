/* The demo's server: whatever a migration can meet is on it, as the domain itself judges. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedPeople } from '#src/application/server-people.ts';
import type { Holding } from '#src/domain/copy-table.ts';
import { addressFault } from '#src/domain/server-assessment.ts';
import type { ChosenFixes, FixedPerson, FixOutcome } from '#src/domain/server-fixes.ts';
import { SERVER_TABLE, type ServerRow } from '#src/domain/server-table.ts';
import { violations } from '#test/support/invariants.ts';
import { countBy, holdingsOn } from '#test/support/scenario-dump.ts';
import { dumpOf, type StoreDump } from '#test/support/store-dump.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SERVER = 'server_quayside';
const HOLDINGS = ['nobody', 'portal-only', 'atlassian', 'both'] as const;

let world: World;
let demo: StoreDump;
let people: readonly FixedPerson[];
let there: ReturnType<typeof holdingsOn>;
beforeAll(async () => {
  world = await openWorld('demo');
  demo = dumpOf(world.store);
  people = world.read((tx) => fixedPeople(tx, SERVER));
  there = holdingsOn(demo, 'site_harbor');
});

function holdingOf(emailKey: string): Holding {
  const holding = there.get(emailKey) ?? 'nobody';
  return holding === 'deleted' ? 'nobody' : holding;
}

function named(userName: string): FixedPerson {
  const found = people.find(({ person }) => person.userName === userName);
  if (!found) throw new Error(`Nobody is called ${userName}`);
  return found;
}

/** The kind of an outcome, with what tells it apart further. */
function wayOf(outcome: FixOutcome): string {
  switch (outcome.kind) {
    case 'arrives':
      return `arrives ${outcome.row}`;
    case 'merged':
      return 'merged';
    case 'former':
      return `former ${outcome.why}`;
    case 'blocked':
      return `blocked ${outcome.problem}`;
  }
}

test('about 160 people stand in two active directories and one inactive', () => {
  expect(demo.serverDirectories.map(({ name, active }) => [name, active])).toEqual([
    ['Jira Internal Directory', true],
    ['Quayside LDAP', true],
    ['Old terminal directory', false],
  ]);
  expect(people.length).toBeGreaterThan(150);
  expect(people.length).toBeLessThan(175);
  expect(countBy(demo.serverUsers, ({ directoryId }) => directoryId)).toEqual({
    'server-directory_quayside-internal': expect.any(Number) as number,
    'server-directory_quayside-ldap': expect.any(Number) as number,
    'server-directory_quayside-old': expect.any(Number) as number,
  });
  expect(world.read(violations)).toEqual([]);
});

describe('every case of S4', () => {
  test('every row of the identification table meets every account type on harbor', () => {
    const cells = countBy(people, ({ person: { row, emailKey } }) => {
      return `${row} ${holdingOf(emailKey)}`;
    });
    for (const row of Object.keys(SERVER_TABLE) as ServerRow[]) {
      for (const holding of HOLDINGS)
        expect(cells, `${row} ${holding}`).toHaveProperty([`${row} ${holding}`]);
    }
    // Most people are simple.
    expect(cells['customer nobody']).toBeGreaterThan(40);
    expect(cells['licensed portal-only']).toBeGreaterThan(2);
  });

  test('its addresses have accounts in every state on harbor, and accounts elsewhere only', () => {
    const own = new Set(people.map(({ person }) => person.emailKey));
    const profiles = demo.portalCustomers.filter(
      ({ siteId, emailKey }) => siteId === 'site_harbor' && own.has(emailKey),
    );
    expect(Object.keys(countBy(profiles, ({ state }) => state)).toSorted()).toEqual([
      'active',
      'deleted',
      'migrated',
      'revoked',
    ]);
    const accounts = demo.accounts.filter(({ emailKey }) => own.has(emailKey));
    const access = accounts.map(({ id: accountId }) => {
      const site = demo.siteAccess.find(
        (each) => each.siteId === 'site_harbor' && each.accountId === accountId,
      );
      const user = demo.directoryUsers.find((each) => each.accountId === accountId);
      return site ? `${user?.status} ${site.status}` : 'elsewhere';
    });
    const states = countBy(access, (state) => state);
    expect(states).toHaveProperty(['active active']);
    expect(states).toHaveProperty(['elsewhere']);
    expect(Object.keys(states).length).toBeGreaterThan(2);
  });

  test('agents and project admins are regular users, one of them without a licence', () => {
    const users = demo.serverUsers.filter(({ agent, projectAdmin }) => agent || projectAdmin);
    expect(users.filter(({ agent }) => agent).length).toBeGreaterThan(5);
    expect(users.filter(({ projectAdmin }) => projectAdmin).length).toBeGreaterThan(2);
    expect(users.filter(({ type }) => type === 'customer')).toHaveLength(1);
    for (const { userName } of users) expect(named(userName).person.row).toBe('licensed');
  });

  test('customers came by the portal and by e-mail, or never raised a request', () => {
    const customers = people.filter(({ person }) => person.row === 'customer');
    const channels = countBy(customers, ({ person }) => person.channel ?? 'none');
    expect(channels['portal']).toBeGreaterThan(channels['email'] ?? 0);
    expect(channels['email']).toBeGreaterThan(15);
    expect(channels['none']).toBeGreaterThan(5);
  });

  test('former are deleted and of the inactive directory, with and without a licence', () => {
    const former = people.filter(({ person }) => person.row === 'former');
    const type = new Map(demo.serverUsers.map(({ id, type: is }) => [id, is]));
    expect(
      Object.keys(
        countBy(former, ({ person }) => `${type.get(person.id)} ${person.former}`),
      ).toSorted(),
    ).toEqual([
      'customer deleted',
      'customer inactive-directory',
      'licensed deleted',
      'licensed inactive-directory',
    ]);
    const inactive = people.filter(({ person }) => person.row !== 'former' && !person.active);
    expect(new Set(inactive.map(({ person }) => person.row))).toEqual(
      new Set(['licensed', 'customer']),
    );
  });

  test('some stand in two directories, one of them deleted or inactive, and are one person', () => {
    const both = people.filter(({ person }) => person.userIds.length > 1);
    expect(both.map(({ person }) => [person.userName, person.row])).toEqual([
      ['emre.aksoy@yaprak-seramik.example', 'customer'],
      ['hvermeulen', 'licensed'],
      ['linh.dang@mekong-seafood.example', 'customer'],
      ['mgallo', 'licensed'],
    ]);
    expect(both.filter(({ problem }) => problem !== null)).toEqual([]);
  });
});

describe('addresses', () => {
  test('are invalid in every way that people get them wrong, and duplicated', () => {
    const faults = countBy(
      people.filter(({ problem }) => problem === 'invalid'),
      ({ person }) => addressFault(person.email)?.code ?? 'none',
    );
    expect(faults).toEqual({
      'domain-without-dot': 2,
      'email-invalid': 1,
      'email-missing': 2,
      'email-without-at': 1,
    });
    const duplicated = people.filter(({ problem }) => problem === 'duplicated');
    const sharing = countBy(duplicated, ({ person }) => person.emailKey);
    expect(Object.values(sharing).toSorted()).toEqual([2, 2, 2, 3]);
    const rows = new Set(
      duplicated
        .filter(({ person }) => person.emailKey === 'bozena.kowalska@quayside.example')
        .map(({ person }) => person.row),
    );
    expect(rows).toEqual(new Set(['licensed', 'customer']));
  });

  test('come to every outcome that fixes have', () => {
    const seen = new Set<string>();
    const merged = { licensed: 0, customer: 0 };
    for (const invalid of ['nothing', 'former-users', 'new-addresses'] as const) {
      for (const duplicated of ['nothing', 'merge', 'new-addresses'] as const) {
        const fixes: ChosenFixes = { level: 'simple', invalid, duplicated };
        for (const each of world.read((tx) => fixedPeople(tx, SERVER, fixes))) {
          const { outcome: is, person } = each;
          seen.add(wayOf(is));
          if (is.kind !== 'arrives') continue;
          if (is.merged.length > 0) merged[is.row] += 1;
          if (is.emailKey !== person.emailKey) seen.add('new address');
        }
      }
    }
    expect([...seen].toSorted()).toEqual([
      'arrives customer',
      'arrives licensed',
      'blocked duplicated',
      'blocked invalid',
      'former deleted',
      'former fix',
      'former inactive-directory',
      'merged',
      'new address',
    ]);
    expect(merged.licensed).toBeGreaterThan(0);
    expect(merged.customer).toBeGreaterThan(0);
  });
});
