/* The page's composition root: the one module of the page that knows the console and the backend. */
import { backend } from './server/page-start.ts';
import { preloadScreen } from './app/screens.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { configureTransport } from './client/http.ts';
import { createPageEdge } from './server/page-edge.ts';

preloadScreen(location.pathname);
configureTransport(createPageEdge(backend.handle));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App backend={backend} />
  </StrictMode>,
);
