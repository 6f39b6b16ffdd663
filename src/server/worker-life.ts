/*
 * The worker's signs of life. It holds a lock of its own for as long as it runs, which the browser
 * frees at its death, however it dies; and it answers when asked, which an endless loop does not.
 */

/** What passes between a worker and `worker-restart.ts`, beside the backend's own messages. */
export type LifeSign =
  /** The worker runs, and holds this lock until it ends. */
  { readonly type: 'alive'; readonly lock: string } | { readonly type: 'pong' };

/** Asks for a `pong`. */
export type Ping = { readonly type: 'ping' };

type Page = Pick<Worker, 'postMessage' | 'addEventListener'>;

/** Shows the page that this worker lives. `lock` is a name that no other worker has. */
export function showLife(page: Page, locks: LockManager | undefined, lock: string): void {
  page.addEventListener('message', ({ data }: MessageEvent<{ readonly type?: unknown }>) => {
    if (data.type === 'ping') page.postMessage({ type: 'pong' } satisfies LifeSign, []);
  });
  // Missing where the page is not served securely: then only the answers tell.
  void locks?.request(lock, () => {
    page.postMessage({ type: 'alive', lock } satisfies LifeSign, []);
    return new Promise<never>(() => undefined);
  });
}
