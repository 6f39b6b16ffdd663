/* AccessLosses.csv and the answers beside it say the same, and no spreadsheet runs a cell. */
import { beforeEach, expect, test } from 'vitest';
import { parseReport } from '#test/support/read-zip.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { savedPlan } from './cases/arrangements.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function planOf() {
  const { id: planId } = await savedPlan(world, { projectIds: ['project_hs-it', 'project_hs-hr'] });
  return { planId };
}

test('the file has a row for every request that somebody loses, as the list counts them (S0)', async () => {
  const params = await planOf();
  const losses = await world.get('copy-plans.losses', { params, query: { limit: 200 } });
  expect(losses.total).toBe(losses.losing.people);
  expect(losses.items.reduce((sum, { losing }) => sum + losing, 0)).toBe(losses.losing.requests);
  const rows = parseReport(await world.raw('copy-plans.losses-file', { params }));
  expect(rows.length).toBe(losses.losing.requests);
  for (const person of losses.items) {
    const own = rows.filter((row) => row['Email'] === person.email);
    expect(own.length).toBe(person.losing);
    const { items, total } = await world.get('copy-plans.lost-requests', {
      params: { ...params, position: person.position },
      query: { limit: 200 },
    });
    expect(total).toBe(person.losing);
    expect(own.map((row) => row['Request'])).toEqual(items.map(({ key }) => key));
  }
});

test('a summary that a spreadsheet would run is guarded, and left as it is on request', async () => {
  const params = await planOf();
  const { items } = await world.get('copy-plans.losses', { params });
  const { position } = items[0]!;
  const lost = await world.get('copy-plans.lost-requests', { params: { ...params, position } });
  world.store.write((tx) => {
    const request = tx.requests.get({ id: lost.items[0]!.id as `request_${string}` })!;
    tx.requests.put({ ...request, summary: '=1+1' });
  });
  const text = async (raw: string) =>
    new TextDecoder().decode(
      (await world.raw('copy-plans.losses-file', { params, query: { raw } })).body!,
    );
  expect(await text('false')).not.toMatch(/,"?=1\+1/);
  expect(await text('true')).toMatch(/,=1\+1/);
});

test('the changes of a forecast that is no longer at hand say so and tell the present state', async () => {
  const params = await planOf();
  const changes = await world.get('copy-plans.forecast-changes', {
    params,
    query: { shown: 'abcdef' },
  });
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  expect(changes).toMatchObject({ isKnown: false, present: fingerprint, people: { total: 0 } });
  expect(changes.figures.before).toBeNull();
});
