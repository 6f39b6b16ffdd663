/*
 * A list of some thousand rows in one table: scrolled, jumped in, moved through by keys; with focus,
 * menu, open row and selection where they belong. On the production build.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import { arriveAt, follow, main } from '#test/support/console-actions.ts';
import { expectFocusOn } from '#test/support/keyboard.ts';
import { manyCustomer } from '#test/support/many-people.ts';
import { openWorkspaceFile, preparedDemo } from '#test/support/prepared-file.ts';
import { findingsOn, showScreen } from '#test/support/screens.ts';

const SITE = 'site_harbor-support';
const LIST = `/s/${SITE}/portal-customers?size=all`;
const ADDED = 4_000;

let browser: Browser;
let opened: Page;
let recorder: Recorder;

beforeAll(async () => {
  browser = await launchBrowser();
  const file = await preparedDemo(async ({ store }) => {
    store.write((tx) => {
      for (let number = 0; number < ADDED; number++) {
        tx.portalCustomers.put(manyCustomer(number, SITE));
      }
    });
  });
  const viewport = { width: 1440, height: 900 };
  ({ page: opened, recorder } = await openProfile(browser, { viewport }));
  await openWorkspaceFile(opened, file);
});

afterAll(() => browser.close());

async function openList(): Promise<{ page: Page; total: number; expectClean: () => void }> {
  await showScreen(opened, LIST, /^Rows 1–\d+ of/);
  await loaded(opened);
  const count = await table(opened).getAttribute('aria-rowcount');
  return { page: opened, total: Number(count) - 1, expectClean: recorder.expectClean };
}

function table(page: Page): Locator {
  return main(page).getByRole('table');
}

/** A row by its number, as the reader counts. */
function rowAt(page: Page, number: number): Locator {
  return table(page).locator(`tr[aria-rowindex="${number + 1}"]`);
}

/** Every row in sight has come. */
async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const rows = document.querySelectorAll('tbody tr');
    return (
      rows.length > 0 && !/is loading/.test(document.querySelector('tbody')?.textContent ?? '')
    );
  });
}

async function goToRow(page: Page, number: number): Promise<void> {
  await main(page).getByLabel('Go to row').fill(String(number));
  await page.keyboard.press('Enter');
  await rowAt(page, number).getByRole('rowheader').waitFor();
}

/** Whether a row stands wholly below the heading and above the end of the table. */
function isInSight(row: Locator): Promise<boolean> {
  return row.evaluate((element) => {
    const view = element.closest('table')?.parentElement?.getBoundingClientRect();
    const head = element.closest('table')?.tHead?.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    if (!view || !head) return false;
    return own.height > 20 && own.top >= head.bottom - 1 && own.bottom <= view.bottom + 1;
  });
}

test('the wheel, the bar and the keys lead through thousands of rows to the last one', async () => {
  const { page, total, expectClean } = await openList();
  expect(total).toBeGreaterThan(ADDED / 2);
  // Few of them stand in the document.
  expect(await table(page).getByRole('row').count()).toBeLessThan(80);

  await table(page).hover();
  await page.mouse.wheel(0, 3_000);
  await main(page)
    .getByText(/^Rows 5\d–/)
    .waitFor();
  await loaded(page);

  // The bar, to its end.
  await table(page).evaluate((element) => {
    const scroller = element.parentElement?.parentElement?.parentElement;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  });
  await rowAt(page, total).getByRole('rowheader').waitFor();
  expect(await isInSight(rowAt(page, total))).toBe(true);
  await page.waitForURL(/[?&]at=\d+/);

  await rowAt(page, total).focus();
  await page.keyboard.press('Home');
  await expectFocusOn(rowAt(page, 1));
  expect(await isInSight(rowAt(page, 1))).toBe(true);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-row'));
  expect(Number(focused)).toBeGreaterThan(3);
  await page.keyboard.press('End');
  await expectFocusOn(rowAt(page, total));
  expect(await isInSight(rowAt(page, total))).toBe(true);
  expectClean();
});

