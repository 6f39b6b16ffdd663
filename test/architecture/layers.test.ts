/* The architecture as a test: who may import whom, which packages where, how long a file may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

type Rule = {
  /** Folders, or files without extension, beside its own. */
  readonly may: readonly string[];
  /** Folders of which only types may be taken. */
  readonly typesOnly?: readonly string[];
  readonly packages: readonly string[];
};

/** Design, section 4. `server` is two places: what runs in the worker, and what runs in the page. */
const RULES: Readonly<Record<string, Rule>> = {
  domain: { may: [], packages: [] },
  application: { may: ['domain'], packages: [] },
  contract: { may: [], packages: ['zod'] },
  store: { may: ['domain', 'application/ports'], packages: ['@sqlite.org/sqlite-wasm'] },
  server: {
    may: ['contract', 'application', 'domain', 'store'],
    packages: ['msw', 'papaparse', 'fflate', 'zod'],
  },
  client: {
    may: ['contract/routes'],
    typesOnly: ['contract'],
    packages: ['react', '@tanstack/react-query'],
  },
  ui: {
    may: [],
    typesOnly: ['contract', 'client'],
    packages: ['react', 'react-dom', 'react-router-dom', 'react-aria-components'],
  },
  pages: {
    may: ['client', 'ui'],
    typesOnly: ['contract'],
    packages: ['react', 'react-router-dom', '@tanstack/react-query'],
  },
  app: {
    may: ['pages', 'client', 'ui'],
    typesOnly: ['contract'],
    packages: ['react', 'react-dom', 'react-router-dom', '@tanstack/react-query'],
  },
};

/** Files longer than this need a reason, given here. Tests carry tables of cases and may be longer. */
const MOST_LINES = { src: 300, test: 400 };
const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};

const sources = filesBelow(join(ROOT, 'src')).filter((file) => /\.tsx?$/.test(file));
const tests = filesBelow(join(ROOT, 'test')).filter((file) => /\.tsx?$/.test(file));

type Import = { readonly from: string; readonly isTypeOnly: boolean };

test.each(Object.keys(RULES))('%s imports only what its layer may', (folder) => {
  const files = sources.filter((file) => folderOf(file) === folder);
  expect(files.length).toBeGreaterThan(0);
  const complaints = files.flatMap((file) =>
    importsOf(file).flatMap((found) => {
      const words = complaint(file, found);
      return words === undefined ? [] : [`${named(file)}: ${words}`];
    }),
  );
  expect(complaints).toEqual([]);
});

test('every folder of src is a layer with a rule', () => {
  const folders = new Set(sources.map(folderOf).filter((folder) => folder !== ''));
  expect([...folders].toSorted()).toEqual(Object.keys(RULES).toSorted());
});

test('no file is longer than its limit without a reason', () => {
  const long = [
    ...sources.filter(longerThan(MOST_LINES.src)),
    ...tests.filter(longerThan(MOST_LINES.test)),
  ].map(named);
  expect(long).toEqual(Object.keys(LONG_FOR_A_REASON));
});

function longerThan(limit: number) {
  return (file: string) => readFileSync(file, 'utf8').split('\n').length - 1 > limit;
}

test('files and folders are kebab-case and none is a drawer', () => {
  const drawers = /^(utils?|helpers?|common|types?|index|misc|shared)$/;
  const odd = [...sources, ...tests].map(named).filter((name) =>
    name.split('/').some((part) => {
      const [stem = ''] = part.split('.');
      return drawers.test(stem) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem);
    }),
  );
  expect(odd).toEqual([]);
});

test('only the composition roots know both islands', () => {
  const page = ['client', 'ui', 'pages', 'app'];
  const backend = ['domain', 'application', 'store', 'server'];
  const knowing = sources.filter((file) => {
    const folders = importsOf(file).map(({ from }) => from.split('/')[1] ?? '');
    return (
      folders.some((folder) => page.includes(folder)) &&
      folders.some((folder) => backend.includes(folder))
    );
  });
  expect(knowing.map(named)).toEqual(['src/console-start.tsx']);
});

function complaint(file: string, { from, isTypeOnly }: Import): string | undefined {
  const own = folderOf(file);
  const rule = RULES[own]!;
  if (!from.startsWith('src/')) {
    return rule.packages.includes(packageOf(from)) ? undefined : `package ${from}`;
  }
  const target = from.slice('src/'.length).replace(/\.tsx?$/, '');
  const folder = target.split('/')[0] ?? '';
  if (folder === own) {
    const [, area] = named(file).split('/').slice(1);
    const [, otherArea] = target.split('/');
    const crosses = own === 'pages' && area !== otherArea;
    return crosses ? `another page folder: ${target}` : undefined;
  }
  if (rule.may.includes(folder) || rule.may.includes(target)) return undefined;
  if (isTypeOnly && rule.typesOnly?.includes(folder)) return undefined;
  return `${isTypeOnly ? 'types of ' : ''}${target}`;
}

/** Imports as paths below the project (`src/…`) or package names; styles and assets are left out. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean) => {
    if (specifier.includes('?') || ['.css', '.svg', '.wasm'].includes(extname(specifier))) return;
    found.push({ from: resolved(file, specifier), isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const bindings = clause?.namedBindings;
      const everyType =
        bindings !== undefined &&
        ts.isNamedImports(bindings) &&
        !clause?.name &&
        bindings.elements.length > 0 &&
        bindings.elements.every((element) => element.isTypeOnly);
      const whole = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node.moduleSpecifier.text, whole || everyType);
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      add(node.arguments[0].text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith('#src/')) return specifier.slice(1);
  if (specifier.startsWith('.')) return named(join(file, '..', specifier));
  return specifier;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function folderOf(file: string): string {
  const parts = named(file).split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}

function named(file: string): string {
  return relative(ROOT, file).split(sep).join('/');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.name) !== '.DS_Store')
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
