/*
 * The owner's side of several tabs: answers whoever joins, on a channel of its own, and tells all of
 * them what becomes of the workspace. It speaks from worker to worker, so a page that sleeps is not
 * on the way.
 */
import type { HostState } from './worker-messages.ts';
import {
  channelOf,
  say,
  type Client,
  type Here,
  type TabId,
  type TabNote,
  type ToFollower,
  type ToOwner,
} from './tab-messages.ts';

/** The tabs of one browser, as one of them sees them. */
export type Tabs = {
  readonly tab: TabId;
  readonly build: string;
  /** Its name is that of the ownership's lock as well. */
  readonly main: BroadcastChannel;
  readonly openChannel: (name: string) => BroadcastChannel;
  readonly locks: LockManager;
  /** Repeats work; the answer ends it. */
  readonly every: (milliseconds: number, work: () => void) => () => void;
};

type Served = {
  take(client: Client, message: ToOwner): void;
  state(): { readonly state: HostState; readonly change: number | null };
};

/** Serves followers until it ends. */
export function serveTabs({ tab, build, main, openChannel, locks }: Tabs, served: Served) {
  const clients = new Map<TabId, BroadcastChannel>();
  const end = new AbortController();
  const { signal } = end;

  function here(): Here {
    return { type: 'here', owner: tab, build, ...served.state() };
  }

  function welcome(follower: TabId): void {
    const known = clients.get(follower);
    if (known) return say<ToFollower>(known, here());
    const channel = openChannel(channelOf(main.name, follower));
    clients.set(follower, channel);
    const client: Client = {
      tab: follower,
      post: (answer) => {
        // Whoever has left meanwhile waits for no answer.
        if (clients.get(follower) === channel) say<ToFollower>(channel, answer);
      },
    };
    channel.addEventListener('message', ({ data }: MessageEvent<ToOwner>) =>
      served.take(client, data),
    );
    // It holds this lock for as long as it lives.
    locks.request(channel.name, { signal }, () => forget(follower)).catch(() => undefined);
    say<ToFollower>(channel, here());
  }

  function forget(follower: TabId): void {
    clients.get(follower)?.close();
    clients.delete(follower);
  }

  main.addEventListener(
    'message',
    ({ data }: MessageEvent<TabNote>) => {
      if (data.type === 'join') welcome(data.tab);
    },
    { signal },
  );

  return {
    /** Tells all tabs where the workspace is now, and how it is. */
    announce: () => say<TabNote>(main, here()),
    changed: (change: number, by: TabId | undefined) =>
      say<TabNote>(main, { type: 'changed', change, by }),
    end(): void {
      end.abort();
      for (const follower of clients.keys()) forget(follower);
    },
  };
}
