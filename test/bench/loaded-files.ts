/* Which files a visit loads, and who loads them. */
import type { BrowserContext, Request } from 'playwright-core';

export type LoadedFiles = {
  /** The page's own, its service worker's scripts included. */
  readonly page: readonly string[];
  /** The database worker's. */
  readonly worker: readonly string[];
};

/** Notes everything that is asked for from now on; the answer ends that and tells. */
export function recordFiles(context: BrowserContext): () => Promise<LoadedFiles> {
  const requests: Request[] = [];
  const note = (request: Request) => void requests.push(request);
  context.on('request', note);
  return async () => {
    context.off('request', note);
    const isWorkers = await Promise.all(requests.map(isForWorker));
    const paths = requests.map((request) => new URL(request.url()).pathname);
    return {
      page: paths.filter((_, index) => !isWorkers[index]),
      worker: paths.filter((_, index) => isWorkers[index]),
    };
  };
}

/** Chromium names a worker as the destination of all its modules; the engine is fetched by the worker alone. */
async function isForWorker(request: Request): Promise<boolean> {
  const headers = await request.allHeaders();
  return (
    headers['sec-fetch-dest'] === 'worker' || new URL(request.url()).pathname.endsWith('.wasm')
  );
}
