/* The backend by way of MSW: the handlers carry requests and answers, and decide nothing. */
import { getResponse } from 'msw/utils/get-response';
import { beforeEach, describe, expect, test } from 'vitest';
import { BASE_PATH, MARKER_HEADER } from '#src/contract/routes.ts';
import { createHandlers } from '#src/server/page-handlers.ts';
import { utf8 } from '#test/support/exports.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { customerIn, CUSTOMERS_FILE, DESTINATION, finishedPlan } from './cases/arrangements.ts';

const ORIGIN = 'http://localhost:5173';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function fetched(path: string, init?: RequestInit): Promise<Response> {
  const handlers = createHandlers((request) => world.backend.handle(request));
  const request = new Request(`${ORIGIN}${BASE_PATH}${path}`, init);
  const response = await getResponse(handlers, request, { baseUrl: ORIGIN });
  expect(response!.headers.get(MARKER_HEADER)).toBe('1');
  expect(response!.headers.get('cache-control')).toBe('no-store');
  return response!;
}

function sent(path: string, method: string, body?: unknown, headers?: Record<string, string>) {
  const json = { 'content-type': 'application/json', ...headers };
  return fetched(path, { method, headers: json, body: JSON.stringify(body) ?? null });
}

test('an answer is the one that the backend gives', async () => {
  const response = await fetched('/workspace');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(await world.get('workspace.get'));
});

test('a query arrives letter by letter', async () => {
  const search = 'q=&?+%25 ü"<';
  await world.get('imports.create', { params: { siteId: DESTINATION } });
  const query = new URLSearchParams({ organizationId: search });
  const response = await fetched(`/copy-plans?${query}`);
  expect(await response.json()).toMatchObject({ facts: { what: 'organization', id: search } });
});

describe('an id with colons', () => {
  test.each([
    ['as it stands', (id: string) => id],
    ['percent-encoded', encodeURIComponent],
    ['encoded in lower case', (id: string) => id.replaceAll(':', '%3a')],
  ])('is found %s', async (_, written) => {
    const { siteId, customerId } = customerIn(world, 'active');
    const path = `/sites/${siteId}/portal-customers/${written(customerId)}`;
    const response = await fetched(path);
    expect(await response.json()).toMatchObject({ id: customerId });
    const action = await sent(`${path}/revoke-access`, 'POST');
    expect(await action.json()).toMatchObject({ id: customerId, state: 'revoked' });
  });

  test('is not mixed up with the path: an encoded slash stays in the id', async () => {
    const response = await fetched(`/sites/${DESTINATION}/portal-customers/qm%3Aa%2Fb%3Ac`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-found', facts: { id: 'qm:a/b:c' } });
  });
});

test('bytes arrive as they were sent', async () => {
  const session = await world.get('imports.create', { params: { siteId: DESTINATION } });
  const every = Uint8Array.from({ length: 256 }, (_, index) => index);
  const path = `/imports/${session.id}/files`;
  const odd = await fetched(`${path}?name=odd.bin`, { method: 'POST', body: every });
  expect(await odd.json()).toMatchObject({ files: [{ sizeBytes: 256, fault: 'not-text' }] });
  const name = 'Kunden & „Gäste“.csv';
  const good = await fetched(`${path}?${new URLSearchParams({ name })}`, {
    method: 'POST',
    body: CUSTOMERS_FILE.slice(),
  });
  expect(good.status).toBe(201);
  expect(await good.json()).toMatchObject({ files: [{}, { name, counts: { new: 2 } }] });
});

test('a file comes with its name and media type, byte for byte', async () => {
  const { planId } = await finishedPlan(world, { name: 'Übergabe: März' });
  const csv = await fetched(`/copy-plans/${planId}/requires-attention.csv`);
  expect(csv.headers.get('content-type')).toBe('text/csv');
  expect(csv.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''RequiresAttention.csv",
  );
  const direct = await world.raw('copy-plans.attention-file', { params: { planId } });
  expect(new Uint8Array(await csv.arrayBuffer())).toEqual(direct.body);
  const zip = await fetched(`/copy-plans/${planId}/reports.zip`);
  expect(zip.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('copy-report-Übergabe-März.zip')}`,
  );
});

test('a workspace goes out as a file and comes in again', async () => {
  const file = await fetched('/workspace/file');
  await world.get('workspace.reset', { body: { scenario: 'blank' } });
  const loaded = await fetched('/workspace/file', {
    method: 'PUT',
    body: await file.arrayBuffer(),
  });
  expect(await loaded.json()).toMatchObject({ scenario: 'demo' });
});

test('a request sent again with its key gets the same answer, and is done once', async () => {
  const { siteId, customerId } = customerIn(world, 'active');
  const path = `/sites/${siteId}/portal-customers/${customerId}/migrate`;
  const key = { 'idempotency-key': 'once', 'if-match': '"1"' };
  const first = await sent(path, 'POST', undefined, key);
  world.clock.wallNow += 1_000;
  const second = await sent(path, 'POST', undefined, key);
  expect([first.status, second.status]).toEqual([202, 202]);
  expect(await second.text()).toBe(await first.text());
  expect(world.read((tx) => tx.jobs.count({ subjectId: customerId }))).toBe(1);
  const other = await sent(path, 'POST', undefined, { 'idempotency-key': 'twice' });
  expect(other.status).toBe(409);
});

test('an answer without content has none', async () => {
  const session = await world.get('imports.create', { params: { siteId: DESTINATION } });
  const response = await fetched(`/imports/${session.id}`, { method: 'DELETE' });
  expect(response.status).toBe(204);
  expect(response.body).toBeNull();
});

test('a version that changed meanwhile is refused with both', async () => {
  const { siteId, customerId } = customerIn(world, 'active');
  const path = `/sites/${siteId}/portal-customers/${customerId}/revoke-access`;
  const response = await sent(path, 'POST', undefined, { 'If-Match': '"4"' });
  expect(response.status).toBe(412);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ facts: { expected: 4, current: 1 } });
});

test.each([
  ['GET', '/nothing'],
  ['PATCH', '/workspace'],
  ['GET', '/sites/site_harbor/portal-customers/a/b'],
  ['GET', '/workspace/'],
])('%s %s is refused by the backend, not left to a file server', async (method, path) => {
  const response = await fetched(path, { method });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'route.unknown' });
});

test('an address outside the API is none of its business', async () => {
  const handlers = createHandlers((request) => world.backend.handle(request));
  for (const path of ['/', '/organizations', '/assets/index.js', '/gateway/apiary']) {
    const request = new Request(`${ORIGIN}${path}`);
    expect(await getResponse(handlers, request, { baseUrl: ORIGIN })).toBeUndefined();
  }
});

test('a backend that cannot be reached is still answered for', async () => {
  const handlers = createHandlers(() => Promise.reject(new Error('The worker is gone')));
  const request = new Request(`${ORIGIN}${BASE_PATH}/workspace`);
  const response = (await getResponse(handlers, request, { baseUrl: ORIGIN }))!;
  expect(response.status).toBe(500);
  expect(response.headers.get(MARKER_HEADER)).toBe('1');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({
    status: 500,
    code: 'internal',
    facts: { message: 'The worker is gone' },
  });
});

test('a body that is no JSON is told so', async () => {
  const response = await fetched('/workspace/persona', {
    method: 'PUT',
    body: utf8('{"persona"').slice(),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'request.invalid' });
});
