/* *Migrate your users in advance* with the keyboard alone, from the servers to who has arrived. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import { arriveAt, main } from '#test/support/console-actions.ts';
import {
  enter,
  expectFocusKept,
  expectFocusOn,
  finishByKeyboard,
  go,
  pick,
  tabTo,
} from '#test/support/keyboard.ts';
import { openWorkspaceFile, preparedDemo } from '#test/support/prepared-file.ts';
import { SERVER_NAME } from '#test/support/migration-actions.ts';
import { chooseFixes } from '#test/support/server-actions.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test('users and customers can be migrated in advance with the keyboard alone', async () => {
  const { page, recorder } = await openProfile(browser);
  const file = await preparedDemo((world) =>
    chooseFixes(world, 'server_quayside', { invalid: 'former-users', duplicated: 'merge' }),
  );
  await openWorkspaceFile(page, file);
  await page.goto('/');

  // The wizard.
  await go(page, SERVER_NAME, 'Migration assistant');
  await go(page, 'Migrate users', 'Migrate your users in advance');
  const next = main(page).getByRole('button', { name: 'Next' });
  await enter(page, next);
  await main(page).getByText('Select the site to migrate to.').waitFor();
  const destination = page.getByRole('combobox', { name: 'Destination' });
  await expectFocusOn(destination);
  await pick(page, destination, 'harbor (');
  await tabTo(page, page.getByRole('textbox', { name: 'Migration name' }));
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Choose how to migrate users and group' }).waitFor();
  await tabTo(page, page.getByRole('radio', { name: 'Preserve group membership' }));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: 'Migrate users and groups sep', checked: true }).waitFor();
  await page.keyboard.press('ArrowUp');
  await tabTo(page, page.getByRole('radio', { name: 'All Jira Service Management customers' }));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: 'No customers', checked: true }).waitFor();
  await page.keyboard.press('ArrowUp');
  await enter(page, next);
  await arriveAt(page, 'By keyboard');
  await expectFocusKept(page);

  // The checks, and the run: once thought better of, then taken.
  const again = main(page).getByRole('button', { name: 'Run checks again' });
  await enter(page, again);
  await main(page)
    .getByText(/^Passed on .* Kept until/)
    .first()
    .waitFor();
  await expectFocusOn(again);
  const run = main(page).getByRole('button', { name: 'Run', exact: true });
  await tabTo(page, run, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await expectFocusOn(run);
  await page.keyboard.press('Enter');
  await enter(page, dialog.getByRole('button', { name: 'Run' }));
  await expectFocusOn(page.getByRole('heading', { level: 1, name: 'By keyboard' }));
  await finishByKeyboard(page);
  await main(page).getByText('FINISHED', { exact: true }).first().waitFor();

  // Who has arrived, and somebody with two accounts.
  await go(page, 'Did everybody arrive?', 'Did everybody arrive?');
  const tile = main(page).getByRole('button', { name: /^\d+ Two accounts$/ });
  await enter(page, tile);
  await main(page)
    .getByRole('button', { name: /^\d+ Two accounts$/, pressed: true })
    .waitFor();
  await expectFocusOn(tile);
  const person = main(page).getByRole('rowheader').getByRole('button').first();
  await enter(page, person);
  const panel = page.getByRole('complementary');
  await panel.getByText('In this migration').waitFor();
  await expectFocusKept(page);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expectFocusOn(person);
  expect(await main(page).getByRole('rowheader').count()).toBeGreaterThan(0);
  recorder.expectClean();
});
