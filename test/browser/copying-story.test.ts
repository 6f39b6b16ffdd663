/*
 * The whole story of S2 and S0 in one: a copy is planned, its conflict resolved, its forecast read, it
 * runs, its report is opened, the imported group is approved, the duplicates are migrated, nothing is
 * left, and a further run copies nothing new. Clicked by the labels that the sources name.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import {
  arriveAt,
  choose,
  finishEverything,
  follow,
  main,
  press,
  row,
  textOf,
} from '#test/support/console-actions.ts';
import {
  createCopyPlan,
  downloadRequiresAttention,
  openCopyPlans,
  runPlan,
} from '#test/support/copying-actions.ts';
import { openQuietDemo, savedWorkspace } from '#test/support/disturbed-work.ts';
import { parseCsvText } from '#test/support/read-zip.ts';
import { downloadReport } from '#test/support/run-report.ts';
import { readWorkspaceFile, type WorkspaceFacts } from '#test/support/workspace-facts.ts';

const ROUTE = { from: 'harbor-support', to: 'harbor' };
const PROJECTS = ['HR (HSHR)', 'Facilities (HSFAC)'];
const CONFLICT = 'Some customer organizations already exist on the destination';
const DUPLICATE = 'Found duplicate accounts on destination';
const FILES = [
  'CustomerOrganizations.csv',
  'Customers.csv',
  'Projects.csv',
  'RequiresAttention.csv',
  'Summary.csv',
  'UsersAndGroups.csv',
];
/** What belongs to the plans themselves, and what is written of every run. */
const OF_THE_RUN = ['auditEntries', 'copyOutcomes', 'copyPlans', 'jobs', 'messages'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Customers by outcome, as the tiles count them. */
async function tilesOf(place: Locator): Promise<Record<string, number>> {
  const tiles = place.getByRole('list', { name: 'Customers by outcome' }).getByRole('button');
  await tiles.first().waitFor();
  const shown = await tiles.evaluateAll((buttons) =>
    buttons.map((button) => [...button.children].map(({ textContent }) => textContent)),
  );
  return Object.fromEntries(shown.map(([number, label]) => [label, Number(number)]));
}

/** From the organizations to choose from to *View details* of a plan. */
async function viewDetails(page: Page, plan: string): Promise<void> {
  await page.goto('/');
  await follow(main(page), 'Harbor Logistics');
  await openCopyPlans(page);
  await row(page, plan).getByText('Finished').waitFor();
  await row(page, plan).getByText('View details', { exact: true }).click();
  await arriveAt(page, plan);
}

/** Opens the access of those again who have none, which only the bulk step's dialog asks for. */
async function grantFirst(page: Page, dialog: Locator): Promise<void> {
  const grant = dialog.getByRole('button', { name: /^Grant access to \d+ customers? first$/ });
  if (!(await grant.isVisible())) return;
  await grant.click();
  await dialog.getByRole('progressbar', { name: 'Granting access' }).waitFor();
  await press(dialog, 'Cancel');
  await finishEverything(page);
  await press(main(page), 'Migrate all duplicates');
}

/** Everything but what is written of a run itself. */
async function dataOf(page: Page): Promise<WorkspaceFacts['records']> {
  const { records, violations } = await readWorkspaceFile(await savedWorkspace(page));
  expect(violations).toEqual([]);
  const sets = Object.entries(records).filter(([set]) => !OF_THE_RUN.includes(set));
  // A link names the last run that met the record.
  return Object.fromEntries(
    sets.map(([set, texts]) => [
      set,
      set === 'copyLinks' ? texts.map((text) => text.replace(/,"planId":"[^"]*"/, '')) : texts,
    ]),
  );
}

test(
  'a copy from its plan until nothing is outstanding, and once more: then nothing new is copied (S0, S2)',
  { timeout: 300_000 },
  async () => {
    const { page, recorder } = await openProfile(browser);
    await openQuietDemo(page);

    // The plan is checked for conflicts: one customer organization blocks it.
    await createCopyPlan(page, { name: 'Move', ...ROUTE, projects: PROJECTS });
    await main(page).getByText(CONFLICT, { exact: true }).waitFor();
    await choose(page, 'Northmill Freight', 'Rename on the source');
    const renaming = page.getByRole('dialog', { name: 'Rename “Northmill Freight”' });
    await renaming.getByRole('textbox', { name: 'New name' }).fill('Northmill Facilities');
    await press(renaming, 'Rename');
    await renaming.waitFor({ state: 'detached' });
    await main(page).getByText('No customer organization conflicts').waitFor();

    // The forecast, and the run, which does what it said.
    const forecast = await tilesOf(main(page));
    const promise = await main(page)
      .getByText(/^RequiresAttention\.csv will have \d+ rows\.$/)
      .innerText();
    await runPlan(page);
    await finishEverything(page);
    await viewDetails(page, 'Move');
    expect(await tilesOf(main(page))).toEqual(forecast);

    // The report is downloaded, unzipped and opened: its rows name problems and next steps.
    const report = await downloadReport(page);
    expect([...report.keys()].toSorted()).toEqual(FILES);
    const rows = parseCsvText(report.get('RequiresAttention.csv')!);
    expect(promise).toBe(`RequiresAttention.csv will have ${rows.length} rows.`);
    const grouped = rows.filter(({ Problem }) => Problem !== DUPLICATE);
    const steps = new Set(grouped.map((each) => each['Next step']));
    expect(steps.size).toBe(1);
    const [, group = ''] = /^Review group (\S+) to assign Customer role$/.exec([...steps][0]!)!;
    const arrived = parseCsvText(report.get('CustomerOrganizations.csv')!);
    expect(arrived.map(({ Name }) => Name)).toContain('Northmill Facilities');

    // On the destination: User management, review now, Review, Approve.
    await follow(page.getByRole('banner'), 'Products');
    await arriveAt(page, 'Products');
    await follow(main(page), 'harbor');
    await arriveAt(page, 'harbor');
    await page.getByRole('navigation', { name: 'harbor' }).getByText('User management').waitFor();
    await follow(page.getByRole('region', { name: 'Imported groups' }), 'review now');
    await arriveAt(page, 'Imported groups');
    await row(page, group).getByText('Review', { exact: true }).click();
    await arriveAt(page, group);
    await press(main(page), 'Approve');
    await main(page).getByText('This group is approved').waitFor();

    // The duplicates are migrated to their Atlassian accounts.
    await follow(main(page), 'See what else requires attention in Move');
    await arriveAt(page, 'Move');
    await main(page)
      .getByRole('button', { name: `${grouped.length} Done` })
      .waitFor();
    await press(main(page), 'Migrate all duplicates');
    const migrating = page.getByRole('dialog', { name: /^Migrate \d+ customers? on harbor$/ });
    await migrating.waitFor();
    await grantFirst(page, migrating);
    await migrating.getByRole('button', { name: /^Migrate [1-9]\d* customers?$/ }).click();
    await migrating.waitFor({ state: 'detached' });
    await finishEverything(page);

    // Nothing is outstanding.
    await main(page).getByText('Nothing requires attention').waitFor();
    expect(parseCsvText(textOf(await downloadRequiresAttention(page)))).toEqual([]);
    const before = await dataOf(page);

    // The same once more: everybody has been copied.
    await createCopyPlan(page, { name: 'Again', ...ROUTE, projects: PROJECTS });
    await main(page).getByText('Nothing will require attention.').waitFor();
    const again = await tilesOf(main(page));
    await runPlan(page);
    await finishEverything(page);
    await viewDetails(page, 'Again');
    expect(await tilesOf(main(page))).toEqual(again);
    await main(page).getByText('Nothing requires attention').waitFor();
    await main(page).getByRole('heading', { name: 'Left out: copied before' }).waitFor();
    const earlier = main(page).getByRole('table', { name: 'Earlier runs and what they copied' });
    await earlier.getByRole('row').filter({ hasText: 'Move' }).waitFor();
    const all = Object.values(forecast).reduce((sum, count) => sum + count, 0);
    const { 'Left out, copied earlier': leftOut = 0, ...others } = again;
    expect(others).toEqual({ 'Content under Former user': forecast['Content under Former user'] });
    expect(leftOut).toBe(all - forecast['Content under Former user']!);
    expect(await dataOf(page)).toEqual(before);
    const second = await downloadReport(page);
    for (const name of ['CustomerOrganizations.csv', 'Projects.csv', 'UsersAndGroups.csv']) {
      expect(parseCsvText(second.get(name)!), name).toEqual([]);
    }
    recorder.expectClean();
  },
);
