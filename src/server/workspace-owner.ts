/*
 * The worker that owns the workspace: opens it, answers its own page and those of its followers, and
 * closes it when another tab has seized it.
 */
import type { Backend, WireRequest } from './backend.ts';
import type { Client, TabId, ToOwner } from './tab-messages.ts';
import { transferable } from './transferable.ts';
import type { HostFailure, HostState } from './worker-messages.ts';

/** Why a workspace could not be opened. `locked`: a tab that does not answer has its files open. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly reason: HostFailure | 'locked';

  constructor(reason: HostFailure | 'locked', detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** The scenario that the address asks for; opening need not wait to be told. */
export type ScenarioToCome = string | null | Promise<string | null>;

/** What the opened workspace says of itself. */
export type Watch = {
  /** Whose request is being served from now on; undefined is nobody's. */
  onTurn(request: WireRequest | undefined): void;
  /** A change was committed; its number is `workspace.change`. */
  onCommit(change: number): void;
};

export type OpenParts = {
  /** Opens the workspace. @throws {HostError} when it cannot. */
  readonly open: (
    scenario: ScenarioToCome,
    watch: Watch,
  ) => Promise<{
    readonly backend: Backend;
    readonly storage: 'durable' | 'memory';
    readonly change: () => number | null;
  }>;
  /** Makes ready what opening needs. */
  readonly prepare: () => void;
  /** The stored workspace as it is, readable or not. */
  readonly readStored: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly wipeStored: () => Promise<void>;
};

type OwnerParts = OpenParts & {
  readonly onState: (state: HostState, change: number | null) => void;
  readonly onChange: (change: number, by: TabId | undefined) => void;
};

type Asked = { readonly client: Client; readonly message: ToOwner };

/** Wall milliseconds between two attempts to open what another tab still has open. */
const LOCKED_WAIT_MS = 1_000;

/** Owns the workspace from now until `close`. */
export function createOwner({ open, readStored, wipeStored, onState, onChange }: OwnerParts) {
  /** What came while no workspace was open, or about to be closed. */
  let waiting: Asked[] = [];
  const answering = new Set<Promise<void>>();
  const askers = new WeakMap<WireRequest, TabId>();
  let served: WireRequest | undefined;
  let backend: Backend | undefined;
  let isClosing = false;
  let opening: Promise<void> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let state: HostState = { phase: 'starting' };
  let change: number | null = null;

  const watch: Watch = {
    onTurn: (request) => {
      served = request;
    },
    onCommit: (now) => {
      // What opening has written is told with the state.
      if (backend === undefined || now === change) return;
      change = now;
      onChange(now, served && askers.get(served));
    },
  };

  function enter(next: HostState): void {
    state = next;
    onState(next, change);
  }

  function begin(scenario: ScenarioToCome, before: Promise<void> = Promise.resolve()): void {
    enter({ phase: 'starting' });
    opening = before
      .then(() => openWorkspace(scenario))
      .catch((error: unknown) => failed(error, scenario));
  }

  async function openWorkspace(scenario: ScenarioToCome): Promise<void> {
    const opened = await open(scenario, watch);
    ({ backend } = opened);
    change = opened.change();
    enter({ phase: 'ready', storage: opened.storage });
    const due = waiting;
    waiting = [];
    for (const { client, message } of due) take(client, message);
  }

  function failed(error: unknown, scenario: ScenarioToCome): void {
    const reason = error instanceof HostError ? error.reason : 'fault';
    if (reason !== 'locked') return enter({ phase: 'failed', reason, detail: wordsOf(error) });
    enter({ phase: 'elsewhere', takeover: 'no-answer' });
    retry = setTimeout(() => {
      if (!isClosing) opening = openWorkspace(scenario).catch((again) => failed(again, scenario));
    }, LOCKED_WAIT_MS);
  }

  function take(client: Client, message: ToOwner): void {
    switch (message.type) {
      case 'save-stored':
        return follow(saveStored(client, message.id));
      case 'start-afresh':
        // Two tabs may ask: what the first has begun anew must not be wiped.
        if (state.phase === 'failed' && !isClosing) begin(null, wipeStored());
        return undefined;
    }
    if (backend === undefined || isClosing) waiting.push({ client, message });
    else if (message.type === 'ask-scenario') follow(backend.ask(message.scenario));
    else follow(answer(backend, client, message));
  }

  function follow(work: Promise<void>): void {
    const done = work.finally(() => answering.delete(done));
    answering.add(done);
  }

  async function answer(
    by: Backend,
    client: Client,
    { id, request }: Extract<ToOwner, { type: 'request' }>,
  ): Promise<void> {
    askers.set(request, client.tab);
    try {
      const response = await by.handle(request);
      client.post({ type: 'response', id, response }, transferable(response.body));
    } catch (fault) {
      client.post({ type: 'fault', id, message: wordsOf(fault) });
    }
  }

  async function saveStored(client: Client, id: number): Promise<void> {
    try {
      const bytes = await readStored();
      client.post({ type: 'stored', id, bytes }, transferable(bytes));
    } catch (fault) {
      client.post({ type: 'fault', id, message: wordsOf(fault) });
    }
  }

  return {
    /** Opens the workspace; what is asked meanwhile waits. */
    begin,
    take,
    state: () => ({ state, change }),
    /** Finishes what is under way, closes, and gives what nobody has answered. */
    async close(): Promise<readonly Asked[]> {
      isClosing = true;
      clearTimeout(retry);
      await opening;
      await Promise.all(answering);
      backend?.close();
      backend = undefined;
      return waiting;
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
