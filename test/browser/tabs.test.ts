/*
 * Several tabs on one workspace: one owns it, the others are served through it, and go on by
 * themselves when it closes, leaves or dies.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { problems } from '#src/contract/problem.ts';
import { BASE_PATH } from '#src/contract/routes.ts';
import { pathTo } from '#src/ui/paths.ts';
import { axe, launchBrowser, openProfile, type Recorder } from '../support/browser.ts';
import { finishEverything, main, row } from '../support/console-actions.ts';
import { migrateCustomer } from '../support/copying-actions.ts';
import { openQuietDemo } from '../support/disturbed-work.ts';
import { endRenderer } from '../support/kill-renderer.ts';
import {
  hearAcknowledged,
  inControl,
  invited,
  lostOrDoubled,
  makeChanges,
} from '../support/tab-changes.ts';

/**
 * A bare picture has no icon of its own, and a page that is killed while it fetches SQLite says so
 * before it goes. Neither is a complaint of the app's.
 */
const IGNORED = /\/favicon\.ico|wasm streaming compile failed|falling back to ArrayBuffer/;
const SCREEN = 'Harbor Logistics';
const PATIENTLY = { timeout: 60_000, interval: 10 };

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let first: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  ({ context, page: first, recorder } = await openProfile(browser));
  await first.goto('/?scenario=blank');
  await rows(first);
});

afterEach(async () => {
  const complaints = recorder.takeComplaints().filter((text) => !IGNORED.test(text));
  expect(complaints).toEqual([]);
  recorder.expectClean();
  await context.close();
});

function rows(page: Page): Promise<void> {
  return page.getByText(SCREEN).first().waitFor();
}

async function openSecond(): Promise<Page> {
  const second = await context.newPage();
  await second.goto('/');
  await rows(second);
  return second;
}

/** Chooses another persona; the header names it once the workspace has acknowledged the change. */
async function become(page: Page, wanted: 'agent' | 'site-admin'): Promise<void> {
  await page.getByLabel('Persona').selectOption(wanted);
  await showsPersona(page, wanted);
}

function showsPersona(page: Page, wanted: 'agent' | 'site-admin'): Promise<void> {
  const name = wanted === 'agent' ? /agent/i : /site admin/i;
  return page.getByRole('banner').getByRole('button', { name }).waitFor();
}

function persona(page: Page): Promise<string> {
  return page.getByLabel('Persona').inputValue();
}

test('a change in either tab appears in the other, by itself', async () => {
  const second = await openSecond();
  await become(first, 'agent');
  await showsPersona(second, 'agent');
  await become(second, 'site-admin');
  await showsPersona(first, 'site-admin');
  await second.reload();
  await rows(second);
  expect(await persona(second)).toBe('site-admin');
  await first.reload();
  await rows(first);
  expect(await persona(first)).toBe('site-admin');
});

const ENDS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['is closed', (page) => page.close()],
  ['goes elsewhere', (page) => page.goto('about:blank')],
  ['crashes', (page) => endRenderer(page, 'crash')],
];

test.each(ENDS)(
  'when the owner %s, the other tab goes on with what was asked',
  async (how, end) => {
    const heard = await hearAcknowledged(context);
    const second = await openSecond();
    await inControl(second);
    const quiet = await makeChanges(second, { tab: 'before', count: 10, atOnce: 4 });
    const changing = makeChanges(second, { tab: 'during', count: 60, atOnce: 4 });
    await expect.poll(() => heard.size, PATIENTLY).toBeGreaterThan(20);
    await end(first);
    const gap = await changing;
    const told = `${Math.round(gap)} ms (before: ${Math.round(quiet)} ms)`;
    process.stdout.write(`owner ${how}: longest gap ${told}\n`);
    expect(heard.size).toBe(70);
    expect(lostOrDoubled(heard, await invited(second))).toEqual([]);
    await become(second, 'agent');
  },
);

test('of two tabs that change things at once one is killed: what was acknowledged is there, once', async () => {
  const heard = await hearAcknowledged(context);
  const second = await openSecond();
  await Promise.all([inControl(first), inControl(second)]);
  // The tab dies before it has made them all.
  const killed = makeChanges(first, { tab: 'first', count: 1_000, atOnce: 2 }).catch(
    () => 'killed',
  );
  const living = makeChanges(second, { tab: 'second', count: 60, atOnce: 2 });
  await expect.poll(() => heard.size, PATIENTLY).toBeGreaterThan(40);
  await endRenderer(first, 'crash');
  expect(await killed).toBe('killed');
  await living;
  const present = await invited(second);
  expect(present.filter((email) => email.startsWith('second-'))).toHaveLength(60);
  expect(lostOrDoubled(heard, present)).toEqual([]);
});

