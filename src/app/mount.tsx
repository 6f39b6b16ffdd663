import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { BackendStatus } from '#src/client/backend-status.ts';
import { configureTransport, type Transport } from '#src/client/http.ts';
import { App } from './app.tsx';

/** Draws the console into an element, over a backend that the transport reaches. */
export function mountConsole(
  element: HTMLElement,
  backend: BackendStatus,
  transport: Transport,
): void {
  configureTransport(transport);
  createRoot(element).render(
    <StrictMode>
      <App backend={backend} />
    </StrictMode>,
  );
}
