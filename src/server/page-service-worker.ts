/* Registers the service worker and hands it the handlers: a chunk of its own, loaded late. */
import type { RequestHandler } from 'msw';
import { setupWorker } from 'msw/browser';

const SCRIPT = `${import.meta.env.BASE_URL}service-worker.js`;
/** Longest wait for a registered worker to take control of this page. */
const CONTROL_MS = 3_000;

/** Resolves to the worker that knows this page now, if any; rejects when none can be registered. */
export type ArmServiceWorker = (
  handlers: readonly RequestHandler[],
) => Promise<ServiceWorker | undefined>;

export const armServiceWorker: ArmServiceWorker = async (handlers) => {
  if (!(await hasControlOrNoWorker())) return undefined;
  window.addEventListener('unhandledrejection', ignoreFailedUpdate);
  // A fresh one each time: a started one cannot be started again once its worker has died.
  const registration = await setupWorker(...handlers).start({
    serviceWorker: { url: SCRIPT },
    onUnhandledFrame: 'bypass',
    quiet: true,
  });
  return registration?.active ?? undefined;
};

/**
 * MSW reloads a page that has a registered worker but is not controlled by it (a hard reload
 * beside a second tab). Asking the worker to claim the page first spares the user that.
 */
async function hasControlOrNoWorker(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration === undefined || navigator.serviceWorker.controller !== null) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), CONTROL_MS);
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        clearTimeout(timer);
        resolve(true);
      },
      { once: true },
    );
    registration.active?.postMessage('CLAIM');
  });
}

/** MSW looks for a newer worker and lets nobody know when that fails; the old one serves on. */
function ignoreFailedUpdate(event: PromiseRejectionEvent): void {
  if (event.reason instanceof Error && event.reason.message.startsWith('Failed to update a Serv')) {
    event.preventDefault();
  }
}
