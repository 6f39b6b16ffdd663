/*
 * The main job on the sample exports (S0): two sites are loaded from their exports, the customers
 * are copied, the report is compared with a deliberately naive computation, and everything that
 * requires attention is worked off by the links that the console itself offers.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import {
  arriveAt,
  finishEverything,
  follow,
  loadExports,
  main,
  openScenario,
  pauseTime,
  press,
  row,
  textOf,
} from '#test/support/console-actions.ts';
import {
  createCopyPlan,
  downloadRequiresAttention,
  grantAccess,
  migrateCustomer,
  openCopyPlans,
  openTab,
  runPlan,
} from '#test/support/copying-actions.ts';
import { exportBytes } from '#test/support/exports.ts';
import { naiveReport } from '#test/support/naive-report.ts';
import { parseCsvText } from '#test/support/read-zip.ts';

const HEADING =
  'Email,Display name,Account type on source,Account type on destination,Account type after copying,Problem,Next step';
const DUPLICATE = 'Found duplicate accounts on destination';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test(
  'sample exports are loaded, copied, reported exactly, and worked off until nothing is outstanding',
  { timeout: 300_000 },
  async () => {
    const { page, recorder } = await openProfile(browser);
    await openScenario(page, 'blank');
    await pauseTime(page);
    await loadExports(page, 'harbor-support', ['source-portal-customers.csv', 'source-users.csv']);
    await loadExports(page, 'harbor', [
      'destination-portal-customers.csv',
      'destination-users.csv',
    ]);

    await createCopyPlan(page, { name: 'Samples', from: 'harbor-support', to: 'harbor' });
    const promised = naiveReport('');
    await main(page)
      .getByText(`RequiresAttention.csv will have ${promised.length} rows.`)
      .waitFor();

    await runPlan(page);
    await finishEverything(page);
    await page.goto('/');
    await follow(main(page), 'Harbor Logistics');
    await openCopyPlans(page);
    await row(page, 'Samples').getByText('Finished').waitFor();
    await follow(row(page, 'Samples'), 'View details of Samples');
    await arriveAt(page, 'Samples');

    const opensGroup = main(page).getByRole('link', { name: /^Open / });
    const group = (await opensGroup.innerText()).replace('Open ', '');
    const report = await downloadRequiresAttention(page);
    expect(report.name).toBe('RequiresAttention.csv');
    expect(textOf(report).split(/\r?\n/)[0]).toBe(HEADING);
    const rows = parseCsvText(textOf(report));
    expect(rows).toEqual(naiveReport(group));

    await openTab(page, 'Requires attention');
    const reviews = `Review group ${group} to assign Customer role`;
    await main(page).getByRole('link', { name: reviews }).first().click();
    await arriveAt(page, group);
    await press(main(page), 'Approve');
    await follow(main(page), 'See what else requires attention in Samples');
    await arriveAt(page, 'Samples');

    const duplicates = rows.filter((each) => each['Problem'] === DUPLICATE);
    const grouped = rows.length - duplicates.length;
    await main(page)
      .getByRole('button', { name: `${grouped} Done` })
      .waitFor();
    const emails = duplicates.map(({ Email: email = '' }) => email);
    const byHand = someOf(emails);
    for (const email of byHand) await upgrade(page, email);
    await upgradeRest(page, emails.length - byHand.length);

    await openTab(page, 'Overview');
    await finishEverything(page);
    await main(page).getByText('Nothing requires attention').waitFor();
    expect(textOf(await downloadRequiresAttention(page)).trim()).toBe(HEADING);
    recorder.expectClean();
  },
);

/** A few of the addresses: the first ones, and one that has lost access on the destination. */
function someOf(emails: readonly string[]): string[] {
  const text = new TextDecoder().decode(exportBytes('destination-portal-customers.csv'));
  const lockedOut = parseCsvText(text).filter(({ active }) => active === 'No');
  const keys = new Set(lockedOut.map(({ email = '' }) => email.trim().toLowerCase()));
  const revoked = emails.filter((email) => keys.has(email.toLowerCase()));
  expect(revoked.length).toBeGreaterThan(1);
  return [...new Set([...revoked.slice(0, 1), ...emails.slice(0, 4)])];
}

/** All others at once, by the report's own button, which gives those without access theirs back first. */
async function upgradeRest(page: Page, count: number): Promise<void> {
  const dialog = page.getByRole('dialog');
  await main(page).getByRole('searchbox', { name: 'Search rows' }).fill('');
  await press(main(page), 'Migrate all duplicates');
  await dialog.getByRole('button', { name: /^Grant access to \d+ customers? first$/ }).click();
  await dialog.getByRole('progressbar').waitFor();
  await press(dialog, 'Cancel');
  await finishEverything(page);
  await press(main(page), 'Migrate all duplicates');
  await press(dialog, `Migrate ${count} customers`);
  await dialog.waitFor({ state: 'detached' });
}

/** From the report's rows: one click to the customer, and the account is migrated. */
async function upgrade(page: Page, email: string): Promise<void> {
  await arriveAt(page, 'Samples');
  await main(page).getByRole('searchbox', { name: 'Search rows' }).fill(email);
  const link = row(page, email).getByRole('link', {
    name: 'Upgrade portal-only account to Atlassian account',
  });
  await link.click();
  await arriveAt(page, 'Portal customers');
  const customer = row(page, email);
  const name = await customer
    .getByRole('button', { name: /^More actions for/ })
    .getAttribute('aria-label');
  const who = name!.replace('More actions for ', '');
  if (await customer.getByText('Access revoked').isVisible()) await grantAccess(page, who);
  await migrateCustomer(page, who);
  await page.goBack();
}
