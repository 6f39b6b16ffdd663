/* Registers the service worker and hands it the handlers: a chunk of its own, loaded late. */
import type { RequestHandler } from 'msw';
import { createDefaultNetworkOptions } from 'msw/browser';
import { defineNetwork } from 'msw/experimental';
import { hasControlOrNoWorker } from './page-control.ts';

const SCRIPT = `${import.meta.env.BASE_URL}service-worker.js`;

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
  if (!('workerPromise' in source) || !(await hasControlOrNoWorker(navigator.serviceWorker)))
    return undefined;
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

/** MSW looks for a newer worker and lets nobody know when that fails; the old one serves on. */
function ignoreFailedUpdate(event: PromiseRejectionEvent): void {
  if (event.reason instanceof Error && event.reason.message.startsWith('Failed to update a Serv')) {
    event.preventDefault();
  }
}
