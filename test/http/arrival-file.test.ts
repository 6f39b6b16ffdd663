/* Arrival.csv says what the list says, of everybody, and no spreadsheet runs a cell of it. */
import { expect, test } from 'vitest';
import { fix, IN_ADVANCE, prepare, run, WITH_DATA } from '#test/support/small-migration.ts';
import { addServerUser, SERVER } from '#test/support/small-server.ts';
import { parseReport } from '#test/support/read-zip.ts';
import { copy } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';

const params = { planId: WITH_DATA.id };

async function migrated(): Promise<World> {
  const world = await openWorld('demo');
  prepare(world);
  await run(world, IN_ADVANCE);
  await run(world, WITH_DATA);
  return world;
}

test('the file has a row for everybody of the server, with what became of each (S4)', async () => {
  const world = await migrated();
  const rows = parseReport(await world.raw('server-arrivals.file', { params }));
  const { items, total } = await world.get('server-arrivals.people', {
    params,
    query: { limit: 200 },
  });
  expect([rows.length, total]).toEqual([17, 17]);
  expect(rows.map((row) => row['User key'])).toEqual(items.map(({ userKey }) => userKey));
  expect(rows.map((row) => Number(row['Requests on destination']))).toEqual(
    items.map(({ requestsArrived }) => requestsArrived),
  );
  const rowOf = (userName: string) => rows.find((row) => row['User name'] === userName);
  expect(rowOf('otto')).toMatchObject({
    'On the server': 'Licensed user',
    Taken: 'Yes',
    'What became of them': 'Two accounts',
    Details: 'Requests are with the Atlassian account',
    'By migration': 'In advance',
    'Account on destination': 'Portal-only account and Atlassian account',
  });
  expect(rowOf('dan.home')).toMatchObject({
    'What became of them': 'Merged',
    Details: 'Into dan',
    'Email on destination': 'dan@mail.example',
  });
  expect(rowOf('nora')).toMatchObject({
    Taken: 'No',
    'What became of them': 'Excluded by choice',
    Details: 'Never raised a request',
    'By migration': '',
    'Account on destination': '',
  });
  expect(rowOf('gwen')?.['Details']).toBe('In an inactive directory');
});

test('a name that a spreadsheet would run is guarded, and left as it is on request', async () => {
  const world = await migrated();
  world.store.write((tx) => addServerUser(tx, 'risky', { name: '=1+1', userKey: 'JIRAUSER10300' }));
  const text = async (raw: string) =>
    new TextDecoder().decode(
      (await world.raw('server-arrivals.file', { params, query: { raw } })).body!,
    );
  expect(await text('false')).not.toMatch(/,"?=1\+1/);
  expect(await text('true')).toMatch(/,=1\+1/);
});

test('a copy between sites is no server migration', async () => {
  const world = await openWorld();
  const problem = await world.refuse('server-arrivals.get', { params: await copy(world) });
  expect(problem).toMatchObject({ code: 'not-found', facts: { what: 'server migration' } });
});

test('fixes that are changed while nothing runs do not change who the file says arrived', async () => {
  const world = await migrated();
  const codes = async () =>
    parseReport(await world.raw('server-arrivals.file', { params })).map(
      (row) => row['What became of them'],
    );
  const before = await codes();
  const arrived = before.map((code) => code !== 'Former customer');
  fix(world, { level: 'simple', invalid: 'nothing', duplicated: 'nothing' });
  const after = await codes();
  expect(after.filter((_, at) => arrived[at])).toEqual(before.filter((_, at) => arrived[at]));
  expect(world.read((tx) => tx.servers.get({ id: SERVER })?.name)).toBe('Quarry desk');
});
