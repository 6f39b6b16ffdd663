/* What holds for every request, whatever it asks for: unknown addresses, faults, full storage. */
import { expect, test } from 'vitest';
import { routeOf } from '#src/contract/routes.ts';
import { createBackend } from '#src/server/backend.ts';
import { DatabaseError } from '#src/store/database-error.ts';
import type { Store } from '#src/store/store.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { countingUuids, openWorld, WALL_START, type World } from '#test/support/world.ts';
import { routeCases } from './cases/all-cases.ts';
import { customerIn } from './cases/arrangements.ts';
import { sendRaw } from './cases/raw-request.ts';
import { EVERY_ANSWER, jsonOf, problemOf } from './cases/read-answer.ts';

test.each([
  ['GET', '/nothing-here'],
  ['GET', ''],
  ['GET', '/'],
  ['GET', '/workspace/'],
  ['GET', '/sites//groups'],
  ['GET', '/sites/%E0%A4%A/groups'],
  ['GET', '/sites/site_harbor/groups/more/of/them'],
  ['POST', '/workspace'],
  ['PATCH', '/workspace/persona'],
  ['get', '/workspace'],
])('%s %s is no address of the API', async (method, path) => {
  const world = await openWorld('blank');
  const response = await sendRaw(world, { method, path });
  expect(response.headers).toMatchObject(EVERY_ANSWER);
  expect(problemOf(response)).toStrictEqual({
    type: 'about:blank',
    status: 404,
    title: 'No endpoint has this method and path',
    code: 'route.unknown',
    facts: { method, path },
  });
});

test('a query is no part of the address, and what nobody asked for is passed over', async () => {
  const world = await openWorld('blank');
  const unknown = await sendRaw(world, { path: '/nothing?search=x' });
  expect(problemOf(unknown).facts['path']).toBe('/nothing');
  const known = await sendRaw(world, { path: '/sites/site_harbor/groups?shoe=42&limit=1&limit=2' });
  expect(jsonOf(known)).toMatchObject({ items: [{}, {}] });
});

/** The same workspace behind a store that fails in a way of its own. */
function failing(world: World, over: Partial<Store>) {
  return createBackend({
    store: { ...world.store, ...over },
    storage: 'memory',
    wallNow: () => WALL_START,
    uuid: countingUuids(),
    scenario: null,
  });
}

const PERSONA = {
  ...routeOf('workspace.set-persona'),
  headers: { 'idempotency-key': 'once' },
  body: new TextEncoder().encode('{"persona":"agent"}'),
};

test('an unexpected fault takes everything back, and is not what a repeated request gets', async () => {
  const world = await openWorld('blank');
  const before = dumpOf(world.store);
  const backend = failing(world, {
    write: (work) =>
      world.store.write((tx) => {
        work(tx);
        throw new Error('A fault after the work');
      }),
  });
  const response = await backend.handle(PERSONA);
  expect(response.headers).toMatchObject(EVERY_ANSWER);
  expect(problemOf(response)).toStrictEqual({
    type: 'about:blank',
    status: 500,
    title: 'Unexpected fault',
    code: 'internal',
    facts: { message: 'A fault after the work' },
  });
  expect(dumpOf(world.store)).toEqual(before);
  expect((await world.backend.handle(PERSONA)).status).toBe(200);
});

test('storage that is full is told apart from a fault', async () => {
  const world = await openWorld('blank');
  const backend = failing(world, {
    write: () => {
      throw new DatabaseError('database or disk is full', 13);
    },
  });
  const response = await backend.handle(PERSONA);
  expect(problemOf(response)).toMatchObject({ status: 507, code: 'storage.full', facts: {} });
});

test('requests that come together are served one after the other', async () => {
  const world = await openWorld('blank');
  const session = await world.get('imports.create', { params: { siteId: 'site_harbor' } });
  const params = { importId: session.id };
  const answers = await Promise.all(
    [1, 2, 3, 4].map((number) =>
      world.get('imports.add-file', {
        params,
        query: { name: `${number}.csv` },
        bytes: new Uint8Array(),
      }),
    ),
  );
  expect(answers.map(({ files }) => files.map(({ name }) => name))).toEqual([
    ['1.csv'],
    ['1.csv', '2.csv'],
    ['1.csv', '2.csv', '3.csv'],
    ['1.csv', '2.csv', '3.csv', '4.csv'],
  ]);
});

test('a refusal is not what a repeated request gets once it would succeed', async () => {
  const world = await openWorld('blank');
  const call = { params: { organizationId: 'organization_harbor' } };
  const create = {
    body: {
      name: 'Any',
      sourceSiteId: 'site_harbor',
      destinationSiteId: 'site_fjord-care',
      customers: 'all' as const,
      users: 'all' as const,
      preserveGroupMembership: true,
      projectIds: [],
    },
    key: 'once',
  };
  await world.get('workspace.set-persona', { body: { persona: 'agent' } });
  expect((await world.refuse('copy-plans.create', create)).code).toBe('forbidden');
  await world.get('workspace.set-persona', { body: { persona: 'organization-admin' } });
  const plan = await world.get('copy-plans.create', create);
  const plans = await world.get('copy-plans.list', { query: call.params });
  expect(plans.items.map(({ id }) => id)).toEqual([plan.id]);
});

test('a deleted customer is not there for any route (domain.md 3.1, DELETE)', async () => {
  const world = await openWorld('demo');
  const params = customerIn(world, 'deleted');
  const codes = [];
  for (const action of ['get', 'migrate', 'revoke', 'grant'] as const) {
    codes.push((await world.refuse(`portal-customers.${action}`, { params })).code);
  }
  expect(codes).toEqual(['not-found', 'not-found', 'not-found', 'not-found']);
});

test('one key on two routes is two requests', async () => {
  const world = await openWorld('blank');
  const key = 'shared';
  await world.get('workspace.set-persona', { body: { persona: 'agent' }, key });
  const moved = await world.get('workspace.set-clock', {
    body: { action: 'set-speed', speed: 1 },
    key,
  });
  expect(moved.clock.speed).toBe(1);
});

test('the OpenAPI document describes every route with its problems', async () => {
  const world = await openWorld('blank');
  const document = (await world.get('openapi.get')) as {
    paths: Record<string, Record<string, { operationId: string; responses: object }>>;
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
    routeCases.map(({ name }) => name).toSorted(),
  );
  const text = JSON.stringify(document);
  for (const { endpoint } of routeCases) {
    for (const code of endpoint.problems) expect(text).toContain(`\`${code}\``);
  }
});
