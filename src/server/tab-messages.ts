/* What the workers of several tabs say to each other: the owner of the workspace, and its followers. */
import type { FromWorker, HostState, ToWorker } from './worker-messages.ts';

/** Names a worker; another one has another name, also in the same tab. */
export type TabId = string;

/** The owner, and how the workspace is. */
export type Here = {
  readonly type: 'here';
  readonly owner: TabId;
  /** Which code the owner runs; only tabs of the same build serve each other. */
  readonly build: string;
  readonly state: HostState;
  /** `workspace.change`; null while no workspace is open. */
  readonly change: number | null;
};

/** To all tabs. These three stay as they are: the code of another release must understand them. */
export type TabNote =
  /** A follower is there, and asks whether its owner is. The answer comes on the channel of its own. */
  | { readonly type: 'join'; readonly tab: TabId }
  /** Somebody owns the workspace now, or its state is another. */
  | Here
  /** A change was committed, for the page of `by` if it was a page's. */
  | { readonly type: 'changed'; readonly change: number; readonly by: TabId | undefined };

/** What a page wants of the workspace, wherever that is. */
export type ToOwner =
  | Exclude<ToWorker, { type: 'start' | 'take-over' }>
  | { readonly type: 'ask-scenario'; readonly scenario: string };

/** What the owner answers to one page. */
type Answer = Extract<FromWorker, { type: 'response' | 'stored' | 'fault' }>;

/** From the owner, on a follower's own channel. */
export type ToFollower = Here | Answer;

/** The channel of a follower, and the lock that it holds for as long as it lives. */
export function channelOf(main: string, tab: TabId): string {
  return `${main}:${tab}`;
}

/** A page that is served: this worker's own, or a follower's. */
export type Client = {
  readonly tab: TabId;
  post(answer: Answer, transfer?: Transferable[]): void;
};

/** Says something on a channel. */
export function say<Message>(channel: BroadcastChannel, message: Message): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
  channel.postMessage(message);
}
