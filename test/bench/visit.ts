/* One visit to a page under measurement. */
import type { BrowserContext, Page } from 'playwright-core';
import { recordFiles, type LoadedFiles } from './loaded-files.ts';
import type { Subject } from './subjects.ts';
import { watchPage, type PageMarks } from './watch-page.ts';

/** Longest wait for a page to show what is measured. */
const PATIENCE_MS = 60_000;
/** A page that has painted nothing larger for so long is taken as finished. */
const QUIET_MS = 1_500;

export type Visit = {
  /** Milliseconds from the start of the navigation. */
  readonly firstRow: number;
  readonly largestPaint: number;
  readonly files: LoadedFiles & {
    /** Those of the page that it asked for before the first row. */
    readonly untilFirstRow: readonly string[];
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
    const endRecord = recordFiles(page);
    await page.goto(subject.server.origin + subject.path, { waitUntil: 'commit' });
    const { firstRow, largestPaint, started } = await finished(page, subject);
    const files = await endRecord();
    const isEarly = (path: string) => (started[path] ?? Infinity) < firstRow;
    return {
      firstRow,
      largestPaint,
      files: { ...files, untilFirstRow: files.page.filter(isEarly) },
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
