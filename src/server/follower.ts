/*
 * A tab beside the one that owns the workspace. Its page's requests go to the owner's worker, and are
 * kept until they are answered: a new owner is asked again. A change bears an idempotency key, so
 * one that was made already is answered and not made twice; a question is simply asked twice.
 */
import type { FromWorker, HostState } from './worker-messages.ts';
import {
  channelOf,
  say,
  type Here,
  type TabId,
  type TabNote,
  type ToFollower,
  type ToOwner,
} from './tab-messages.ts';
import type { Tabs } from './tab-service.ts';
import { transferable } from './transferable.ts';

export type Patience = {
  /** Milliseconds between two questions to an owner that owes an answer. */
  readonly beat: number;
  /** So many unanswered ones mean that it does not answer; counted, since a tab that sleeps asks nothing. */
  readonly beats: number;
};

type Parts = {
  readonly tabs: Tabs;
  readonly post: (message: FromWorker, transfer?: Transferable[]) => void;
  /** The last change that this tab's page knows of. */
  readonly change: number | null;
  readonly patience: Patience;
  /** Called when the owner could not open the workspace: whoever has just started may try as well. */
  readonly onOwnerFailed: () => void;
};

/** Follows whoever owns the workspace, from now until `end`. */
export function createFollower({ tabs, post, change, patience, onOwnerFailed }: Parts) {
  const { tab, build, main, openChannel, locks, every } = tabs;
  const pending = new Map<number, ToOwner>();
  /** Wanted once, by no id. */
  let wishes: ToOwner[] = [];
  const own = openChannel(channelOf(main.name, tab));
  const over = new AbortController();
  const { signal } = over;
  /** The owner that has this tab on its list. */
  let owner: TabId | undefined;
  let known: Here | undefined;
  let unanswered = 0;
  let seen = change;
  let shown: HostState = { phase: 'starting' };
  let release: (() => void) | undefined;

  function enter(state: HostState): void {
    shown = state;
    post({ type: 'state', state });
  }

  function ask(): void {
    say<TabNote>(main, { type: 'join', tab });
  }

  function adopt(here: Here): void {
    unanswered = 0;
    known = here;
    if (here.build !== build) {
      enter({ phase: 'other-version', build: here.build });
    } else if (JSON.stringify(here.state) !== JSON.stringify(shown)) {
      enter(here.state);
    }
    noteChange(here.change);
    if (here.state.phase === 'failed') onOwnerFailed();
  }

  function noteChange(now: number | null, isOwn = false): void {
    if (now === null || now === seen) return;
    const isFirst = seen === null;
    seen = now;
    if (!isFirst && !isOwn) post({ type: 'changed', change: now });
  }

  function hearAll({ data }: MessageEvent<TabNote>): void {
    switch (data.type) {
      case 'changed':
        // A greeting may have overtaken it.
        if (seen === null || data.change > seen) noteChange(data.change, data.by === tab);
        return;
      case 'here':
        if (data.owner === owner) adopt(data);
        else ask();
        return;
      case 'join':
      // For the owner.
    }
  }

  function hear({ data }: MessageEvent<ToFollower>): void {
    unanswered = 0;
    if (data.type === 'here') {
      const isNew = data.owner !== owner;
      owner = data.owner;
      adopt(data);
      if (isNew) tellAgain();
      return;
    }
    if (known && shown.phase === 'elsewhere') adopt(known);
    if (!pending.delete(data.id)) return;
    if (data.type === 'response') post(data, transferable(data.response.body));
    else post(data, data.type === 'stored' ? transferable(data.bytes) : []);
  }

  /** Code of another release may take a request for something else. */
  function isServed(): boolean {
    return owner !== undefined && known?.build === build;
  }

  function tellAgain(): void {
    if (!isServed()) return;
    const all = [...wishes, ...pending.values()];
    wishes = [];
    for (const message of all) say(own, message);
  }

  function beat(): void {
    if (isServed() && pending.size === 0) {
      unanswered = 0;
      return;
    }
    if (unanswered >= patience.beats) {
      if (shown.phase !== 'elsewhere') enter({ phase: 'elsewhere', takeover: 'none' });
    } else unanswered += 1;
    ask();
  }

  main.addEventListener('message', hearAll, { signal });
  own.addEventListener('message', hear, { signal });
  const endBeats = every(patience.beat, beat);
  // The owner waits for this lock, and knows by it that this tab has gone.
  locks
    .request(own.name, () => new Promise<void>((done) => (release = done)))
    .catch(() => undefined);
  ask();

  return {
    /** Takes a page's message to the owner, now or when there is one. */
    take(message: ToOwner): void {
      if ('id' in message) pending.set(message.id, message);
      else if (!isServed()) wishes.push(message);
      if (isServed()) say(own, message);
    },
    /** Says that the workspace is being taken from the owner. */
    seizing: () => enter({ phase: 'elsewhere', takeover: 'asked' }),
    /** Stops; gives what nobody has answered, and the last change that the page knows of. */
    end(): { readonly unanswered: readonly ToOwner[]; readonly change: number | null } {
      over.abort();
      endBeats();
      own.close();
      release?.();
      return { unanswered: [...wishes, ...pending.values()], change: seen };
    },
  };
}
