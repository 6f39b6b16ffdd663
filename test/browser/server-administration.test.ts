/* A server's own administration in a real browser: the way there, each screen under axe, the keyboard. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import { arriveAt, choose, follow, main, press, row } from '#test/support/console-actions.ts';
import { enter, expectFocusOn, tabTo } from '#test/support/keyboard.ts';
import { findingsOn, showScreen } from '#test/support/screens.ts';
import { putMigration } from '#test/support/server-migration.ts';
import { openWithSmallServer } from '#test/support/small-server-file.ts';
import { SERVER } from '#test/support/small-server.ts';

const PLACE = { serverId: SERVER };

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
    world.store.write((tx) => {
      putMigration(tx, { state: 'finished', startedAt: 1, finishedAt: 2 });
      putMigration(tx, { id: 'plan_fault', name: 'Cut short', state: 'incomplete', finishedAt: 2 });
    });
  });
});

afterAll(async () => {
  await context.close();
  await browser.close();
});

afterEach(() => recorder.expectClean());

test('the home screen offers users separately or together with data (S4, "Customer migration options")', async () => {
  await showScreen(page, pathTo('organizations'), 'Quarry desk');
  expect(await findingsOn(page)).toEqual([]);
  await follow(main(page), 'Quarry desk');
  await arriveAt(page, 'Migration assistant');
  await main(page).getByText('Not assessed yet').waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await follow(main(page), 'Migrate users');
  await page.waitForURL('**/migrations/new?flow=in-advance*');
  await page.goBack();
  await follow(main(page), 'Migrate data');
  await page.waitForURL('**/migrations/new?flow=with-data*');
});

test('Users shows who is on the server, and says before a directory is marked whom that changes', async () => {
  await showScreen(page, pathTo('server-users', PLACE), '1–17 of 17 users');
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole('switch', { name: 'Old Crowd' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark “Old Crowd” active?' });
  await dialog.getByText('1 customer and 1 licensed user are no longer former').waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await press(dialog, 'Mark active');
  await dialog.waitFor({ state: 'detached' });
  await row(page, 'Olaf Stone').getByText('Former customer').waitFor({ state: 'detached' });
});

test('the dashboard tells FAILED from FINISHED, copies and archives (domain.md 7.3)', async () => {
  await showScreen(page, pathTo('server-migrations', PLACE), 'What the statuses mean');
  await row(page, 'Cut short').getByText('FAILED').waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await choose(page, 'Night shift', 'Copy');
  await row(page, 'Night shift (copy)').getByText('SAVED').waitFor();
  await choose(page, 'Cut short', 'Archive');
  await expectFocusOn(page.getByRole('heading', { level: 1, name: 'Migrations dashboard' }));
  await main(page)
    .getByRole('tab', { name: /^Archived/ })
    .click();
  await row(page, 'Cut short').waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

test('the way from the picker to the dashboard and its menu needs the keyboard alone', async () => {
  await showScreen(page, pathTo('organizations'), 'Quarry desk');
  await enter(page, main(page).getByRole('link', { name: 'Quarry desk', exact: true }));
  await expectFocusOn(page.getByRole('heading', { level: 1, name: 'Migration assistant' }));
  const side = page.getByRole('navigation', { name: 'Migrate to cloud' });
  await tabTo(page, side.getByRole('link', { name: 'Migrations dashboard' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expectFocusOn(page.getByRole('heading', { level: 1, name: 'Migrations dashboard' }));
  const menu = main(page).getByRole('button', { name: 'More actions for Night shift (copy)' });
  await enter(page, menu);
  await tabTo(page, page.getByRole('menuitem', { name: 'Delete' }), 'ArrowDown');
  await page.keyboard.press('Escape');
  await expectFocusOn(menu);
});
