/*
 * S4 as an administrator reads and clicks it: customers come in advance or with the data, are counted
 * on both sides, and whoever is missing in a count is explained. Each test goes on where the one
 * before has ended.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  finishEverything,
  follow,
  main,
  press,
  row,
  saved,
  textOf,
} from '#test/support/console-actions.ts';
import { runPlan } from '#test/support/copying-actions.ts';
import { openQuietDemo, savedWorkspace } from '#test/support/disturbed-work.ts';
import {
  beginMigration,
  choosePeople,
  fixAddresses,
  leaveStep,
  openAssistant,
  SERVER_NAME,
  tableOf,
  viewMigration,
} from '#test/support/migration-actions.ts';
import { parseCsvText } from '#test/support/read-zip.ts';
import { readWorkspaceFile } from '#test/support/workspace-facts.ts';

const IN_ADVANCE = 'Migrate your users in advance';
const WITH_DATA = 'Migrate your data';
const ALL = 'All Jira Service Management customers';
const RELATED = 'Only customers related to the selected projects';
const NONE = 'No customers';
/** A customer of the server whose address no site knows. */
const NEW_CUSTOMER = 'ida.holmqvist@granskog.example';
const PROJECT = 'Warehouse Desk (WHS)';
const THE_DATA = { card: WITH_DATA, name: 'The data', customers: RELATED } as const;

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ context, page, recorder } = await openProfile(browser));
  await openQuietDemo(page);
});

afterAll(async () => {
  await context.close();
  await browser.close();
});

afterEach(() => recorder.expectClean());

/** The wizard offers exactly these customers. */
async function expectCustomerChoices(labels: readonly string[]): Promise<void> {
  const group = main(page).getByRole('group', { name: 'Customers', exact: true });
  for (const name of labels) await group.getByRole('radio', { name, exact: true }).waitFor();
  expect(await group.getByRole('radio').count()).toBe(labels.length);
}

/** The number at the start of a text that is on screen. */
async function numberIn(text: RegExp): Promise<number> {
  const words = await main(page).getByText(text).first().innerText();
  return Number(text.exec(words)![1]);
}

/** The number of people of an item that a migration includes, and its status. */
async function included(item: string): Promise<readonly [people: number, status: string]> {
  const { [item]: cells } = await tableOf(page, 'This migration includes');
  const [, people, status] = cells!;
  return [Number(people), status!];
}

/** The count of a site: from the organization to the site, and there to its customers. */
async function countInCloud(organization: string, site: string, link: string): Promise<number> {
  await page.goto('/');
  await follow(main(page), organization);
  await follow(page.getByRole('banner'), 'Products');
  await arriveAt(page, 'Products');
  await follow(main(page), site);
  await arriveAt(page, site);
  const navigation = page.getByRole('navigation', { name: site });
  await navigation.getByText('User management').waitFor();
  await follow(navigation, link);
  await arriveAt(page, 'Portal customers');
  return numberIn(/^1–\d+ of ([\d,]+) customers$/);
}

/** On *Did everybody arrive?*: its sums, once both columns were found to add up. */
async function reconciled(): Promise<{ lines: Record<string, number[]>; sums: number[] }> {
  const table = await tableOf(page, 'From one count to the other');
  const { 'What became of them': _heading, Together: sums, ...lines } = table;
  const numbers = Object.fromEntries(
    Object.entries(lines).map(([label, cells]) => [label, cells.map(Number)]),
  );
  for (const side of [0, 1]) {
    const together = Object.values(numbers).reduce((sum, cells) => sum + cells[side]!, 0);
    expect(together).toBe(Number(sums![side]));
  }
  return { lines: numbers, sums: sums!.map(Number) };
}

test('S4, “Customer migration options”: in advance with all users, groups and customers, and nobody is told', async () => {
  await openAssistant(page);
  await fixAddresses(page);
  await openAssistant(page);
  const plan = { card: IN_ADVANCE, name: 'Before the data', customers: ALL } as const;
  await beginMigration(page, plan);

  // All users and groups; their membership and the customers are optional.
  const users = main(page).getByRole('group', { name: 'Users and groups' });
  await users.getByText('All users and groups', { exact: true }).waitFor();
  expect(await users.getByRole('radio').count()).toBe(0);
  const all = Number(/(\d+) users/.exec(await users.innerText())![1]);
  await page.getByRole('radio', { name: 'Preserve group membership', checked: true }).waitFor();
  await expectCustomerChoices([ALL, NONE]);

  await choosePeople(page, plan);
  await press(main(page), 'Run checks again');
  await main(page).getByText('Nothing blocks the run').waitFor();
  await main(page)
    .getByText(/^Passed on .* Kept until/)
    .first()
    .waitFor();
  expect(await included('Users and groups')).toEqual([all, 'SAVED']);
  await runPlan(page);
  await finishEverything(page);

  await viewMigration(page, plan.name);
  await main(page).getByText('FINISHED', { exact: true }).first().waitFor();
  expect(await included('Users and groups')).toEqual([all, 'FINISHED']);
  expect((await included('Customers'))[1]).toBe('FINISHED');
  // S4, “Email invites”: no notification is sent.
  const { records, violations } = await readWorkspaceFile(await savedWorkspace(page));
  expect(violations).toEqual([]);
  const ofNew = (set: string) => records[set]!.filter((each) => each.includes(NEW_CUSTOMER));
  expect(ofNew('portalCustomers')).toHaveLength(1);
  expect(ofNew('messages')).toEqual([]);
});

