/* Two ways to the same handlers, and what decides which one a request takes. */
import { http, HttpResponse } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { MARKER_HEADER } from '#src/contract/routes.ts';
import { createPageTransport } from '#src/server/page-transport.ts';

const URL_ASKED = 'http://drydock.test/gateway/api/workspace';
const marked = { headers: { [MARKER_HEADER]: '1' } };

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page with a service worker that can be armed; `network` is what fetch then answers. */
function page({
  network,
  refuse = false,
  late = 0,
}: {
  network?: () => Promise<Response>;
  refuse?: boolean;
  /** So many attempts come to nothing before one succeeds. */
  late?: number;
}) {
  const worker = {} as ServiceWorker;
  const container = { controller: null as ServiceWorker | null };
  const armings: string[] = [];
  const fetched = vi.fn(network ?? (() => Promise.reject(new TypeError('no network'))));
  vi.stubGlobal('fetch', fetched);
  const send = createPageTransport({
    handlers: [
      http.all('http://drydock.test/gateway/api/*', async ({ request }) =>
        HttpResponse.text(`page:${await request.text()}`, marked),
      ),
    ],
    loadServiceWorker: () =>
      Promise.resolve({
        armServiceWorker: () => {
          armings.push('armed');
          if (refuse) return Promise.reject(new Error('refused'));
          if (armings.length <= late) return Promise.resolve(undefined);
          container.controller = worker;
          return Promise.resolve(worker);
        },
      }),
    serviceWorkers: container as ServiceWorkerContainer,
    whenIdle: (work) => work(),
    rearm: 5,
  });
  const ask = async (init?: RequestInit) => (await send(new Request(URL_ASKED, init))).text();
  return { ask, send, armings, fetched, container };
}

const fromWorker = () => Promise.resolve(new Response('worker', marked));

test('the first answer comes from the page, and the worker is armed after it', async () => {
  const { ask, armings, fetched } = page({ network: fromWorker });
  expect(await ask()).toBe('page:');
  await vi.waitFor(() => expect(armings).toEqual(['armed']));
  expect(fetched).not.toHaveBeenCalled();
});

test('an armed worker answers', async () => {
  const { ask, armings } = page({ network: fromWorker });
  await ask();
  await vi.waitFor(() => expect(armings).toHaveLength(1));
  await vi.waitFor(async () => expect(await ask()).toBe('worker'));
});

test.each([
  ['a file server', () => Promise.resolve(new Response('<!doctype html>'))],
  ['nobody', () => Promise.reject(new TypeError('Failed to fetch'))],
])(
  'what %s answered instead of the backend is answered by the page, body and all',
  async (_, network) => {
    const { ask, armings, fetched } = page({ network });
    await ask();
    await vi.waitFor(() => expect(armings).toHaveLength(1));
    expect(await ask({ method: 'PUT', body: 'change' })).toBe('page:change');
    expect(fetched).toHaveBeenCalledTimes(1);
  },
);

test('without its worker in control nothing is sent where it could leave the browser', async () => {
  const { ask, armings, fetched, container } = page({ network: fromWorker });
  await ask();
  await vi.waitFor(() => expect(armings).toHaveLength(1));
  container.controller = {} as ServiceWorker;
  expect(await ask({ method: 'POST', body: 'secret' })).toBe('page:secret');
  container.controller = null;
  expect(await ask({ method: 'POST', body: 'secret' })).toBe('page:secret');
  expect(fetched).not.toHaveBeenCalled();
});

test('a refused registration is not tried again', async () => {
  const { ask, armings } = page({ refuse: true });
  expect(await ask()).toBe('page:');
  expect(await ask()).toBe('page:');
  expect(await ask()).toBe('page:');
  expect(armings).toHaveLength(1);
});

test('a worker that takes control too late is armed later, though nobody asks', async () => {
  const { ask, armings } = page({ network: fromWorker, late: 2 });
  expect(await ask()).toBe('page:');
  await vi.waitFor(() => expect(armings).toHaveLength(3));
  await vi.waitFor(async () => expect(await ask()).toBe('worker'));
});

test('a worker that never takes control is left alone after a few attempts', async () => {
  const { ask, armings } = page({ late: Infinity });
  expect(await ask()).toBe('page:');
  await vi.waitFor(() => expect(armings).toHaveLength(4));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(armings).toHaveLength(4);
});

test('a page without service workers answers itself', async () => {
  const send = createPageTransport({
    handlers: [http.get(URL_ASKED, () => HttpResponse.text('page'))],
    loadServiceWorker: () => Promise.reject(new Error('must not be loaded')),
    serviceWorkers: undefined,
    whenIdle: (work) => work(),
  });
  expect(await (await send(new Request(URL_ASKED))).text()).toBe('page');
});

test('an aborted request rejects, whoever was about to answer', async () => {
  const { send } = page({ network: fromWorker });
  const aborted = AbortSignal.abort();
  await expect(send(new Request(URL_ASKED, { signal: aborted }))).rejects.toThrow(/abort/i);
});
