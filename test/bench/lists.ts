/*
 * `npm run bench -- lists 10000 100000 1000000`: the lists of a site of these sizes, in Chromium on the
 * production build, from fetch to JSON. Each figure stands beside what the same browser could do at
 * best in the same run, and beside the same figure of the size before.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { BASE_PATH, MARKER_HEADER } from '#src/contract/routes.ts';
import { findChromium } from '../support/find-chromium.ts';
import { serveFolder } from '../support/static-server.ts';
import { askLists, type Answers } from './ask-lists.ts';
import type { Filled } from './fill-page/fill-worker.ts';
import { spread } from './timing.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREEN = '/s/site_harbor-support/portal-customers';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
];
/** Longest wait for a workspace to be filled. */
const PATIENCE_MS = 600_000;

declare global {
  /** When the first page of the list stood on the screen. */
  var shownAt: number | undefined;
}

type Say = (figure: object) => void;

/** Measures one size after the other and says one figure at a time. */
export async function benchLists(sizes: readonly number[], say: Say): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-lists-'));
  try {
    const outDir = join(folder, 'site');
    await build({ root: ROOT, logLevel: 'error', build: { outDir, emptyOutDir: true } });
    await build({
      root: resolve(import.meta.dirname, 'fill-page'),
      configFile: false,
      base: '/fill/',
      logLevel: 'error',
      worker: { format: 'es' },
      build: {
        outDir: join(outDir, 'fill'),
        emptyOutDir: true,
        modulePreload: { polyfill: false },
      },
    });
    const server = await serveFolder(outDir, { isCompressed: true });
    try {
      const before = new Map<string, number>();
      for (const size of sizes) {
        const profile = mkdtempSync(join(folder, 'profile-'));
        const grown = withGrowth(size, before, say);
        await inBrowser(profile, (context) => fill(context, server.origin, size, grown));
        // The first visit has to fetch everything.
        await inBrowser(profile, (context) => open(context, server.origin));
        await inBrowser(profile, (context) => measure(context, server.origin, size, grown));
        rmSync(profile, { recursive: true, force: true });
      }
    } finally {
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds the size, and how many times the value of the size before this one is. */
function withGrowth(customers: number, before: Map<string, number>, say: Say) {
  return (figure: string, value: number, rest: object = {}): void => {
    const earlier = before.get(figure);
    before.set(figure, value);
    const growth = earlier ? { growth: rounded(value / earlier) } : {};
    say({ customers, figure, value: rounded(value), ...rest, ...growth });
  };
}

type Figure = ReturnType<typeof withGrowth>;

async function inBrowser<T>(profile: string, work: (context: BrowserContext) => Promise<T>) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: FLAGS,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

async function fill(context: BrowserContext, origin: string, size: number, figure: Figure) {
  const page = await context.newPage();
  await page.goto(`${origin}/fill/index.html?customers=${size}`);
  await page.waitForFunction(() => globalThis.filled !== undefined);
  const filled = await page.evaluate(() => globalThis.filled!);
  if ('failed' in filled) throw new Error(filled.failed);
  limits(filled, figure);
}

function limits({ insertMs, indexMs, fileBytes, flushMs }: Filled, figure: Figure): void {
  figure('filling: rows', insertMs, { unit: 'ms' });
  figure('filling: indices', indexMs, { unit: 'ms' });
  figure('size of the file', fileBytes / 1e6, { unit: 'MB' });
  const { p50, p95, max } = spread(flushMs);
  figure('limit: one page flushed', p50, { unit: 'ms', p95, max });
}

async function measure(context: BrowserContext, origin: string, size: number, figure: Figure) {
  const page = await open(context, origin);
  figure('open: first page on screen', await page.evaluate(() => globalThis.shownAt!), {
    unit: 'ms',
    goal: 500,
  });
  const answers = await page.evaluate(askLists, size);
  report(answers, figure);
  figure('memory of the renderer', await rendererMemory(page), { unit: 'MB', goal: 600 });
  await page.close();
}

/** Shows the first page, in a browser that answers whatever fetches from then on. */
async function open(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin + SCREEN, { waitUntil: 'commit' });
  await page.waitForFunction(() => {
    const isShown = /\S@\S/.test(document.querySelector('tbody tr')?.textContent ?? '');
    if (isShown) globalThis.shownAt ??= performance.now();
    return isShown && navigator.serviceWorker.controller !== null;
  });
  // Until the page and its service worker have found each other, the host answers.
  await page.waitForFunction(
    async (asked) => (await fetch(asked.address)).headers.has(asked.marker),
    { address: `${BASE_PATH}/workspace`, marker: MARKER_HEADER },
  );
  return page;
}

function report(answers: Answers, figure: Figure): void {
  const scan = spread(answers.scan).p50;
  const series = (name: string, times: readonly number[], goal?: number) => {
    const { p50, p95, max } = spread(times);
    figure(name, p95, { unit: 'ms', of: 'p95', p50, max, runs: times.length, goal, scan });
  };
  figure('open: everything in memory', answers.loadedMs, { unit: 'ms', goal: 3_000 });
  series('another request while a list is loaded', answers.beside);
  figure('the longest of them', Math.max(...answers.beside), { unit: 'ms', goal: 50 });
  series('limit: a request that lists nothing', answers.plain);
  series('list page with total, any filter, sort and offset', answers.lists, 50);
  series('text search with total, any filter, sort and offset', answers.searches, 100);
  series('one change, durable, then the list that shows it', answers.changes);
}

/** Resident memory of the page's process. */
async function rendererMemory(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const own = session ?? (await page.context().newCDPSession(page));
  const { processInfo } = await own.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => residentKb(id));
  return Math.max(...sizes) / 1_000;
}

function residentKb(process: number): number {
  const status = readFileSync(`/proc/${process}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
