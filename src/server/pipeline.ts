/*
 * The one way of every request: find the route, decode with the contract's schemas, settle what
 * simulated time has made due, run the use case in one transaction, present by whitelist.
 */
import { api } from '#src/contract/api.ts';
import type { Endpoint } from '#src/contract/endpoint.ts';
import { DOWNLOAD_HEADER, type RouteName } from '#src/contract/routes.ts';
import { createForecastMemo } from '#src/application/forecast-memo.ts';
import type { Ids, Tx } from '#src/application/ports.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { ListNotLoaded, type Unloaded } from '#src/store/read-model/list-key.ts';
import { simulatedNow } from '#src/domain/clock.ts';
import { answer, fault, problem, replayed } from './answers.ts';
import type { BackendOptions, WireRequest, WireResponse } from './backend.ts';
import { createBackgroundWork } from './background-work.ts';
import { breather, type Breather } from './breather.ts';
import { decodeRequest } from './decode-request.ts';
import { createDownloads, type Download } from './downloads.ts';
import { fileIn, finished, Refusal, unlessRefused } from './finish.ts';
import type { Handler, HandlerContext, Input, Progress } from './handler.ts';
import { allHandlers } from './handlers/all.ts';
import { createListLoading } from './list-loading.ts';
import { createIds } from './random-ids.ts';
import { createStorageRoom } from './storage-room.ts';
import { inTimeSlices, LongWorks, type LongWork } from './long-works.ts';
import { matchRoute } from './router.ts';
import { createSettling } from './settling.ts';
import { createTurns } from './turns.ts';

/** A read settles at most this many slices, and no longer than one may last; the next one goes on. */
const READ_SLICES = 25;

/** How often a request waits for a list of a large site, which a write may have dropped meanwhile. */
const LIST_WAITS = 3;

