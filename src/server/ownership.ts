/*
 * Which tab owns the stored workspace: the one that holds an exclusive Web Lock. The others stand in
 * its queue. The browser frees the lock when a tab closes, navigates or crashes, so the next one owns
 * the workspace at once, and nothing stale can be left behind.
 */

export type Ownership = {
  /** Owns the workspace if nobody does, or else waits for its turn. To be called once. */
  enter(events: OwnershipEvents): void;
  /** Takes the workspace from whoever has it, also from one that does not answer. */
  seize(): void;
};

type OwnershipEvents = {
  owned(): void;
  /** Another tab owns it; this one stands in the queue from now on. */
  waits(): void;
  /** Another tab has seized it. */
  lost(): void;
};

/**
 * Ownership among all tabs of one browser that use the same lock. Without locks (the page is not
 * served securely) there is no durable storage either, and each tab has a workspace of its own.
 */
export function createOwnership(locks: LockManager | undefined, name: string): Ownership {
  let events: OwnershipEvents | undefined;
  /** The request that holds the lock for this tab. */
  let holder: symbol | undefined;
  let queued: AbortController | undefined;

  function request(manager: LockManager, options: LockOptions): void {
    const self = Symbol('request');
    const hold = (lock: Lock | null): Promise<never> | undefined => {
      if (lock === null) {
        wait(manager);
        return undefined;
      }
      if (options.signal) queued = undefined;
      const isNew = holder === undefined;
      holder = self;
      if (isNew) events?.owned();
      return new Promise<never>(() => undefined);
    };
    // It ends only when the lock is seized, or when this tab leaves the queue.
    manager.request(name, options, hold).catch(() => {
      if (holder !== self) return;
      holder = undefined;
      events?.lost();
      wait(manager);
    });
  }

  function wait(manager: LockManager): void {
    if (queued) return;
    queued = new AbortController();
    request(manager, { signal: queued.signal });
    events?.waits();
  }

  return {
    enter(given) {
      events = given;
      if (locks) request(locks, { ifAvailable: true });
      else given.owned();
    },
    seize() {
      if (!locks || holder) return;
      queued?.abort();
      queued = undefined;
      request(locks, { steal: true });
    },
  };
}
