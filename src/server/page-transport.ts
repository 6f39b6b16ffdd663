/*
 * Two ways to the same handlers. The service worker makes requests visible to the browser's own
 * tools; the page itself answers until it is there, and whenever an answer lacks the backend's
 * marker: worker idle, dead, refused, bypassed by a hard reload.
 */
import type { HttpHandler } from 'msw/http';
import { getResponse } from 'msw/utils/get-response';
import { DOWNLOAD_HEADER, MARKER_HEADER } from '#src/contract/routes.ts';
import { handlersFor } from './page-handlers.ts';
import type { ArmServiceWorker } from './page-service-worker.ts';

/** Longest wait for an answer through the service worker; after it the page answers itself. */
const PATIENCE_MS = 15_000;
/** Longest time that bringing it back may take. */
const ARMING_MS = 8_000;
/** Shortest time between two attempts to bring the service worker back. */
const REARM_MS = 10_000;
/** An attempt that came to nothing is made again this often, even if nobody asks for anything. */
const OWN_ATTEMPTS = 3;

type TransportOptions = {
  readonly handlers: readonly HttpHandler[];
  /** Loads the part that registers the service worker: it must not delay the first rows. */
  readonly loadServiceWorker: () => Promise<{ readonly armServiceWorker: ArmServiceWorker }>;
  readonly serviceWorkers: ServiceWorkerContainer | undefined;
  /** Runs work when the page has nothing better to do. */
  readonly whenIdle: (work: () => void) => void;
  /** Milliseconds between two attempts; another value in tests. */
  readonly rearm?: number;
};

/** Carries requests to the backend; see above. Rejects only when a request is aborted. */
export function createPageTransport({
  handlers,
  loadServiceWorker,
  serviceWorkers,
  whenIdle,
  rearm = REARM_MS,
}: TransportOptions): (request: Request) => Promise<Response> {
  let state: 'idle' | 'arming' | 'refused' = serviceWorkers === undefined ? 'refused' : 'idle';
  /** The worker that was told about this page; any other passes requests by. */
  let armed: ServiceWorker | undefined;
  let lastArming = Number.NEGATIVE_INFINITY;
  let ownAttempts = 0;

  /** Without the right controller a request would leave the browser. */
  function isArmed(): boolean {
    return armed !== undefined && serviceWorkers?.controller === armed;
  }

  function arm(isDue = performance.now() - lastArming >= rearm): void {
    if (state !== 'idle' || isArmed() || !isDue) return;
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
      againUnlessArmed();
    });
  }

  /** On a busy machine a worker may take control too late; a console at rest would not ask again. */
  function againUnlessArmed(): void {
    if (armed !== undefined) ownAttempts = 0;
    else if (ownAttempts < OWN_ATTEMPTS) {
      ownAttempts += 1;
      setTimeout(() => arm(true), rearm);
    }
  }

  async function answerHere(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const response = await getResponse(handlersFor(handlers, request), request);
    request.signal.throwIfAborted();
    return response ?? Response.error();
  }

  return async function send(request) {
    // A file comes as the blob that it is: by the service worker, its bytes would be copied twice.
    if (isArmed() && !request.headers.has(DOWNLOAD_HEADER)) {
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
