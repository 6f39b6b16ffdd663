/*
 * Starts the database worker as soon as this module is evaluated: import it first, so that the
 * database opens while the console is still being set up.
 */
import { connectBackend } from './page-backend.ts';
import { takeScenario } from './page-scenario.ts';
import { createLastingWorker } from './worker-restart.ts';

const scenario = takeScenario();
// Missing where the page is not served securely, whatever its type says.
const locks = navigator.locks as LockManager | undefined;
let thread: Worker | undefined;
const worker = createLastingWorker({
  start: () => {
    thread = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'drydock-database',
    });
    return thread;
  },
  locks,
});

// Browsers keep a page that somebody leaves, frozen, for the way back. Its worker would be frozen as
// well, and keep the workspace from all other tabs: it ends as if the page had gone.
window.addEventListener('pagehide', ({ persisted }) => {
  if (persisted) thread?.terminate();
});
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

/** The page's backend, answering or on its way. */
export const backend = connectBackend(worker, scenario.name);

const forgetScenario = backend.subscribe(() => {
  if (backend.get().phase !== 'ready') return;
  scenario.applied();
  forgetScenario();
});
