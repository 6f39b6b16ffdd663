/*
 * The identification table of server migrations as whole runs: everything that a server can take
 * somebody for, against everything that the site can hold, in every order of runs, told apart by a
 * computation that knows nothing of the table.
 */
import { expect, test } from 'vitest';
import { holdingOf } from '#src/domain/copy-table.ts';
import { FORMER_USER, isAccountId, isPortalCustomerId } from '#src/domain/ids.ts';
import { classifyServerUser, SERVER_TABLE } from '#src/domain/server-table.ts';
import { countsAsPortalOnly } from '#src/domain/portal-customer.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { violations } from '#test/support/invariants.ts';
import { migrate } from '#test/support/server-actions.ts';
import {
  addServerRequest,
  addServerUser,
  INACTIVE,
  INTERNAL,
  SERVER,
  SERVER_PROJECT,
} from '#test/support/small-server.ts';
import {
  addAccount,
  addAccountElsewhere,
  addProfile,
  DESTINATION,
  emailOf,
} from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';

const KINDS = {
  licensed: { type: 'licensed' },
  agent: { type: 'customer', agent: true },
  admin: { type: 'customer', projectAdmin: true },
  portal: { channel: 'portal' },
  email: { channel: 'email' },
} as const;

const STATES = {
  present: {},
  barred: { active: false },
  deleted: { deleted: true },
  away: { directoryId: INACTIVE },
} as const;

/** What the address has on the site before. */
const THERE: Readonly<Record<string, (tx: StoreTx, name: string) => void>> = {
  nothing: () => {},
  elsewhere: (tx, name) => void addAccountElsewhere(tx, name),
  gone: (tx, name) => void addProfile(tx, DESTINATION, name, { state: 'deleted' }),
  profile: (tx, name) => void addProfile(tx, DESTINATION, name),
  revoked: (tx, name) => void addProfile(tx, DESTINATION, name, { state: 'revoked' }),
  account: (tx, name) => void addAccount(tx, DESTINATION, name, { role: 'customer' }),
  suspended: (tx, name) => void addAccount(tx, DESTINATION, name, { access: 'suspended' }),
  migrated: (tx, name) => {
    const migratedTo = addAccount(tx, DESTINATION, name, { role: 'customer' });
    addProfile(tx, DESTINATION, name, { state: 'migrated', migratedTo });
  },
  two: (tx, name) => {
    addProfile(tx, DESTINATION, name);
    addAccount(tx, DESTINATION, name, { role: 'customer' });
  },
};

type Case = {
  readonly kind: keyof typeof KINDS;
  readonly state: keyof typeof STATES;
  readonly there: string;
};

const CASES = (Object.keys(KINDS) as Case['kind'][]).flatMap((kind) =>
  (Object.keys(STATES) as Case['state'][]).flatMap((state) =>
    Object.keys(THERE).map((there): Case => ({ kind, state, there })),
  ),
);

function nameOf({ kind, state, there }: Case): string {
  return `${kind}.${state}.${there}`;
}

/** What must be there at the end: the account types, and to whose the person's request belongs. */
function naively({ kind, state, there }: Case): { holds: string; reporter: string; made: string } {
  const hasProfile = there === 'profile' || there === 'revoked' || there === 'two';
  const hasAccount = ['account', 'suspended', 'migrated', 'two'].includes(there);
  let before = 'nobody';
  if (hasProfile) before = 'portal-only';
  if (hasAccount) before = 'atlassian';
  if (hasProfile && hasAccount) before = 'both';
  if (state === 'deleted' || state === 'away') {
    return { holds: before, reporter: 'former', made: 'nothing' };
  }
  if (kind === 'portal' || kind === 'email') {
    if (hasProfile) return { holds: before, reporter: 'portal-only', made: 'nothing' };
    if (hasAccount) return { holds: 'atlassian', reporter: 'atlassian', made: 'nothing' };
    const made = state === 'barred' ? 'revoked profile' : 'active profile';
    return { holds: 'portal-only', reporter: 'portal-only', made };
  }
  if (hasAccount) return { holds: before, reporter: 'atlassian', made: 'nothing' };
  const made = state === 'barred' ? 'suspended account' : 'active account';
  return { holds: hasProfile ? 'both' : 'atlassian', reporter: 'atlassian', made };
}

async function everyCase(): Promise<World> {
  const world = await openWorld();
  world.store.write((tx) => {
    tx.servers.put({ id: SERVER, name: 'Table', edition: 'server' });
    for (const [position, id] of ([INTERNAL, INACTIVE] as const).entries()) {
      tx.serverDirectories.put({
        id,
        serverId: SERVER,
        position,
        name: id,
        active: id === INTERNAL,
      });
    }
    tx.serviceProjects.put({ id: SERVER_PROJECT, siteId: SERVER, key: 'SRV', name: 'Service' });
    for (const each of CASES) {
      const name = nameOf(each);
      const { id } = addServerUser(tx, name, { ...KINDS[each.kind], ...STATES[each.state] });
      addServerRequest(tx, SERVER_PROJECT, name, id);
      THERE[each.there]?.(tx, name);
    }
  });
  return world;
}

