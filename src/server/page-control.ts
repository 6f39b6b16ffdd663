/*
 * Whether a service worker may be armed on this page. MSW reloads a page that has a registered
 * worker but is not controlled by it (a hard reload beside a second tab). Asking the worker to
 * claim the page first spares the person that.
 */

/** How often, and how long each time, a registered worker is waited for to take control of this page. */
type Patience = { readonly attempts: number; readonly milliseconds: number };

const PATIENCE: Patience = { attempts: 5, milliseconds: 1_000 };

/**
 * Whether the page is controlled, or has no worker that could. A page's last word may have the
 * worker unregister itself meanwhile, so it is looked for again each time.
 */
export async function hasControlOrNoWorker(
  serviceWorkers: ServiceWorkerContainer,
  { attempts, milliseconds }: Patience = PATIENCE,
): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const registration = await serviceWorkers.getRegistration();
    if (registration === undefined) return true;
    if (await takesControl(serviceWorkers, registration, milliseconds)) return true;
  }
  return false;
}

function takesControl(
  serviceWorkers: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  milliseconds: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    function end(): void {
      clearTimeout(timer);
      serviceWorkers.removeEventListener('controllerchange', end);
      resolve(serviceWorkers.controller !== null);
    }
    const timer = setTimeout(end, milliseconds);
    serviceWorkers.addEventListener('controllerchange', end);
    if (serviceWorkers.controller === null) registration.active?.postMessage('CLAIM');
    else end();
  });
}