test('S4, “How to check if all the customers are migrated to cloud”: two counts, and what explains their difference', async () => {
  await viewMigration(page, 'Before the data');
  const onServer = await numberIn(new RegExp(`^(\\d+) customers of ${SERVER_NAME}$`));
  const onSite = await countInCloud('Harbor Logistics', 'harbor', 'Portal customers');
  expect(onSite).not.toBe(onServer);

  await viewMigration(page, 'Before the data');
  await follow(main(page), 'Did everybody arrive?');
  await arriveAt(page, 'Did everybody arrive?');
  await main(page).getByText('Everybody is accounted for').waitFor();
  const { lines, sums } = await reconciled();
  expect(sums[0]).toBe(onServer);
  // Who was migrated to an Atlassian account on the site is still listed there, as inactive.
  const inactive = await numberIn(/and (\d+) inactive since their migration/);
  expect(sums[1]! + inactive).toBe(onSite);
  // Each reason stands on its own line: linked accounts, two accounts, former customers.
  for (const reason of ['Created', 'Linked', 'Two accounts (licensed user)']) {
    expect(lines[reason]![1], reason).toBeGreaterThan(0);
  }
  expect(lines['Linked to Atlassian account']).toEqual([expect.any(Number), 0]);
  expect(lines['Former customer']).toEqual([expect.any(Number), 0]);

  const file = await saved(page, () => press(main(page), 'Download CSV'));
  const people = parseCsvText(textOf(file));
  expect(people).toHaveLength(await numberIn(/^1–\d+ of ([\d,]+) people$/));
});

test('the groups that came along give their access once they are approved', async () => {
  await page.goto('/s/site_harbor');
  await arriveAt(page, 'harbor');
  await follow(page.getByRole('region', { name: 'Imported groups' }), 'review now');
  await arriveAt(page, 'Imported groups');
  for (const name of ['jira-administrators', 'jira-servicedesk-users', 'warehouse-leads']) {
    await row(page, name).getByText(SERVER_NAME).waitFor();
  }
  await follow(main(page), 'Review warehouse-leads');
  await arriveAt(page, 'warehouse-leads');
  await press(main(page), 'Approve');
  await main(page).getByText('This group is approved').waitFor();
});

test('S4, “When migrating customers as part of data migration”: three choices, and No customers only without a service project', async () => {
  await openAssistant(page);
  await beginMigration(page, THE_DATA);
  await expectCustomerChoices([ALL, RELATED, NONE]);
  await press(main(page), 'Back');
  await page.getByRole('checkbox', { name: PROJECT }).check();
  await leaveStep(page, 'Select projects');
  await page.getByText(`${NONE} is offered only without a service project`).waitFor();
  await expectCustomerChoices([ALL, RELATED]);
});

test('S4, “Reducing downtime by pre-migrating customers”: they are not migrated again with the data', async () => {
  await choosePeople(page, THE_DATA);
  const earlier = await numberIn(/^(\d+) people came with an earlier run/);
  expect(earlier).toBeGreaterThan(50);
  await runPlan(page);
  await finishEverything(page);

  await viewMigration(page, THE_DATA.name);
  const outcomes = main(page).getByRole('list', { name: 'People by outcome' });
  await outcomes.getByRole('button', { name: `${earlier} Left out, migrated earlier` }).waitFor();
  // S4, “Deleted or inactive customers”: they appear as Former customer.
  await outcomes.getByRole('button', { name: /^\d+ Former customer$/ }).click();
  await row(page, 'katarzyna.mazur@baltyk-cargo.example').waitFor();
  await page.getByRole('tab', { name: 'Overview' }).click();
  const onServer = await numberIn(new RegExp(`^(\\d+) customers of ${SERVER_NAME}$`));
  await follow(main(page), 'Did everybody arrive?');
  await main(page).getByText('Everybody is accounted for').waitFor();
  expect((await reconciled()).sums[0]).toBe(onServer);
});