/** Everything that the site has of everybody, and what it had not before. */
function atTheSite(world: World, before: ReadonlySet<string>) {
  return world.read((tx) => {
    const reporters = new Map(
      tx.requests.where({ siteId: DESTINATION }).map((each) => [each.summary, each.reporterId]),
    );
    return CASES.map((each) => {
      const name = nameOf(each);
      const emailKey = emailOf(name);
      const profiles = tx.portalCustomers.where({ siteId: DESTINATION, emailKey });
      const account = tx.accounts.first({ emailKey });
      const access = account && tx.siteAccess.get({ siteId: DESTINATION, accountId: account.id });
      const counted = profiles.filter(countsAsPortalOnly);
      const made = [
        ...profiles.flatMap(({ id, state }) => (before.has(id) ? [] : `${state} profile`)),
        ...(access && !before.has(access.userKey) ? [`${access.status} account`] : []),
      ];
      const reporter = reporters.get(name);
      return [
        name,
        {
          holds: holdingOf(counted.length > 0, access !== undefined),
          reporter: reporter === undefined ? 'none' : kindOf(reporter),
          made: made.join(' and ') || 'nothing',
        },
      ];
    });
  });
}

function kindOf(holder: string): string {
  if (isPortalCustomerId(holder)) return 'portal-only';
  if (isAccountId(holder)) return 'atlassian';
  return holder === FORMER_USER ? 'former' : holder;
}

function counts(world: World): number[] {
  return world.read((tx) => [
    tx.accounts.count({}),
    tx.siteAccess.count({ siteId: DESTINATION }),
    tx.portalCustomers.count({ siteId: DESTINATION }),
  ]);
}

const IN_ADVANCE = {};
const WITH_DATA = { flow: 'with-data', projectIds: [SERVER_PROJECT] } as const;
const RELATED = { ...WITH_DATA, customers: 'related', users: 'related' } as const;

test.each([
  ['in advance', [IN_ADVANCE]],
  ['with the data', [WITH_DATA]],
  ['the related ones', [RELATED]],
  ['in advance, then with the data', [IN_ADVANCE, WITH_DATA]],
  ['in advance twice', [IN_ADVANCE, IN_ADVANCE]],
  ['with the data twice', [WITH_DATA, WITH_DATA]],
  ['with the data, then in advance, then the related ones', [WITH_DATA, IN_ADVANCE, RELATED]],
] as const)(
  'every case comes out as the naive computation says: %s',
  async (_, runs) => {
    const world = await everyCase();
    const before = world.read(
      (tx) =>
        new Set<string>([
          ...tx.portalCustomers.where({}).map(({ id }) => id),
          ...tx.siteAccess.where({}).map(({ userKey }) => userKey),
        ]),
    );
    const withData = runs.some((each) => 'projectIds' in each);
    const expected = CASES.map((each) => {
      const { reporter, ...rest } = naively(each);
      return [nameOf(each), { ...rest, reporter: withData ? reporter : 'none' }];
    });
    const afterEach: number[][] = [];
    for (const [at, each] of runs.entries()) {
      const { planId } = await migrate(world, SERVER, { ...each, name: `Run ${at + 1}` });
      afterEach.push(counts(world));
      expect(world.read(violations)).toEqual([]);
      const { counts: actions } = await world.get('copy-plans.outcomes', { params: { planId } });
      const came = CASES.filter((one) => naively(one).reporter !== 'former').length;
      expect(actions['left-out'] ?? 0).toBe(at === 0 ? 0 : came);
    }
    expect(Object.fromEntries(atTheSite(world, before))).toEqual(Object.fromEntries(expected));
    // What the first run made, no later run makes again.
    expect(new Set(afterEach.map(String)).size).toBe(1);
    const requests = world.read((tx) => tx.requests.count({ siteId: DESTINATION }));
    expect(requests).toBe(withData ? CASES.length : 0);
    world.store.close();
  },
  60_000,
);

test('the cases meet every cell of the table', () => {
  const cells = CASES.map(({ kind, state, there }) => {
    const { holds, made } = naively({ kind: 'portal', state: 'deleted', there });
    expect(made).toBe('nothing');
    const user = { type: 'customer', agent: false, projectAdmin: false, deleted: false } as const;
    const row = classifyServerUser(
      { ...user, ...KINDS[kind], ...(state === 'deleted' && { deleted: true }) },
      { active: state !== 'away' },
    );
    return `${row} ${holds}`;
  });
  const all = Object.entries(SERVER_TABLE).flatMap(([row, rules]) =>
    Object.keys(rules).map((holding) => `${row} ${holding}`),
  );
  expect([...new Set(cells)].toSorted()).toEqual(all.toSorted());
});

test('whoever is gone from the site since is brought again, and nobody else', async () => {
  const world = await everyCase();
  await migrate(world, SERVER);
  const gone = nameOf({ kind: 'portal', state: 'present', there: 'nothing' });
  const emailKey = emailOf(gone);
  const [profile] = world.read((tx) => tx.portalCustomers.where({ siteId: DESTINATION, emailKey }));
  await world.get('portal-customers.delete', {
    params: { siteId: DESTINATION, customerId: profile!.id },
  });
  const [accounts, access, profiles] = counts(world);
  const { planId } = await migrate(world, SERVER, { name: 'Again' });
  expect(counts(world)).toEqual([accounts, access, profiles! + 1]);
  const { items } = await world.get('copy-plans.outcomes', {
    params: { planId },
    query: { action: 'create' },
  });
  expect(items.map(({ email }) => email)).toEqual([emailKey]);
  world.store.close();
}, 60_000);
