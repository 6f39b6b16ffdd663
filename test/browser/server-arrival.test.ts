/* S4, "How to check if all the customers are migrated to cloud", as an administrator does it: both counts. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  become,
  follow,
  main,
  press,
  row,
  saved,
  textOf,
} from '#test/support/console-actions.ts';
import { findingsOn, showScreen } from '#test/support/screens.ts';
import { IN_ADVANCE, prepare, run } from '#test/support/small-migration.ts';
import { openWithSmallServer } from '#test/support/small-server-file.ts';
import { SERVER } from '#test/support/small-server.ts';

const PLACE = { serverId: SERVER, planId: IN_ADVANCE.id };
const ARRIVAL = pathTo('server-arrival', PLACE);

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ context, page, recorder } = await openProfile(browser, {
    viewport: { width: 1280, height: 900 },
  }));
  await openWithSmallServer(page, async (world) => {
    prepare(world);
    await run(world, IN_ADVANCE);
  });
});

afterAll(async () => {
  await context.close();
  await browser.close();
});

afterEach(() => recorder.expectClean());

/** The number before some words. */
async function counted(words: string): Promise<number> {
  const text = (
    await main(page).getByText(words, { exact: true }).locator('..').innerText()
  ).replaceAll(',', '');
  return Number.parseInt(text, 10);
}

// The tests are one story: each goes on where the one before has ended.

test('Migrations dashboard > View details shows the count of the server, and leads to the answer', async () => {
  await showScreen(page, pathTo('server-migrations', { serverId: SERVER }), IN_ADVANCE.name);
  await showScreen(page, pathTo('server-migration', PLACE), '8 customers of Quarry desk');
  await follow(page, 'Did everybody arrive?');
  await arriveAt(page, 'Did everybody arrive?');
  await main(page).getByText('Everybody is accounted for').waitFor();
  expect(await counted('customers that this migration takes')).toBe(8);
  expect(await findingsOn(page)).toEqual([]);
});

test('User management > Jira Service Management shows the count of the site', async () => {
  const [onSite, all] = [
    await counted('portal-only accounts'),
    await main(page)
      .getByText(/The list of Portal customers shows|All that the list/)
      .innerText(),
  ];
  await follow(page, 'Portal customers');
  await arriveAt(page, 'Portal customers');
  const shown = await main(page)
    .getByText(/^1–\d+ of [\d,]+/)
    .innerText();
  const total = Number(/of ([\d,]+)/.exec(shown)?.[1]?.replaceAll(',', ''));
  const listed = /shows ([\d,]+)/.exec(all)?.[1]?.replaceAll(',', '');
  expect(total).toBe(listed === undefined ? onSite : Number(listed));
});

test('every person has what became of them, filtered and opened with the keyboard alone', async () => {
  await showScreen(page, ARRIVAL, 'Everybody is accounted for');
  await main(page).getByRole('button', { name: '2 Merged', exact: true }).focus();
  await page.keyboard.press('Space');
  await row(page, 'dan.home').getByText('came along in the account of dan').waitFor();
  await main(page)
    .getByRole('button', { name: /^Dan\.home Stone/ })
    .focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Dan.home Stone' });
  await panel.getByRole('link', { name: 'Atlassian account' }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

test('the file has everybody', async () => {
  const file = await saved(page, () => press(main(page), 'Download CSV'));
  expect(file.name).toBe('Arrival.csv');
  expect(textOf(file).trimEnd().split('\r\n')).toHaveLength(18);
});

test('an agent reads who may see it', async () => {
  await showScreen(page, ARRIVAL, 'Everybody is accounted for');
  await become(page, 'agent');
  await main(page).getByText("You don't have access to this").waitFor();
  expect(await findingsOn(page)).toEqual([]);
});
