/*
 * The screens of copying beyond those of `screens.test.ts`, light and dark, at 1280 pixels: axe finds
 * nothing (WCAG 2.2 AA), the console says nothing, and nothing is asked of another origin.
 */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  choose,
  chooseFiles,
  finishEverything,
  main,
  press,
  select,
  textOf,
} from '#test/support/console-actions.ts';
import {
  createCopyPlan,
  downloadRequiresAttention,
  openTab,
  runPlan,
} from '#test/support/copying-actions.ts';
import { openQuietDemo } from '#test/support/disturbed-work.ts';
import { findingsOn, showScreen } from '#test/support/screens.ts';

const HARBOR = { organizationId: 'organization_harbor' };
const SITE = { siteId: 'site_harbor' };
const ROUTE = { from: 'harbor-support', to: 'harbor' };

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;
/** Addresses of plans by name. */
const plans: Record<string, string> = {};

const findings = () => findingsOn(page);
const show = (path: string, words: string | RegExp) => showScreen(page, path, words);

async function nothingUnderWay(): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}

/** Looks at the dialog that has just been asked for, as it is once all of it is there. */
async function openDialog(words: string | RegExp): Promise<Locator> {
  const dialog = page.locator('[role=dialog], [role=alertdialog]');
  await dialog.getByText(words).first().waitFor();
  await nothingUnderWay();
  expect(await findings()).toEqual([]);
  return dialog;
}

