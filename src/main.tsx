/*
 * The page's composition root: the one module of the page that knows both the console and the
 * backend. The database worker starts before anything of the console is loaded.
 */
import { preloadScreen } from './app/screens.ts';
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

preloadScreen(location.pathname);

const root = document.getElementById('root')!;

// Imported late, so that the worker's start waits for neither React nor MSW.
Promise.all([import('./app/mount.tsx'), import('./server/page-edge.ts')])
  .then(([{ mountConsole }, { createPageEdge }]) =>
    mountConsole(root, backend, createPageEdge(backend.handle)),
  )
  .catch((fault: unknown) => {
    // A part of the console did not load, most likely because a newer release replaced it.
    const words = 'Drydock could not be loaded completely. Reload the page.';
    root.textContent = `${words} (${String(fault)})`;
  });
