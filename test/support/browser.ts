/* A real browser for tests: launched once per file, watched on everything it asks and complains. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { BASE_PATH } from '#src/contract/routes.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(...moreFlags: readonly string[]): Promise<Browser> {
  const args = [...FLAGS, ...moreFlags];
  return chromium.launch({ executablePath: inject('chromiumPath'), args });
}

/** What a browser context asked of the network, and every error and warning it uttered. */
export type Recorder = {
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  /** The complaints so far, for a test that expects some; they count no more. */
  takeComplaints(): string[];
  /** The requests so far, likewise. */
  takeRequests(): string[];
  /** No complaint, and no request to another origin. */
  expectClean(): void;
};

/** Where tests serve the build; the second is no secure origin, as a plain host in a network. */
const OWN_HOSTS = ['127.0.0.1', 'drydock.test'];

/** Longest wait for anything on screen: several times what a busy machine needs. */
const PATIENCE_MS = 60_000;

/** Records a context from now on, all its pages and workers. */
export function record(context: BrowserContext): Recorder {
  context.setDefaultTimeout(PATIENCE_MS);
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const { url } = message.location();
    if (!isRefusal(message.text(), url)) complaints.push(`${message.text()} (${url})`);
  });
  return {
    requests,
    complaints,
    takeComplaints: () => complaints.splice(0),
    takeRequests: () => requests.splice(0),
    expectClean: () => {
      expect(complaints).toEqual([]);
      expect(requests.filter(isForeign)).toEqual([]);
    },
  };
}

/** Of every refusal (403, 409, 412, …) the browser itself makes a note; refusing is no fault. */
function isRefusal(text: string, url: string): boolean {
  return (
    text.startsWith('Failed to load resource') &&
    URL.canParse(url) &&
    new URL(url).pathname.startsWith(BASE_PATH)
  );
}

function isForeign(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return !['blob:', 'data:'].includes(protocol) && !OWN_HOSTS.includes(hostname);
}

/** A fresh profile with one page, recorded. */
export async function openProfile(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; recorder: Recorder }> {
  const context = await browser.newContext({ baseURL: inject('origin'), ...options });
  const recorder = record(context);
  return { context, page: await context.newPage(), recorder };
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The rules that colours decide: all others say the same of a screen in either colour scheme. */
const COLOUR_RULES = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the screen (WCAG 2.2 AA and best practice): one line per finding, none is good. */
export async function axe(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Over the debugging protocol, which the page's policy does not bind.
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result.value as unknown;
  };
  if ((await evaluate('typeof axe')) === 'undefined') await evaluate(`${axeSource};0`);
  const runOnly = JSON.stringify(rules === 'all' ? ALL_RULES : COLOUR_RULES);
  // Only findings come back: what passed is a hundred times as much.
  const violations = (await evaluate(
    `axe.run({ runOnly: ${runOnly}, resultTypes: ['violations'] }).then((found) => found.violations)`,
  )) as AxeResults['violations'];
  await session.detach();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  );
}
