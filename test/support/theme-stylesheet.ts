/*
 * Turns the vendor's theme files into one small static stylesheet: light and dark in one value
 * (`light-dark()`, switched by `color-scheme`), without the families that no screen uses.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { format } from 'prettier';

const require = createRequire(import.meta.url);
const themes = join(
  dirname(require.resolve('@atlaskit/tokens/package.json')),
  'dist/cjs/artifacts/themes',
);

const UNUSED =
  /rovo|UNSAFE|chart|-code-|negative|inset|gap|visited|brand-heading|brand-body|blanket-|accent-.*-(hovered|pressed)|skeleton-subtle|shadow-overflow-/;

/** The custom properties of one of the vendor's theme files, in their order. */
function themeTokens(theme: string): Map<string, string> {
  const file: { default: string } = require(join(themes, `atlassian-${theme}.js`));
  const pairs = [...file.default.matchAll(/(--ds-[\w-]+):\s*([^;]+);/g)];
  return new Map(
    pairs
      .map(([, name, value]): [string, string] => [name ?? '', (value ?? '').trim()])
      .filter(([name]) => !UNUSED.test(name)),
  );
}

function colorPair(light: string, dark: string | undefined): string {
  if (dark === undefined || light === dark) return light.toLowerCase();
  return `light-dark(${light.toLowerCase()}, ${dark.toLowerCase()})`;
}

function recolored(shadows: string, pair: (color: string) => string): string {
  return shadows.replace(/#[0-9a-f]+/gi, (color) => pair(color.toLowerCase()));
}

/** Shadows differ in number between the themes: one list holds both, the other's made transparent. */
function shadowPair(light: string, dark: string): string {
  return [
    recolored(light, (color) => `light-dark(${color}, transparent)`),
    recolored(dark, (color) => `light-dark(transparent, ${color})`),
  ].join(', ');
}

/** The sans-serif of a bare Linux is very wide: name the usual narrow ones before it. */
function withFallbackFonts(value: string): string {
  return value.replace('"Helvetica Neue", sans-serif', '"Helvetica Neue", Arial, sans-serif');
}

/** The whole of `src/ui/theme/tokens.css`. */
export async function themeStylesheet(): Promise<string> {
  const dark = themeTokens('dark');
  const colors = [...themeTokens('light')].map(([name, value]) =>
    name.includes('shadow')
      ? [name, shadowPair(value, dark.get(name) ?? value)]
      : [name, colorPair(value, dark.get(name))],
  );
  const rest = ['spacing', 'typography', 'shape'].flatMap((theme) => [...themeTokens(theme)]);
  const declarations = [...colors, ...rest].map(
    ([name, value]) => `${name}: ${withFallbackFonts(value ?? '')};`,
  );
  const sheet = `/* Generated from @atlaskit/tokens by test/support/theme-stylesheet.ts; do not edit. */
:root { color-scheme: light dark; ${declarations.join('\n')} }
:root[data-color-mode='light'] { color-scheme: light; }
:root[data-color-mode='dark'] { color-scheme: dark; }`;
  return format(sheet, { parser: 'css', singleQuote: true, printWidth: 100 });
}

/** Every `--ds-` name that a stylesheet or a screen asks for, with the file that does. */
export function tokensUsedIn(files: readonly string[]): Map<string, string> {
  const used = new Map<string, string>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [name] of text.matchAll(/--ds-[\w-]+/g)) used.set(name, file);
  }
  return used;
}
