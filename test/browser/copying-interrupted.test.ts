/*
 * A run that is killed and stopped at random moments (domain.md 7.3): what View details count is what
 * the data says each time, and further runs end where an undisturbed one does, with nothing doubled
 * (S2, "When you copy data multiple times"). Chance is the same in every run of the test.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomFrom } from '#src/application/scenarios/random.ts';
import { BASE_PATH } from '#src/contract/routes.ts';
import { outcomeText } from '#src/server/reports/report-words.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { arrived } from '#test/application/copy-arrivals.ts';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import {
  arriveAt,
  finishEverything,
  follow,
  main,
  pauseTime,
  press,
} from '#test/support/console-actions.ts';
import { createCopyPlan, runPlan } from '#test/support/copying-actions.ts';
import { openQuietDemo, savedWorkspace } from '#test/support/disturbed-work.ts';
import { violations } from '#test/support/invariants.ts';
import { endRenderer, reopen, type Death } from '#test/support/kill-renderer.ts';
import { showScreen } from '#test/support/screens.ts';
import { withWorkspaceFile } from '#test/support/workspace-facts.ts';

const SOURCE = 'site_harbor-support';
const DESTINATION = 'site_harbor';
const PROJECTS = ['IT Help (HSIT)', 'Customer Care (HSCARE)', 'HR (HSHR)'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

type PlanId = `plan_${string}`;

/** The plan whose page is open. */
function planOf(page: Page): PlanId {
  const [id] = /plan_[^/?]+/.exec(page.url()) ?? [];
  if (id === undefined) throw new Error(`No copy plan stands at ${page.url()}`);
  return id as PlanId;
}

type Counts = {
  readonly outcomes: Readonly<Record<string, number>>;
  /** Customers and service projects that are done, and how many there are. */
  readonly phases: readonly (readonly [done: number, total: number])[];
  readonly attentionRows: number;
};

/** What View details count. */
async function countsOnScreen(page: Page): Promise<Counts> {
  await showScreen(page, page.url(), 'Customers by outcome');
  const tiles = main(page).getByRole('list', { name: 'Customers by outcome' }).getByRole('button');
  await tiles.first().waitFor();
  const shown = await tiles.evaluateAll((buttons) =>
    buttons.map((button) => [...button.children].map(({ textContent }) => textContent)),
  );
  const phases = main(page).getByRole('list', { name: 'Phases of the run' });
  const text = (await phases.allInnerTexts()).join();
  const message = main(page).getByText(/^\d+ of \d+ rows? requires? attention$/);
  const [rows = ''] = await message.allInnerTexts();
  return {
    outcomes: Object.fromEntries(shown.map(([number, label]) => [label, Number(number)])),
    phases: [...text.matchAll(/(\d+) of (\d+)/g)].map(
      ([, done, total]) => [Number(done), Number(total)] as const,
    ),
    attentionRows: Number(/of (\d+)/.exec(rows)?.[1] ?? 0),
  };
}

/** What the records say. */
function countsOfRecords(tx: StoreTx, planId: PlanId): Counts {
  const plan = tx.copyPlans.get({ id: planId })!;
  const customers = tx.copyOutcomes.where({ planId });
  const done = customers.filter(({ state }) => state === 'done');
  const outcomes: Record<string, number> = {};
  for (const { action } of customers) {
    const label = outcomeText(action, plan);
    outcomes[label] = (outcomes[label] ?? 0) + 1;
  }
  const copied = tx.auditEntries
    .where({ action: 'copy-plan.project-copied' })
    .filter(({ facts }) => facts['planId'] === planId);
  return {
    outcomes,
    phases: [
      [done.length, customers.length],
      [copied.length, plan.projectIds.length],
    ],
    attentionRows: tx.attentionRows.count({ planId }),
  };
}

/** While time stands still, screen and records count the same; the workspace as it was then. */
async function expectTrueCounts(page: Page): Promise<Uint8Array> {
  const screen = await countsOnScreen(page);
  const planId = planOf(page);
  const file = await savedWorkspace(page);
  await withWorkspaceFile(file, (store) => {
    expect(screen).toEqual(store.read((tx) => countsOfRecords(tx, planId)));
    expect(store.read(violations)).toEqual([]);
  });
  return file;
}

