/*
 * The main job with the keyboard alone: Tab, Enter, Space, arrows and Escape. The focus can always
 * be seen, is never lost to the document, and returns to where a menu or dialog was opened.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import { arriveAt, main, openScenario, simulator } from '#test/support/console-actions.ts';
import {
  enter,
  expectFocusKept,
  expectFocusOn,
  finishByKeyboard,
  go,
  pick,
  tabTo,
} from '#test/support/keyboard.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Goes down an open menu to one of its items. */
async function downTo(page: Page, item: Locator): Promise<void> {
  await tabTo(page, item, 'ArrowDown');
}

test('the main job can be done with the keyboard alone', async () => {
  const { page, recorder } = await openProfile(browser);
  await openScenario(page, 'demo');
  const pause = simulator(page).getByRole('button', { name: 'Pause simulated time' });
  await enter(page, pause);
  await simulator(page).getByRole('button', { name: 'Let simulated time run' }).waitFor();
  await expectFocusKept(page);

  // The copy plan.
  await go(page, 'Harbor Logistics', 'Overview');
  await go(page, 'Settings', 'Settings', page.getByRole('banner'));
  await go(page, 'Data management', 'Data management');
  await go(page, 'Copy product data', 'Copy product data');
  await go(page, 'Create copy plan', 'Create copy plan');
  const next = main(page).getByRole('button', { name: 'Next' });
  const stepIs = (name: string) => page.getByRole('form', { name }).waitFor();
  await enter(page, next);
  await stepIs('Select a product');
  await enter(page, next);
  await stepIs('Source and destination');
  await pick(page, page.getByRole('combobox', { name: 'Source' }), 'harbor-s');
  await pick(page, page.getByRole('combobox', { name: 'Destination' }), 'harbor (');
  await tabTo(page, page.getByRole('textbox', { name: 'Copy plan name' }));
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('checkbox', { name: 'HR (HSHR)' }));
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: 'HR (HSHR)', checked: true }).waitFor();
  await enter(page, next);
  await stepIs('Select data');
  await tabTo(page, page.getByRole('radio', { name: 'All users and groups' }));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('radio', { name: /^Users and groups assoc/, checked: true }).waitFor();
  await tabTo(page, page.getByRole('radio', { name: 'Preserve group membership' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('radio', { name: 'Preserve group', checked: true }).waitFor();
  await tabTo(page, page.getByRole('radio', { name: 'All customers' }));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: /^Only customers related/, checked: true }).waitFor();
  await enter(page, next);
  await arriveAt(page, 'By keyboard');
  await expectFocusKept(page);

  // Its run: once thought better of, then taken.
  const run = main(page).getByRole('button', { name: 'Run', exact: true });
  await enter(page, run);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await expectFocusOn(run);
  await page.keyboard.press('Enter');
  await enter(page, dialog.getByRole('button', { name: 'Run' }));
  await expectFocusOn(page.getByRole('heading', { level: 1, name: 'By keyboard' }));
  await finishByKeyboard(page);
  await main(page).getByText('Finished').first().waitFor();

  // The report's rows: the imported group.
  await tabTo(page, page.getByRole('tab', { name: 'Overview' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectFocusOn(page.getByRole('tab', { name: /^Requires attention/ }));
  await page.getByRole('tabpanel', { name: /^Requires attention/ }).waitFor();
  await go(page, 'Products', 'Products', page.getByRole('banner'));
  await go(page, 'harbor', 'harbor');
  await go(page, 'review now', 'Imported groups');
  const review = main(page).getByRole('link', { name: /^Review imported-customers/ });
  await enter(page, review);
  await arriveAt(page, /^imported-customers/);
  await enter(page, main(page).getByRole('button', { name: 'Approve' }));
  await main(page).getByText('This group is approved').waitFor();
  await expectFocusKept(page);

  // One duplicate, from the report's row.
  await enter(page, main(page).getByRole('link', { name: /^See what else requires attention/ }));
  await arriveAt(page, 'By keyboard');
  const upgrade = main(page).getByRole('link', { name: /^Upgrade portal-only account/ });
  await enter(page, upgrade);
  await arriveAt(page, 'Portal customers');
  const panel = page.getByRole('complementary');
  await panel.getByText('Account ID').waitFor();
  await tabTo(page, panel.getByRole('button', { name: 'Close' }));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expectFocusKept(page);
  const menuButton = main(page).getByRole('button', { name: /^More actions for/ });
  await enter(page, menuButton);
  const first = page.getByRole('menuitem', { name: 'Edit full name' });
  await expectFocusOn(first);
  await page.keyboard.press('Escape');
  await expectFocusOn(menuButton);
  await page.keyboard.press('ArrowDown');
  await expectFocusOn(first);
  const item = page.getByRole('menuitem', { name: 'Migrate to Atlassian account' });
  await downTo(page, item);
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectFocusOn(menuButton);
  await page.keyboard.press('Enter');
  await expectFocusOn(first);
  await downTo(page, item);
  await page.keyboard.press('Enter');
  await enter(page, dialog.getByRole('button', { name: 'Migrate' }));
  await dialog.waitFor({ state: 'detached' });
  await expectFocusOn(menuButton);
  await main(page).getByRole('table').getByText('Migrating', { exact: true }).waitFor();
  await finishByKeyboard(page);
  await main(page).getByRole('table').getByText('Inactive', { exact: true }).waitFor();

  recorder.expectClean();
});
