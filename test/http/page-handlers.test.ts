/* MSW's handlers only carry: whatever the backend answers arrives unchanged, marked as its own. */
import { getResponse } from 'msw/utils/get-response';
import { afterEach, expect, test } from 'vitest';
import { BASE_PATH, MARKER_HEADER, routes } from '#src/contract/routes.ts';
import type { WireRequest, WireResponse } from '#src/server/backend.ts';
import { createHandlers } from '#src/server/page-handlers.ts';
import { openWorld, type World } from '../support/world.ts';

const ORIGIN = 'http://drydock.test';
let world: World | undefined;

afterEach(() => {
  world?.backend.close();
  world = undefined;
});

async function ask(
  handle: (request: WireRequest) => Promise<WireResponse>,
  path: string,
  init?: RequestInit,
): Promise<Response> {
  const request = new Request(`${ORIGIN}${BASE_PATH}${path}`, init);
  const response = await getResponse(createHandlers(handle), request, { baseUrl: ORIGIN });
  return response ?? Response.error();
}

test('there is one handler for every route, and one for all other addresses', () => {
  const handlers = createHandlers(() => Promise.reject(new Error('not asked')));
  expect(handlers).toHaveLength(Object.keys(routes).length + 1);
});

test('a record arrives as the backend gave it', async () => {
  world = await openWorld('demo');
  const response = await ask(world.backend.handle, '/organizations');
  expect(response.status).toBe(200);
  expect(response.headers.get(MARKER_HEADER)).toBe('1');
  expect(await response.json()).toEqual(await world.get('organizations.list'));
});

test('a request arrives with its query, headers and bytes', async () => {
  const seen: WireRequest[] = [];
  const note = (request: WireRequest) => {
    seen.push(request);
    return Promise.resolve({ status: 204, headers: {}, body: null });
  };
  await ask(note, '/imports/i1/files?name=a%20b.csv', {
    method: 'POST',
    headers: { 'Idempotency-Key': 'k1' },
    body: new Uint8Array([0xef, 0xbb, 0xbf]),
  });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({
    method: 'POST',
    path: '/imports/i1/files?name=a%20b.csv',
    headers: { 'idempotency-key': 'k1' },
    body: new Uint8Array([0xef, 0xbb, 0xbf]),
  });
});

test('an empty file is no bytes, not a missing body', async () => {
  const bodies: (Uint8Array | null)[] = [];
  const note = ({ body }: WireRequest) => {
    bodies.push(body);
    return Promise.resolve({ status: 204, headers: {}, body: null });
  };
  await ask(note, '/imports/i1/files?name=empty.csv', { method: 'POST', body: new Uint8Array() });
  await ask(note, '/imports/i1');
  expect(bodies).toEqual([new Uint8Array(), null]);
});

test('an address that no route has is refused by the backend, not passed to the network', async () => {
  world = await openWorld();
  const response = await ask(world.backend.handle, '/no/such/thing');
  expect(response.status).toBe(404);
  expect(response.headers.get(MARKER_HEADER)).toBe('1');
  expect(await response.json()).toMatchObject({ code: 'route.unknown' });
});

test('a worker that is gone is still an answer of this API', async () => {
  const response = await ask(() => Promise.reject(new Error('worker gone')), '/workspace');
  expect(response.status).toBe(500);
  expect(response.headers.get(MARKER_HEADER)).toBe('1');
  expect(await response.json()).toMatchObject({
    code: 'internal',
    facts: { message: 'worker gone' },
  });
});
