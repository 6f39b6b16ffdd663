/* Tabs without a browser: workers in one process, over channels of Node and locks of the test's own. */
import type { Backend, WireRequest } from '#src/server/backend.ts';
import { createOwnership } from '#src/server/ownership.ts';
import { createWorkerHost } from '#src/server/worker-host.ts';
import type { FromWorker, HostState } from '#src/server/worker-messages.ts';
import type { HostError, Watch } from '#src/server/workspace-owner.ts';
import { createLocks } from './web-locks.ts';

/** What all tabs of one test share: the stored changes, as a database would keep them. */
export type Shared = {
  readonly main: string;
  readonly locks: LockManager;
  /** Idempotency keys of the changes made, in order. */
  readonly changes: string[];
  /** Why opening fails, by the tab that tries. */
  readonly failures: Map<string, HostError>;
  readonly close: () => void;
  readonly closers: (() => void)[];
};

export type Tab = {
  readonly name: string;
  readonly receive: ReturnType<typeof createWorkerHost>;
  readonly log: string[];
  readonly answers: Map<number, string>;
  readonly states: HostState[];
  /** Changes of others that this tab was told of. */
  readonly told: number[];
  readonly scenarios: (string | null)[];
  /** The end of its process: nothing is closed, and the lock is free. */
  die(): void;
};

let count = 0;

export function createShared(): Shared {
  count += 1;
  const closers: (() => void)[] = [];
  return {
    main: `test-workspace-${count}`,
    locks: createLocks(),
    changes: [],
    failures: new Map(),
    closers,
    close: () => {
      for (const close of closers.splice(0)) close();
    },
  };
}

type TabOptions = {
  /** Each answer waits for this. */
  readonly pause?: () => Promise<void>;
  readonly build?: string;
  readonly scenario?: string | null;
};

/** Opens a tab; its page is the returned record. */
export function openTab(shared: Shared, name: string, options: TabOptions = {}): Tab {
  const { pause, build = 'one', scenario = null } = options;
  const channels: BroadcastChannel[] = [];
  const timers: NodeJS.Timeout[] = [];
  const life = mortal(shared.locks);
  let isDead = false;
  const openChannel = (channelName: string) => {
    const channel = new BroadcastChannel(channelName);
    channels.push(channel);
    const post = channel.postMessage.bind(channel);
    // The dead say nothing.
    channel.postMessage = (message) => {
      if (!isDead) post(message);
    };
    return channel;
  };
  const page: Omit<Tab, 'receive' | 'die'> = {
    name,
    log: [],
    answers: new Map(),
    states: [],
    told: [],
    scenarios: [],
  };

  function backendOf({ onTurn, onCommit }: Watch): Backend {
    async function handle(request: WireRequest) {
      page.log.push(`asked ${request.path}`);
      await pause?.();
      if (isDead) return new Promise<never>(() => undefined);
      onTurn(request);
      const key = request.headers['idempotency-key'];
      if (key && !shared.changes.includes(key)) {
        shared.changes.push(key);
        onCommit(shared.changes.length);
      }
      onTurn(undefined);
      return { status: 200, headers: {}, body: new TextEncoder().encode(name) };
    }
    return {
      handle,
      ask: async (asked) => {
        page.scenarios.push(asked);
        await Promise.resolve();
      },
      close: () => page.log.push('closed'),
    };
  }

  const receive = createWorkerHost({
    ownership: createOwnership(life.locks, shared.main),
    tab: name,
    tabs: {
      tab: name,
      build,
      main: openChannel(shared.main),
      openChannel,
      locks: life.locks,
      every: (milliseconds, work) => {
        const timer = setInterval(work, milliseconds);
        timers.push(timer);
        return () => clearInterval(timer);
      },
    },
    open: async (asked, watch) => {
      page.scenarios.push(await asked);
      const failure = shared.failures.get(name);
      if (failure) throw failure;
      return {
        backend: backendOf(watch),
        storage: 'durable',
        change: () => shared.changes.length,
      };
    },
    prepare: () => page.log.push('prepared'),
    readStored: () => Promise.resolve(new Uint8Array([1, 2, 3])),
    wipeStored: () => {
      page.log.push('wiped');
      shared.failures.clear();
      return Promise.resolve();
    },
    post: (message: FromWorker) => {
      if (message.type === 'state') page.states.push(message.state);
      if (message.type === 'changed') page.told.push(message.change);
      if (message.type === 'stored') page.answers.set(message.id, `${message.bytes.length} bytes`);
      if (message.type === 'response') {
        page.answers.set(message.id, new TextDecoder().decode(message.response.body ?? undefined));
      }
    },
    patience: { beat: 20, beats: 10 },
  });
  function die(): void {
    isDead = true;
    for (const channel of channels) channel.close();
    for (const timer of timers) clearInterval(timer);
    life.end();
  }
  shared.closers.push(die);
  receive({ type: 'start', scenario });
  return { ...page, receive, die };
}

/** Locks whose holder can die: then they are free, and what it waited for is forgotten. */
function mortal(locks: LockManager): { readonly locks: LockManager; end(): void } {
  const death = new AbortController();
  const dead = new Promise<void>((resolve) =>
    death.signal.addEventListener('abort', () => resolve()),
  );
  function request(name: string, ...rest: unknown[]): Promise<unknown> {
    const work = rest.at(-1) as (lock: Lock | null) => unknown;
    const options = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const signal = options.signal ? AbortSignal.any([options.signal, death.signal]) : death.signal;
    const held = (lock: Lock | null) => (lock ? Promise.race([work(lock), dead]) : work(lock));
    const asked = locks.request(name, { ...options, signal }, held);
    // The dead hear nothing.
    return asked.catch((error: unknown) =>
      death.signal.aborted ? new Promise<never>(() => undefined) : Promise.reject(error as Error),
    );
  }
  return { locks: { request } as unknown as LockManager, end: () => death.abort() };
}

/** A request of a tab; with a key it is a change. */
export function ask(tab: Tab, id: number, key?: string): void {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const request: WireRequest = { method: 'PUT', path: `/${id}`, headers, body: null };
  tab.receive({ type: 'request', id, request });
}
