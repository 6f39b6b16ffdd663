/* Several tabs: one owns the workspace, the others say so and can take it over without a loss. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, openProfile, type Recorder } from '../support/browser.ts';

const SCREEN = 'Harbor Logistics';
const OPEN_ELSEWHERE = 'Drydock is open in another tab';
const TAKEN = 'Drydock is now open in another tab';

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
  await first.goto('/');
  await rows(first);
});

afterEach(async () => {
  recorder.expectClean();
  await context.close();
});

function rows(page: Page): Promise<void> {
  return page.getByText(SCREEN).first().waitFor();
}

function heading(page: Page, name: string): Promise<void> {
  return page.getByRole('heading', { name }).waitFor();
}

async function openSecond(): Promise<Page> {
  const second = await context.newPage();
  await second.goto('/');
  return second;
}

/** Chooses another persona; the header names it once the workspace has acknowledged the change. */
async function become(page: Page, wanted: 'agent' | 'site-admin'): Promise<void> {
  await page.getByLabel('Persona').selectOption(wanted);
  const name = wanted === 'agent' ? /agent/i : /site admin/i;
  await page.getByRole('banner').getByRole('button', { name }).waitFor();
}

function persona(page: Page): Promise<string> {
  return page.getByLabel('Persona').inputValue();
}

test('a second tab says that Drydock is open elsewhere and leaves the first alone', async () => {
  const second = await openSecond();
  await heading(second, OPEN_ELSEWHERE);
  await first.reload();
  await rows(first);
  await second.reload();
  await heading(second, OPEN_ELSEWHERE);
});

test('a takeover loses nothing, either way', async () => {
  await become(first, 'agent');
  const second = await openSecond();
  await second.getByRole('button', { name: 'Take over' }).click();
  await rows(second);
  await heading(first, TAKEN);
  expect(await persona(second)).toBe('agent');

  await become(second, 'site-admin');
  await first.getByRole('button', { name: 'Take it back' }).click();
  await rows(first);
  await heading(second, TAKEN);
  expect(await persona(first)).toBe('site-admin');
});

test('a tab whose owner was closed or crashed takes over at once', async () => {
  await become(first, 'agent');
  const second = await openSecond();
  await heading(second, OPEN_ELSEWHERE);
  const session = await context.newCDPSession(first);
  // The answer to this command never comes: the renderer that would give it is gone.
  session.send('Page.crash').catch(() => undefined);
  await second.getByRole('button', { name: 'Take over' }).click();
  await rows(second);
  expect(await persona(second)).toBe('agent');
});

test('what was changed is there after a reload', async () => {
  await become(first, 'agent');
  await first.reload();
  await rows(first);
  expect(await persona(first)).toBe('agent');
});

test('a scenario in the address is opened once: a reload keeps what was done since', async () => {
  await first.goto('/?scenario=blank');
  await rows(first);
  expect(new URL(first.url()).search).toBe('');
  await become(first, 'agent');
  await first.reload();
  await rows(first);
  expect(await persona(first)).toBe('agent');
});
