/* The database worker's entry: the composition root of the backend in a browser. */
import { isStorageFull } from '#src/store/database-error.ts';
import { eraseStored } from '#src/store/durable-pool.ts';
import { StoreOpenError } from '#src/store/open-error.ts';
import { openStore } from '#src/store/open-store.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { readStored } from '#src/store/read-stored.ts';
import type { Store } from '#src/store/store.ts';
import { createBackend } from './backend.ts';
import { BUILD_ID } from './build-id.ts';
import { createOwnership } from './ownership.ts';
import { changeOf, watchedStore } from './watched-store.ts';
import { createWorkerHost } from './worker-host.ts';
import { showLife, type Ping } from './worker-life.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';
import { HostError } from './workspace-owner.ts';

/** The worker's end of the page's `Worker`; the page's type library does not know it. */
const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;

const DIRECTORY = 'drydock';
/** A worker that has just ended may hold its files a moment longer than its lock. */
const LOCKED_TRIES = 40;
const LOCKED_WAIT_MS = 50;
/** The first screen comes first. */
const PREPARE_MS = 1_500;
/** Names the channel of all tabs, and the lock of the one that owns the workspace. */
const SHARED = 'drydock-workspace';

// Missing where the page is not served securely, whatever its type says.
const locks = navigator.locks as LockManager | undefined;
const tab = uuid();

showLife(page, locks, `drydock-worker-${tab}`);

const receive = createWorkerHost({
  ownership: createOwnership(locks, SHARED),
  tab,
  tabs: locks && {
    tab,
    build: BUILD_ID,
    main: new BroadcastChannel(SHARED),
    openChannel: (name) => new BroadcastChannel(name),
    locks,
    every: (milliseconds, work) => {
      const timer = setInterval(work, milliseconds);
      return () => clearInterval(timer);
    },
  },
  open: async (scenario, { onTurn, onCommit }) => {
    const store = await openDurableOrMemory();
    const storage = store.place;
    try {
      const backend = createBackend({
        store: watchedStore(store, onCommit),
        storage,
        scenario: await scenario,
        onTurn,
        wallNow: () => Date.now(),
        ticks: () => performance.now(),
        uuid,
        later: (work, milliseconds) => {
          const timer = setTimeout(work, milliseconds);
          return () => clearTimeout(timer);
        },
      });
      return { backend, storage, change: () => changeOf(store) };
    } catch (error) {
      store.close();
      throw isStorageFull(error) ? new HostError('full', wordsOf(error)) : error;
    }
  },
  // A tab's turn may come at any time, and the host of this page may be gone by then.
  prepare: () => void setTimeout(() => void loadSqlite().catch(() => undefined), PREPARE_MS),
  readStored: () => readStored(DIRECTORY),
  wipeStored: () => eraseStored(DIRECTORY),
  post: (message: FromWorker, transfer: Transferable[] = []) => page.postMessage(message, transfer),
});

// The database opens meanwhile: the page is busy with its own start, and its first word comes late.
const scenario = new Promise<string | null>((resolve) => {
  page.addEventListener('message', ({ data }: MessageEvent<ToWorker | Ping>) => {
    if (data.type === 'start') resolve(data.scenario);
    else if (data.type !== 'ping') receive(data);
  });
});
receive({ type: 'start', scenario });

async function openDurableOrMemory(tries = LOCKED_TRIES): Promise<Store> {
  try {
    return await openStore({ place: 'durable', directory: DIRECTORY });
  } catch (error) {
    if (!(error instanceof StoreOpenError)) throw error;
    switch (error.reason) {
      case 'damaged':
      case 'too-new':
      case 'full':
        throw new HostError(error.reason, error.message);
      case 'unavailable':
        return openStore({ place: 'memory' });
      case 'locked':
        if (tries <= 1) throw new HostError('locked', error.message);
        await new Promise((resolve) => setTimeout(resolve, LOCKED_WAIT_MS));
        return openDurableOrMemory(tries - 1);
    }
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A random UUID (version 4); the browser's own is missing where the page is not served securely. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
