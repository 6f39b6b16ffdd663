/* Which files a visit loads, and who loads them. */
import type { Page, Request } from 'playwright-core';

export type LoadedFiles = {
  /** The page's own, its service worker's scripts included. */
  readonly page: readonly string[];
  /** The database worker's. */
  readonly worker: readonly string[];
};

/** Notes everything that the page asks for from now on; the answer ends that and tells. */
export function recordFiles(page: Page): () => Promise<LoadedFiles> {
  const context = page.context();
  const requests: Request[] = [];
  const note = (request: Request) => void requests.push(request);
  context.on('request', note);
  return async () => {
    context.off('request', note);
    const later = await fetchedInWorkers(page);
    const files = await Promise.all(
      requests.map(async (request) => {
        const path = pathOf(request.url());
        return { path, isWorkers: later.has(path) || (await isOfWorker(request)) };
      }),
    );
    return {
      page: files.filter(({ isWorkers }) => !isWorkers).map(({ path }) => path),
      worker: files.filter(({ isWorkers }) => isWorkers).map(({ path }) => path),
    };
  };
}

/** Chromium names a worker as the destination of all modules that it starts with. */
async function isOfWorker(request: Request): Promise<boolean> {
  return (await request.allHeaders())['sec-fetch-dest'] === 'worker';
}

/** What the page's workers have loaded since they started: the engine, further modules. */
async function fetchedInWorkers(page: Page): Promise<Set<string>> {
  const lists = await Promise.all(
    page
      .workers()
      .map((worker) =>
        worker.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
      ),
  );
  return new Set(lists.flat().map(pathOf));
}

function pathOf(address: string): string {
  return new URL(address).pathname;
}
