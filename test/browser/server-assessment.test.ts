/* *Assess and prepare your users*, as an administrator does it: labels clicked, a file out and in. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  become,
  chooseFiles,
  follow,
  main,
  press,
  row,
  saved,
  textOf,
} from '#test/support/console-actions.ts';
import { expectFocusOn } from '#test/support/keyboard.ts';
import { findingsOn, showScreen } from '#test/support/screens.ts';
import { openWithSmallServer } from '#test/support/small-server-file.ts';
import { SERVER } from '#test/support/small-server.ts';

const ASSESSMENT = pathTo('server-assessment', { serverId: SERVER });
const ZONE = 'Drop the file of invalid addresses here';

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ context, page, recorder } = await openProfile(browser, {
    viewport: { width: 1280, height: 900 },
  }));
  await openWithSmallServer(page);
});

afterAll(async () => {
  await context.close();
  await browser.close();
});

afterEach(() => recorder.expectClean());

const radio = (name: string, group: RegExp) =>
  main(page).getByRole('group', { name: group }).getByRole('radio', { name, exact: true });

// The tests are one story: each goes on where the one before has ended.

test('Begin assessing finds invalid and duplicated addresses', async () => {
  await showScreen(page, ASSESSMENT, /were not assessed yet/);
  expect(await findingsOn(page)).toEqual([]);
  await press(page, 'Begin assessing');
  for (const name of ['2 Invalid email addresses', '2 Duplicated email accounts']) {
    await main(page).getByRole('button', { name, exact: true }).waitFor();
  }
  await expectFocusOn(page.getByRole('heading', { level: 1 }));
  await row(page, 'hank@').getByText('Nothing stands after the @').waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

test('Fix or customize users: the documented choices, with the keyboard alone', async () => {
  await main(page).getByRole('link', { name: 'Fix or customize users' }).focus();
  await page.keyboard.press('Enter');
  await arriveAt(page, 'Fix or customize users');
  expect(await findingsOn(page)).toEqual([]);
  await radio('Do nothing', /invalid address/).focus();
  await page.keyboard.press('ArrowDown');
  expect(await radio('Migrate invalid users as Former users', /invalid address/).isChecked()).toBe(
    true,
  );
  await radio('Do nothing', /share an address/).focus();
  await page.keyboard.press('ArrowDown');
  expect(await radio('Merge duplicated users', /share an address/).isChecked()).toBe(true);
  await page.keyboard.press('ArrowDown');
  await radio('Create new emails for duplicated users', /share an address/).waitFor();
  await page.keyboard.press('ArrowUp');
  await main(page).getByText('Nobody blocks a migration').waitFor();
  await main(page).getByRole('button', { name: 'Save fixes' }).focus();
  await page.keyboard.press('Enter');
  await arriveAt(page, 'Assess and prepare your users');
  await row(page, 'hank@').getByText('No account: content stands under Former user.').waitFor();
  await row(page, 'dan.home').getByText('content and permissions go to dan.').waitFor();
});

test('the CSV file goes out, is refused when rows are added, and comes in when it fits', async () => {
  await follow(page, 'Fix or customize users');
  await radio('Use a CSV file', /invalid address/).check();
  const file = await saved(page, () => press(main(page), 'Download CSV'));
  expect(file.name).toBe('invalid-emails.csv');
  const text = textOf(file);
  expect(text.split('\r\n')[0]).toBe('UserKey,UserName,Type,OldEmail,NewEmail,Tombstone');

  const added = `${text}JIRAUSER1,zoe,INV,zoe@atl,zoe@mail.example,FALSE\r\n`;
  await chooseFiles(page, ZONE, [{ name: 'added.csv', text: added }]);
  await main(page).getByText('added.csv was refused').waitFor();
  await main(page).getByText('“JIRAUSER1” was not in the file that was handed out').waitFor();
  expect(await findingsOn(page)).toEqual([]);

  const edited = text.replace('hank_10111@mail.example', 'hank@new.example');
  await chooseFiles(page, ZONE, [{ name: 'edited.csv', text: edited }]);
  await page.getByText('edited.csv is the fix now').waitFor();
  await follow(page, 'Back to the assessment');
  await row(page, 'hank@').getByText('with the address hank@new.example').waitFor();
});

test('Advanced offers all users in one file', async () => {
  await follow(page, 'Fix or customize users');
  await radio('Advanced', /How do you want/).check();
  const file = await saved(page, () => press(main(page), 'Download CSV'));
  expect(textOf(file).split('\r\n')[0]).toBe(
    'UserKey,UserName,ErrorType,OldEmail,NewEmail,Tombstone,AccountType',
  );
  expect(await findingsOn(page)).toEqual([]);
});

test('an agent reads who may see it', async () => {
  await showScreen(page, ASSESSMENT, 'What was found');
  await become(page, 'agent');
  await main(page).getByText("You don't have access to this").waitFor();
  expect(await findingsOn(page)).toEqual([]);
});
