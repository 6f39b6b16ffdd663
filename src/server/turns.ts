/*
 * Whose turn it is to use the store: one request after the other, in the order in which they came.
 * Only a write that waits for work lets reads go past it; further writes keep behind it.
 */
import type { WireRequest } from './backend.ts';

/** A write that waits for all that was due at its instant. */
type Waiting = {
  readonly request: WireRequest;
  /** The wall instant at which the write happens, whenever its turn comes. */
  readonly wall: number;
  readonly over: Promise<void>;
  readonly pass: () => void;
};

type TurnParts = {
  /** Told whose turn begins, and undefined when it is over. */
  readonly onTurn?: ((request: WireRequest | undefined) => void) | undefined;
  /** Called at the end of each turn, while nothing else uses the store. */
  readonly atEnd: () => void;
};

/** The turns of one backend. */
export function createTurns({ onTurn, atEnd }: TurnParts) {
  let queue: Promise<unknown> = Promise.resolve();
  let waiting: Waiting | null = null;

  return {
    /** Runs work when its turn comes; nothing else uses the store meanwhile. */
    take<T>(request: WireRequest | undefined, work: () => T | Promise<T>): Promise<T> {
      const turn = queue.then(async () => {
        onTurn?.(request);
        try {
          return await work();
        } finally {
          onTurn?.(undefined);
          atEnd();
        }
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    /** The write that waits for work, if one does. */
    get waiting(): Waiting | null {
      return waiting;
    },
    /** Lets others have turns before a write that happens at this instant all the same. */
    wait(request: WireRequest, wall: number): void {
      if (waiting) return;
      let pass!: () => void;
      const over = new Promise<void>((resolve) => {
        pass = resolve;
      });
      waiting = { request, wall, over, pass };
    },
    /** A request was served; if it was the one that waited, others may write again. */
    served(request: WireRequest): void {
      if (waiting?.request !== request) return;
      waiting.pass();
      waiting = null;
    },
  };
}
