/* What stands beside the bundles: the service worker's files and the page's policy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BASE_PATH } from '#src/contract/routes.ts';

const ROOT = join(import.meta.dirname, '../..');
const { resolve } = createRequire(import.meta.url);
const text = (path: string) => readFileSync(path, 'utf8');

const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(
  text(join(ROOT, 'index.html')),
)?.[1];
const directives = new Map(
  (policy ?? '').split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);

test("the service worker's file is the installed version's own", () => {
  const installed = text(resolve('msw/mockServiceWorker.js'));
  expect(text(join(ROOT, 'public/mockServiceWorker.js'))).toBe(installed);
});

test('the service worker keeps to the addresses of the API', () => {
  expect(text(join(ROOT, 'public/service-worker.js'))).toContain(`const API = '${BASE_PATH}/';`);
});

test('the policy names no foreign origin and allows no inline script', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  const sources = [...directives.values()].flat();
  expect(sources.filter((source) => !/^'.*'$/.test(source))).toEqual(['data:']);
  expect(directives.get('img-src')).toContain('data:');
});

// React Aria writes two fixed rules into the document; the policy knows them by their hashes.
test.each([
  ['interactions/usePress', { PRESSABLE_ATTRIBUTE: 'data-react-aria-pressable' }],
  ['overlays/usePreventScroll', {}],
])('the policy lets the rule that %s writes through', (module, values) => {
  const source = text(join(ROOT, `node_modules/react-aria/dist/private/${module}.mjs`));
  const template = /textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1] ?? '';
  const rule = template.replace(/\$\{\$\w+\$var\$(\w+)\}/g, (_, name: string) =>
    String(Object.entries(values).find(([key]) => key === name)?.[1]),
  );
  const hash = createHash('sha256').update(rule.trim()).digest('base64');
  expect(directives.get('style-src')).toContain(`'sha256-${hash}'`);
});
