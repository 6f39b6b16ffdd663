/*
 * Brings lists of large sites into memory while requests are served, and drops those that nobody
 * looks at any more.
 */
import { nameOf, type ListKey } from '#src/store/read-model/list-key.ts';
import type { Store } from '#src/store/store.ts';
import { breather } from './breather.ts';

/** Runs work once after so many milliseconds; the answer prevents it. */
export type Later = (work: () => void, milliseconds: number) => () => void;

/** A list that nobody has asked for between two of these is dropped. */
const IDLE_MS = 5 * 60_000;

/** The loading of a store's lists. Without `later` nothing is dropped. */
export function createListLoading(store: Store, later?: Later) {
  const loads = new Map<string, Promise<void>>();
  /** Whoever waits until something has changed: a list may be there, or will not come. */
  let waiting: (() => void)[] = [];
  let isEnded = false;
  let cancel: (() => void) | undefined;

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const each of woken) each();
  }

  /** Loads a list unless that is under way. */
  function start(list: ListKey): void {
    const name = nameOf(list);
    if (isEnded || loads.has(name)) return;
    const { pause, end } = breather();
    const load = store.loadList(list, async () => {
      wake();
      await pause();
    });
    // What cannot be loaded, for want of memory or the like, SQL answers.
    const over = load
      .catch(() => undefined)
      .finally(() => {
        end();
        loads.delete(name);
        wake();
      });
    loads.set(name, over);
    watch();
  }

  function watch(): void {
    if (isEnded || cancel) return;
    cancel = later?.(() => {
      cancel = undefined;
      store.dropUnusedLists();
      if (store.listBytes > 0 || loads.size > 0) watch();
    }, IDLE_MS);
  }

  return {
    /** Starts to load what requests have asked for in vain. */
    loadWanted(): void {
      for (const list of store.takeWantedLists()) start(list);
    },
    /** Waits until a list is in memory in the order that was asked for, or its loading has ended. */
    async until(list: ListKey): Promise<void> {
      start(list);
      for (;;) {
        if (isEnded || !loads.has(nameOf(list)) || store.hasList(list)) return;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    /** Nothing is loaded or dropped from now on. */
    end(): void {
      isEnded = true;
      cancel?.();
      wake();
    },
  };
}
