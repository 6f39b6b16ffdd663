/*
 * The screens of a server beyond those that `server-*.test.ts` look at, light and dark, at 1280 pixels: axe finds nothing (WCAG 2.2 AA), the
 * console says nothing, and nothing is asked of another origin.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  arriveAt,
  chooseFiles,
  follow,
  main,
  openScenario,
  press,
} from '#test/support/console-actions.ts';
import { runPlan } from '#test/support/copying-actions.ts';
import { openWorkspaceFile, preparedDemo } from '#test/support/prepared-file.ts';
import { findingsOn, showScreen } from '#test/support/screens.ts';
import { chooseFixes, migrate, migrationOf } from '#test/support/server-actions.ts';
import type { World } from '#test/support/world.ts';

const SERVER = { serverId: 'server_quayside' } as const;
const WAREHOUSE = 'project_quayside-warehouse';
const HARBOR = 'site_harbor';
const WIZARD = pathTo('server-migration-new', SERVER);

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder;
let page: Page;
/** Addresses of migrations that the preparation made. */
const plans: Record<'finished' | 'blocked', string> = { finished: '', blocked: '' };

const findings = () => findingsOn(page);
const show = (path: string, words: string | RegExp) => showScreen(page, path, words);

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

afterEach(() => recorder.expectClean());

/** One migration has run with fixes that were taken back since, so that another one is blocked. */
async function prepare(world: World): Promise<void> {
  await chooseFixes(world, SERVER.serverId, { invalid: 'former-users', duplicated: 'merge' });
  const projectIds = [WAREHOUSE] as const;
  const own = {
    flow: 'with-data',
    destinationSiteId: HARBOR,
    projectIds: [...projectIds],
  } as const;
  const { planId } = await migrate(world, SERVER.serverId, { ...own, name: 'Has run' });
  plans.finished = pathTo('server-migration', { ...SERVER, planId });
  await chooseFixes(world, SERVER.serverId, { invalid: 'nothing', duplicated: 'nothing' });
  const { id } = await world.get('server-plans.create', {
    params: SERVER,
    body: migrationOf({ ...own, name: 'Is blocked' }),
  });
  plans.blocked = pathTo('server-migration', { ...SERVER, planId: id });
}

/** Looks at the dialog that has just been asked for, and leaves it. */
async function lookAtDialog(): Promise<void> {
  const dialog = page.locator('[role=dialog], [role=alertdialog]');
  await dialog.waitFor();
  expect(await findings()).toEqual([]);
  await press(dialog, 'Cancel');
  await dialog.waitFor({ state: 'detached' });
}

describe('a server with migrations', () => {
  beforeAll(async () => {
    ({ context, page, recorder } = await openProfile(browser));
    await openWorkspaceFile(page, await preparedDemo(prepare));
  });

  afterAll(() => context.close());

  test.each([
    ['load exports', pathTo('server-load-exports', SERVER), 'Files that are understood'],
    ['in advance, its first step', `${WIZARD}?flow=in-advance`, 'Connect to cloud'],
    [
      'in advance, whom it takes',
      `${WIZARD}?flow=in-advance&destination=${HARBOR}&name=Draft&step=data`,
      'Migrate users and groups separately',
    ],
    [
      'with the data, its service projects',
      `${WIZARD}?flow=with-data&destination=${HARBOR}&name=Draft&step=projects`,
      'Warehouse Desk (WHS)',
    ],
    [
      'with the data, whom it takes',
      `${WIZARD}?flow=with-data&destination=${HARBOR}&name=Draft&step=data&projects=${WAREHOUSE}`,
      'Deleted or inactive customers',
    ],
  ])('%s', async (_, path, words) => {
    await show(path, words);
    expect(await findings()).toEqual([]);
  });

  test.each([
    ['View details', '', 'This migration includes'],
    ['its people', '?tab=customers', 'Created as portal-only'],
    ['its status', '?tab=status', 'usersAndGroups'],
    ['its runbook', '/runbook', 'Print'],
  ])('%s', async (_, rest, words) => {
    await show(`${plans.finished}${rest}`, words);
    expect(await findings()).toEqual([]);
  });

  test('a blocked migration with its rows, and excluding a check', async () => {
    await show(plans.blocked, 'The migration cannot run yet');
    await main(page).getByRole('heading', { name: 'Pre-migration checks' }).waitFor();
    const closed = main(page).getByRole('button', { name: /^Show [\d,]+ rows?$/ });
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await findings()).toEqual([]);
    await press(main(page), 'Exclude this check: Invalid email addresses');
    await lookAtDialog();
    await press(main(page), 'Delete');
    await lookAtDialog();
  });

  test('the fixes, and then the run: asked for, under way, stopped', async () => {
    await show(pathTo('server-fixes', SERVER), 'Merge duplicated users');
    for (const name of ['Create new emails for invalid users', 'Merge duplicated users']) {
      await main(page).getByRole('radio', { name }).check();
    }
    await main(page).getByText('Nobody blocks a migration').waitFor();
    expect(await findings()).toEqual([]);
    await press(main(page), 'Save fixes');
    await arriveAt(page, 'Assess and prepare your users');
    await show(plans.blocked, 'Nothing blocks the run');
    await press(main(page), 'Run');
    await lookAtDialog();
    await runPlan(page);
    await main(page).getByRole('progressbar').first().waitFor();
    expect(await findings()).toEqual([]);
    await press(main(page), 'Stop');
    await press(page.getByRole('alertdialog'), 'Stop the run');
    await main(page).getByText('The run was stopped').waitFor();
    await page.getByText('Is blocked was stopped').waitFor();
    expect(await findings()).toEqual([]);
  });
});

describe('a server without anybody', () => {
  beforeAll(async () => {
    ({ context, page, recorder } = await openProfile(browser));
    await openScenario(page, 'blank');
  });

  afterAll(() => context.close());

  test.each([
    ['the migration assistant', pathTo('server', SERVER), 'Nobody is on this server yet'],
    ['no migrations', pathTo('server-migrations', SERVER), 'No migrations yet'],
    ['not assessed', pathTo('server-assessment', SERVER), 'not assessed yet'],
  ])('%s', async (_, path, words) => {
    await show(path, words);
    expect(await findings()).toEqual([]);
  });

  test('exports of a server, before and after they are loaded', async () => {
    await show(pathTo('server-load-exports', SERVER), 'Files that are understood');
    const name = 'user-list.csv';
    const path = join(import.meta.dirname, '../support/server-exports', name);
    const text = readFileSync(path, 'utf8');
    await chooseFiles(page, 'Drop the exports of Quayside Storage here', [{ name, text }]);
    await arriveAt(page, 'Check exports');
    expect(await findings()).toEqual([]);
    await main(page)
      .getByRole('button', { name: /^Load \d/ })
      .click();
    await arriveAt(page, 'Exports loaded');
    expect(await findings()).toEqual([]);
    await follow(page.getByRole('navigation', { name: 'Migrate to cloud' }), 'Users');
    await main(page)
      .getByText(/^1–\d+ of \d+ users$/)
      .waitFor();
  });
});
