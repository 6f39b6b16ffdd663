/* Requests that are served in slices, for those that ask meanwhile how far they are or call them off. */
import type { RouteName } from '#src/contract/routes.ts';
import { breather } from './breather.ts';
import type { Progress } from './handler.ts';

type Params = Readonly<Record<string, string>>;

/** One request, from its arrival to its end. */
export type LongWork = {
  readonly route: RouteName;
  readonly params: Params;
  /** Null until its turn comes. */
  readonly progress: Progress | null;
  /** When the present phase began, in wall milliseconds. */
  readonly since: number;
  readonly isCancelled: boolean;
};

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

export class LongWorks {
  readonly #works = new Set<Mutable<LongWork>>();
  readonly #wallNow: () => number;

  constructor(wallNow: () => number) {
    this.#wallNow = wallNow;
  }

  begin(route: RouteName, params: Params): LongWork {
    const since = this.#wallNow();
    const work = { route, params, progress: null, since, isCancelled: false };
    this.#works.add(work);
    return work;
  }

  end(work: LongWork): void {
    this.#works.delete(work);
  }

  /** In wall milliseconds. */
  get now(): number {
    return this.#wallNow();
  }

  /** Notes how far it is. */
  note(work: Mutable<LongWork>, progress: Progress): void {
    if (work.progress?.phase !== progress.phase) work.since = this.#wallNow();
    work.progress = progress;
  }

  /** The first one about an import that is not called off. */
  aboutImport(importId: string | undefined): LongWork | undefined {
    return [...this.#works].find(
      ({ params, isCancelled }) => params['importId'] === importId && !isCancelled,
    );
  }

  /** Calls all of an import off, also those that wait for their turn; says whether there was any. */
  cancelImport(importId: string | undefined): boolean {
    const found = [...this.#works].filter(({ params }) => params['importId'] === importId);
    for (const work of found) work.isCancelled = true;
    return found.length > 0;
  }
}

/** How long the thread works before others are heard. */
export const SLICE_MS = 12;

/** So many pauses apart, timers have their turn too, which costs a worker four milliseconds. */
const TIMERS_EVERY = 4;

function timersHad(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Runs work with a pause that lets others be heard only when a slice is over; the first time at once. */
export async function inTimeSlices<T>(
  work: (pause: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const breath = breather();
  const noPause = Promise.resolve();
  let end = -Infinity;
  let pauses = 0;
  try {
    return await work(() => {
      if (performance.now() < end) return noPause;
      // A message to oneself may come before timers for long, and screens of tests wait for those.
      const isForTimers = pauses % TIMERS_EVERY === 0;
      pauses += 1;
      return (isForTimers ? timersHad() : breath.pause()).then(() => {
        end = performance.now() + SLICE_MS;
      });
    });
  } finally {
    breath.end();
  }
}
