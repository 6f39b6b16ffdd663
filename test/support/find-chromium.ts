/* Finds a Chromium for the browser tests, or gets one. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium; installs one where that is possible without asking. */
export function findChromium(): string {
  const found = present() ?? installedByDebian() ?? installedByPlaywright();
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium: install it, or name one with DRYDOCK_CHROMIUM=/path/to/chromium.',
  );
}

function present(): string | undefined {
  const named = process.env['DRYDOCK_CHROMIUM'];
  if (named !== undefined) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, chromium.executablePath()].find((path) => existsSync(path));
}

function installedByDebian(): string | undefined {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !succeeds('apt-get', ['--version'])) return undefined;
  succeeds('apt-get', ['update', '-qq']);
  const packages = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  return succeeds('apt-get', packages) ? present() : undefined;
}

function installedByPlaywright(): string | undefined {
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  return succeeds(process.execPath, [cli, 'install', 'chromium']) ? present() : undefined;
}

function succeeds(command: string, options: readonly string[]): boolean {
  try {
    execFileSync(command, options, { stdio: ['ignore', 'ignore', 'inherit'] });
    return true;
  } catch {
    return false;
  }
}
