/*
 * However a request travels, it gets the same answer, and it never leaves the browser (design
 * section 4, Transport). The screen is the organizations to choose from: its words come from the API.
 */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { BASE_PATH, MARKER_HEADER } from '#src/contract/routes.ts';
import { launchBrowser, record, type Recorder } from '../support/browser.ts';
import { serveFolder, type StaticServer } from '../support/static-server.ts';

const SCREEN = 'Harbor Logistics';

let browser: Browser;
let server: StaticServer;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  // A host of its own, to see what reaches it.
  server = await serveFolder(inject('buildFolder'));
  context = await browser.newContext({ baseURL: server.origin });
  recorder = record(context);
  page = await context.newPage();
});

afterEach(async () => {
  recorder.expectClean();
  expect(server.seen.filter((seen) => seen.includes(BASE_PATH))).toEqual([]);
  await context.close();
  await server.close();
});

/** The words on the screen once its rows are there. */
async function screen(of: Page = page): Promise<string> {
  await of.getByText(SCREEN).first().waitFor();
  return of.getByRole('main').innerText();
}

/** The API's answer to a plain fetch of the page, by way of the service worker. */
function fetched(of: Page = page) {
  return of.evaluate(
    async ([path, marker]) => {
      const response = await fetch(path);
      return {
        status: response.status,
        marked: response.headers.has(marker),
        body: await response.text(),
      };
    },
    [`${BASE_PATH}/organizations`, MARKER_HEADER] as const,
  );
}

async function workerInControl(of: Page = page): Promise<void> {
  await of.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  // Registered and in control, it still has to be told about this page.
  await expect.poll(async () => (await fetched(of)).marked).toBe(true);
}

/** Requests of the API that the page made over the network stack, so by way of the worker. */
function requestsByWorker(): number {
  return recorder.requests.filter((url) => new URL(url).pathname.startsWith(BASE_PATH)).length;
}

/** Goes to another screen and back, so that the console asks again. */
async function askAgain(): Promise<string> {
  await page.getByText(SCREEN).first().click();
  await page.getByRole('link', { name: 'Directory' }).first().waitFor();
  await page.goBack();
  return screen();
}

function protocol(): Promise<CDPSession> {
  return context.newCDPSession(page);
}

test('the first rows come from the page itself, later ones by way of the worker', async () => {
  await page.goto('/?scenario=blank');
  const first = await screen();
  expect(requestsByWorker()).toBe(0);
  await workerInControl();
  const before = requestsByWorker();
  expect(await askAgain()).toBe(first);
  expect(requestsByWorker()).toBeGreaterThan(before);
});

test('a worker that the browser stopped answers as before', async () => {
  await page.goto('/?scenario=blank');
  const first = await screen();
  await workerInControl();
  const answer = await fetched();
  const session = await protocol();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  expect(await fetched()).toEqual(answer);
  await session.send('ServiceWorker.stopAllWorkers');
  expect(await askAgain()).toBe(first);
});

test('a worker that is gone is missed by nobody, and comes back', async () => {
  await page.goto('/?scenario=blank');
  const first = await screen();
  await workerInControl();
  const session = await protocol();
  await session.send('Storage.clearDataForOrigin', {
    origin: server.origin,
    storageTypes: 'service_workers,cache_storage',
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller === null);
  expect(await askAgain()).toBe(first);
  await expect
    .poll(async () => (await askAgain()) === first && (await isControlled(page)), {
      timeout: 60_000,
      interval: 1_000,
    })
    .toBe(true);
  await workerInControl();
});

test('where registration is refused the page answers the same', async () => {
  // The page to compare with has a profile of its own: its worker must not serve the other.
  const elsewhere = await browser.newContext({ baseURL: server.origin });
  const other = await elsewhere.newPage();
  await other.goto('/?scenario=blank');
  const first = await screen(other);
  await elsewhere.close();

  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new TypeError('refused'));
  });
  await page.goto('/?scenario=blank');
  expect(await screen()).toBe(first);
  expect(await askAgain()).toBe(first);
  expect(await isControlled(page)).toBe(false);
});

test('a hard reload, alone or beside a second tab, loads once and answers the same', async () => {
  await page.goto('/?scenario=blank');
  const first = await screen();
  await workerInControl();
  const answer = await fetched();
  const session = await protocol();
  const alone = documentsServed();
  await session.send('Page.reload', { ignoreCache: true });
  expect(await screen()).toBe(first);
  await workerInControl();
  expect(await fetched()).toEqual(answer);
  expect(documentsServed()).toBe(alone + 1);

  const second = await context.newPage();
  await second.goto('/');
  expect(await screen(second)).toBe(first);
  const beside = documentsServed();
  await session.send('Page.reload', { ignoreCache: true });
  // The second tab owns the workspace now: the answers come by way of it, not all at once.
  await expect.poll(() => screen(), { timeout: 30_000 }).toBe(first);
  await workerInControl();
  expect(await fetched()).toEqual(answer);
  expect(documentsServed()).toBe(beside + 1);
});

test('the policy stops what it forbids', async () => {
  await page.goto('/?scenario=blank');
  await screen();
  const outcome = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.effectiveDirective);
      event.preventDefault();
    });
    const foreign = await fetch('https://drydock.invalid/').catch(() => 'blocked');
    const script = document.createElement('script');
    script.textContent = 'document.title = "changed"';
    document.head.append(script);
    await new Promise((resolve) => setTimeout(resolve, 0));
    return { foreign, violations, title: document.title };
  });
  expect(outcome.foreign).toBe('blocked');
  expect(outcome.violations).toContain('connect-src');
  expect(outcome.violations).toContain('script-src-elem');
  expect(outcome.title).not.toBe('changed');
  // The browser notes each violation, as it must; nothing else may have been noted.
  const noted = recorder.takeComplaints();
  expect(noted.filter((complaint) => !complaint.includes('Content Security Policy'))).toEqual([]);
  expect(recorder.takeRequests().filter((url) => !url.startsWith(server.origin))).toEqual([]);
});

/** How often the host was asked for the page itself. */
function documentsServed(): number {
  return server.seen.filter((seen) => seen === 'GET /').length;
}

function isControlled(of: Page): Promise<boolean> {
  return of.evaluate(() => navigator.serviceWorker.controller !== null);
}