test('a jump goes to the row, and a reload or Back returns to it', async () => {
  const { page, expectClean } = await openList();
  await goToRow(page, 1_234);
  await expectFocusOn(rowAt(page, 1_234));
  expect(await isInSight(rowAt(page, 1_234))).toBe(true);
  await page.waitForURL(/[?&]at=1234/);
  const name = await rowAt(page, 1_234).getByRole('rowheader').innerText();

  await page.reload();
  await rowAt(page, 1_234).getByRole('rowheader').waitFor();
  expect(await rowAt(page, 1_234).getByRole('rowheader').innerText()).toBe(name);
  expect(await isInSight(rowAt(page, 1_234))).toBe(true);

  await follow(page.getByRole('banner'), 'Products');
  await arriveAt(page, 'Products');
  await page.goBack();
  await rowAt(page, 1_234).getByRole('rowheader').waitFor();
  expect(await isInSight(rowAt(page, 1_234))).toBe(true);
  expectClean();
});

test('focus stays with its row, however far the table is scrolled', async () => {
  const { page, expectClean } = await openList();
  await goToRow(page, 500);
  await table(page).hover();
  await page.mouse.wheel(0, 30_000);
  await main(page)
    .getByText(/^Rows 1,0\d\d–/)
    .waitFor();
  await expectFocusOn(rowAt(page, 500));
  // The next key goes on from there.
  await page.keyboard.press('ArrowDown');
  await expectFocusOn(rowAt(page, 501));
  expect(await isInSight(rowAt(page, 501))).toBe(true);

  // A menu opens, and gives the focus back.
  const menu = rowAt(page, 501).getByRole('button', { name: /^More actions for/ });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('Escape');
  await expectFocusOn(menu);

  // So does an open row, from wherever the table has been scrolled to meanwhile.
  const opener = rowAt(page, 501).getByRole('rowheader').getByRole('button');
  await opener.click();
  const panel = page.getByRole('complementary');
  await panel.getByText('Account ID').waitFor();
  await table(page).hover();
  await page.mouse.wheel(0, 20_000);
  await main(page)
    .getByText(/^Rows 8\d\d–/)
    .waitFor();
  await panel.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expectFocusOn(opener);
  expect(await isInSight(rowAt(page, 501))).toBe(true);
  expectClean();
});

test('what is selected stays so across the table; all that match can be selected', async () => {
  const { page, total, expectClean } = await openList();
  await rowAt(page, 2).getByRole('checkbox').check();
  await goToRow(page, 2_000);
  await rowAt(page, 2_000).getByRole('checkbox').check();
  await main(page).getByText('2 customers selected').waitFor();
  await goToRow(page, 2);
  expect(await rowAt(page, 2).getByRole('checkbox').isChecked()).toBe(true);
  expect(await rowAt(page, 3).getByRole('checkbox').isChecked()).toBe(false);

  await table(page).getByRole('checkbox', { name: 'Select all that match' }).check();
  await main(page)
    .getByText(`All ${total.toLocaleString('en')} customers that match selected`)
    .waitFor();
  expect(await rowAt(page, 3).getByRole('checkbox').isChecked()).toBe(true);
  expectClean();
});

test('a search begins at the top and says how many match; the screen is clean under axe', async () => {
  const { page, total, expectClean } = await openList();
  expect(await findingsOn(page)).toEqual([]);
  await goToRow(page, 1_500);
  // Rows that have moved up under the heading are cut off there, which axe does not see.
  const findings = await findingsOn(page);
  expect(findings.filter((line) => !line.startsWith('light: target-size'))).toEqual([]);
  await main(page).getByRole('searchbox').fill('company-');
  await main(page)
    .getByText(/^Rows 1–/)
    .waitFor();
  await loaded(page);
  const matching = Number(await table(page).getAttribute('aria-rowcount')) - 1;
  expect(matching).toBeLessThan(total);
  await main(page)
    .getByRole('status')
    .filter({ hasText: `${matching.toLocaleString('en')} customers` })
    .waitFor();
  expect(page.url()).not.toContain('at=');
  expectClean();
});
