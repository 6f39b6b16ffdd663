/* What a run left to do, worked off in bulk, until nothing is outstanding (S0; domain.md 10, wish 7). */
import { beforeEach, expect, test } from 'vitest';
import { addDuplicates } from '#test/http/cases/copy-afterwards.ts';
import { DESTINATION, finishedPlan, savedPlan } from '#test/http/cases/arrangements.ts';
import { parseReport } from '#test/support/read-zip.ts';
import { openWorld, type World } from '#test/support/world.ts';

let world: World;
let params: { planId: string };
beforeEach(async () => {
  world = await openWorld('demo');
  params = await finishedPlan(world);
});

function left(
  rows: { email: string; problem: 'review-group' | 'upgrade-portal-only' }[] | null = null,
) {
  return world.get('copy-plans.afterwards', { params, body: { rows } });
}

async function migrate(body: { what?: 'migrate' | 'grant'; batch?: boolean; expected: number }) {
  return world.get('copy-plans.migrate-duplicates', { params, body });
}

async function open() {
  const { items } = await world.get('copy-plans.attention', {
    params,
    query: { state: 'open', limit: 200 },
  });
  return items;
}

test('all groups approved, access granted and all duplicates migrated: nothing is outstanding (S0)', async () => {
  const before = await left();
  const rows = await open();
  const waiting = rows.filter(({ problem }) => problem === 'review-group');
  expect(before.approval).toMatchObject({ rows: waiting.length, licencesAdded: 0, denied: [] });
  const groups = before.approval.groups.map(({ id, version }) => ({ id, version }));
  await world.get('copy-plans.approve-groups', { params, body: { groups } });
  expect((await open()).length).toBe(rows.length - waiting.length);
  expect((await left()).approval.groups).toEqual([]);

  const { revoked } = before.duplicates;
  if (revoked.length > 0) {
    await migrate({ what: 'grant', expected: revoked.length });
    await world.finishJobs();
  }
  const { ready, refused } = (await left()).duplicates;
  expect(ready).toBe(before.duplicates.ready + revoked.length);
  const job = await migrate({ expected: ready });
  expect(job).toMatchObject({ kind: 'bulk-migrate', siteId: DESTINATION, total: ready });
  await world.finishJobs();
  // Whoever cannot be migrated is named; nobody else is left.
  expect((await open()).map(({ email }) => email)).toEqual(refused.map(({ email }) => email));
  expect((await left()).duplicates).toMatchObject({ ready: 0, revoked: [], underWay: 0 });
});

function change() {
  return world.read((tx) => tx.workspace.get({ id: 'workspace' })!.change);
}

test('looking changes nothing', async () => {
  const [before, first] = [change(), await left()];
  expect(await left()).toEqual(first);
  expect(change()).toBe(before);
});

test('revoked duplicates are named and not migrated until access is granted', async () => {
  const [row] = (await open()).filter(({ problem }) => problem === 'upgrade-portal-only');
  const { ready } = (await left()).duplicates;
  const customer = { siteId: DESTINATION, customerId: row!.portalCustomerId! };
  await world.get('portal-customers.revoke', { params: customer });
  const now = (await left()).duplicates;
  expect(now.ready).toBe(ready - 1);
  expect(now.revoked.map(({ id }) => id)).toContain(row!.portalCustomerId);
});

test('while they are migrated every row says so, and nobody is started twice', async () => {
  const { ready } = (await left()).duplicates;
  await migrate({ expected: ready });
  const waiting = (await open()).filter(({ work }) => work?.state === 'waiting');
  expect(waiting.length).toBe(ready);
  expect(await left()).toMatchObject({
    duplicates: { ready: 0, underWay: ready },
    job: { kind: 'bulk-migrate' },
  });
  const again = await world.refuse('copy-plans.migrate-duplicates', {
    params,
    body: { expected: 0 },
  });
  expect(again.code).toBe('bulk.nothing-selected');
});

test('rows of a loaded report narrow both steps to those rows', async () => {
  const rows = await open();
  const [one] = rows.filter(({ problem, work }) => problem === 'upgrade-portal-only' && !work);
  const chosen = [{ email: one!.email.toUpperCase(), problem: one!.problem }];
  const found = await left(chosen);
  expect(found.approval.groups).toEqual([]);
  const { ready, revoked, refused } = found.duplicates;
  expect(ready + revoked.length + refused.length).toBe(1);
  expect(
    (await left([{ email: 'nobody@mail.example', problem: 'review-group' }])).approval,
  ).toEqual({ groups: [], members: 0, rows: 0, licencesAdded: 0, denied: [] });
});

test('strict mode migrates 1,001 in batches of at most 1,000 (domain.md 9, BULK; 11, scenario 8)', async () => {
  const before = (await left()).duplicates.ready;
  addDuplicates(world, params.planId, 1_001 - before);
  await world.get('workspace.set-strict', { body: { strict: true } });
  const { duplicates } = await left();
  expect(duplicates).toMatchObject({ ready: 1_001, limit: 1_000, batches: [1_000, 1] });
  const all = { params, body: { expected: 1_001 } };
  expect((await world.refuse('copy-plans.migrate-duplicates', all)).code).toBe('bulk.too-many');
  expect((await migrate({ batch: true, expected: 1_000 })).total).toBe(1_000);
  expect((await left()).duplicates.ready).toBe(1);
});

test('the mailing list has one row for every customer of the run, and follows what becomes of them (S2)', async () => {
  const file = async () => parseReport(await world.raw('copy-plans.mailing-file', { params }));
  const { total } = await world.get('copy-plans.outcomes', { params, query: { limit: 1 } });
  const rows = await file();
  expect(rows).toHaveLength(total);
  const inGroup = (found: typeof rows, name: string) =>
    found.filter((row) => row['Message group'] === name);
  expect(inGroup(rows, 'New account').length).toBeGreaterThan(0);
  // Members of other groups of the source wait as well.
  const waiting = inGroup(rows, 'Wait for approval').filter((row) =>
    row['What happened']!.endsWith('takes over from the portal-only account'),
  );
  expect(waiting.length).toBeGreaterThan(0);
  const { approval } = await left();
  const groups = approval.groups.map(({ id, version }) => ({ id, version }));
  await world.get('copy-plans.approve-groups', { params, body: { groups } });
  const after = await file();
  const one = after.find(({ Email }) => Email === waiting[0]!['Email']);
  expect(one!['How to log in']).not.toBe('Not possible now');
});

test('the runbook of a saved plan has the numbers of its forecast', async () => {
  const { id: planId } = await savedPlan(world, { name: 'Next *one*' });
  const forecast = await world.get('copy-plans.forecast', { params: { planId } });
  const runbook = await world.get('copy-plans.runbook', { params: { planId } });
  const run = runbook.steps.find(({ id }) => id === 'run')!;
  const text = run.checks.map((line) => line.map((part) => part.text).join(''));
  expect(runbook.isForecast).toBe(true);
  expect(text[0]).toBe(`Expect ${forecast.total} customers.`);
  const { body, headers } = await world.raw('copy-plans.runbook-file', { params: { planId } });
  expect(headers['content-type']).toMatch(/^text\/markdown/);
  expect(new TextDecoder().decode(body!)).toContain(String.raw`# Runbook: Next \*one\*`);
});
