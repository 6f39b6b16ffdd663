/*
 * Every screen, light and dark, at 1280 pixels: axe finds nothing (WCAG 2.2 AA), the console says
 * nothing, and nothing is asked of another origin.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile, type Recorder } from '#test/support/browser.ts';
import {
  become,
  finishEverything,
  loadExports,
  main,
  openScenario,
  pauseTime,
  press,
  previewExports,
  simulator,
  toggleSimulator,
} from '#test/support/console-actions.ts';
import { askToMigrate, createCopyPlan, runPlan } from '#test/support/copying-actions.ts';
import { findingsOn, showNext, showScreen } from '#test/support/screens.ts';

const HARBOR = { organizationId: 'organization_harbor' };
const FJORD = { organizationId: 'organization_fjord' };
const SITE = { siteId: 'site_harbor' };
const FREIGHT = pathTo('project-customers', { ...SITE, projectId: 'project_harbor-freight' });
const CARE = { siteId: 'site_fjord-care' };

let browser: Browser;
let context: BrowserContext;
let recorder: Recorder | undefined;
let page: Page;
/** Addresses of records that the preparation made, by what they are. */
const made: Record<string, string> = {};

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

afterEach(() => recorder?.expectClean());

const findings = () => findingsOn(page);
const show = (path: string, words: string | RegExp) => showScreen(page, path, words);