test('a tab goes on after its owner, and the owner after it, one after the other', async () => {
  await become(first, 'agent');
  let last = first;
  for (const wanted of ['site-admin', 'agent', 'site-admin'] as const) {
    const next = await openSecond();
    await last.close();
    await become(next, wanted);
    last = next;
  }
  expect(await persona(last)).toBe('site-admin');
});

/** An address of this origin without the app, where a test plays the owner of the workspace. */
async function playOwner(build: string | null): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/icon.svg');
  await first.close();
  await page.evaluate(async (name) => {
    const all = new BroadcastChannel('drydock-workspace');
    all.addEventListener('message', ({ data }: MessageEvent<{ type: string; tab: string }>) => {
      if (data.type !== 'join' || name === null) return;
      const channel = new BroadcastChannel(`drydock-workspace:${data.tab}`);
      const state = { phase: 'ready', storage: 'durable' };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
      channel.postMessage({ type: 'here', owner: 'played', build: name, state, change: 1 });
    });
    await new Promise<void>((held) => {
      void navigator.locks
        .request('drydock-workspace', () => {
          held();
          return new Promise(() => undefined);
        })
        .catch(() => undefined);
    });
  }, build);
  return page;
}

test('an owner that does not answer is named, and can be relieved of the workspace', async () => {
  await become(first, 'agent');
  await playOwner(null);
  const second = await context.newPage();
  await second.goto('/');
  await second.getByRole('heading', { name: 'Another tab keeps the workspace' }).waitFor();
  expect(await axe(second)).toEqual([]);
  await second.getByRole('button', { name: 'Take over' }).click();
  await rows(second);
  expect(await persona(second)).toBe('agent');
});

test('an owner of another version serves nobody: the tab says which to reload, or takes over', async () => {
  await playOwner('another');
  const second = await context.newPage();
  await second.goto('/');
  await second.getByRole('heading', { name: 'An older Drydock is open in another tab' }).waitFor();
  expect(await axe(second)).toEqual([]);
  await second.getByRole('button', { name: 'Take over' }).click();
  await rows(second);
});

test('a page that the browser would keep for the way back keeps the workspace from nobody', async () => {
  const keeping = await chromium.launch({
    executablePath: inject('chromiumPath'),
    args: ['--no-sandbox', '--disable-gpu'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const profile = await openProfile(keeping);
  const owner = profile.page;
  await owner.goto('/?scenario=blank');
  await rows(owner);
  const follower = await profile.context.newPage();
  await follower.goto('/');
  await rows(follower);
  for (const [leaver, other, wanted] of [
    [follower, owner, 'agent'],
    [owner, follower, 'site-admin'],
  ] as const) {
    await leaver.goto('about:blank');
    await become(other, wanted);
    // It comes back without being loaded.
    await leaver.goBack({ waitUntil: 'commit' });
    await showsPersona(leaver, wanted);
  }
  await keeping.close();
});

test('work that one tab begins is seen to begin and to end in the other', async () => {
  await openQuietDemo(first);
  const customers = pathTo('portal-customers', { siteId: 'site_harbor' }, { state: 'active' });
  await first.goto(customers);
  const header = main(first).getByRole('rowheader').first();
  const [name = '', email = ''] = (await header.innerText()).split('\n').filter(Boolean).slice(-2);
  const alone = pathTo('portal-customers', { siteId: 'site_harbor' }, { search: email });
  await first.goto(alone);
  await row(first, email).waitFor();
  const second = await context.newPage();
  await second.goto(alone);
  await row(second, email).getByText('Active').waitFor();

  await migrateCustomer(first, name);
  await row(second, email).getByText('Migrating', { exact: true }).waitFor();
  await finishEverything(second);
  await row(second, email).getByText('Inactive').waitFor();
  await row(first, email).getByText('Inactive').waitFor();
});

test('a file of many megabytes reaches the owner from another tab', async () => {
  const second = await openSecond();
  await inControl(second);
  const status = await second.evaluate(async (path) => {
    const body = new Uint8Array(32 * 1024 * 1024).fill(7);
    const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': 'large' };
    return (await fetch(path, { method: 'PUT', headers, body })).status;
  }, `${BASE_PATH}/workspace/file`);
  // Read to its end, and found to be no workspace.
  expect(status).toBe(problems['workspace.file-unreadable'].status);
});

test('what was changed is there after a reload', async () => {
  await become(first, 'agent');
  await first.reload();
  await rows(first);
  expect(await persona(first)).toBe('agent');
});

test('a scenario in the address is opened once, in a second tab as well', async () => {
  expect(new URL(first.url()).search).toBe('');
  await become(first, 'agent');
  await first.reload();
  await rows(first);
  expect(await persona(first)).toBe('agent');

  const second = await context.newPage();
  await second.goto('/?scenario=demo');
  await expect.poll(() => persona(second), PATIENTLY).toBe('organization-admin');
  await expect.poll(() => persona(first), PATIENTLY).toBe('organization-admin');
  await become(second, 'agent');
  await second.reload();
  await showsPersona(second, 'agent');
});
