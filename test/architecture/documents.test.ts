/* The two documents name only what is there, and the map of the code misses no folder of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ARCHITECTURE = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const SCRIPTS = new Set(
  Object.keys(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
  ),
);
/** Made by a command that the document names, and so not there before it. */
const MADE = new Set(['dist']);
const MOST_LINES = 300;

const topFolders = foldersOf(ROOT);
const sourceFolders = foldersOf(join(ROOT, 'src'));

describe.each([
  ['ARCHITECTURE.md', ARCHITECTURE],
  ['README.md', README],
])('%s', (name, text) => {
  test('names paths, and each of them exists', () => {
    const paths = [...pathsIn(text)];
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  test('names only npm scripts that package.json has', () => {
    const named = [...text.matchAll(/npm (?:run ([a-z][a-z:]*)|(start|test))/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(named.filter((script) => !SCRIPTS.has(script))).toEqual([]);
    if (name === 'README.md') expect(named).toEqual(expect.arrayContaining(['start', 'test']));
  });
});

test('every folder of src, and the folder of the tests, stands in the code map', () => {
  const map = sectionOf(ARCHITECTURE, 'Code map');
  const missing = [...sourceFolders.map((folder) => `src/${folder}`), 'test'].filter(
    (folder) => !map.includes(`- **\`${folder}\`**`),
  );
  expect(missing).toEqual([]);
});

test('every folder of the tests stands in the code map', () => {
  const map = sectionOf(ARCHITECTURE, 'Code map');
  const line = map.slice(map.indexOf('- **`test`**'));
  expect(foldersOf(join(ROOT, 'test')).filter((folder) => !line.includes(`\`${folder}\``))).toEqual(
    [],
  );
});

test('the areas of the code map are those of the contract', () => {
  const map = sectionOf(ARCHITECTURE, 'Code map');
  const areas = /Area names are the same in every column: ([^.]+)\./.exec(map)?.[1] ?? '';
  const named = [...areas.matchAll(/`([a-z-]+)`/g)].map(([, area]) => area!);
  const shared = new Set(['api', 'endpoint', 'problem', 'routes', 'schemas', 'wire']);
  const files = readdirSync(join(ROOT, 'src/contract')).map((file) => file.replace(/\.ts$/, ''));
  expect(named.toSorted()).toEqual(files.filter((file) => !shared.has(file)).toSorted());
});

test('ARCHITECTURE.md can be read in one sitting', () => {
  expect(ARCHITECTURE.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
});

/** What stands in backticks and in links and looks like a path: with a slash into a known folder, or with an ending. */
function pathsIn(text: string): ReadonlySet<string> {
  const spans = [...text.matchAll(/`([^`\s]+)`/g)].map(([, span]) => span!);
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link]) => link!);
  return new Set([...spans.filter(looksLikePath), ...links]);
}

function looksLikePath(span: string): boolean {
  if (/[<>(){}:=?*"]/.test(span) || span.startsWith('/')) return false;
  const [first = ''] = span.split('/');
  const hasKnownFolder =
    span.includes('/') && [...topFolders, ...sourceFolders, ...MADE].includes(first);
  return hasKnownFolder || (/^[a-z0-9/-]+\.(ts|tsx|css|js)$/.test(span) && span.includes('.'));
}

/** Paths are written from the project's root or from `src`; a file alone may stand anywhere in `src`. */
function exists(path: string): boolean {
  if (MADE.has(path)) return true;
  if (existsSync(join(ROOT, path)) || existsSync(join(ROOT, 'src', path))) return true;
  if (existsSync(join(ROOT, 'src', `${path}.ts`))) return true;
  return (
    !path.includes('/') &&
    readdirSync(join(ROOT, 'src'), { recursive: true }).some((file) =>
      String(file).replaceAll('\\', '/').endsWith(`/${path}`),
    )
  );
}

function sectionOf(text: string, heading: string): string {
  const [, rest = ''] = text.split(`## ${heading}\n`);
  return rest.split('\n## ')[0] ?? '';
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name);
}