describe('the demo with a finished copy', () => {
  beforeAll(async () => {
    ({ context, page, recorder } = await openProfile(browser));
    await openScenario(page, 'demo');
    await pauseTime(page);
    await finishEverything(page);
    const route = { from: 'harbor-support', to: 'harbor' };
    await createCopyPlan(page, { name: 'Conflicts', ...route, projects: ['Facilities (HSFAC)'] });
    made['blocked plan'] = page.url();
    await createCopyPlan(page, { name: 'HR move', ...route, projects: ['HR (HSHR)'] });
    made['saved plan'] = page.url();
    await createCopyPlan(page, { name: 'IT move', ...route, projects: ['IT Help (HSIT)'] });
    await runPlan(page);
    await finishEverything(page);
    made['finished plan'] = page.url();
    await previewExports(page, 'harbor', ['broken-emails.csv', 'other-headings.csv']);
    made['open import'] = page.url();
    await loadExports(page, 'harbor', ['broken-emails.csv']);
    made['written import'] = page.url();
    await show(pathTo('imported-groups', SITE), 'Pending review');
    await main(page)
      .getByRole('link', { name: /^Review imported-customers/ })
      .click();
    await main(page).getByText('If you approve').waitFor();
    made['imported group'] = page.url();
  });

  afterAll(() => context.close());

  test.each([
    ['organizations', pathTo('organizations'), 'Fjord Clinics'],
    ['overview', pathTo('organization', HARBOR), 'Licences used'],
    ['overview of the other experience', pathTo('organization', FJORD), 'fjord-care'],
    ['users', pathTo('directory-users', HARBOR), /^1–25 of/],
    ['users that are elsewhere', pathTo('directory-users', FJORD), 'not in this directory'],
    ['groups', pathTo('directory-groups', HARBOR), 'dock-managers'],
    ['products', pathTo('products', HARBOR), 'harbor-support'],
    ['settings', pathTo('settings', HARBOR), 'Data management'],
    ['data management', pathTo('data-management', HARBOR), 'Copy product data'],
    ['site', pathTo('site', SITE), 'Freight Desk'],
    ['site of the other experience', pathTo('site', CARE), 'Patient Services'],
    ['users of a site', pathTo('site-users', CARE), /^1–25 of/],
    ['groups of a site', pathTo('site-groups', CARE), 'customers'],
    ['portal customers', pathTo('portal-customers', SITE), /^1–25 of/],
    ['service projects', pathTo('service-projects', SITE), 'Freight Desk'],
    ['customers of a service project', FREIGHT, /^1–25 of/],
    ['customers without match', pathTo('portal-customers', SITE, { search: 'zzzz' }), 'Clear'],
    ['imported groups', pathTo('imported-groups', SITE), 'Pending review'],
    ['copy plans', pathTo('copy-plans', HARBOR), 'IT move'],
    [
      'how copying works',
      pathTo('copy-plan-new', HARBOR),
      'Copy users and customers between two sites',
    ],
    ['load exports', pathTo('load-exports', SITE), 'Files that are understood'],
    ['a site that does not exist', pathTo('site', { siteId: 'nowhere' }), 'find that'],
    ['an address that leads nowhere', '/nowhere', 'nothing at this address'],
  ])('%s', async (_, path, words) => {
    await showNext(page, path, words);
    expect(await findings()).toEqual([]);
  });

  test.each([
    ['a plan that conflicts block', 'blocked plan', '', 'Conflicts'],
    ['a forecast', 'saved plan', '', 'What happens to each record'],
    ['View details', 'finished plan', '', 'This copy plan includes'],
    ['its customers', 'finished plan', '?tab=customers', 'Created as portal-only'],
    ['what requires attention', 'finished plan', '?tab=attention', 'Found duplicate accounts'],
    ['its reports', 'finished plan', '?tab=reports', 'Check a saved report'],
    ['an imported group', 'imported group', '', 'If you approve'],
    ['its report rows', 'imported group', '?tab=rows', 'Customer role not assigned'],
    ['an import to check', 'open import', '', 'Columns to assign'],
    ['an import that was written', 'written import', '', 'What next'],
  ])('%s', async (_, key, query, words) => {
    await showNext(page, `${made[key]}${query}`, words);
    expect(await findings()).toEqual([]);
  });

  test('a customer beside the list', async () => {
    await show(pathTo('portal-customers', SITE), /^1–25 of/);
    await main(page).getByRole('rowheader').getByRole('button').first().click();
    await page.getByRole('complementary').getByText('Account ID').waitFor();
    expect(await findings()).toEqual([]);
  });

  test('a row menu, the dialog behind it, and the flag after it', async () => {
    await show(pathTo('portal-customers', SITE, { state: 'active' }), /^1–25 of/);
    const menu = main(page)
      .getByRole('button', { name: /^More actions for/ })
      .first();
    const name = (await menu.getAttribute('aria-label'))!.replace('More actions for ', '');
    await menu.click();
    await page.getByRole('menu').waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Escape');
    const dialog = await askToMigrate(page, name);
    expect(await findings()).toEqual([]);
    await press(dialog, 'Migrate');
    await page.getByText(`Migrating ${name}`, { exact: true }).first().waitFor();
    expect(await findings()).toEqual([]);
  });

  test('the dialogs of a copy plan', async () => {
    await show(made['saved plan']!, 'What happens to each record');
    for (const name of ['Run', 'Delete']) {
      await press(main(page), name);
      await page.getByRole(/Delete/.test(name) ? 'alertdialog' : 'dialog').waitFor();
      expect(await findings()).toEqual([]);
      await press(page.locator('[role=dialog], [role=alertdialog]'), 'Cancel');
    }
  });

  test('the steps of a copy plan with their faults', async () => {
    await show(pathTo('copy-plan-new', HARBOR), 'Copy users and customers between two sites');
    await press(main(page), 'Next');
    await page.getByRole('form', { name: 'Select a product' }).waitFor();
    expect(await findings()).toEqual([]);
    await press(main(page), 'Next');
    await press(main(page), 'Next');
    await main(page).getByText('Select the site to copy from.').waitFor();
    expect(await findings()).toEqual([]);
    const wizard = pathTo('copy-plan-new', HARBOR);
    const draft = 'source=site_harbor-support&destination=site_harbor&name=Draft';
    await show(`${wizard}?step=projects&${draft}`, 'IT Help (HSIT)');
    expect(await findings()).toEqual([]);
    await show(`${wizard}?step=data&customers=related&${draft}`, 'Preserve group membership');
    await press(main(page), 'Next');
    await main(page).getByText('Go back and select at least one').waitFor();
    expect(await findings()).toEqual([]);
  });

  test('the menus of the header', async () => {
    await show(pathTo('organization', HARBOR), 'Licences used');
    for (const name of [/^Organization:/, /^Your profile:/]) {
      await page.getByRole('banner').getByRole('button', { name }).click();
      await page.getByRole('menu').waitFor();
      expect(await findings()).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  test('the simulator’s drawer, and its dialog', async () => {
    await show(pathTo('organization', HARBOR), 'Licences used');
    await toggleSimulator(page);
    await simulator(page).getByRole('heading', { name: 'Workspace file' }).waitFor();
    expect(await findings()).toEqual([]);
    await press(simulator(page), 'Reset');
    await page.getByRole('alertdialog').waitFor();
    expect(await findings()).toEqual([]);
  });

  test('a copy under way', async () => {
    await show(made['saved plan']!, 'What happens to each record');
    await runPlan(page);
    await main(page).getByRole('progressbar').first().waitFor();
    expect(await findings()).toEqual([]);
  });

  test('what a persona without rights sees', async () => {
    await show(pathTo('organizations'), 'Fjord Clinics');
    await become(page, 'agent');
    for (const path of [
      pathTo('portal-customers', SITE),
      pathTo('directory-users', HARBOR),
      pathTo('copy-plans', HARBOR),
      pathTo('copy-plan-new', HARBOR),
      pathTo('imported-groups', SITE),
      made['finished plan']!,
    ]) {
      await showNext(page, path, /admin/);
      expect(await findings()).toEqual([]);
    }
    await become(page, 'organization admin');
  });
});

describe('sites without anybody', () => {
  beforeAll(async () => {
    ({ context, page, recorder } = await openProfile(browser));
    await openScenario(page, 'blank');
  });

  afterAll(() => context.close());

  test.each([
    ['no customers', pathTo('portal-customers', SITE), 'No portal customers yet'],
    ['no users', pathTo('directory-users', HARBOR), 'No users yet'],
    ['no imported groups', pathTo('imported-groups', SITE), 'No imported groups'],
    ['no copy plans', pathTo('copy-plans', HARBOR), 'No copy plans yet'],
  ])('%s', async (_, path, words) => {
    await showNext(page, path, words);
    expect(await findings()).toEqual([]);
  });
});

test('the page’s policy refuses another origin, and no request for it leaves the browser', async () => {
  const profile = await openProfile(browser);
  const { page: watched } = profile;
  await openScenario(watched, 'demo');
  const refusal = await watched.evaluate(async () => {
    const violated = new Promise<string>((told) =>
      document.addEventListener('securitypolicyviolation', (event) =>
        told(`${event.effectiveDirective} ${event.blockedURI}`),
      ),
    );
    const answer = await fetch('https://example.com/').catch((error: unknown) => String(error));
    return { answer: String(answer), violated: await violated };
  });
  expect(refusal.answer).toContain('TypeError');
  expect(refusal.violated).toBe('connect-src https://example.com/');
  expect(profile.recorder.requests.filter((url) => url.includes('example.com'))).toEqual([]);
  expect(profile.recorder.complaints.join()).toContain('Content Security Policy');
  await profile.context.close();
});
