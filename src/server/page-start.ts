/*
 * Starts the database worker as soon as this module is evaluated: import it first, so that the
 * database opens while the console is still being set up.
 */
import { connectBackend } from './page-backend.ts';
import { takeScenario } from './page-scenario.ts';

const scenario = takeScenario();
const worker = new Worker(new URL('./worker.ts', import.meta.url), {
  type: 'module',
  name: 'drydock-database',
});

/** The page's backend, answering or on its way. */
export const backend = connectBackend(worker, scenario.name);

const forgetScenario = backend.subscribe(() => {
  if (backend.get().phase !== 'ready') return;
  scenario.applied();
  forgetScenario();
});
