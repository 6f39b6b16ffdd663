/* Before the browser tests: one production build, one host for it, one Chromium. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium.ts';
import { serveFolder } from './static-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the production build is served. */
    origin: string;
    /** The folder of the production build. */
    buildFolder: string;
    chromiumPath: string;
  }
}

const ROOT = resolve(import.meta.dirname, '../..');

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = findChromium();
  const buildFolder = join(ROOT, 'test-output', `build-${process.pid}`);
  build(buildFolder);
  const server = await serveFolder(buildFolder);
  project.provide('origin', server.origin);
  project.provide('buildFolder', buildFolder);
  project.provide('chromiumPath', chromiumPath);
  return async () => {
    await server.close();
    rmSync(buildFolder, { recursive: true, force: true });
  };
}

/** In a process of its own: this one's settings are those of a test run. */
function build(folder: string): void {
  const vite = dirname(createRequire(import.meta.url).resolve('vite/package.json'));
  const { NODE_ENV: _test, VITEST: _vitest, ...environment } = process.env;
  execFileSync(
    process.execPath,
    [
      join(vite, 'bin/vite.js'),
      'build',
      '--outDir',
      folder,
      '--emptyOutDir',
      '--logLevel',
      'warn',
      '--manifest',
      '--configLoader',
      'runner',
    ],
    { cwd: ROOT, env: environment, stdio: 'inherit' },
  );
}
