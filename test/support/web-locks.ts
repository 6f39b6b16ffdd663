/*
 * Exclusive Web Locks among parties in one process: first come, first served; an aborted request
 * leaves the queue. Node's own keep an aborted request in what `query` answers.
 */

type Request = { readonly name: string; readonly grant: () => void };

/** A lock manager for tests; only what the app uses of it. */
export function createLocks(): LockManager {
  const held = new Map<string, Request>();
  let pending: Request[] = [];

  function grantNext(name: string): void {
    const next = pending.find((one) => one.name === name);
    if (held.has(name) || next === undefined) return;
    pending = pending.filter((one) => one !== next);
    held.set(name, next);
    next.grant();
  }

  function request(
    name: string,
    { signal, ifAvailable }: LockOptions,
    work: (lock: { name: string } | null) => unknown,
  ): Promise<unknown> {
    if (ifAvailable && held.has(name)) return Promise.resolve(work(null));
    return new Promise((resolve, reject) => {
      const asked: Request = {
        name,
        grant: () => {
          const done = Promise.resolve(work({ name })).finally(() => {
            held.delete(name);
            grantNext(name);
          });
          resolve(done);
        },
      };
      signal?.addEventListener('abort', () => {
        if (held.get(name) === asked) return;
        pending = pending.filter((other) => other !== asked);
        reject(signal.reason as Error);
      });
      pending.push(asked);
      queueMicrotask(() => grantNext(name));
    });
  }

  const query = () => Promise.resolve({ pending: pending.map(({ name }) => ({ name })) });
  return { request, query } as unknown as LockManager;
}
