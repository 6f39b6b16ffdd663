/*
 * Everything that a browser may do to a page that keeps its data in it: run out of storage, clear
 * it, end the worker, serve a newer version. Each is provoked, explained on screen, and left behind
 * without the loss of an acknowledged change.
 */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { axe, launchBrowser, openProfile, record, type Recorder } from '../support/browser.ts';
import { main, simulator } from '../support/console-actions.ts';
import { openChangingHost } from '../support/changing-host.ts';
import { evict, runStored, spoilStored } from '../support/stored-files.ts';

const SCREEN = 'Harbor Logistics';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let recorder: Recorder;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  ({ context, page, recorder } = await openProfile(browser));
});

afterEach(async () => {
  recorder.expectClean();
  await context.close();
});

async function open(path = '/?scenario=blank'): Promise<void> {
  await page.goto(path);
  await page.getByText(SCREEN).first().waitFor();
}

function heading(name: string): Promise<void> {
  return page.getByRole('heading', { name }).waitFor();
}

async function become(wanted: 'agent' | 'site-admin'): Promise<void> {
  await page.getByLabel('Persona').selectOption(wanted);
  const name = wanted === 'agent' ? /agent/i : /site admin/i;
  await page.getByRole('banner').getByRole('button', { name }).waitFor();
}

function persona(): Promise<string> {
  return page.getByLabel('Persona').inputValue();
}

/** Sets how much the browser gives to this origin, used space included, as long as the answer is not called. */
async function limitQuota(bytes: number): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
  return () => session.detach();
}

/** A look at a screen, for the eye; only where a folder for it is named. */
async function look(name: string): Promise<void> {
  const folder = process.env['DRYDOCK_SCREENSHOTS'];
  if (!folder) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

function drawer(): Promise<void> {
  return simulator(page)
    .getByRole('button', { name: /^Simulator/ })
    .click();
}

/** Saves the workspace as a file in the simulator's panel. */
async function saveWorkspace(): Promise<string> {
  await drawer();
  const saving = page.waitForEvent('download');
  await simulator(page).getByRole('button', { name: 'Save', exact: true }).click();
  const path = await (await saving).path();
  await simulator(page)
    .getByText(/Last saved: /)
    .waitFor();
  return path;
}

test('a browser with little room left is noticed, and is asked to keep what is worth keeping', async () => {
  // Chromium tells pages of ten gigabytes, whatever the disk holds, and asks nobody.
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ usage: 90_000_000, quota: 100_000_000 });
    navigator.storage.persist = () => {
      document.documentElement.dataset['asked'] = 'yes';
      return Promise.resolve(true);
    };
  });
  await open();
  await simulator(page).getByRole('button', { name: 'Pause simulated time' }).click();
  const warning = page.getByRole('region', { name: 'Storage is nearly full' });
  await warning.getByText('The browser gives only 10 MB more storage').waitFor();
  expect(await axe(page)).toEqual([]);
  await look('scarce');

  const asked = () => page.evaluate(() => document.documentElement.dataset['asked']);
  expect(await asked()).toBeUndefined();
  await page.goto('/s/site_harbor/customer-access');
  await main(page).getByRole('textbox').first().fill('worth-keeping.example');
  await main(page).getByRole('button', { name: 'Add', exact: true }).click();
  await main(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(asked).toBe('yes');
});

test('a full disk refuses changes, says so, and is left behind by itself', async () => {
  await open();
  await become('agent');
  const release = await limitQuota(1);
  await page.getByLabel('Persona').selectOption('site-admin');
  const banner = page.getByRole('region', { name: 'Storage is full' });
  await banner.waitFor();
  expect(await persona()).toBe('agent');
  expect(await axe(page)).toEqual([]);
  await look('full');
  // Everything can still be looked at, and saved.
  const saving = page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Save as file' }).click();
  const start = readFileSync(await (await saving).path()).subarray(0, 15);
  expect(start.toString()).toBe('SQLite format 3');
  await page.getByText(SCREEN).first().click();
  await page.getByRole('link', { name: 'Directory' }).first().waitFor();

  await release();
  await banner.waitFor({ state: 'detached' });
  await become('site-admin');
  await page.reload();
  await page.getByRole('link', { name: 'Directory' }).first().waitFor();
  expect(await persona()).toBe('site-admin');
});

test('a workspace that the browser has cleared is missed, and its file brings it back', async () => {
  await open();
  await become('agent');
  const file = await saveWorkspace();
  await look('storage');
  await evict(page);
  recorder.takeComplaints();

  await page.goto('/');
  await heading('The browser has cleared your workspace');
  expect(await axe(page)).toEqual([]);
  await look('cleared');
  await page.reload();
  await heading('The browser has cleared your workspace');
  await page.getByLabel('Workspace file').setInputFiles(file);
  await page.getByText(SCREEN).first().waitFor();
  expect(await persona()).toBe('agent');
  await open('/');
  expect(await persona()).toBe('agent');

  await evict(page);
  recorder.takeComplaints();
  await page.goto('/');
  await page.getByRole('button', { name: 'Go on with fresh Demo data' }).click();
  await page.getByText(SCREEN).first().waitFor();
  await open('/');
});

