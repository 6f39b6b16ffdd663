/*
 * `npm run soak`: kills the renderer again and again at random moments of imports, copies, migrations
 * from a server and bulk migrations. What was acknowledged is there after each death, and in the end
 * the workspace is the one that nobody disturbed. `SOAK_SEED` repeats a run's chance.
 */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomFrom, type Random } from '#src/application/scenarios/random.ts';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import { savedWorkspace } from '#test/support/disturbed-work.ts';
import { endRenderer } from '#test/support/kill-renderer.ts';
import { fileOf, openWorkspaceFile } from '#test/support/prepared-file.ts';
import { runStored } from '#test/support/stored-files.ts';
import { inControl } from '#test/support/tab-changes.ts';
import { readWorkspaceFile, type WorkspaceFacts } from '#test/support/workspace-facts.ts';
import { openWorld } from '#test/support/world.ts';
import { ask, finishJobs, jobOf, keepLooking, startWriting, type Seen } from './page-requests.ts';
import { WORKS, type Prepared, type Work } from './works.ts';

/** Deaths of each kind of work. */
const KILLS = 7;
/** Wall milliseconds that a job would take undisturbed. */
const JOB_MS = 40_000;
/** Wall milliseconds within which the writing of an import dies. */
const WRITING_MS = 2_500;
const SEED = Number(process.env['SOAK_SEED'] ?? Date.now() % 1_000_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** The same file in this process, where nothing disturbs. */
async function undisturbed(work: Prepared): Promise<WorkspaceFacts> {
  const world = await openWorld('blank', randomUUID);
  try {
    await world.get('workspace.import-file', { bytes: work.file });
    if (work.kind === 'import') {
      const { importId, version } = work;
      await world.get('imports.write', { params: { importId }, ifMatch: version });
    } else await world.finishJobs();
    return await readWorkspaceFile(await fileOf(world));
  } finally {
    world.backend.close();
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The signal may meet the process that the browser keeps ready for the next page, too. */
async function nextPage(died: Page): Promise<Page> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await died.context().newPage();
    } catch (thrown) {
      if (tries === 5) throw thrown;
    }
  }
}

/** What SQLite says of the stored database. A worker that was just left may hold its files a moment longer. */
async function integrity(page: Page): Promise<unknown[][]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await runStored(page, 'pragma integrity_check');
    } catch (thrown) {
      if (tries === 100 || !String(thrown).includes('NoModificationAllowedError')) throw thrown;
    }
  }
}

/** Opens the app in the place of a page that died, and looks at what it has stored. */
async function reopened(died: Page): Promise<Page> {
  const page = await nextPage(died);
  await died.close();
  // The app first: what was cut off is for it to put in order.
  await page.goto('/');
  await inControl(page);
  expect(await integrity(page)).toEqual([['ok']]);
  await page.goto('/');
  await inControl(page);
  return page;
}

/** Lets the work run up to a moment that chance chooses, and ends the page there. */
async function cutOff(page: Page, work: Prepared, chance: Random): Promise<Seen> {
  const seen: Seen = { done: 0, change: 0 };
  const death = chance.below(2) === 0 ? 'kill' : 'crash';
  if (work.kind === 'import') {
    startWriting(page, work);
    await after(chance.below(WRITING_MS));
  } else {
    const { progress, remainingMs } = await jobOf(page, work.jobId);
    const speed = Math.min(3_600, Math.max(1, work.durationMs / JOB_MS));
    // Close to the end as well, now and then over it.
    const share = Math.min(1, progress + chance.float() * Math.max(0.02, (1 - progress) * 0.3));
    if (remainingMs > 0) await keepLooking(page, { jobId: work.jobId, speed, share }, seen);
    await after(chance.below(150));
  }
  await endRenderer(page, death);
  return { ...seen };
}

async function isOver(page: Page, work: Prepared): Promise<boolean> {
  if (work.kind === 'job') return (await jobOf(page, work.jobId)).state !== 'running';
  const { state } = await ask<{ state: string }>(page, 'GET', `/imports/${work.importId}`);
  return state === 'written';
}

/** One life of the work in a fresh profile, with at most so many deaths; how many there were. */
async function disturbed(
  work: Prepared,
  most: number,
  chance: Random,
): Promise<{ readonly facts: WorkspaceFacts; readonly deaths: number }> {
  const { context, page: first, recorder } = await openProfile(browser);
  let page = first;
  let deaths = 0;
  await openWorkspaceFile(page, work.file);
  await inControl(page);
  while (deaths < most && !(await isOver(page, work))) {
    const seen = await cutOff(page, work, chance);
    deaths += 1;
    page = await reopened(page);
    const { change } = await ask<{ change: number }>(page, 'GET', '/workspace');
    expect(change).toBeGreaterThanOrEqual(seen.change);
    if (work.kind === 'job') {
      expect((await jobOf(page, work.jobId)).done).toBeGreaterThanOrEqual(seen.done);
      await ask(page, 'PUT', '/workspace/clock', { action: 'set-speed', speed: 0 });
    }
  }
  if (work.kind === 'job') await finishJobs(page);
  else if (!(await isOver(page, work))) await startWriting(page, work);
  const facts = await readWorkspaceFile(await savedWorkspace(page));
  // Neither of a picture without an icon, nor of the check that waits for the files.
  const complaints = recorder
    .takeComplaints()
    .filter((text) => !/favicon\.ico|test-sqlite/.test(text));
  expect(complaints).toEqual([]);
  await context.close();
  return { facts, deaths };
}

test.each(Object.entries(WORKS) as [string, Work][])(
  'however often and whenever the page dies during %s, the workspace ends as if nobody had disturbed it',
  { timeout: 1_200_000 },
  async (name, prepare) => {
    const chance = randomFrom(SEED);
    const work = await prepare();
    const expected = await undisturbed(work);
    expect(expected.violations).toEqual([]);
    let deaths = 0;
    let lives = 0;
    while (deaths < KILLS) {
      const lived = await disturbed(work, KILLS - deaths, chance);
      deaths += lived.deaths;
      lives += 1;
      expect(lived.facts).toEqual(expected);
      // Work that is over before it can be cut off would never end this.
      expect(lives).toBeLessThan(KILLS * 3);
    }
    process.stdout.write(
      `${name}: ${deaths} deaths in ${lives} runs of the work, SOAK_SEED=${SEED}\n`,
    );
  },
);
