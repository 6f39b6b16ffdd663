/* One visit to a page under measurement. */
import type { BrowserContext, Page } from 'playwright-core';
import { watchPage, type PageMarks } from './watch-page.ts';
import type { Subject } from './subjects.ts';

/** Longest wait for a page to show what is measured. */
const PATIENCE_MS = 60_000;
/** A page that has painted nothing larger for so long is taken as finished. */
const QUIET_MS = 1_500;

export type Visit = {
  /** Milliseconds from the start of the navigation. */
  readonly firstRow: number;
  readonly largestPaint: number;
  /** Addresses of what was loaded, by who loaded it. */
  readonly loaded: {
    /** By the page until the first row. */
    readonly untilFirstRow: readonly string[];
    /** By the page altogether, the service worker's scripts included. */
    readonly byPage: readonly string[];
    readonly byWorker: readonly string[];
  };
};

/**
 * Opens the page in a new tab and closes it again.
 * @throws {Error} when the page does not show what is measured.
 */
export async function visit(
  context: BrowserContext,
  subject: Subject,
  slowDown: number,
): Promise<Visit> {
  const page = await context.newPage();
  try {
    await page.addInitScript(watchPage);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    const before = subject.server.seen.length;
    await page.goto(subject.server.origin + subject.path, { waitUntil: 'commit' });
    const { firstRow, largestPaint, resources } = await finished(page, subject);

    const asked = subject.server.seen.slice(before).map((line) => line.slice('GET '.length));
    const inWorker = await loadedByWorkers(page);
    const byPage = resources.filter(({ path }) => !inWorker.has(path));
    return {
      firstRow,
      largestPaint,
      loaded: {
        untilFirstRow: byPage.filter(({ start }) => start < firstRow).map(({ path }) => path),
        byPage: [...asked.filter(isServiceWorker), ...byPage.map(({ path }) => path)],
        byWorker: [...inWorker],
      },
    };
  } finally {
    await page.close();
  }
}

async function finished(page: Page, { name, hasServiceWorker }: Subject): Promise<PageMarks> {
  const options = { timeout: PATIENCE_MS, polling: 250 };
  try {
    await page.waitForFunction(
      (quiet) => {
        const { firstRow, largestPaint } = performance.benchMarks();
        return firstRow > 0 && performance.now() - Math.max(firstRow, largestPaint) > quiet;
      },
      QUIET_MS,
      options,
    );
    if (hasServiceWorker) {
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, options);
    }
    const marks = await page.evaluate(() => performance.benchMarks());
    if (marks.largestPaint === 0) throw new Error('the browser reported no largest paint');
    return marks;
  } catch (cause) {
    throw new Error(`The ${name} page could not be measured: ${String(cause)}`, { cause });
  }
}

/** The scripts and the engine of the page's dedicated workers. */
async function loadedByWorkers(page: Page): Promise<Set<string>> {
  const workers = page.workers();
  const lists = await Promise.all(
    workers.map((worker) =>
      worker.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
    ),
  );
  const addresses = [...workers.map((worker) => worker.url()), ...lists.flat()];
  return new Set(addresses.map((address) => new URL(address).pathname));
}

/** Asked for by the browser itself, which no page's list shows. They lie beside index.html. */
function isServiceWorker(path: string): boolean {
  return /^\/[^/]+\.js$/.test(path);
}
