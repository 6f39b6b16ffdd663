/* Registers the service worker and hands it the handlers: a chunk of its own, loaded late. */
import type { RequestHandler } from 'msw';
import { createDefaultNetworkOptions } from 'msw/browser';
import { defineNetwork } from 'msw/experimental';

const SCRIPT = `${import.meta.env.BASE_URL}service-worker.js`;
/** How often, and how long each time, a registered worker is waited for to take control of this page. */
const ATTEMPTS = 5;
const CONTROL_MS = 1_000;

/** Resolves to the worker that knows this page now, if any; rejects when none can be registered. */
export type ArmServiceWorker = (
  handlers: readonly RequestHandler[],
) => Promise<ServiceWorker | undefined>;

/**
 * MSW's own link to the service worker. `setupWorker` would patch WebSocket as well, and could not
 * be started a second time for a worker that has died.
 */
const [source] = createDefaultNetworkOptions(SCRIPT).sources;

export const armServiceWorker: ArmServiceWorker = async (handlers) => {
  if (!('workerPromise' in source) || !(await hasControlOrNoWorker())) return undefined;
  window.addEventListener('unhandledrejection', ignoreFailedUpdate);
  // Enabling replaces whatever network the source served before.
  await defineNetwork({
    sources: [source],
    handlers: [...handlers],
    onUnhandledFrame: 'bypass',
    context: { quiet: true },
  }).enable();
  const [worker] = await source.workerPromise;
  return worker;
};

/**
 * MSW reloads a page that has a registered worker but is not controlled by it (a hard reload
 * beside a second tab). Asking the worker to claim the page first spares the user that. A page's
 * last word may have the worker unregister itself meanwhile, so it is looked for again each time.
 */
async function hasControlOrNoWorker(): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration === undefined || (await takesControl(registration))) return true;
  }
  return false;
}

function takesControl(registration: ServiceWorkerRegistration): Promise<boolean> {
  const { serviceWorker } = navigator;
  return new Promise((resolve) => {
    function end(): void {
      clearTimeout(timer);
      serviceWorker.removeEventListener('controllerchange', end);
      resolve(serviceWorker.controller !== null);
    }
    const timer = setTimeout(end, CONTROL_MS);
    serviceWorker.addEventListener('controllerchange', end);
    if (serviceWorker.controller === null) registration.active?.postMessage('CLAIM');
    else end();
  });
}

/** MSW looks for a newer worker and lets nobody know when that fails; the old one serves on. */
function ignoreFailedUpdate(event: PromiseRejectionEvent): void {
  if (event.reason instanceof Error && event.reason.message.startsWith('Failed to update a Serv')) {
    event.preventDefault();
  }
}
