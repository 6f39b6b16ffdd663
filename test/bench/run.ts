/*
 * `npm run bench`: measures the production build in Chromium and prints one line of JSON per
 * figure. A missed goal is a result; only a measurement that could not be taken fails. With `lists`
 * it measures the lists of large sites instead of the first screen, with `import` the loading of a file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchExports } from './exports.ts';
import { lineOf } from './figure.ts';
import { benchImport } from './import.ts';
import { benchJobs } from './jobs.ts';
import { benchLists } from './lists.ts';
import { measure } from './measure.ts';
import { readOptions, type Options } from './options.ts';
import { figuresOf } from './report.ts';
import { buildDrydock, buildEmptyPage } from './subjects.ts';

const options = readOptions();
const print = (figure: object) => process.stdout.write(`${JSON.stringify(figure)}\n`);
if (options.lists !== null) await benchLists(options.lists, print);
else if (options.imports !== null) await benchImport(options.imports, print);
else if (options.jobs !== null) await benchJobs(options.jobs, print);
else if (options.exports !== null) await benchExports(options.exports, print);
else await benchFirstScreen(options);

async function benchFirstScreen(visits: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
  try {
    const drydock = await buildDrydock(join(folder, 'drydock'));
    const empty = await buildEmptyPage(join(folder, 'empty'));
    try {
      say(`${cpus().length} processors (${cpus()[0]?.model}), load ${load()}`);
      const runs = await measure({ drydock, empty }, visits, say);
      say(`load ${load()}`);
      const figures = figuresOf(
        { folder: drydock.folder, runs: runs.drydock },
        { folder: empty.folder, runs: runs.empty },
      );
      for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);
    } finally {
      await Promise.all([drydock.server.close(), empty.server.close()]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How busy the machine was during the last minute: above its processors, times are not to be trusted. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

/** Beside the figures, which alone belong on the standard output. */
function say(words: string): void {
  process.stderr.write(`${words}\n`);
}
