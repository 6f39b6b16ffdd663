/*
 * Two ways to the same handlers. The service worker makes requests visible to the browser's own
 * tools; the page itself answers until it is there, and whenever an answer lacks the backend's
 * marker: worker idle, dead, refused, bypassed by a hard reload.
 */
import type { HttpHandler } from 'msw/http';
import { getResponse } from 'msw/utils/get-response';
import { MARKER_HEADER } from '#src/contract/routes.ts';
import { handlersFor } from './page-handlers.ts';
import type { ArmServiceWorker } from './page-service-worker.ts';

/** Longest wait for an answer through the service worker; after it the page answers itself. */
const PATIENCE_MS = 15_000;
/** Longest time that bringing it back may take. */
const ARMING_MS = 8_000;
/** Shortest time between two attempts to bring the service worker back. */
const REARM_MS = 10_000;

type TransportOptions = {
  readonly handlers: readonly HttpHandler[];
  /** Loads the part that registers the service worker: it must not delay the first rows. */
  readonly loadServiceWorker: () => Promise<{ readonly armServiceWorker: ArmServiceWorker }>;
  readonly serviceWorkers: ServiceWorkerContainer | undefined;
  /** Runs work when the page has nothing better to do. */
  readonly whenIdle: (work: () => void) => void;
};

/** Carries requests to the backend; see above. Rejects only when a request is aborted. */
export function createPageTransport({
  handlers,
  loadServiceWorker,
  serviceWorkers,
  whenIdle,
}: TransportOptions): (request: Request) => Promise<Response> {
  let state: 'idle' | 'arming' | 'refused' = serviceWorkers === undefined ? 'refused' : 'idle';
  /** The worker that was told about this page; any other passes requests by. */
  let armed: ServiceWorker | undefined;
  let lastArming = Number.NEGATIVE_INFINITY;

  /** Without the right controller a request would leave the browser. */
  function isArmed(): boolean {
    return armed !== undefined && serviceWorkers?.controller === armed;
  }

  function arm(): void {
    if (state !== 'idle' || isArmed() || performance.now() - lastArming < REARM_MS) return;
    state = 'arming';
    whenIdle(async () => {
      try {
        const { armServiceWorker } = await loadServiceWorker();
        // A worker that dies while it is being armed answers nothing any more.
        armed = await Promise.race([armServiceWorker(handlers), after(ARMING_MS)]);
        state = 'idle';
      } catch {
        // Refused by the browser or its settings: the page answers, for as long as it is open.
        state = 'refused';
      }
      lastArming = performance.now();
    });
  }

  async function answerHere(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const response = await getResponse(handlersFor(handlers, request), request);
    request.signal.throwIfAborted();
    return response ?? Response.error();
  }

  return async function send(request) {
    if (isArmed()) {
      const copy = request.clone();
      const response = await answerByWorker(request);
      if (response !== undefined) return response;
      armed = undefined;
      request = copy;
    }
    const response = await answerHere(request);
    arm();
    return response;
  };
}

/** The backend's answer by way of the service worker; undefined when it was not the backend's. */
async function answerByWorker(request: Request): Promise<Response | undefined> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const response = await fetch(request, { signal }).catch(() => undefined);
  request.signal.throwIfAborted();
  return response?.headers.has(MARKER_HEADER) ? response : undefined;
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
