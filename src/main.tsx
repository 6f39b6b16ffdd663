/*
 * The page's composition root, together with `console-start.tsx`: the two modules of the page that
 * know the console and the backend. This one starts the database worker and nothing else, so that
 * the database opens while the console's code is still loaded and evaluated.
 */
import { backend } from './server/page-start.ts';

void import('./console-start.tsx').then(({ startConsole }) => startConsole(backend));
