/* Who is on a server, and what its directories decide, over the small server. */
import { beforeEach, expect, test } from 'vitest';
import {
  CONNECTED,
  INACTIVE,
  INTERNAL,
  putSmallServer,
  SERVER,
} from '#test/support/small-server.ts';
import { openWorld, type World } from '#test/support/world.ts';
import type { QueryOf } from '#src/contract/api.ts';

const params = { serverId: SERVER };
let world: World;

beforeEach(async () => {
  world = await openWorld('blank');
  world.store.write((tx) => putSmallServer(tx));
});

async function names(query: QueryOf<'servers.people'> = {}): Promise<string[]> {
  const { items, total } = await world.get('servers.people', { params, query });
  expect(total).toBe(items.length);
  return items.map(({ userName }) => userName);
}

test('a server counts people by user name, and former customers apart', async () => {
  const { counts, directories } = await world.get('servers.get', { params });
  expect(counts).toEqual({
    people: 17,
    licensed: 5,
    customers: 9,
    former: 3,
    serviceProjects: 2,
    requests: 11,
  });
  expect(directories.map(({ id, people }) => [id, people])).toEqual([
    [INTERNAL, 13],
    [CONNECTED, 3],
    [INACTIVE, 2],
  ]);
});

test('the list counts somebody in two directories once, and says both (domain.md 7.5)', async () => {
  const { items, total } = await world.get('servers.people', { params, query: { search: 'mia' } });
  expect(total).toBe(1);
  expect(items[0]?.directories.map(({ name }) => name)).toEqual([
    'Jira internal directory',
    'Quarry LDAP',
  ]);
});

test('kind, channel, directory, state and problem narrow the list, each exactly', async () => {
  expect(await names({ kind: 'licensed', sort: 'userName' })).toEqual([
    'dan',
    'gwen',
    'lena',
    'otto',
    'petra',
    'vera',
  ]);
  expect(await names({ channel: 'email', sort: 'userName' })).toEqual([
    'eddi',
    'hank',
    'twin.mobile',
  ]);
  expect(await names({ kind: 'customer', channel: 'none' })).toEqual(['nora']);
  expect(await names({ directory: INACTIVE, sort: 'userName' })).toEqual(['gwen', 'olaf']);
  expect(await names({ state: 'deleted' })).toEqual(['dora']);
  expect(await names({ state: 'inactive' })).toEqual(['ines']);
  expect(await names({ problem: 'invalid', sort: 'userName' })).toEqual(['hank', 'vera']);
  expect(await names({ problem: 'duplicated', sort: 'userName' })).toEqual([
    'dan',
    'dan.home',
    'twin',
    'twin.mobile',
  ]);
});

test('the list is searched by name, address and user name, sorted both ways and paged', async () => {
  expect(await names({ search: 'DAN.HOME' })).toEqual(['dan.home']);
  expect(await names({ search: 'vera@quarry' })).toEqual(['vera']);
  const up = await names({ sort: 'userName', limit: 200 });
  const down = await names({ sort: 'userName', direction: 'descending', limit: 200 });
  expect([up[0], up.at(-1), down.toReversed()]).toEqual(['cora', 'vera', up]);
  const page = await world.get('servers.people', { params, query: { offset: 15, limit: 10 } });
  expect([page.items.length, page.total]).toEqual([2, 17]);
});

test('customers in inactive directories are former, and are so no more once it is active (S4, "Deleted or inactive customers")', async () => {
  const before = await world.get('servers.get', { params });
  const inactive = before.directories.find(({ id }) => id === INACTIVE);
  expect(inactive?.switching).toEqual({ licensed: 1, customers: 1 });
  const call = { params: { ...params, directoryId: INACTIVE }, body: { active: true } };
  const after = await world.get('servers.set-directory', call);
  expect(after.counts).toMatchObject({ licensed: 6, customers: 10, former: 1 });
  const [entry] = world.read((tx) => tx.auditEntries.where({ subjectId: INACTIVE }));
  expect(entry).toMatchObject({
    action: 'server.directory-changed',
    facts: { name: 'Old Crowd', server: 'Quarry desk' },
    before: { active: false, formerCustomers: 3 },
    after: { active: true, formerCustomers: 1 },
  });
});

test('whoever stands in another active directory too does not become former with this one', async () => {
  const { directories } = await world.get('servers.get', { params });
  const connected = directories.find(({ id }) => id === CONNECTED);
  expect([connected?.people, connected?.switching]).toEqual([3, { licensed: 0, customers: 2 }]);
});

test('what switching is said to change is what it changes, for every directory', async () => {
  const { directories } = await world.get('servers.get', { params });
  for (const { id, active, switching } of directories) {
    const before = (await world.get('servers.get', { params })).counts;
    const call = { params: { ...params, directoryId: id }, body: { active: !active } };
    const { counts } = await world.get('servers.set-directory', call);
    const changed = active ? counts.former - before.former : before.former - counts.former;
    expect(changed).toBe(switching.licensed + switching.customers);
    await world.get('servers.set-directory', { ...call, body: { active } });
  }
});

test('a directory that is so already stays as it is, without an entry in the audit log', async () => {
  const call = { params: { ...params, directoryId: INTERNAL }, body: { active: true } };
  await world.get('servers.set-directory', call);
  expect(world.read((tx) => tx.auditEntries.where({ subjectId: INTERNAL }))).toEqual([]);
});
