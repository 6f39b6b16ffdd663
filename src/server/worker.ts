/* The database worker's entry: the composition root of the backend in a browser. */
import { eraseStored } from '#src/store/durable-pool.ts';
import { StoreOpenError } from '#src/store/open-error.ts';
import { openStore } from '#src/store/open-store.ts';
import { readStored } from '#src/store/read-stored.ts';
import type { Store } from '#src/store/store.ts';
import { createBackend } from './backend.ts';
import { createOwnership } from './ownership.ts';
import { createWorkerHost, HostError } from './worker-host.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** The worker's end of the page's `Worker`; the page's type library does not know it. */
const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;

const DIRECTORY = 'drydock';
/** A worker that has just ended may hold its files a moment longer than its lock. */
const LOCKED_TRIES = 10;
const LOCKED_WAIT_MS = 200;

const receive = createWorkerHost({
  ownership: createOwnership({
    locks: navigator.locks,
    channel: new BroadcastChannel('drydock-workspace'),
  }),
  open: async (scenario) => {
    const store = await openDurableOrMemory();
    const storage = store.place;
    try {
      const backend = createBackend({
        store,
        storage,
        scenario: await scenario,
        wallNow: () => Date.now(),
        uuid,
      });
      return { backend, storage };
    } catch (error) {
      store.close();
      throw error;
    }
  },
  readStored: () => readStored(DIRECTORY),
  wipeStored: () => eraseStored(DIRECTORY),
  post: (message: FromWorker, transfer: Transferable[] = []) => page.postMessage(message, transfer),
});

// The database opens meanwhile: the page is busy with its own start, and its first word comes late.
const scenario = new Promise<string | null>((resolve) => {
  page.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'start') resolve(data.scenario);
    else void receive(data);
  });
});
void receive({ type: 'start', scenario });

async function openDurableOrMemory(tries = LOCKED_TRIES): Promise<Store> {
  try {
    return await openStore({ place: 'durable', directory: DIRECTORY });
  } catch (error) {
    if (!(error instanceof StoreOpenError)) throw error;
    switch (error.reason) {
      case 'damaged':
      case 'too-new':
        throw new HostError(error.reason, error.message);
      case 'unavailable':
        return openStore({ place: 'memory' });
      case 'locked':
        if (tries <= 1) throw new HostError('unavailable', error.message);
        await new Promise((resolve) => setTimeout(resolve, LOCKED_WAIT_MS));
        return openDurableOrMemory(tries - 1);
    }
  }
}

/** A random UUID (version 4); the browser's own is missing where the page is not served securely. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