/** From the report's rows: takes the access of a duplicate away, so that it must be granted first. */
async function revokeFirstDuplicate(): Promise<void> {
  const upgrades = 'Upgrade portal-only account to Atlassian account';
  await main(page).getByRole('link', { name: upgrades }).first().click();
  await arriveAt(page, 'Portal customers');
  await main(page)
    .getByRole('button', { name: /^More actions for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Revoke access' }).click();
  const dialog = page.locator('[role=dialog], [role=alertdialog]');
  await press(dialog, 'Revoke access');
  await dialog.waitFor({ state: 'detached' });
}

beforeAll(async () => {
  browser = await launchBrowser();
  ({ context, page, recorder } = await openProfile(browser));
  await openQuietDemo(page);
  await createCopyPlan(page, { name: 'Blocked', ...ROUTE, projects: ['Facilities (HSFAC)'] });
  plans['Blocked'] = page.url();
  await createCopyPlan(page, { name: 'Finished', ...ROUTE, projects: ['HR (HSHR)'] });
  await runPlan(page);
  await finishEverything(page);
  plans['Finished'] = page.url();
});

afterEach(() => recorder.expectClean());

afterAll(async () => {
  await context.close();
  await browser.close();
});

test('every step of the wizard', async () => {
  await show(pathTo('copy-plan-new', HARBOR), 'How it works');
  const next = () => press(main(page), 'Next');
  await next();
  await main(page).getByRole('heading', { name: 'Select a product' }).waitFor();
  expect(await findings()).toEqual([]);
  await next();
  await select(page, 'Source', 'harbor-support (Harbor Logistics)');
  await select(page, 'Destination', 'harbor (Harbor Logistics)');
  await page.getByRole('textbox', { name: 'Copy plan name' }).fill('Draft');
  expect(await findings()).toEqual([]);
  await next();
  await page.getByRole('checkbox', { name: 'HR (HSHR)' }).check();
  expect(await findings()).toEqual([]);
  await next();
  await main(page).getByRole('heading', { name: 'Select data' }).waitFor();
  await nothingUnderWay();
  expect(await findings()).toEqual([]);
});

test('a blocked plan with the rows of every check, and the two remedies', async () => {
  await show(plans['Blocked']!, 'Some customer organizations already exist on the destination');
  const closed = main(page).getByRole('button', { name: /^Show [\d,]+ rows?$/ });
  while ((await closed.count()) > 0) await closed.first().click();
  expect(await findings()).toEqual([]);
  await choose(page, 'Northmill Freight', 'Rename on the source');
  const dialog = page.getByRole('dialog');
  await press(dialog, 'Rename');
  await openDialog('Enter another name');
  await press(dialog, 'Cancel');
  await choose(page, 'Northmill Freight', 'Remove from the source');
  await press(await openDialog(/keep their accounts/), 'Cancel');
});

test('the forecast with the flow as a table, and beside a real report', async () => {
  await show(plans['Blocked']!, 'The flow as a table');
  await main(page).getByText('The flow as a table').click();
  await main(page)
    .getByRole('table', { name: /by outcome$/ })
    .waitFor();
  const text = 'Email,Problem\nsomebody@mail.example,Found duplicate accounts on destination\n';
  await chooseFiles(page, 'Drop the real report here', [{ name: 'RequiresAttention.csv', text }]);
  const compared = page.getByRole('region', { name: 'Forecast beside RequiresAttention.csv' });
  await compared.getByText('somebody@mail.example').first().waitFor();
  expect(await findings()).toEqual([]);
});

test('the runbook of a plan, and of a run', async () => {
  for (const name of ['Blocked', 'Finished']) {
    await show(`${plans[name]!}/runbook`, 'Print');
    await main(page).getByRole('heading', { level: 2 }).first().waitFor();
    expect(await findings()).toEqual([]);
  }
});

test('what requires attention, worked off in bulk', async () => {
  const rows = `${plans['Finished']!}?tab=attention`;
  await show(rows, 'Approve groups');
  await revokeFirstDuplicate();
  await show(rows, 'Approve groups');
  await press(main(page), 'Migrate all duplicates');
  const migrating = await openDialog(/without access cannot be migrated$/);
  await migrating.getByRole('button', { name: /^Grant access to/ }).click();
  await openDialog('Granting access');
  await press(migrating, 'Cancel');
  await finishEverything(page);
  await press(main(page), 'Approve groups');
  await press(await openDialog(/It takes/), 'Cancel');
});

test('the review of the group that came out of a run', async () => {
  await show(plans['Finished']!, 'Customers by outcome');
  await main(page)
    .getByRole('link', { name: /^Open imported-customers/ })
    .click();
  await main(page).getByText('If you approve').first().waitFor();
  await nothingUnderWay();
  expect(await findings()).toEqual([]);
});

test('the Customers page of a service project, and adding customers to it', async () => {
  await show(pathTo('service-projects', SITE), 'Freight Desk');
  expect(await findings()).toEqual([]);
  const project = { ...SITE, projectId: 'project_harbor-freight' };
  await show(pathTo('project-customers', project), /^1–\d+ of/);
  expect(await findings()).toEqual([]);
  await press(main(page), 'Add customers');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('somebody@mail.example');
  await dialog.getByText('somebody@mail.example').nth(1).waitFor();
  await nothingUnderWay();
  expect(await findings()).toEqual([]);
});

test('a saved report checked again, and beside the forecast of its run', async () => {
  await show(plans['Finished']!, 'Customers by outcome');
  const text = textOf(await downloadRequiresAttention(page));
  const name = 'RequiresAttention.csv';
  await chooseFiles(page, 'Drop RequiresAttention.csv here', [{ name, text }]);
  await chooseFiles(page, 'Drop the real report here', [{ name, text }]);
  for (const region of [`Rows of ${name}`, `Forecast beside ${name}`]) {
    await page.getByRole('region', { name: region }).getByRole('table').waitFor();
  }
  await nothingUnderWay();
  expect(await findings()).toEqual([]);
});

test('a run that is asked to stop, and what is left of it', async () => {
  await createCopyPlan(page, { name: 'Stopped', ...ROUTE, projects: ['IT Help (HSIT)'] });
  await runPlan(page);
  await press(main(page), 'Stop');
  await press(await openDialog(/cannot be resumed/), 'Stop the run');
  await main(page).getByText('The run was stopped').waitFor();
  await nothingUnderWay();
  expect(await findings()).toEqual([]);
  await openTab(page, 'Customers');
  await nothingUnderWay();
  expect(await findings()).toEqual([]);
});
