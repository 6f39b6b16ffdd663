/*
 * The procedures of S1, in both user management experiences, clicked in the console by exactly the
 * labels that it names: which experience one has, migrating a customer, enabling site access.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  become,
  finishEverything,
  follow,
  main,
  openScenario,
  pauseTime,
  press,
  row,
} from '#test/support/console-actions.ts';

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
  recorder.expectClean();
  await context.close();
});

async function openDemo(): Promise<void> {
  ({ context, page, recorder } = await openProfile(browser));
  await openScenario(page, 'demo');
  await pauseTime(page);
}

/** The last steps of both procedures of S1: the row's menu, Migrate, and what becomes of the profile. */
async function migrateFirstActive(): Promise<void> {
  const customer = main(page)
    .getByRole('row')
    .filter({ has: page.getByText('Active', { exact: true }) })
    .first();
  const header = await customer.getByRole('rowheader').innerText();
  const email = header.split('\n').at(-1)!;
  await customer.getByRole('button', { name: /^More actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Migrate to Atlassian account' }).click();
  await press(page.getByRole('dialog', { name: 'Migrate to Atlassian account' }), 'Migrate');
  await row(page, email).getByText('Migrating', { exact: true }).waitFor();
  // It can take up to 10 minutes; then the old profile stays listed as Inactive.
  await finishEverything(page);
  await row(page, email).getByText('Inactive', { exact: true }).waitFor();
}

/** The last user of the list that is suspended: an address to find it by. */
async function suspendedUser(): Promise<string> {
  await main(page).getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Suspended' });
  const suspended = main(page)
    .getByRole('row')
    .filter({ has: page.getByText('Suspended', { exact: true }) })
    .last();
  const header = await suspended.getByRole('rowheader').innerText();
  return header.split('\n').at(-1)!;
}

describe('which user management experience do you have?', () => {
  test('with Users and Groups under Directory it is the centralized one', async () => {
    await openDemo();
    await follow(main(page), 'Harbor Logistics');
    await follow(page.getByRole('banner'), 'Directory');
    const navigation = page.getByRole('navigation', { name: 'Directory' });
    await navigation.getByRole('link', { name: 'Users', exact: true }).waitFor();
    await navigation.getByRole('link', { name: 'Groups', exact: true }).waitFor();
  });

  test('without them it is the original one, and Users is found under Products', async () => {
    await openDemo();
    await follow(main(page), 'Fjord Clinics');
    await follow(page.getByRole('banner'), 'Directory');
    await arriveAt(page, 'Directory');
    const links = await page.getByRole('link').allInnerTexts();
    expect(links.filter((name) => name === 'Users' || name === 'Groups')).toEqual([]);
    await follow(page.getByRole('banner'), 'Products');
    await arriveAt(page, 'Products');
    await main(page)
      .getByRole('link', { name: /^Users/ })
      .click();
    await arriveAt(page, 'Users');
  });
});

describe('migrate a portal-only customer to an Atlassian account', () => {
  test('with the centralized user management, acting as organization admin', async () => {
    await openDemo();
    // 1: the organization, as there is more than one.
    await follow(main(page), 'Harbor Logistics');
    await arriveAt(page, 'Overview');
    // 2: Products in the header.
    await follow(page.getByRole('banner'), 'Products');
    await arriveAt(page, 'Products');
    // 3: under Sites and products, the site with Jira Service Management.
    await main(page).getByRole('heading', { name: 'Sites and products' }).waitFor();
    await follow(main(page), 'harbor');
    await arriveAt(page, 'harbor');
    // 4: in the nav bar's section Jira Service Management, Portal customers.
    const navigation = page.getByRole('navigation', { name: 'harbor' });
    await navigation.getByRole('heading', { name: 'Jira Service Management' }).waitFor();
    await follow(navigation, 'Portal customers');
    await arriveAt(page, 'Portal customers');
    // 5 and 6: the customer's menu, and Migrate to confirm.
    await migrateFirstActive();
  });

  test.each(['organization admin', 'site admin'])(
    'with the original user management, acting as %s',
    async (persona) => {
      await openDemo();
      await become(page, persona);
      // 1: the site's own admin, by the site's name.
      await follow(main(page), 'fjord-care');
      await arriveAt(page, 'fjord-care');
      // 2: Jira Service Management.
      const navigation = page.getByRole('navigation', { name: 'fjord-care' });
      await follow(navigation, 'Jira Service Management');
      await arriveAt(page, 'Portal customers');
      // 3: the customer's menu, and Migrate to confirm.
      await migrateFirstActive();
    },
  );
});

describe('enable site access for a customer with an Atlassian account', () => {
  test('with the original user management: Has access on site', async () => {
    await openDemo();
    await become(page, 'site admin');
    // 1: Products > Users.
    await follow(main(page), 'Fjord Clinics');
    await follow(page.getByRole('banner'), 'Products');
    await main(page)
      .getByRole('link', { name: /^Users/ })
      .click();
    await arriveAt(page, 'Users');
    const email = await suspendedUser();
    // 2: the user, and with it the page of the user's details.
    await row(page, email).getByText('Show details', { exact: true }).click();
    await main(page).getByText(email, { exact: true }).first().waitFor();
    // 3: turn it on.
    const access = main(page).getByRole('switch', { name: 'Has access on site' });
    expect(await access.getAttribute('aria-checked')).toBe('false');
    await access.click();
    await press(page.getByRole('dialog', { name: 'Has access on site' }), 'Turn on');
    await main(page).getByRole('switch', { name: 'Has access on site', checked: true }).waitFor();
  });

  test('with the centralized user management: Restore access', async () => {
    await openDemo();
    // 1: the organization, as there is more than one.
    await follow(main(page), 'Harbor Logistics');
    // 2: Directory > Users.
    await follow(page.getByRole('banner'), 'Directory');
    await follow(page.getByRole('navigation', { name: 'Directory' }), 'Users');
    await arriveAt(page, 'Users');
    // 3: find the user, and Show details.
    const email = await suspendedUser();
    await main(page).getByRole('searchbox').fill(email);
    await row(page, email).getByText('Show details', { exact: true }).click();
    // 4: Restore access.
    await press(main(page), 'Restore access');
    await press(page.getByRole('dialog', { name: 'Restore access' }), 'Restore access');
    await main(page)
      .getByRole('button', { name: 'Suspend access' })
      .or(main(page).getByText('Active', { exact: true }))
      .first()
      .waitFor();
  });
});
