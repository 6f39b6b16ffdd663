/*
 * Exclusive Web Locks among parties in one process: first come, first served; an aborted request
 * leaves the queue, and a lock that is stolen fails for whoever held it. Each test has its own, where
 * Node's are one for the whole process.
 */

type Request = {
  readonly name: string;
  readonly grant: () => void;
  /** Ends it for whoever holds it. */
  readonly lose: (reason: Error) => void;
};

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

  function request(name: string, ...rest: unknown[]): Promise<unknown> {
    const work = rest.at(-1) as (lock: { name: string } | null) => unknown;
    const { signal, ifAvailable, steal } = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const isTaken = held.has(name) || pending.some((one) => one.name === name);
    if (ifAvailable && isTaken) return Promise.resolve(work(null));
    return new Promise((resolve, reject) => {
      const asked: Request = {
        name,
        grant: () => {
          Promise.resolve(work({ name }))
            .then(resolve, reject)
            .finally(() => {
              if (held.get(name) === asked) held.delete(name);
              grantNext(name);
            });
        },
        lose: reject,
      };
      signal?.addEventListener('abort', () => {
        if (held.get(name) === asked) return;
        pending = pending.filter((other) => other !== asked);
        reject(signal.reason as Error);
      });
      if (steal) {
        held.get(name)?.lose(new DOMException('The lock was stolen.', 'AbortError'));
        held.delete(name);
        pending.unshift(asked);
      } else pending.push(asked);
      queueMicrotask(() => grantNext(name));
    });
  }

  return { request } as unknown as LockManager;
}
