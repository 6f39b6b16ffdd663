/*
 * The numbered procedures of S0 (copied customers with mismatched account types), clicked in the
 * console by exactly the labels that it names.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  finishEverything,
  follow,
  main,
  openScenario,
  pauseTime,
  press,
  row,
  saved,
} from '#test/support/console-actions.ts';
import { createCopyPlan, openCopyPlans, runPlan } from '#test/support/copying-actions.ts';
import { parseCsvText, unzipped } from '#test/support/read-zip.ts';

const PLAN = 'HR move';

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

async function openDemo(): Promise<void> {
  ({ context, page, recorder } = await openProfile(browser));
  await openScenario(page, 'demo');
  await pauseTime(page);
}

/** Steps 1 and 2 of both procedures of S0: View details, the report, and in it RequiresAttention.CSV. */
async function requiresAttention(): Promise<Record<string, string>[]> {
  await page.goto('/');
  await follow(main(page), 'Harbor Logistics');
  await openCopyPlans(page);
  await row(page, PLAN).getByText('View details', { exact: true }).click();
  await arriveAt(page, PLAN);
  const report = await saved(page, () => press(main(page), 'Download report'));
  return parseCsvText(unzipped(report.bytes)['RequiresAttention.csv']!);
}

/** Step 4 of both procedures of S0: the destination site, from the organization's products. */
async function goToDestination(): Promise<void> {
  await follow(page.getByRole('banner'), 'Products');
  await arriveAt(page, 'Products');
  await follow(main(page), 'harbor');
  await arriveAt(page, 'harbor');
}

describe('S0, copy customers with mismatched account types', () => {
  beforeAll(async () => {
    await openDemo();
    await finishEverything(page);
    await createCopyPlan(page, {
      name: PLAN,
      from: 'harbor-support',
      to: 'harbor',
      customers: 'Only customers related to the selected projects',
      projects: ['HR (HSHR)'],
    });
    await runPlan(page);
    await finishEverything(page);
  });

  afterEach(() => recorder.expectClean());
  afterAll(() => context.close());

  test('review and assign the Customer role to the group of customers', async () => {
    // 1 and 2: from View details the report, and its file of what requires attention.
    const rows = await requiresAttention();
    // 3: the group's name stands in the column Next step.
    const steps = rows.map((each) => each['Next step']!);
    const named = steps.flatMap((step) => /^Review group (\S+) to/.exec(step)?.[1] ?? []);
    expect(new Set(named).size).toBe(1);
    const group = named[0]!;
    // 4: on to the destination.
    await goToDestination();
    // 5: user management has a banner for imported groups, and it says: review now.
    await page.getByRole('navigation', { name: 'harbor' }).getByText('User management').waitFor();
    await follow(page.getByRole('region', { name: 'Imported groups' }), 'review now');
    await arriveAt(page, 'Imported groups');
    // 6: Review, at the group that was noted.
    await row(page, group).getByText('Review', { exact: true }).click();
    await arriveAt(page, group);
    // 7: Approve assigns the Customer role.
    await press(main(page), 'Approve');
    await main(page).getByText('This group is approved').waitFor();

    // Afterwards the report does not ask for it any more.
    const left = await requiresAttention();
    expect(left).toEqual(rows.filter((each) => !each['Next step']!.includes(group)));
  });

  test('upgrade portal-only customers to Atlassian accounts', async () => {
    // 1 and 2: the report, and its file of what requires attention.
    const rows = await requiresAttention();
    // 3: the addresses whose Problem is a duplicate.
    const emails = rows
      .filter((each) => each['Problem'] === 'Found duplicate accounts on destination')
      .map((each) => each['Email']!);
    expect(emails).toHaveLength(2);
    // 4: on to the destination.
    await goToDestination();
    await follow(page.getByRole('navigation', { name: 'harbor' }), 'Portal customers');
    await arriveAt(page, 'Portal customers');
    // 5: each of them is migrated to its Atlassian account.
    for (const email of emails) {
      await page.getByRole('searchbox').fill(email);
      await row(page, email)
        .getByRole('button', { name: /^More actions for/ })
        .click();
      await page.getByRole('menuitem', { name: 'Migrate to Atlassian account' }).click();
      await press(page.getByRole('dialog'), 'Migrate');
      await row(page, email).getByText('Migrating', { exact: true }).waitFor();
    }
    await finishEverything(page);
    await row(page, emails.at(-1)!).getByText('Inactive', { exact: true }).waitFor();

    // Afterwards nothing requires attention.
    expect(await requiresAttention()).toEqual([]);
    await main(page).getByText('Nothing requires attention').waitFor();
  });
});
