/*
 * Which tab owns the stored workspace: the one that holds an exclusive Web Lock. The browser
 * frees the lock when a tab closes, navigates or crashes, so nothing stale can be left behind.
 * Tabs talk over a BroadcastChannel only to ask: who owns it, and will you let go?
 */

/** Answer of an attempt to own the workspace; `elsewhere` and `no-answer` mean another tab has it. */
type Acquired = 'owned' | 'elsewhere' | 'no-answer';

export type Ownership = {
  /** Resolves within bounded time. `takeOver` asks the present owner to let go. */
  acquire(takeOver: boolean): Promise<Acquired>;
  /** What to do when another tab asks for the workspace. */
  onAsked(owner: Owner): void;
};

/** What the owner does to let go: it may take a while to pause, and the asker may have left by then. */
type Owner = {
  /** Finishes what is under way and begins nothing new. */
  pause(): Promise<void>;
  /** Goes on as before. */
  resume(): void;
  close(): void;
};

type Note = { readonly type: 'who' | 'owned' | 'release' };

type Browser = {
  /** Absent where the page is not served securely; such a tab stores nothing and shares nothing. */
  readonly locks: LockManager | undefined;
  /** Its name is the lock's as well. */
  readonly channel: BroadcastChannel;
  /** Longest waits in milliseconds: for a closing tab's lock, and for an owner that finishes its work. */
  readonly patience?: { readonly start: number; readonly takeOver: number };
};

/** A takeover's lock request and its note may overtake each other on their way. */
const OVERTAKING_MS = 100;
/** Between two looks at a lock that nobody answers for. */
const POLL_MS = 30;

/** Ownership among all tabs of one browser that use the same channel. */
export function createOwnership({
  locks,
  channel,
  patience = { start: 2_000, takeOver: 10_000 },
}: Browser): Ownership {
  let release: (() => void) | undefined;
  let owner: Owner | undefined;
  const owned = { isSaid: false };

  function say(type: Note['type']): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    channel.postMessage({ type } satisfies Note);
  }

  channel.addEventListener('message', async ({ data }: MessageEvent<Note>) => {
    if (data.type === 'owned') owned.isSaid = true;
    if (release === undefined) return;
    if (data.type === 'who') say('owned');
    if (data.type === 'release') await letGo();
  });

  /** Closes and frees the lock, unless the asker has given up meanwhile. */
  async function letGo(): Promise<void> {
    if (locks === undefined || !(await isWaitedFor(locks, channel.name))) return;
    const free = release;
    if (free === undefined) return;
    release = undefined;
    await owner?.pause();
    if (await isWaitedFor(locks, channel.name)) {
      owner?.close();
      free();
    } else {
      release = free;
      owner?.resume();
    }
  }

  /** Asks for the lock; undefined when it was not given. `release` frees it. */
  function request(manager: LockManager, options: LockOptions): Promise<'owned' | undefined> {
    return new Promise((resolve, reject) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock === null ? undefined : 'owned');
        return lock === null ? undefined : new Promise((free) => (release = free));
      };
      manager.request(channel.name, options, hold).catch(reject);
    });
  }

  /**
   * Takes the lock when it is free. One that a closing tab still holds is waited for, a living
   * owner's is not. Without a place in the queue: Chromium forgets the abort of a fresh request.
   */
  async function acquireFree(manager: LockManager): Promise<Acquired> {
    const deadline = performance.now() + patience.start;
    owned.isSaid = false;
    while (!owned.isSaid && performance.now() < deadline) {
      const got = await request(manager, { ifAvailable: true });
      if (got !== undefined) return got;
      say('who');
      await after(POLL_MS);
    }
    return 'elsewhere';
  }

  async function acquireFromOwner(manager: LockManager): Promise<Acquired> {
    const patienceOver = new AbortController();
    const timer = setTimeout(() => patienceOver.abort(), patience.takeOver);
    try {
      const asked = request(manager, { signal: patienceOver.signal });
      say('release');
      return (await asked) ?? 'no-answer';
    } catch {
      return 'no-answer';
    } finally {
      clearTimeout(timer);
    }
  }

  function acquire(takeOver: boolean): Promise<Acquired> {
    if (locks === undefined || release !== undefined) return Promise.resolve('owned');
    return takeOver ? acquireFromOwner(locks) : acquireFree(locks);
  }

  return {
    acquire,
    onAsked: (asked) => {
      owner = asked;
    },
  };
}

/** A note may be read long after it was written; the asker may have given up meanwhile. */
async function isWaitedFor(locks: LockManager, lock: string): Promise<boolean> {
  if (await hasPending(locks, lock)) return true;
  await after(OVERTAKING_MS);
  return hasPending(locks, lock);
}

async function hasPending(locks: LockManager, lock: string): Promise<boolean> {
  const { pending = [] } = await locks.query();
  return pending.some(({ name }) => name === lock);
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
