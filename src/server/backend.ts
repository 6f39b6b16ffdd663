/* The backend as one object: give it a request, get a response. The worker, tests and any host use this. */
import { scenarioByName } from '#src/application/scenarios/catalogue.ts';
import { hasWork } from '#src/application/workspace.ts';
import type { Later } from './list-loading.ts';
import { createPipeline } from './pipeline.ts';
import type { Store } from '#src/store/store.ts';

/** A request as it crosses from a page: `path` stands under BASE_PATH and carries the query. */
export type WireRequest = {
  readonly method: string;
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
};

export type WireResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** A large file, which stands in the place of `body`. */
  readonly file?: Blob;
};

export type Backend = {
  handle(request: WireRequest): Promise<WireResponse>;
  /** Opens a scenario as `BackendOptions.scenario` does, for a tab that came later. */
  ask(scenario: string): Promise<void>;
  close(): void;
};

export type BackendOptions = {
  readonly store: Store;
  readonly storage: 'durable' | 'memory';
  readonly wallNow: () => number;
  readonly uuid: () => string;
  /** Opens this scenario, unless that would replace somebody's work: then it is offered (`askedScenario`). */
  readonly scenario: string | null;
  /** Called when a request's turn begins, and with undefined when it is over. */
  readonly onTurn?: (request: WireRequest | undefined) => void;
  /** Milliseconds of a clock that never goes back, which keeps slices of work short; without it items are counted. */
  readonly ticks?: () => number;
  /** Without it, jobs go on only when somebody asks, and lists stay in memory for as long as the backend lives. */
  readonly later?: Later;
};

const FIRST_SCENARIO = 'demo';

/** Opens the backend over a store, filling an empty one with a scenario. */
export function createBackend(options: BackendOptions): Backend {
  const { store, scenario, wallNow } = options;
  const isEmpty = store.read((tx) => tx.workspace.get({ id: 'workspace' })) === undefined;
  const offered = open(scenario);
  const filledAt = isEmpty ? wallNow() : null;
  const pipeline = createPipeline(options, { offered, filledAt });

  /** Opens a scenario, or names it when that would replace somebody's work. */
  function open(name: string | null): string | null {
    const held = store.read((tx) => tx.workspace.get({ id: 'workspace' })?.scenario);
    // A name in the address that no scenario bears must not keep anybody out.
    const wanted = name === null ? undefined : scenarioByName(name);
    const isAnother = wanted !== undefined && wanted.name !== held;
    if (isAnother && held !== undefined && store.read(hasWork)) return wanted.name;
    if (held === undefined || isAnother) {
      const opened = wanted ?? scenarioByName(FIRST_SCENARIO)!;
      store.reset((tx) => opened.seed(tx, wallNow()));
    }
    return null;
  }

  return {
    handle: (request) => pipeline.handle(request),
    ask: (name) => pipeline.offer(() => open(name)),
    close: () => {
      pipeline.end();
      store.close();
    },
  };
}