/** What a story leaves on the destination, told without ids and without the plans that brought it. */
async function arrivalsOf(story: (page: Page) => Promise<Page>) {
  const { context, page, recorder } = await openProfile(browser);
  const last = await story(page);
  await finishEverything(last);
  await main(last).getByText('Finished').first().waitFor();
  const file = await expectTrueCounts(last);
  const planId = planOf(last);
  recorder.expectClean();
  await context.close();
  return withWorkspaceFile(file, (store) =>
    store.read((tx) => arrived(tx, SOURCE, DESTINATION, planId)),
  );
}

/** A copy plan on the quiet demo, its run just begun. */
async function beginCopy(page: Page): Promise<void> {
  await openQuietDemo(page);
  const route = { from: 'harbor-support', to: 'harbor' };
  await createCopyPlan(page, { name: 'Rehearsal', ...route, projects: PROJECTS });
  await runPlan(page);
}

/** Lets time run until the copy has come this far; asked from the page itself, so that little passes in between. */
async function copyUntil(page: Page, share: number, then: 'pause' | 'run on'): Promise<void> {
  await page.evaluate(
    async ({ base, planId, least, pauses }) => {
      const setSpeed = (speed: number) =>
        fetch(`${base}/workspace/clock`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
          body: JSON.stringify({ action: 'set-speed', speed }),
        });
      const progress = async () => {
        const answer = await fetch(`${base}/copy-plans/${planId}`);
        const { job } = (await answer.json()) as { job: { progress: number } };
        return job.progress;
      };
      await setSpeed(60);
      while ((await progress()) < least);
      if (pauses) await setSpeed(0);
    },
    { base: BASE_PATH, planId: planOf(page), least: share, pauses: then === 'pause' },
  );
}

/** The process of the page dies; the page that takes its place stops the clock. */
async function die(page: Page, how: Death): Promise<Page> {
  await endRenderer(page, how);
  const next = await reopen(page);
  await pauseTime(next);
  return next;
}

/** Stops the run on screen, while time stands still; false when it was over already. */
async function stop(page: Page): Promise<boolean> {
  await showScreen(page, page.url(), 'Customers by outcome');
  const button = main(page).getByRole('button', { name: 'Stop', exact: true });
  if (!(await button.isVisible())) return false;
  await button.click();
  const dialog = page.getByRole('alertdialog');
  await press(dialog, 'Stop the run');
  await dialog.waitFor({ state: 'detached' });
  await main(page).getByText('The run was stopped').waitFor();
  return true;
}

/** From a stopped run: another plan for what is missing, and its run. */
async function runTheRest(page: Page): Promise<void> {
  await follow(main(page), 'Create a copy plan for the rest');
  await arriveAt(page, 'Create copy plan');
  await press(main(page), 'Next');
  await arriveAt(page, 'Rehearsal: the rest');
  await runPlan(page);
}

test(
  'runs that are killed and stopped at random moments count truly, and the last one leaves what an undisturbed one does',
  { timeout: 300_000 },
  async () => {
    const chance = randomFrom(4);
    const undisturbed = await arrivalsOf(async (page) => {
      await beginCopy(page);
      return page;
    });
    const disturbed = await arrivalsOf(async (first) => {
      let page = first;
      await beginCopy(page);
      for (const death of ['kill', 'crash'] as const) {
        await copyUntil(page, chance.float() * 0.3, 'run on');
        page = await die(page, death);
        await expectTrueCounts(page);
        await copyUntil(page, 0.35 + chance.float() * 0.3, 'pause');
        // On a slow machine it may be over.
        if (!(await stop(page))) break;
        await expectTrueCounts(page);
        await runTheRest(page);
      }
      return page;
    });

    expect(undisturbed.requests.length).toBeGreaterThan(100);
    expect(disturbed).toEqual(undisturbed);
  },
);
