/*
 * Every screen of the account side, light and dark, at 1280 pixels: axe finds nothing (WCAG 2.2 AA),
 * the console says nothing, and nothing is asked of another origin.
 */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  choose,
  finishEverything,
  follow,
  main,
  openScenario,
  pauseTime,
  press,
  select,
} from '#test/support/console-actions.ts';
import { findingsOn, showNext, showScreen } from '#test/support/screens.ts';

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

/** Goes to the page of the first user of the list whom nothing keeps from being looked at whole. */
async function openUser(): Promise<void> {
  await main(page)
    .getByRole('row')
    .filter({ has: page.getByText('Active', { exact: true }) })
    .getByRole('link', { name: /^Show details/ })
    .first()
    .click();
}

/** Chooses from the menu of the page's actions. */
async function openMenu(item: string | RegExp): Promise<void> {
  await main(page)
    .getByRole('button', { name: /^More actions for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The dialog that is open. */
async function openDialog(): Promise<Locator> {
  const dialog = page.locator('[role=dialog], [role=alertdialog]');
  await dialog.getByRole('button', { name: 'Cancel' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  return dialog;
}

/** Looks at the dialog that has just been asked for, and closes it. */
async function lookAtDialog(): Promise<void> {
  const dialog = await openDialog();
  expect(await findings()).toEqual([]);
  await press(dialog, 'Cancel');
  await dialog.waitFor({ state: 'detached' });
}

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
  await showNext(page, path, words);
  expect(await findings()).toEqual([]);
});

test('a user of the centralized experience, and the dialogs of the page', async () => {
  await show(pathTo('directory-users', HARBOR, { search: 'lueders' }), LIST);
  await openUser();
  await main(page).getByText('Groups').first().waitFor();
  expect(await findings()).toEqual([]);
  await openMenu('Suspend access');
  await lookAtDialog();
  await openMenu(/^Convert to portal-only account/);
  await lookAtDialog();
  await openMenu('Remove user');
  await lookAtDialog();
  await main(page)
    .getByRole('combobox', { name: 'Product role' })
    .first()
    .selectOption({ label: 'None' });
  await lookAtDialog();
});

test('a user of the original experience', async () => {
  await show(pathTo('site-users', CARE), LIST);
  await openUser();
  await main(page).getByRole('switch', { name: 'Has access on site' }).waitFor();
  expect(await findings()).toEqual([]);
});

test('a group', async () => {
  await show(pathTo('directory-groups', HARBOR), 'dock-managers');
  await main(page).getByRole('link', { name: 'dock-managers' }).first().click();
  await arriveAt(page, 'dock-managers');
  await main(page).getByRole('table').waitFor();
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

test('a selection, its bar, the dialog of a bulk step, how it runs, and its results', async () => {
  await show(pathTo('portal-customers', SITE, { search: 'klinik' }), LIST);
  await main(page).getByRole('checkbox').first().check();
  const bar = main(page).getByRole('region', { name: 'Selected customers' });
  await bar.getByText(/selected/).waitFor();
  expect(await findings()).toEqual([]);
  await press(bar, 'Migrate to Atlassian account');
  const dialog = await openDialog();
  await dialog.getByText('Will be changed').waitFor();
  expect(await findings()).toEqual([]);
  await dialog.getByRole('button', { name: /^Migrate \d+ customers$/ }).click();
  const progress = main(page).getByRole('region', { name: 'Migrate to Atlassian account' });
  await progress.waitFor();
  expect(await findings()).toEqual([]);
  await follow(progress, 'Show results');
  await main(page).getByRole('button', { name: 'Stop' }).waitFor();
  await press(main(page), 'Stop');
  await main(page).getByRole('button', { name: 'Resume' }).waitFor();
  expect(await findings()).toEqual([]);
  await press(main(page), 'Resume');
  await main(page).getByRole('button', { name: 'Stop' }).waitFor();
  await finishEverything(page);
  await main(page)
    .getByRole('button', { name: /^Retry \d+ failed$/ })
    .waitFor();
  await main(page).getByText('Finished', { exact: true }).waitFor();
  expect(await findings()).toEqual([]);
});

test('inviting users, with the duplicate that it would make', async () => {
  await show(pathTo('directory-users', HARBOR), LIST);
  await press(main(page), 'Invite users');
  const dialog = await openDialog();
  await select(dialog, 'Site', 'harbor');
  await dialog.getByLabel(/^E-mail address/).fill('ivanova@mailbox.example');
  await dialog
    .getByText(/portal-only account/)
    .first()
    .waitFor();
  expect(await findings()).toEqual([]);
});

test('adding customers, with what each address would get', async () => {
  await show(pathTo('customer-access', SITE), 'Allow portal-only accounts');
  await press(main(page), 'Add customers');
  const dialog = await openDialog();
  await dialog
    .getByLabel(/^E-mail addresses/)
    .fill('new@harbor-logistics.example, ada@mail.example, none');
  await dialog.getByRole('table').waitFor();
  expect(await findings()).toEqual([]);
});

test('the help center of somebody in a log-in loop', async () => {
  await show(
    pathTo('help-center', SITE, { email: 'oangelov@stepova-mills.example' }),
    'They go round in a log-in loop',
  );
  expect(await findings()).toEqual([]);
});

test('the dialogs of a customer’s menu', async () => {
  await show(pathTo('portal-customers', SITE, { state: 'active' }), LIST);
  const menu = main(page)
    .getByRole('button', { name: /^More actions for/ })
    .first();
  const name = (await menu.getAttribute('aria-label'))!.replace('More actions for ', '');
  for (const item of [
    'Edit full name',
    'Change password',
    'Migrate to Atlassian account',
    'Revoke access',
    'Delete account',
  ]) {
    await choose(page, name, item);
    await lookAtDialog();
  }
});
