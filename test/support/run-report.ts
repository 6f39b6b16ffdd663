/* The report of a run, saved by the console and opened by an ordinary unzip tool where there is one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { main, press, saved } from './console-actions.ts';
import { plainUnzip } from './plain-unzip.ts';

/** On View details: downloads the report and opens it; its files as text, by name. */
export async function downloadReport(page: Page): Promise<Map<string, string>> {
  const { bytes } = await saved(page, () => press(main(page), 'Download report'));
  const files = unzippedByTool(bytes) ?? plainUnzip(bytes);
  return new Map(
    [...files].map(([name, content]) => [name, new TextDecoder().decode(content)] as const),
  );
}

/** Files of a zip as the machine's own tool unpacks them; null where it has none. */
function unzippedByTool(zip: Uint8Array): Map<string, Uint8Array> | null {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-report-'));
  try {
    writeFileSync(join(folder, 'report.zip'), zip);
    const { error, status, stderr } = spawnSync('unzip', ['-q', 'report.zip', '-d', 'files'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (error) return null;
    if (status !== 0) throw new Error(`The report does not unzip: ${stderr}`);
    const files = join(folder, 'files');
    return new Map(
      readdirSync(files).map((name) => [name, new Uint8Array(readFileSync(join(files, name)))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
