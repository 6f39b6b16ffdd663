/*
 * What the portal customers need before they can be used: the page's own JavaScript with MSW has a
 * budget. The backend and its database load beside it, in chunks of their own. `npm run size` runs
 * this alone and prints the figures.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

/** Of 1000 bytes, gzip. */
const BUDGET_KB = 150;
const SCREEN = 'src/pages/portal-customers/portal-customers-page.tsx';
const LATE_MSW = 'src/server/page-service-worker.ts';

type Chunk = {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
};

const folder = inject('buildFolder');
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>;

/** The entry shares its chunk with the helper that loads the others, so it is known by its name. */
const ENTRY = Object.keys(manifest).find((key) => manifest[key]?.name === 'start') ?? 'start';

/** A chunk and everything that it imports at once. */
function withImports(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The build has no chunk for ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) withImports(imported, found);
  return found;
}

function sizes(files: Iterable<string>): { readonly gzip: number; readonly brotli: number } {
  const contents = [...files].map((file) => readFileSync(join(folder, file)));
  return {
    gzip: kB(contents.map((content) => gzipSync(content, { level: 9 }))),
    brotli: kB(contents.map((content) => brotliCompressSync(content))),
  };
}

function kB(parts: readonly Buffer[]): number {
  return Math.round(parts.reduce((sum, { length }) => sum + length, 0) / 100) / 10;
}

function assets(pattern: RegExp): string[] {
  return readdirSync(join(folder, 'assets'))
    .filter((name) => pattern.test(name))
    .map((name) => `assets/${name}`);
}

test(`the portal customers need at most ${BUDGET_KB} kB of JavaScript, MSW included`, () => {
  const roots = [ENTRY, SCREEN, LATE_MSW];
  const scripts = new Set(roots.flatMap((root) => [...withImports(root)]));
  const figures = {
    'first screen with MSW': sizes(scripts),
    'backend (worker)': sizes(assets(/^worker-.*\.js$/)),
    'database (worker)': sizes(assets(/^database-.*\.js$|^sqlite3-.*\.wasm$/)),
  };
  process.stdout.write(`${JSON.stringify({ kB: figures })}\n`);
  expect(figures['first screen with MSW'].gzip).toBeLessThanOrEqual(BUDGET_KB);
});

test('the backend, the database, MSW and every page area are chunks of their own', () => {
  expect(assets(/^worker-.*\.js$/)).toHaveLength(1);
  expect(assets(/^database-.*\.js$/)).toHaveLength(1);
  expect(assets(/^msw-.*\.js$/)).toHaveLength(1);
  const first = withImports(ENTRY);
  const separate = [
    LATE_MSW,
    SCREEN,
    'src/pages/copy-plans/copy-plan-page.tsx',
    'src/pages/directory/site-page.tsx',
    'src/pages/imported-groups/imported-group-page.tsx',
    'src/pages/imports/load-exports-page.tsx',
    'src/pages/organizations/organizations-page.tsx',
  ].map((source) => manifest[source]?.file);
  expect(new Set(separate).size).toBe(separate.length);
  expect(separate.filter((file) => file === undefined || first.has(file))).toEqual([]);
});
