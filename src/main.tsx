/*
 * The page's composition root, together with `console-start.tsx`: the two modules of the page that
 * know the console and the backend. This one starts the database worker and nothing else, so that
 * the database opens while the console's code is still loaded and evaluated.
 */
import { backend } from './server/page-start.ts';

import('./console-start.tsx')
  .then(({ startConsole }) => startConsole(backend))
  .catch(() => {
    // The page is older than what its host serves, or the host is gone: nothing else can say so.
    document.getElementById('root')!.textContent =
      'Drydock could not be loaded. Reload the page; your workspace is untouched.';
  });
