/* What the console sends, and what it makes of an answer. */
import { beforeEach, afterEach, expect, test, vi } from 'vitest';
import { ApiError, configureTransport, download, send } from '#src/client/http.ts';

let sent: Request[] = [];

beforeEach(() => {
  sent = [];
  vi.stubGlobal('location', { origin: 'http://drydock.test' });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Answers one request after the other with these. */
function answers(...responses: (Response | Error)[]) {
  configureTransport((request) => {
    sent.push(request);
    const next = responses[sent.length - 1];
    if (next === undefined) throw new Error('No answer is left');
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next);
  });
}

test('parameters are escaped, query parameters without a value left out', async () => {
  answers(Response.json({ items: [], total: 0 }));
  await send('portal-customers.list', {
    params: { siteId: 'site/1 ä' },
    query: { search: '', offset: 25, state: 'active' },
  });
  expect(sent[0]?.method).toBe('GET');
  expect(sent[0]?.url).toBe(
    'http://drydock.test/gateway/api/sites/site%2F1%20%C3%A4/portal-customers?offset=25&state=active',
  );
  expect(sent[0]?.headers.has('idempotency-key')).toBe(false);
});

test('a change carries the version that was shown and a key of its own', async () => {
  answers(new Response(null, { status: 204 }), new Response(null, { status: 204 }));
  const options = { params: { planId: 'plan_1' }, ifMatch: 7 };
  expect(await send('copy-plans.delete', options)).toBeUndefined();
  await send('copy-plans.delete', options);
  expect(sent[0]?.headers.get('if-match')).toBe('"7"');
  const keys = sent.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).not.toBe(keys[0]);
});

test('a change whose answer was lost is sent once more, with the same key and body', async () => {
  answers(new TypeError('Failed to fetch'), Response.json({ scenario: 'blank' }));
  await send('workspace.reset', { body: { scenario: 'blank' } });
  const [first, second] = sent;
  expect(sent).toHaveLength(2);
  expect(second?.headers.get('idempotency-key')).toBe(first?.headers.get('idempotency-key'));
  expect(await second?.json()).toEqual({ scenario: 'blank' });
});

test('a second loss is told', async () => {
  answers(new TypeError('Failed to fetch'), new TypeError('Failed to fetch'));
  await expect(send('workspace.reset', { body: { scenario: 'blank' } })).rejects.toThrow(TypeError);
  expect(sent).toHaveLength(2);
});

test('a refusal is thrown with its code, status and facts', async () => {
  const problem = {
    type: 'about:blank',
    status: 412,
    title: 'The record changed meanwhile',
    code: 'version-conflict',
    facts: { expected: 1, current: 2 },
  };
  const headers = { 'content-type': 'application/problem+json' };
  answers(new Response(JSON.stringify(problem), { status: 412, headers }));
  const refused = send('imported-groups.approve', {
    params: { siteId: 's', groupId: 'g' },
    body: { access: 'product' },
    ifMatch: 1,
  });
  await expect(refused).rejects.toEqual(
    new ApiError('version-conflict', 412, { expected: 1, current: 2 }),
  );
  await expect(refused).rejects.toMatchObject({ code: 'version-conflict', status: 412 });
});

test('an answer that is not of this API is an internal fault', async () => {
  answers(new Response('<!doctype html>', { status: 502 }));
  await expect(send('workspace.get')).rejects.toMatchObject({ code: 'internal', status: 502 });
});

test.each([
  [`attachment; filename*=UTF-8''Requires%20Attention%E2%9C%93.csv`, 'Requires Attention✓.csv'],
  ['attachment; filename="RequiresAttention.csv"', 'RequiresAttention.csv'],
])('a file is named by %s', async (disposition, name) => {
  answers(new Response('Email\r\n', { headers: { 'content-disposition': disposition } }));
  const { blob, fileName } = await download('copy-plans.attention-file', {
    params: { planId: 'plan_1' },
  });
  expect(fileName).toBe(name);
  expect(await blob.text()).toBe('Email\r\n');
});
