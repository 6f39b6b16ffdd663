/*
 * Customer organizations of the same name with other members (S2, "it will cause an error"): they
 * block the run, stand in a CSV, and are removed or renamed on the source; then the run goes through.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import {
  arriveAt,
  choose,
  finishEverything,
  main,
  press,
  row,
  saved,
  textOf,
} from '#test/support/console-actions.ts';
import { createCopyPlan, runPlan } from '#test/support/copying-actions.ts';
import { openQuietDemo } from '#test/support/disturbed-work.ts';
import { enter, expectFocusKept, expectFocusOn, tabTo } from '#test/support/keyboard.ts';
import { parseCsvText } from '#test/support/read-zip.ts';
import { downloadReport } from '#test/support/run-report.ts';

const CONFLICT = 'Some customer organizations already exist on the destination';
const NAME = 'Northmill Freight';
const HEADING =
  'Customer organization,Difference,Members on source,Members on destination,Members on both,Service projects on source,Service projects on destination,Service projects linked on one site only';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** A plan that selects the service project of the conflict. */
async function openBlockedPlan(page: Page, name: string): Promise<void> {
  await openQuietDemo(page);
  await createCopyPlan(page, {
    name,
    from: 'harbor-support',
    to: 'harbor',
    projects: ['Facilities (HSFAC)'],
  });
  await main(page).getByText(CONFLICT, { exact: true }).waitFor();
  await runIsBlocked(page);
}

/** Run says why it cannot be pressed, and pressing it does nothing. */
async function runIsBlocked(page: Page): Promise<void> {
  const run = main(page).getByRole('button', { name: 'Run', exact: true });
  await main(page).getByText('Resolve the conflicts first').waitFor({ state: 'attached' });
  expect(await run.getAttribute('aria-disabled')).toBe('true');
  await run.click({ force: true });
  expect(await page.getByRole('dialog').count()).toBe(0);
}

/** Checked once more, nothing blocks; the run goes through. */
async function runThrough(page: Page, name: string): Promise<void> {
  await main(page).getByText('No customer organization conflicts').waitFor();
  await press(main(page), 'Check again');
  await main(page)
    .getByText(/^Nothing blocks the run/)
    .waitFor();
  expect(await main(page).getByText(CONFLICT).count()).toBe(0);
  await runPlan(page);
  await finishEverything(page);
  await arriveAt(page, name);
  await main(page).getByText('Finished').first().waitFor();
}

/** The customer organizations that the run brought, by its report. */
async function broughtBy(page: Page): Promise<Record<string, string>[]> {
  return parseCsvText((await downloadReport(page)).get('CustomerOrganizations.csv')!);
}

test('a conflict blocks the run, its CSV says how the two differ, and removed on the source it blocks no more', async () => {
  const { context, page, recorder } = await openProfile(browser);
  await openBlockedPlan(page, 'Facilities, removed');

  const cells = await row(page, NAME).first().getByRole('cell').allInnerTexts();
  const figures = /^(\d+) on the source, (\d+) on the destination, (\d+) on both$/;
  const [, source, destination, both] = cells.flatMap((cell) => figures.exec(cell) ?? []);
  const file = await saved(page, () => press(main(page), `Download CSV: ${CONFLICT}`));
  expect(file.name).toBe('check-customer-organizations.csv');
  expect(textOf(file).split(/\r?\n/)[0]).toBe(HEADING);
  expect(parseCsvText(textOf(file)).map((line) => Object.values(line))).toEqual([
    [NAME, 'Members', source, destination, both, 'Facilities', 'Billing; Freight Desk', ''],
  ]);

  await choose(page, NAME, 'Remove from the source');
  const dialog = page.getByRole('alertdialog', {
    name: `Remove “${NAME}” from harbor-support?`,
  });
  await dialog.getByText(`The ${source} members keep their accounts`).waitFor();
  await press(dialog, 'Remove');
  await dialog.waitFor({ state: 'detached' });
  await runThrough(page, 'Facilities, removed');
  expect(await broughtBy(page)).toEqual([]);
  recorder.expectClean();
  await context.close();
});

test('the same conflict is renamed on the source by the keyboard alone, and arrives under its new name', async () => {
  const { context, page, recorder } = await openProfile(browser);
  await openBlockedPlan(page, 'Facilities, renamed');

  const menu = main(page).getByRole('button', { name: `More actions for ${NAME}` });
  await enter(page, menu);
  const item = page.getByRole('menuitem', { name: 'Rename on the source' });
  await tabTo(page, item, 'ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Rename “${NAME}”` });
  await expectFocusOn(dialog.getByRole('textbox', { name: 'New name' }));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectFocusOn(menu);

  await page.keyboard.press('Enter');
  await tabTo(page, item, 'ArrowDown');
  await page.keyboard.press('Enter');
  await expectFocusOn(dialog.getByRole('textbox', { name: 'New name' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Northmill Facilities');
  await enter(page, dialog.getByRole('button', { name: 'Rename' }));
  await dialog.waitFor({ state: 'detached' });
  await main(page).getByText('No customer organization conflicts').waitFor();
  await expectFocusKept(page);

  // The numbers of the flow's picture, without a pointer.
  const numbers = main(page).getByText('The flow as a table');
  await tabTo(page, numbers);
  await page.keyboard.press('Enter');
  await main(page)
    .getByRole('table', { name: 'Customers from harbor-support to harbor by outcome' })
    .waitFor();
  await expectFocusOn(numbers);

  await runThrough(page, 'Facilities, renamed');
  const brought = await broughtBy(page);
  expect(brought.map(({ Name }) => Name)).toEqual(['Northmill Facilities']);
  expect(brought[0]!['Service projects']).toBe('Facilities');
  recorder.expectClean();
  await context.close();
});