/** Makes the request pipeline over a store. */
export function createPipeline(
  options: BackendOptions,
  { offered, filledAt }: { readonly offered: string | null; readonly filledAt: number | null },
) {
  const { store, storage, wallNow, uuid } = options;
  const ids: Ids = createIds(uuid);
  const forecasts = createForecastMemo();
  const room = createStorageRoom(store);
  const lists = createListLoading(store, options.later);
  const downloads = createDownloads(options.ticks);
  let askedScenario = offered;
  const works = new LongWorks(wallNow);
  let isEnded = false;
  // A write waits for all that was due at its instant. Meanwhile reads are served, which apply
  // nothing that falls due later.
  const turns = createTurns({ onTurn: options.onTurn, atEnd: lookAhead });
  const settling = createSettling(store, ids, options.ticks);
  const background = createBackgroundWork(() => turns.take(undefined, settleAside), options.later);
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
    if (handler.kind === 'aside') return answer(endpoint, handler.run(works, match.params)).wire;
    if (handler.kind === 'download') {
      return answer(endpoint, handler.run(downloads, match.params['downloadId'] ?? '')).wire;
    }
    const isRead = request.method === 'GET' || handler.kind === 'rehearsal';
    let decoded: Decoded | undefined;
    const decode = () => (decoded ??= decodeRequest(endpoint, match.params, query, request));
    const asked: Asked = { handler, endpoint, decode, request, isRead, work: null };
    if (handler.kind === 'file-in-slices') {
      // As a write, it waits for writes and lets none go ahead: the file shows one state of all.
      const download = downloads.enter(request.headers[DOWNLOAD_HEADER]);
      return served({ ...asked, download }).finally(() => download.end());
    }
    const work = handler.kind === 'sliced' ? works.begin(match.name, match.params) : null;
    return served({ ...asked, work }).finally(() => work && works.end(work));
  }

  /** Serves a request, in as many turns as it needs. */
  async function served(asked: Asked): Promise<WireResponse> {
    let breath: Breather | undefined;
    try {
      for (let waits = 0; ;) {
        const unloaded = waits < LIST_WAITS ? 'refuse' : 'ask-sql';
        const outcome = await turns.take(asked.request, () => serve(asked, unloaded));
        lists.loadWanted();
        if (outcome === 'waits') {
          breath ??= breather();
          await breath.pause();
          continue;
        }
        if (outcome === 'keeps-behind') {
          await turns.waiting?.over;
          continue;
        }
        turns.served(asked.request);
        if (!(outcome instanceof ListNotLoaded)) return outcome;
        // It did nothing. Others are served until the list is in memory; then its turn comes anew.
        await lists.until(outcome.list);
        waits += 1;
      }
    } finally {
      turns.served(asked.request);
      breath?.end();
    }
  }

  async function serve(
    { handler, endpoint, decode, request, isRead, work, download }: Asked,
    unloaded: Unloaded,
  ): Promise<WireResponse | ListNotLoaded | 'waits' | 'keeps-behind'> {
    const { waiting } = turns;
    // A file shows one state of all: as a write, it keeps behind writes and they behind it.
    const isOrdered = !isRead || download !== undefined;
    if (isOrdered && waiting && waiting.request !== request) return 'keeps-behind';
    wall = (isRead ? undefined : waiting?.wall) ?? wallNow();
    const decoded = decode();
    if (!decoded.ok) return problem(decoded.error);
    // What is taken back needs no answer kept: asked again, it is simply tried again.
    const key = isRead ? undefined : request.headers['idempotency-key'];
    const scoped = key && `${request.method} ${request.path} ${key}`;
    try {
      const before = scoped && store.read((tx) => tx.answerFor(scoped));
      if (before) return replayed(before);
      room.look(wall);
      if (handler.kind !== 'whole-store' && settleFor(isRead)) {
        turns.wait(request, wall);
        return 'waits';
      }
      if (handler.kind === 'file-in-slices' && download) {
        const part = (tx: StoreTx) =>
          fileIn(download, () => handler.run(tx, decoded.value, contextIn(tx)), endpoint);
        const outcome = await unlessRefused(() => store.read(part, unloaded));
        if (outcome === 'waits') turns.wait(request, wall);
        return outcome;
      }
      const answered = await run(handler, endpoint, decoded.value, {
        isRead,
        key: scoped,
        unloaded,
        work,
      });
      if (!isRead && answered.status < 400) room.wasGiven();
      return answered;
    } catch (thrown) {
      if (thrown instanceof ListNotLoaded) return thrown;
      room.wasRefused(thrown);
      return fault(thrown);
    }
  }

  async function run(
    handler: Handler<RouteName>,
    endpoint: Endpoint,
    input: Input<RouteName>,
    {
      isRead,
      key,
      unloaded,
      work,
    }: {
      readonly isRead: boolean;
      readonly key: string | undefined;
      readonly unloaded: Unloaded;
      readonly work: LongWork | null;
    },
  ): Promise<WireResponse> {
    function atOnce(tx: StoreTx, kept: Pick<HandlerContext, 'forecasts'> = {}): WireResponse {
      if (handler.kind !== 'transaction' && handler.kind !== 'rehearsal') {
        throw new Error('Only some handlers run at once');
      }
      return finished(tx, endpoint, handler.run(tx, input, { ...contextIn(tx), ...kept }), key);
    }
    function* inSlices(tx: StoreTx): Generator<Progress, WireResponse> {
      if (handler.kind !== 'sliced') throw new Error('Only a sliced handler runs in slices');
      const result = yield* handler.run(tx, input, contextIn(tx));
      unlessCancelled();
      return finished(tx, endpoint, result, key);
    }
    function unlessCancelled(): void {
      if (work?.isCancelled) throw new Refusal({ code: 'import.cancelled' });
    }
    function note(progress: Progress): void {
      unlessCancelled();
      if (work) works.note(work, progress);
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
          inTimeSlices((pause) => store.writeInSlices(inSlices, pause, note)),
        );
      case 'transaction':
        return unlessRefused(() =>
          isRead
            ? store.read((tx) => atOnce(tx, { forecasts }), unloaded)
            : store.write(atOnce, unloaded),
        );
      case 'rehearsal':
        return unlessRefused(() => store.rehearse(atOnce, unloaded));
      default:
        throw new Error('A handler of this kind is answered aside');
    }
  }

  function contextIn(tx: Tx): HandlerContext {
    const workspace = tx.workspace.get({ id: 'workspace' });
    if (!workspace) throw new Error('The store holds no workspace: no scenario was opened');
    const now = Math.floor(simulatedNow(workspace.clock, wall));
    const { isFull: isStorageFull } = room;
    const place = { storage, isStorageFull, filledAt };
    return { now, wallNow: wall, ...place, askedScenario, actor: workspace.persona, ids };
  }

  /**
   * Settles before a request; whether it must wait for more, as a write must. Without room what is
   * due waits. Reading goes on, so that one can look and save the workspace.
   */
  function settleFor(isRead: boolean): boolean {
    try {
      if (isRead && turns.waiting) return false;
      const { now } = store.read(contextIn);
      return settling.settle(now, isRead ? READ_SLICES : 1) && !isRead;
    } catch (thrown) {
      if (!isRead || !room.wasRefused(thrown)) throw thrown;
      return false;
    }
  }

  /** A slice of what is due, between requests; a write that waits settles for itself. */
  function settleAside(): number | null {
    if (turns.waiting || isEnded || room.isFull) return null;
    wall = wallNow();
    settling.settle(store.read(contextIn).now, 1);
    return settling.dueIn(wall);
  }

  function lookAhead(): void {
    if (!options.later || isEnded || turns.waiting) return;
    try {
      background.look(settling.dueIn(wallNow()));
    } catch {
      // Whoever asks next meets the same fault, and is told of it.
    }
  }

  /** Opens a scenario, or offers it, between two requests. */
  async function offer(open: () => string | null): Promise<void> {
    do await turns.waiting?.over;
    while (
      await turns.take(undefined, () => {
        if (!turns.waiting) askedScenario = open() ?? askedScenario;
        return turns.waiting !== null;
      })
    );
  }

  function end(): void {
    isEnded = true;
    background.end();
    lists.end();
  }

  // Work may have been due for long when a workspace is opened.
  lookAhead();
  return { handle, offer, end };
}

type Decoded = ReturnType<typeof decodeRequest>;

/** A request on its way. */
type Asked = {
  readonly handler: Handler<RouteName>;
  readonly endpoint: Endpoint;
  /** Once, however many turns it takes. */
  readonly decode: () => Decoded;
  readonly request: WireRequest;
  readonly isRead: boolean;
  /** Of a file that is written in slices. */
  readonly download?: Download;
  /** Of a sliced handler. */
  readonly work: LongWork | null;
};
