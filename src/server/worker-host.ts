/*
 * The life of a database worker among those of other tabs: it owns the workspace or follows whoever
 * does, and its page need not know which. The browser's parts come from outside (`worker.ts`), so
 * that all of it runs in tests.
 */
import { createFollower, type Patience } from './follower.ts';
import type { Ownership } from './ownership.ts';
import type { Client, TabId, ToOwner } from './tab-messages.ts';
import { serveTabs, type Tabs } from './tab-service.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';
import { createOwner, type OpenParts, type ScenarioToCome } from './workspace-owner.ts';

type HostParts = OpenParts & {
  readonly ownership: Ownership;
  readonly tab: TabId;
  /** Absent where tabs cannot share: each has a workspace of its own. */
  readonly tabs: Tabs | undefined;
  readonly post: (message: FromWorker, transfer?: Transferable[]) => void;
  readonly patience?: Patience;
};

/** What the host is told: the page's messages, and the start before the page has said its own. */
type ToHost =
  | Exclude<ToWorker, { type: 'start' }>
  | { readonly type: 'start'; readonly scenario: ScenarioToCome };

/** An owner that is busy answers within a few of these. */
const PATIENCE: Patience = { beat: 1_000, beats: 10 };

/** Takes the page's messages for as long as the worker lives. */
export function createWorkerHost({
  ownership,
  tab,
  tabs,
  post,
  patience = PATIENCE,
  ...openParts
}: HostParts): (message: ToHost) => void {
  const page: Client = { tab, post };
  /** Before it is known who owns the workspace. */
  let early: ToOwner[] = [];
  let owner: ReturnType<typeof createOwner> | undefined;
  let service: ReturnType<typeof serveTabs> | undefined;
  let follower: ReturnType<typeof createFollower> | undefined;
  let scenario: ScenarioToCome = null;
  /** The last change that the page knows of. */
  let change: number | null = null;
  /** Nobody has opened the workspace for this tab yet, nor has it tried itself. */
  let isFresh = true;
  /** Giving up a workspace takes a while, and the next turn may come meanwhile. */
  let turn: Promise<void> = Promise.resolve();

  function own(): void {
    const left = follower?.end();
    follower = undefined;
    isFresh = false;
    if (left) ({ change } = left);
    const mine = createOwner({
      ...openParts,
      onState: (state, now) => {
        post({ type: 'state', state });
        noteChange(now);
        service?.announce();
      },
      onChange: (now, by) => {
        change = now;
        if (by !== tab) post({ type: 'changed', change: now });
        service?.changed(now, by);
      },
    });
    owner = mine;
    service = tabs && serveTabs(tabs, mine);
    mine.begin(scenario);
    // Only the first opening follows the address: later ones find what was worked on since.
    scenario = null;
    for (const message of [...early, ...(left?.unanswered ?? [])]) mine.take(page, message);
    early = [];
  }

  /** Another tab may have changed the workspace before this one opened it. */
  function noteChange(now: number | null): void {
    if (now === null || now === change) return;
    if (change !== null) post({ type: 'changed', change: now });
    change = now;
  }

  function follow(): void {
    if (!tabs || follower) return;
    const mine = createFollower({
      tabs,
      post: (message, transfer) => {
        if (isFresh && message.type === 'state' && message.state.phase === 'ready') {
          isFresh = false;
          openParts.prepare();
        }
        post(message, transfer);
      },
      change,
      patience,
      onOwnerFailed: () => {
        // Opening this tab, or reloading it, is an attempt: it may run other code, or have luck.
        if (isFresh) ownership.seize();
        isFresh = false;
      },
    });
    follower = mine;
    for (const message of early) mine.take(message);
    early = [];
    void Promise.resolve(scenario).then((asked) => {
      if (asked === null || follower !== mine) return;
      scenario = null;
      mine.take({ type: 'ask-scenario', scenario: asked });
    });
  }

  async function giveUp(): Promise<void> {
    const unanswered = await owner?.close();
    service?.end();
    service = undefined;
    owner = undefined;
    follow();
    for (const { client, message } of unanswered ?? []) {
      // The other tabs keep theirs, and ask the new owner.
      if (client === page) follower?.take(message);
    }
  }

  function inTurn(step: () => void | Promise<void>): void {
    turn = turn.then(step);
  }

  return (message) => {
    if (message.type === 'start') {
      ({ scenario } = message);
      ownership.enter({
        owned: () => inTurn(own),
        waits: () => inTurn(() => (owner ? undefined : follow())),
        lost: () => inTurn(giveUp),
      });
    } else if (message.type === 'take-over') {
      follower?.seizing();
      ownership.seize();
    } else if (owner) owner.take(page, message);
    else if (follower) follower.take(message);
    else early.push(message);
  };
}
