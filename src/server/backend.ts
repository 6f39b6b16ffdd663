/* The backend as one object: give it a request, get a response. The worker, tests and any host use this. */
import { scenarioByName } from '#src/application/scenarios/catalogue.ts';
import { hasWork } from '#src/application/workspace.ts';
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
};

export type Backend = {
  handle(request: WireRequest): Promise<WireResponse>;
  close(): void;
};

export type BackendOptions = {
  readonly store: Store;
  readonly storage: 'durable' | 'memory';
  readonly wallNow: () => number;
  readonly uuid: () => string;
  /** Opens this scenario, unless that would replace somebody's work: then it is offered (`askedScenario`). */
  readonly scenario: string | null;
};

const FIRST_SCENARIO = 'demo';

/** Opens the backend over a store, filling an empty one with a scenario. */
export function createBackend(options: BackendOptions): Backend {
  const { store, scenario, wallNow } = options;
  const held = store.read((tx) => tx.workspace.get({ id: 'workspace' })?.scenario);
  // A name in the address that no scenario bears must not keep anybody out.
  const wanted = scenario === null ? undefined : scenarioByName(scenario);
  const isAnother = wanted !== undefined && wanted.name !== held;
  const isOffered = isAnother && held !== undefined && store.read(hasWork);
  if (held === undefined || (isAnother && !isOffered)) {
    const opened = wanted ?? scenarioByName(FIRST_SCENARIO)!;
    store.reset((tx) => opened.seed(tx, wallNow()));
  }
  const pipeline = createPipeline(options, isOffered ? wanted.name : null);
  return { handle: (request) => pipeline.handle(request), close: () => store.close() };
}
