/*
 * Goes on with due work by itself, whether or not a page asks: a slice, then whoever waits, then the
 * next one. What is not due yet is waited for.
 */
import { breather } from './breather.ts';
import type { Later } from './list-loading.ts';

/** Wall milliseconds between two looks while work falls due bit by bit: a commit for each item would be too many. */
const REST_MS = 250;
/** No timer counts further than some weeks; by then something else has looked. */
const LONGEST_MS = 60 * 60_000;

/**
 * The work of one backend. `slice` takes its turn among the requests, applies a part of what is due,
 * and answers how long it is until more is: null when nothing will be. Without `later` nothing runs by itself.
 */
export function createBackgroundWork(slice: () => Promise<number | null>, later?: Later) {
  let isUnderWay = false;
  let isEnded = false;
  let cancel: (() => void) | undefined;

  function look(dueIn: number | null): void {
    cancel?.();
    cancel = undefined;
    if (!later || dueIn === null || isUnderWay || isEnded) return;
    if (dueIn === 0) void work();
    else cancel = later(() => void work(), Math.min(Math.max(dueIn, REST_MS), LONGEST_MS));
  }

  async function work(): Promise<void> {
    isUnderWay = true;
    const { pause, end } = breather();
    let dueIn: number | null = 0;
    try {
      while (dueIn === 0) {
        await pause();
        dueIn = isEnded ? null : await slice();
      }
    } catch {
      // Whoever asks next meets the same fault, and is told of it.
      dueIn = null;
    } finally {
      end();
      isUnderWay = false;
    }
    look(dueIn);
  }

  return {
    /** To be told after every turn how long it is until work is due. */
    look,
    /** Nothing is applied by itself from now on. */
    end(): void {
      isEnded = true;
      cancel?.();
    },
  };
}
