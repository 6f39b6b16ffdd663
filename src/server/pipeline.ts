/*
 * The one way of every request: find the route, decode with the contract's schemas, settle what
 * simulated time has made due, run the use case in one transaction, present by whitelist.
 */
import { api } from '#src/contract/api.ts';
import type { Endpoint } from '#src/contract/endpoint.ts';
import type { RouteName } from '#src/contract/routes.ts';
import { createForecastMemo } from '#src/application/forecast-memo.ts';
import { failJob, hasDueWork, JobFault, settleDue } from '#src/application/jobs.ts';
import type { Ids, Tx } from '#src/application/ports.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { isStorageFull } from '#src/store/database-error.ts';
import { simulatedNow } from '#src/domain/clock.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { Result } from '#src/domain/result.ts';
import { answer, fault, problem, replayed } from './answers.ts';
import type { BackendOptions, WireRequest, WireResponse } from './backend.ts';
import { decodeRequest } from './decode-request.ts';
import type { Handler, HandlerContext, Input, Progress } from './handler.ts';
import { allHandlers } from './handlers/all.ts';
import { createIds } from './random-ids.ts';
import { matchRoute } from './router.ts';

/** Items of running jobs applied in one transaction before a request: short enough not to be felt. */
const SETTLE_SLICE = 200;
/** A read settles at most this many slices, and the next one goes on; a write waits for all that was due before it. */
const READ_SLICES = 25;

/** Refusals that keep what the use case wrote: the new preview, to be looked at before the next try. */
const KEPT: ReadonlySet<DomainError['code']> = new Set(['import.preview-changed']);

