/*
 * Every screen of the account side, light and dark, at 1280 pixels: axe finds nothing (WCAG 2.2 AA),
 * the console says nothing, and nothing is asked of another origin.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import { choose, main, openScenario, pauseTime, press } from '#test/support/console-actions.ts';
import { findingsOn, showScreen } from '#test/support/screens.ts';

const HARBOR = { organizationId: 'organization_harbor' };
const FJORD = { organizationId: 'organization_fjord' };
const SITE = { siteId: 'site_harbor' };
const CARE = { siteId: 'site_fjord-care' };
const LIST = /^1–\d+ of/;

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;

const findings = () => findingsOn(page);
const show = (path: string, words: string | RegExp) => showScreen(page, path, words);

beforeAll(async () => {
  browser = await launchBrowser();
  ({ context, page, recorder } = await openProfile(browser));
  await openScenario(page, 'demo');
  await pauseTime(page);
});

afterEach(() => recorder.expectClean());

afterAll(async () => {
  await context.close();
  await browser.close();
});

test.each([
  ['the Directory without users', pathTo('directory', FJORD), 'fjord-care'],
  ['audit log', pathTo('audit-log', HARBOR), LIST],
  ['account types', pathTo('account-types', HARBOR), 'Portal-only account'],
  ['customer access', pathTo('customer-access', SITE), 'Allow portal-only accounts'],
  ['duplicate accounts', pathTo('duplicates', SITE), LIST],
  ['no duplicate that matches', pathTo('duplicates', SITE, { search: 'zzzz' }), 'Clear'],
  ['the help center without a person', pathTo('help-center', SITE), /person|address/i],
  ['bulk steps', pathTo('bulk-steps', SITE), /bulk/i],
  ['the mailbox', pathTo('mailbox'), LIST],
])('%s', async (_, path, words) => {
  await show(path, words);
  expect(await findings()).toEqual([]);
});

test('a user of the centralized experience, and the dialogs of the page', async () => {
  await show(pathTo('directory-users', HARBOR), LIST);
  await main(page)
    .getByRole('link', { name: /^Show details/ })
    .first()
    .click();
  await main(page).getByText('Groups').first().waitFor();
  expect(await findings()).toEqual([]);
  await press(main(page), 'Suspend access');
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).first().waitFor();
  expect(await findings()).toEqual([]);
});

test('a user of the original experience', async () => {
  await show(pathTo('site-users', CARE), LIST);
  await main(page)
    .getByRole('link', { name: /^Show details/ })
    .first()
    .click();
  await main(page).getByRole('switch', { name: 'Has access on site' }).waitFor();
  expect(await findings()).toEqual([]);
});

test('a group', async () => {
  await show(pathTo('directory-groups', HARBOR), 'dock-managers');
  await main(page).getByRole('link', { name: 'dock-managers' }).first().click();
  await main(page).getByText('Members').first().waitFor();
  expect(await findings()).toEqual([]);
});

test('a customer’s page with its tabs, and the help center as the customer sees it', async () => {
  await show(pathTo('portal-customers', SITE, { state: 'active' }), LIST);
  await main(page).getByRole('rowheader').getByRole('button').first().click();
  await page.getByRole('complementary').getByRole('link', { name: 'Open profile' }).click();
  const tabs = main(page).getByRole('tab');
  await tabs.first().waitFor();
  for (const tab of await tabs.all()) {
    await tab.click();
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    expect(await findings()).toEqual([]);
  }
});

test('a selection, its bar, and the dialog of a bulk step', async () => {
  await show(pathTo('portal-customers', SITE, { state: 'active' }), LIST);
  await main(page).getByRole('checkbox').first().check();
  await main(page)
    .getByText(/selected/)
    .first()
    .waitFor();
  expect(await findings()).toEqual([]);
});

test('the dialogs of a customer’s menu', async () => {
  await show(pathTo('portal-customers', SITE, { state: 'active' }), LIST);
  const menu = main(page)
    .getByRole('button', { name: /^More actions for/ })
    .first();
  const name = (await menu.getAttribute('aria-label'))!.replace('More actions for ', '');
  for (const item of ['Edit full name', 'Change password', 'Revoke access', 'Delete account']) {
    await choose(page, name, item);
    const dialog = page.locator('[role=dialog], [role=alertdialog]');
    await dialog.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
    expect(await findings()).toEqual([]);
    await press(dialog, 'Cancel');
    await dialog.waitFor({ state: 'detached' });
  }
});
