/* What other tabs change appears in this one: whatever is on screen is read again. */
import type { QueryClient } from '@tanstack/react-query';

/** Least wall milliseconds between two readings while changes come one after the other. */
const BURST_MS = 400;
/** Reading takes at most this part of the time: work under way is not slowed by who watches it. */
const SHARE = 1 / 5;

/**
 * Reads again after changes of other tabs, and after work that went on by itself: at once, and once
 * more after a burst of them. `onChanged` is the backend's; the answer ends it.
 */
export function readChangesOf(
  onChanged: (listener: () => void) => () => void,
  client: QueryClient,
): () => void {
  let state: 'idle' | 'busy' | 'due' | 'ended' = 'idle';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    state = 'busy';
    const began = performance.now();
    // A hidden tab reads when it is looked at.
    const isHidden = document.visibilityState === 'hidden';
    await client.invalidateQueries({ refetchType: isHidden ? 'none' : 'active' });
    if (isEnded()) return;
    const took = performance.now() - began;
    timer = setTimeout(rested, Math.max(BURST_MS, took / SHARE - took));
  }

  function rested(): void {
    if (state === 'due') void read();
    else state = 'idle';
  }

  function isEnded(): boolean {
    return state === 'ended';
  }

  const end = onChanged(() => {
    if (state === 'idle') void read();
    else if (state === 'busy') state = 'due';
  });
  return () => {
    end();
    state = 'ended';
    clearTimeout(timer);
  };
}
