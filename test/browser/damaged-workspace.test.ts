/* A stored workspace that cannot be read is shown, saved and replaced; never wiped in silence. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, launchBrowser, openProfile } from '../support/browser.ts';

const SCREEN = 'Harbor Logistics';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Overwrites what lies in the private files of this origin, behind each file's own header. */
async function spoilStoredFiles(page: Page): Promise<void> {
  // An address of this origin without the app: nobody holds the files.
  await page.goto('/icon.svg');
  const spoilt = await page.evaluate(async () => {
    const HEADER_BYTES = 4096;
    let count = 0;
    async function spoil(folder: FileSystemDirectoryHandle): Promise<void> {
      for await (const entry of folder.values()) {
        if (entry.kind === 'directory') {
          await spoil(entry as FileSystemDirectoryHandle);
          continue;
        }
        const handle = entry as FileSystemFileHandle;
        const { size } = await handle.getFile();
        if (size <= HEADER_BYTES) continue;
        const writable = await handle.createWritable({ keepExistingData: true });
        await writable.write({
          type: 'write',
          position: HEADER_BYTES,
          data: new TextEncoder().encode('this was a database once'),
        });
        await writable.close();
        count += 1;
      }
    }
    await spoil(await navigator.storage.getDirectory());
    return count;
  });
  expect(spoilt).toBeGreaterThan(0);
}

test('a damaged workspace can be saved as a file, and replaced after a question', async () => {
  const { context, page, recorder } = await openProfile(browser);
  await page.goto('/?scenario=blank');
  await page.getByText(SCREEN).first().waitFor();
  await spoilStoredFiles(page);
  // The bare picture has no icon of its own; that is no complaint of the app's.
  recorder.takeComplaints();

  await page.goto('/');
  await page.getByRole('heading', { name: 'The stored workspace cannot be read' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'The stored workspace cannot be read' }).waitFor();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the workspace as a file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('drydock-workspace.sqlite3');
  const saved = readFileSync(await download.path());
  expect(saved.subarray(0, 24).toString()).toBe('this was a database once');

  await page.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('button', { name: 'Delete and start afresh' }).click();
  await page.getByText(SCREEN).first().waitFor();
  recorder.expectClean();
  await context.close();
});
