/*
 * The table of the design, section 2, through the use cases: everybody of `copy-table-cast.ts` in one
 * world, copied, copied again twice, and once more after somebody was added (S0; S2).
 */
import { beforeAll, expect, test } from 'vitest';
import type { ResponseOf } from '#src/contract/api.ts';
import {
  addProfile,
  copy,
  DESTINATION,
  emailOf,
  opens,
  planCopy,
  SOURCE,
} from '#test/support/two-sites.ts';
import { violations } from '#test/support/invariants.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { arrived } from './copy-arrivals.ts';
import { addCast, CAST, expected } from './copy-table-cast.ts';

type Outcome = ResponseOf<'copy-plans.outcomes'>['items'][number];
type Plan = { readonly planId: string };

let world: World;
let forecast: readonly Outcome[];
let plan: Plan;

beforeAll(async () => {
  world = await openWorld('blank');
  world.store.write(addCast);
  const params = { planId: (await planCopy(world)).id };
  forecast = await all((query) => world.get('copy-plans.forecast', { params, query }));
  plan = await runSaved(params);
});

async function runSaved(params: Plan): Promise<Plan> {
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  return params;
}

type PageOf<T> = { readonly items: readonly T[]; readonly total: number };

async function all<T>(
  page: (query: { limit: number; offset: number }) => Promise<PageOf<T>>,
): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const { items, total } = await page({ limit: 200, offset: found.length });
    found.push(...items);
    if (found.length >= total || items.length === 0) return found;
  }
}

const outcomesOf = (params: Plan) =>
  all((query) => world.get('copy-plans.outcomes', { params, query }));

/** What can be said of a person by a row; a deleted one's shows no address, only its place. */
function told(rows: readonly Outcome[]) {
  return rows.map(({ sourceHolding, destinationHolding, afterHolding, attention, ...row }) => ({
    email: row.email,
    source: sourceHolding,
    destination: destinationHolding,
    after: afterHolding,
    attention: attention.toSorted(),
  }));
}

const EXPECTED = CAST.flatMap((person) => expected(person) ?? []).toSorted((a, b) =>
  emailOf(a.name) < emailOf(b.name) ? -1 : 1,
);
const EXPECTED_ROWS = EXPECTED.map(({ name, source, destination, after, attention }) => ({
  email: source === 'deleted' ? '' : emailOf(name),
  source,
  destination,
  after,
  attention,
}));

test('all 4 × 4 cells stand in the world', () => {
  const cells = new Set(EXPECTED.map(({ source, destination }) => `${source} ${destination}`));
  expect(cells.size).toBe(16);
});

test('the forecast says of everybody what the table says', () => {
  expect(told(forecast)).toEqual(EXPECTED_ROWS);
});

test('the run reports of everybody what the table says', async () => {
  expect(told(await outcomesOf(plan))).toEqual(EXPECTED_ROWS);
});

test('everybody holds and opens on the destination what the table says, and the others what they did', async () => {
  const wrong: unknown[] = [];
  for (const person of CAST) {
    const must = expected(person);
    if (!must) continue;
    const found = { holds: holds(must.name), opens: await opens(world, must.name) };
    const right = { holds: must.after, opens: must.opens };
    if (JSON.stringify(found) !== JSON.stringify(right)) wrong.push({ person, found, right });
  }
  expect(wrong).toEqual([]);
});

function holds(name: string): string {
  return world.read((tx) => {
    const counted = tx.portalCustomers
      .where({ siteId: DESTINATION, emailKey: emailOf(name) })
      .filter(({ state }) => state !== 'deleted' && state !== 'migrated');
    if (counted.length > 1) throw new Error(`${name} has ${counted.length} profiles`);
    const access = tx.siteAccess.get({ siteId: DESTINATION, accountId: `712020:${name}` });
    if (counted.length === 0) return access ? 'atlassian' : 'nobody';
    return access ? 'both' : 'portal-only';
  });
}

test('the report has a row for each who requires attention, and for each problem', async () => {
  const rows = await all((query) => world.get('copy-plans.attention', { params: plan, query }));
  expect(rows.map(({ email, problem }) => `${email} ${problem}`).toSorted()).toEqual(
    EXPECTED.flatMap(({ name, attention }) =>
      attention.map((problem) => `${emailOf(name)} ${problem}`),
    ).toSorted(),
  );
});

test('no invariant is broken', () => {
  expect(world.read(violations)).toEqual([]);
});

test('a second and a third run find nothing new, and change nothing (S2, "Copy customer organizations")', async () => {
  const { canOpen: _, ...first } = world.read((tx) =>
    arrived(tx, SOURCE, DESTINATION, plan.planId as `plan_${string}`),
  );
  for (let run = 2; run <= 3; run += 1) {
    const params = await copy(world);
    const { counts } = await world.get('copy-plans.outcomes', { params });
    const deleted = EXPECTED.filter(({ source }) => source === 'deleted').length;
    expect(counts).toEqual({ 'left-out': EXPECTED.length - deleted, 'former-user': deleted });
    const { canOpen: __, ...again } = world.read((tx) =>
      arrived(tx, SOURCE, DESTINATION, params.planId as `plan_${string}`),
    );
    expect(again).toEqual(first);
  }
});

test('somebody added to the source is the only one whom the next run copies (S2)', async () => {
  const profiles = () => world.read((tx) => tx.portalCustomers.where({ siteId: DESTINATION }));
  const before = profiles();
  world.store.write((tx) => addProfile(tx, SOURCE, 'newcomer'));
  const params = await copy(world);
  const rows = await outcomesOf(params);
  const acted = rows.filter(({ action }) => action !== 'left-out' && action !== 'former-user');
  expect(acted.map(({ email, action }) => [email, action])).toEqual([
    [emailOf('newcomer'), 'create'],
  ]);
  const ids = new Set(before.map(({ id }) => id));
  const after = profiles();
  expect(after.filter(({ id }) => !ids.has(id)).map(({ email }) => email)).toEqual([
    emailOf('newcomer'),
  ]);
  expect(after.filter(({ id }) => ids.has(id))).toEqual(before);
});