test('a worker that dies is replaced, and a change under way is made once', async () => {
  await open();
  await become('agent');
  for (const wanted of ['site-admin', 'agent'] as const) {
    await endWorker();
    await become(wanted);
  }
  await endWorker();
  await heading('The simulated backend stopped again and again');
  expect(await axe(page)).toEqual([]);
  await look('stopped');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByText(SCREEN).first().waitFor();
  expect(await persona()).toBe('agent');
});

/** Ends the database worker without a word. */
async function endWorker(): Promise<void> {
  const worker = page.workers().find((each) => each.url().includes('/worker-'))!;
  const closed = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate(() => self.close()).catch(() => undefined);
  await closed;
}

test.each([
  ['beginning', 'The stored workspace cannot be read'],
  ['middle', 'The stored workspace cannot be read'],
  ['half', 'The stored workspace cannot be read'],
  ['empty', 'The browser has cleared your workspace'],
] as const)(
  'a stored database is spoilt (%s): it is said, never replaced in silence',
  async (how, words) => {
    await open();
    await become('agent');
    await runStored(page);
    expect(await spoilStored(page, how)).toBeGreaterThan(0);
    recorder.takeComplaints();
    await page.goto('/');
    await heading(words);
    await look(`spoilt-${how}`);
  },
);

test('a log that lost its end is noticed by what was seen before', async () => {
  await open();
  await become('agent');
  await runStored(page);
  await open('/');
  // From here on everything is in the log alone.
  for (const wanted of ['site-admin', 'agent', 'site-admin'] as const) await become(wanted);
  await spoilStored(page, 'log');
  recorder.takeComplaints();
  await page.goto('/');
  await heading('The last changes of your workspace are missing');
  await look('older');
  await page.getByRole('button', { name: 'Go on with what is there' }).click();
  await page.getByText(SCREEN).first().waitFor();
  await open('/');
});

test('a workspace of a newer release can be saved, and replaced after a question', async () => {
  await open();
  await become('agent');
  await runStored(page, 'pragma user_version = 99');
  recorder.takeComplaints();
  await page.goto('/');
  await heading('A newer Drydock wrote the stored workspace');
  await look('too-new');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the workspace as a file' }).click();
  expect(readFileSync(await (await saving).path()).length).toBeGreaterThan(100_000);
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('button', { name: 'Delete and start afresh' }).click();
  // Given up on purpose: nobody says that the browser has cleared it.
  await page.getByText(SCREEN).first().waitFor();
});

test('where the browser refuses to store, everything works in memory and says so', async () => {
  await context.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    const refusal = `navigator.storage.getDirectory = () => Promise.reject(new DOMException('', 'SecurityError'));`;
    await route.fulfill({ response, body: `${refusal}${await response.text()}` });
  });
  await open();
  await page.getByText('This browser keeps nothing').waitFor();
  await become('agent');
  await drawer();
  await simulator(page).getByText('Not kept', { exact: true }).waitFor();
  await look('memory');
});

test('a newer version under an open tab is announced, and what was typed stays until the reload', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-deploy-'));
  const host = await openChangingHost(inject('buildFolder'));
  await context.close();
  context = await browser.newContext({ baseURL: host.origin });
  recorder = record(context);
  page = await context.newPage();
  await page.goto('/s/site_harbor/customer-access?scenario=blank');
  const field = main(page).getByRole('textbox').first();
  await field.fill('typed.example');
  deployNewer(inject('buildFolder'), folder);
  host.serve(folder);

  await main(page).getByRole('button', { name: 'Add customers' }).click();
  const notice = page.getByRole('region', { name: 'A newer Drydock is available' });
  await notice.waitFor();
  expect(await field.inputValue()).toBe('typed.example');
  expect(await axe(page)).toEqual([]);
  await look('newer');
  await page.getByRole('link', { name: 'Duplicate accounts' }).first().click();
  await heading('This screen could not be loaded');
  await look('newer-screen');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { level: 1, name: 'Duplicate accounts' }).waitFor();
  expect(await notice.count()).toBe(0);
  // The browser notes each file that is gone.
  const complaints = recorder.takeComplaints();
  expect(
    complaints.filter((each) => !/Failed to (load resource|fetch)|Unable to preload/.test(each)),
  ).toEqual([]);
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same build with other names for all its parts, as a newer one has. */
function deployNewer(built: string, folder: string): void {
  const names = readdirSync(join(built, 'assets')).filter((name) => /-[\w-]{8}\.\w+$/.test(name));
  const renamed = (text: string) =>
    names.reduce((now, name) => now.replaceAll(name, name.replace(/\.(\w+)$/, 'n.$1')), text);
  cpSync(built, folder, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js|css)$/.test(file)) continue;
    const path = join(folder, file);
    const text = renamed(readFileSync(path, 'utf8'));
    writeFileSync(path, text.replace(/(name="drydock-build" content=")/, '$1newer-'));
  }
  for (const name of names) {
    renameSync(join(folder, 'assets', name), join(folder, 'assets', renamed(name)));
  }
}
