/*
 * A page that is reloaded or killed in the middle of work loses nothing and does nothing twice: the
 * workspace ends exactly as one that nobody disturbed. Where in the work the page dies is chance,
 * the same chance in every run of the test.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomFrom } from '#src/application/scenarios/random.ts';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import {
  arriveAt,
  finishEverything,
  main,
  openScenario,
  pauseTime,
  press,
  previewExports,
  row,
  simulator,
} from '#test/support/console-actions.ts';
import {
  askToMigrate,
  createCopyPlan,
  migrateCustomer,
  runPlan,
} from '#test/support/copying-actions.ts';
import {
  copyUntil,
  migrateUntil,
  openQuietDemo,
  progressOf,
  savedWorkspace,
} from '#test/support/disturbed-work.ts';
import { endRenderer, reopen, type Death } from '#test/support/kill-renderer.ts';
import { readWorkspaceFile, type WorkspaceFacts } from '#test/support/workspace-facts.ts';

const SITE = 'site_harbor';
const PROJECTS = ['IT Help (HSIT)', 'Customer Care (HSCARE)', 'HR (HSHR)'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Goes through a story in a fresh profile, and reads what the workspace holds at its end. */
async function historyOf(story: (page: Page) => Promise<Page>): Promise<WorkspaceFacts> {
  const { context, page, recorder } = await openProfile(browser);
  const last = await story(page);
  await finishEverything(last);
  const file = await savedWorkspace(last);
  recorder.expectClean();
  await context.close();
  return readWorkspaceFile(file);
}

/** Takes a step, ends the page at a moment of it, and goes on with the page that takes its place. */
async function interrupt(
  page: Page,
  how: Death | 'reload',
  { step, moment }: { readonly step: Promise<void>; readonly moment: Promise<void> },
): Promise<Page> {
  // The step may never be answered.
  const taken = step.catch(() => undefined);
  await moment;
  if (how === 'reload') {
    await page.reload();
    await taken;
    return page;
  }
  await endRenderer(page, how);
  await taken;
  return reopen(page);
}

/** A moment that chance has chosen. */
function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Jumps to the end of what runs. */
function jump(page: Page): Promise<void> {
  return simulator(page).getByRole('button', { name: 'To the next event' }).click();
}

/** A copy plan on the quiet demo, its run just begun. */
async function beginCopy(page: Page): Promise<void> {
  await openQuietDemo(page);
  const route = { from: 'harbor-support', to: 'harbor' };
  await createCopyPlan(page, { name: 'Rehearsal', ...route, projects: PROJECTS });
  await runPlan(page);
}

test(
  'a copy that is killed, reloaded and killed again ends as one that nobody disturbed',
  { timeout: 300_000 },
  async () => {
    const chance = randomFrom(1);
    const undisturbed = await historyOf(async (page) => {
      await beginCopy(page);
      return page;
    });
    const disturbed = await historyOf(async (first) => {
      await beginCopy(first);
      await copyUntil(first, 0.02 + chance.float() * 0.1);
      await endRenderer(first, 'kill');
      const second = await reopen(first);
      await pauseTime(second);
      await copyUntil(second, 0.4 + chance.float() * 0.2);
      await second.reload();
      await pauseTime(second);
      const third = await interrupt(second, 'crash', {
        step: jump(second),
        moment: after(chance.below(50)),
      });
      await arriveAt(third, 'Rehearsal');
      await finishEverything(third);
      await main(third).getByText('Finished').first().waitFor();
      return third;
    });

    expect(undisturbed.violations).toEqual([]);
    expect(undisturbed.records['copyOutcomes']!.length).toBeGreaterThan(300);
    expect(disturbed).toEqual(undisturbed);
  },
);

