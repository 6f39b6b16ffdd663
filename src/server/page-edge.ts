/* The page's end of the backend, put together for a browser. */
import type { Backend } from './backend.ts';
import { createHandlers } from './page-handlers.ts';
import { createPageTransport } from './page-transport.ts';

/** The page's own start comes first: an idle moment in it is only a wait for the first answers. */
const START_MS = 1_000;
/** Idle time may never come on a busy page. */
const IDLE_PATIENCE_MS = 2_000;
/** Where the browser cannot tell when it is idle. */
const IDLE_GUESS_MS = 500;

/** What carries the page's requests to a backend. */
export function createPageEdge(handle: Backend['handle']): (request: Request) => Promise<Response> {
  return createPageTransport({
    handlers: createHandlers(handle),
    loadServiceWorker: () => import('./page-service-worker.ts'),
    // Missing where the page is not served securely, whatever its type says.
    serviceWorkers: navigator.serviceWorker as ServiceWorkerContainer | undefined,
    whenIdle: (work) => {
      setTimeout(
        () => {
          if ('requestIdleCallback' in window) {
            requestIdleCallback(work, { timeout: IDLE_PATIENCE_MS });
          } else setTimeout(work, IDLE_GUESS_MS);
        },
        Math.max(0, START_MS - performance.now()),
      );
    },
  });
}
