/* Whether a page may be served by the service worker, however that one behaves meanwhile. */
import { expect, test } from 'vitest';
import { hasControlOrNoWorker } from '#src/server/page-control.ts';

const patience = { attempts: 5, milliseconds: 5 };

type Look = 'gone' | 'not active' | 'deaf' | 'claims' | 'claims next time';

/** `navigator.serviceWorker` of an uncontrolled page; each look at it finds the next of these, then the last. */
function container(...looks: readonly [Look, ...Look[]]) {
  const controlled = { state: 'activated' } as ServiceWorker;
  const claims: string[] = [];
  let looked = 0;
  class Container extends EventTarget {
    controller: ServiceWorker | null = null;
    readonly getRegistration = () => {
      const look = looks[Math.min(looked, looks.length - 1)]!;
      looked += 1;
      if (look === 'gone') return Promise.resolve(undefined);
      const active = {
        postMessage: (message: string) => {
          claims.push(message);
          if (look === 'claims') queueMicrotask(() => this.claimed());
          // The page that asked has given up by then; the next look finds it controlled.
          if (look === 'claims next time') setTimeout(() => this.claimed(), 12);
        },
      };
      return Promise.resolve({ active: look === 'not active' ? null : active });
    };
    claimed(): void {
      this.controller = controlled;
      this.dispatchEvent(new Event('controllerchange'));
    }
  }
  const fake = new Container();
  return { fake: fake as unknown as ServiceWorkerContainer, claims, looked: () => looked };
}

test('a page without a worker may have one registered', async () => {
  const { fake, claims } = container('gone');
  expect(await hasControlOrNoWorker(fake, patience)).toBe(true);
  expect(claims).toEqual([]);
});

test('a controlled page is armed without asking the worker again', async () => {
  const { fake, claims } = container('deaf');
  Object.assign(fake, { controller: {} });
  expect(await hasControlOrNoWorker(fake, patience)).toBe(true);
  expect(claims).toEqual([]);
});

test('a worker that claims the page when asked is waited for', async () => {
  const { fake, claims } = container('claims');
  expect(await hasControlOrNoWorker(fake, patience)).toBe(true);
  expect(claims).toEqual(['CLAIM']);
});

test('a registration that vanishes while its worker is asked is no obstacle', async () => {
  const { fake, looked } = container('deaf', 'gone');
  expect(await hasControlOrNoWorker(fake, patience)).toBe(true);
  expect(looked()).toBe(2);
});

test('a worker that is active only later is asked then', async () => {
  const { fake, claims } = container('not active', 'not active', 'claims');
  expect(await hasControlOrNoWorker(fake, patience)).toBe(true);
  expect(claims).toEqual(['CLAIM']);
});

test('a claim that comes late counts at the next look', async () => {
  const { fake } = container('claims next time');
  expect(await hasControlOrNoWorker(fake, patience)).toBe(true);
});

test.each(['not active', 'deaf'] as const)(
  'a worker that is %s for ever leaves the page as it is',
  async (look) => {
    const { fake, looked } = container(look);
    expect(await hasControlOrNoWorker(fake, patience)).toBe(false);
    expect(looked()).toBe(patience.attempts);
  },
);
