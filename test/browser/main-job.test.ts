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
    for (const { Email: email = '' } of duplicates) await upgrade(page, email);

    await openTab(page, 'Overview');
    await finishEverything(page);
    await main(page).getByText('Nothing requires attention').waitFor();
    expect(textOf(await downloadRequiresAttention(page)).trim()).toBe(HEADING);
    recorder.expectClean();
  },
);

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