test(
  'migrations that are killed at their start, half way and at their end happen once',
  { timeout: 300_000 },
  async () => {
    const chance = randomFrom(2);
    const undisturbed = await historyOf(async (page) => {
      await openQuietDemo(page);
      for (const customer of await activeCustomers(page)) {
        await showCustomer(page, customer);
        await migrateCustomer(page, customer.name);
        await row(page, customer.email).getByText('Migrating', { exact: true }).waitFor();
      }
      return page;
    });
    const disturbed = await historyOf(async (first) => {
      await openQuietDemo(first);
      const [one, two, three] = await activeCustomers(first);

      await showCustomer(first, one);
      const dialog = await askToMigrate(first, one.name);
      const second = await interrupt(first, 'kill', {
        step: press(dialog, 'Migrate'),
        moment: after(chance.below(150)),
      });
      // Either the step was taken or it was not: then it is still to be taken.
      await row(second, one.email).waitFor();
      const isStill = await row(second, one.email).getByText('Active').isVisible();
      if (isStill) await migrateCustomer(second, one.name);

      await showCustomer(second, two);
      await migrateCustomer(second, two.name);
      await migrateUntil(second, 0.2 + chance.float() * 0.6);
      await endRenderer(second, 'crash');
      const third = await reopen(second);
      await pauseTime(third);

      await showCustomer(third, three);
      await migrateCustomer(third, three.name);
      await migrateUntil(third, 0.1 + chance.float() * 0.3);
      await third.reload();
      await pauseTime(third);
      const fourth = await interrupt(third, 'kill', {
        step: jump(third),
        moment: after(chance.below(100)),
      });
      await finishEverything(fourth);
      await row(fourth, three.email).getByText('Inactive').waitFor();
      return fourth;
    });

    expect(undisturbed.violations).toEqual([]);
    expect(disturbed).toEqual(undisturbed);
  },
);

type Person = { readonly name: string; readonly email: string };

/** Three customers who can be migrated, the same ones in every profile. */
async function activeCustomers(page: Page): Promise<[Person, Person, Person]> {
  await page.goto(pathTo('portal-customers', { siteId: SITE }, { state: 'active' }));
  const rows = main(page).getByRole('row');
  await rows.nth(3).waitFor();
  const person = async (place: number): Promise<Person> => {
    const header = await rows.nth(place).getByRole('rowheader').innerText();
    const [name = '', email = ''] = header.split('\n').filter(Boolean).slice(-2);
    return { name, email };
  };
  return [await person(1), await person(2), await person(3)];
}

async function showCustomer(page: Page, { email }: Person): Promise<void> {
  await page.goto(pathTo('portal-customers', { siteId: SITE }, { search: email }));
  await row(page, email).waitFor();
}

const ROWS = 10_000;

function loadButton(page: Page): Locator {
  return main(page).getByRole('button', { name: /^Load \d/ });
}

/** Loads the files on screen. */
function write(page: Page): Promise<void> {
  return loadButton(page).click();
}

function loaded(page: Page): Locator {
  return page.getByRole('heading', { level: 1, name: 'Exports loaded' });
}

test(
  'an import that is killed, reloaded and killed again while it writes is written once, and whole',
  { timeout: 300_000 },
  async () => {
    const chance = randomFrom(3);
    const people = Array.from(
      { length: ROWS },
      (_, n) => `,Person ${n},person.${n}@example.test,Yes,`,
    );
    const text = ['username,full_name,email,active,last_login', ...people].join('\n');
    async function begin(page: Page): Promise<void> {
      await openScenario(page, 'blank');
      await pauseTime(page);
      await previewExports(page, 'harbor', [{ name: 'many.csv', text }]);
    }

    const undisturbed = await historyOf(async (page) => {
      await begin(page);
      await write(page);
      await loaded(page).waitFor();
      return page;
    });
    const disturbed = await historyOf(async (first) => {
      await begin(first);
      let page = first;
      for (const how of ['kill', 'reload', 'crash'] as const) {
        const moment = progressOf(page, chance.float() * 0.4, loaded(page));
        page = await interrupt(page, how, { step: write(page), moment });
        await loaded(page).or(loadButton(page)).waitFor();
        if (await loaded(page).isVisible()) return page;
      }
      await write(page);
      await loaded(page).waitFor();
      return page;
    });

    expect(undisturbed.records['portalCustomers']).toHaveLength(ROWS);
    expect(undisturbed.violations).toEqual([]);
    expect(disturbed).toEqual(undisturbed);
  },
);
