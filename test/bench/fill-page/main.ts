/* Fills the origin's workspace with the demo and as many customers as the address says. */
import type { Filled } from './fill-worker.ts';

declare global {
  /** Set when the workspace is filled and closed. */
  var filled: Filled | { readonly failed: string } | undefined;
}

const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), { type: 'module' });
worker.addEventListener('message', ({ data }: MessageEvent<Filled>) => {
  globalThis.filled = data;
});
worker.addEventListener('error', ({ message }) => {
  globalThis.filled = { failed: message };
});
worker.postMessage(Number(new URLSearchParams(location.search).get('customers')), []);
