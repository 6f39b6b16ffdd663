/* The console on its page: everything of it that can wait until the database worker is under way. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { preload } from './app/preload.ts';
import { configureTransport } from './client/http.ts';
import { createQueryClient, drawFirstAnswersTogether } from './client/query-client.ts';
import type { PageBackend } from './server/page-backend.ts';
import { createPageEdge } from './server/page-edge.ts';

/** Longest wait for the first screen's code before the console is drawn without it. */
const PATIENCE_MS = 500;

/** Shows the console over a backend that answers or is on its way. */
export async function startConsole(backend: PageBackend): Promise<void> {
  configureTransport(createPageEdge(backend.handle));
  let preloaded: ReturnType<typeof createQueryClient> | undefined = createQueryClient();
  drawFirstAnswersTogether(preloaded);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([preload(preloaded, location), patience]);

  /** What was asked before is for the first console; a later one must not find old answers. */
  function createCache() {
    const cache = preloaded ?? createQueryClient();
    preloaded = undefined;
    return cache;
  }
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App backend={backend} createCache={createCache} />
    </StrictMode>,
  );
}
