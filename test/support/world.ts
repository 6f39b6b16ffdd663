/* A whole backend in memory with a clock that tests move, and a typed way to call its endpoints. */
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '#src/contract/api.ts';
import type { Problem } from '#src/contract/problem.ts';
import { routeOf, type RouteName } from '#src/contract/routes.ts';
import { createBackend, type Backend, type WireResponse } from '#src/server/backend.ts';
import type { Store } from '#src/store/store.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { openFilled } from './filled-store.ts';

/** What a call may carry; each endpoint's own parts are checked by its types. */
export type Call<N extends RouteName> = {
  readonly params?: ParamsOf<N>;
  readonly query?: QueryOf<N>;
  readonly body?: BodyOf<N>;
  readonly bytes?: Uint8Array;
  readonly ifMatch?: number;
  readonly key?: string;
};

export type World = {
  readonly store: Store;
  readonly backend: Backend;
  /** The wall clock; scenarios run 60 simulated seconds per wall second. */
  readonly clock: { wallNow: number };
  /** Calls an endpoint and returns its JSON; a problem fails the test with its code. */
  get<N extends RouteName>(name: N, call?: Call<N>): Promise<ResponseOf<N>>;
  /** Calls an endpoint that is expected to refuse. */
  refuse<N extends RouteName>(name: N, call?: Call<N>): Promise<Problem>;
  /** Calls an endpoint and returns the response as it is. */
  raw<N extends RouteName>(name: N, call?: Call<N>): Promise<WireResponse>;
  read<T>(work: (tx: StoreTx) => T): T;
  /** Lets every running job finish. */
  finishJobs(): Promise<void>;
};

/** Fixed, so that two runs of a test make the same data. */
export const WALL_START = Date.UTC(2026, 2, 2, 9);

/** Uuids that count up. */
export function countingUuids(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
}

/** Opens a backend on a scenario; one that takes up another's file needs uuids of its own. */
export async function openWorld(
  scenario: 'demo' | 'blank' = 'blank',
  uuid: () => string = countingUuids(),
): Promise<World> {
  const store = await openFilled(scenario, WALL_START);
  const clock = { wallNow: WALL_START };
  const backend = createBackend({
    store,
    storage: 'memory',
    wallNow: () => clock.wallNow,
    uuid,
    scenario,
  });

  async function raw<N extends RouteName>(name: N, call: Call<N> = {}): Promise<WireResponse> {
    const { method, path } = routeOf(name);
    const params: Readonly<Record<string, unknown>> = call.params ?? {};
    const filled = path.replace(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(String(params[key])),
    );
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) query.set(key, String(value));
    }
    const headers: Record<string, string> = {};
    if (call.ifMatch !== undefined) headers['if-match'] = `"${call.ifMatch}"`;
    if (call.key !== undefined) headers['idempotency-key'] = call.key;
    const json =
      call.body === undefined ? null : new TextEncoder().encode(JSON.stringify(call.body));
    return backend.handle({
      method,
      path: query.size > 0 ? `${filled}?${query}` : filled,
      headers,
      body: call.bytes ?? json,
    });
  }

  async function get<N extends RouteName>(name: N, call?: Call<N>): Promise<ResponseOf<N>> {
    const response = await raw(name, call);
    const body = decoded(response);
    if (response.status >= 400) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body as ResponseOf<N>;
  }

  return {
    store,
    backend,
    clock,
    raw,
    get,
    read: (work) => store.read(work),
    async refuse(name, call) {
      const response = await raw(name, call);
      if (response.status < 400) throw new Error(`${name} was expected to refuse`);
      return decoded(response) as Problem;
    },
    async finishJobs() {
      for (;;) {
        const { nextEventAt } = await get('workspace.get');
        if (nextEventAt === null) return;
        await get('workspace.set-clock', { body: { action: 'next-event' } });
      }
    },
  };
}

function decoded(response: WireResponse): unknown {
  return response.body === null ? null : JSON.parse(new TextDecoder().decode(response.body));
}