/** Makes the request pipeline over a store. */
export function createPipeline(options: BackendOptions, offered: string | null = null) {
  const { store, storage, wallNow, uuid } = options;
  const ids: Ids = createIds(uuid);
  const forecasts = createForecastMemo();
  let askedScenario = offered;
  let progress: Progress | null = null;
  // Requests are served one after the other; only a long write leaves gaps, and only for `aside`.
  let queue: Promise<unknown> = Promise.resolve();
  // A request happens at one instant, the one at which its turn came: work that falls due while it
  // is served waits for the next, or settling fast time would never come to an end.
  let wall = wallNow();

  async function handle(request: WireRequest): Promise<WireResponse> {
    const mark = request.path.indexOf('?');
    const path = mark === -1 ? request.path : request.path.slice(0, mark);
    const query = mark === -1 ? '' : request.path.slice(mark + 1);
    const match = matchRoute(request.method, path);
    if (!match) return problem({ code: 'route.unknown', method: request.method, path });
    // One generic call site for fifty typed handlers: names, schemas and handlers agree by type.
    const handler = allHandlers[match.name] as unknown as Handler<RouteName>;
    const endpoint: Endpoint = api[match.name];
    if (handler.kind === 'aside') return answer(endpoint, handler.run(progress)).wire;
    const turn = queue.then(() => serve(handler, endpoint, match.params, query, request));
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function serve(
    handler: Handler<RouteName>,
    endpoint: Endpoint,
    params: Readonly<Record<string, string>>,
    query: string,
    request: WireRequest,
  ): Promise<WireResponse> {
    wall = wallNow();
    const decoded = decodeRequest(endpoint, params, query, request);
    if (!decoded.ok) return problem(decoded.error);
    // What is taken back needs no answer kept: asked again, it is simply tried again.
    const isRead = request.method === 'GET' || handler.kind === 'rehearsal';
    const key = isRead ? undefined : request.headers['idempotency-key'];
    const scoped = key && `${request.method} ${request.path} ${key}`;
    try {
      const before = scoped && store.read((tx) => tx.answerFor(scoped));
      if (before) return replayed(before);
      if (handler.kind !== 'whole-store') settle(isRead ? READ_SLICES : Infinity);
      return await run(handler, endpoint, decoded.value, { isRead, key: scoped });
    } catch (thrown) {
      return fault(thrown);
    }
  }

  async function run(
    handler: Handler<RouteName>,
    endpoint: Endpoint,
    input: Input<RouteName>,
    { isRead, key }: { readonly isRead: boolean; readonly key: string | undefined },
  ): Promise<WireResponse> {
    function atOnce(tx: StoreTx, kept: Pick<HandlerContext, 'forecasts'> = {}): WireResponse {
      if (handler.kind !== 'transaction' && handler.kind !== 'rehearsal') {
        throw new Error('Only some handlers run at once');
      }
      return finished(tx, endpoint, handler.run(tx, input, { ...contextIn(tx), ...kept }), key);
    }
    function* inSlices(tx: StoreTx): Generator<Progress, WireResponse> {
      if (handler.kind !== 'sliced') throw new Error('Only a sliced handler runs in slices');
      return finished(tx, endpoint, yield* handler.run(tx, input, contextIn(tx)), key);
    }
    switch (handler.kind) {
      case 'whole-store': {
        const context = store.read(contextIn);
        const result = handler.run(store, input, context);
        if (!result.ok) return problem(result.error);
        if (!isRead) askedScenario = null;
        const { wire, stored } = answer(endpoint, result.value);
        // Replacing everything is a transaction of the store's own: the answer can only follow it.
        if (key) store.write((tx) => tx.rememberAnswer(key, stored));
        return wire;
      }
      case 'sliced':
        return unlessRefused(() =>
          store.writeInSlices(inSlices, pause, (now) => (progress = now)),
        ).finally(() => (progress = null));
      case 'transaction':
        return unlessRefused(() =>
          isRead ? store.read((tx) => atOnce(tx, { forecasts })) : store.write(atOnce),
        );
      case 'rehearsal':
        return unlessRefused(() => store.rehearse(atOnce));
      default:
        throw new Error('A handler of this kind is answered aside');
    }
  }

  function contextIn(tx: Tx): HandlerContext {
    const workspace = tx.workspace.get({ id: 'workspace' });
    if (!workspace) throw new Error('The store holds no workspace: no scenario was opened');
    const now = Math.floor(simulatedNow(workspace.clock, wall));
    return { now, wallNow: wall, storage, askedScenario, actor: workspace.persona, ids };
  }

  function settle(most: number): void {
    let limit = SETTLE_SLICE;
    const { now } = store.read(contextIn);
    for (let slice = 0; slice < most; slice += 1) {
      if (!store.read((tx) => hasDueWork(tx, now))) return;
      try {
        store.write((tx) => settleDue(tx, now, ids, limit));
        limit = SETTLE_SLICE;
      } catch (thrown) {
        if (!(thrown instanceof JobFault)) throw thrown;
        // Nothing is wrong with the job: it goes on once there is room again.
        if (isStorageFull(thrown.cause)) throw thrown.cause;
        // What was due before the faulty item is applied first: it does not depend on who looks when.
        if (thrown.applied > 0) limit = thrown.applied;
        else store.write((tx) => failJob(tx, thrown.jobId, thrown.dueAt, ids));
      }
    }
  }

  return { handle };
}

/** Presents a result; a refusal is thrown so that the transaction takes everything back, unless it is kept. */
function finished(
  tx: StoreTx,
  endpoint: Endpoint,
  result: Result<unknown, DomainError>,
  key: string | undefined,
): WireResponse {
  if (!result.ok) {
    if (KEPT.has(result.error.code)) return problem(result.error);
    throw new Refusal(result.error);
  }
  const { wire, stored } = answer(endpoint, result.value);
  if (key) tx.rememberAnswer(key, stored);
  return wire;
}

/** Lets a request that asks for progress be heard between two slices. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

class Refusal extends Error {
  readonly error: DomainError;

  constructor(error: DomainError) {
    super(error.code);
    this.error = error;
  }
}

async function unlessRefused(work: () => WireResponse | Promise<WireResponse>) {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Refusal) return problem(thrown.error);
    throw thrown;
  }
}
