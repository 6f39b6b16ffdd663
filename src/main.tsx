/*
 * The page's composition root: the one module of the page that knows both the console and the
 * backend. The database worker starts before anything of the console is loaded.
 */
import { takeScenario } from './client/scenario-link.ts';
import { connectBackend } from './server/page-backend.ts';

const scenario = takeScenario();
const worker = new Worker(new URL('./server/worker.ts', import.meta.url), {
  type: 'module',
  name: 'drydock-database',
});
const backend = connectBackend(worker, scenario.name);
const forgetScenario = backend.subscribe(() => {
  if (backend.get().phase !== 'ready') return;
  scenario.applied();
  forgetScenario();
});

void mountConsole().catch((fault: unknown) => {
  // A part of the console did not load, most likely because a newer release replaced it.
  const words = 'Drydock could not be loaded completely. Reload the page.';
  document.getElementById('root')!.textContent = `${words} (${String(fault)})`;
});

async function mountConsole(): Promise<void> {
  const [react, dom, { App }, { configureTransport }, { createHandlers }, { createPageTransport }] =
    await Promise.all([
      import('react'),
      import('react-dom/client'),
      import('./app/app.tsx'),
      import('./client/http.ts'),
      import('./server/page-handlers.ts'),
      import('./server/page-transport.ts'),
    ]);
  configureTransport(
    createPageTransport({
      handlers: createHandlers(backend.handle),
      loadServiceWorker: () => import('./server/page-service-worker.ts'),
      // Missing where the page is not served securely, whatever its type says.
      serviceWorkers: navigator.serviceWorker as ServiceWorkerContainer | undefined,
      whenIdle: (work) => {
        if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2_000 });
        else setTimeout(work, 500);
      },
    }),
  );
  // No JSX here: it would bind React into the entry, which the worker's start would then wait for.
  const screens = react.createElement(App, { backend });
  dom
    .createRoot(document.getElementById('root')!)
    .render(react.createElement(react.StrictMode, null, screens));
}
