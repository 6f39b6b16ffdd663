/*
 * A plain-http host is no secure origin: no service worker, no locks, no private files. Drydock
 * works there in memory, and says so.
 */
import { expect, inject, test } from 'vitest';
import { BASE_PATH } from '#src/contract/routes.ts';
import { launchBrowser, record } from '../support/browser.ts';
import { serveFolder } from '../support/static-server.ts';

test('on a plain-http host everything works in memory, and the screen says so', async () => {
  const browser = await launchBrowser('--host-resolver-rules=MAP drydock.test 127.0.0.1');
  const server = await serveFolder(inject('buildFolder'));
  const context = await browser.newContext({
    baseURL: server.origin.replace('127.0.0.1', 'drydock.test'),
  });
  const recorder = record(context);
  const page = await context.newPage();
  await page.goto('/?scenario=demo');
  await page.getByText('Harbor Logistics').first().waitFor();
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByText('This browser keeps nothing').waitFor();

  // A change, which carries a key, is written.
  await page.getByLabel('Persona').selectOption('agent');
  await expect.poll(() => page.getByLabel('Persona').inputValue()).toBe('agent');

  recorder.expectClean();
  expect(server.seen.filter((seen) => seen.includes(BASE_PATH))).toEqual([]);
  await browser.close();
  await server.close();
});
