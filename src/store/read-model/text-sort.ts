/* Sorts slots by one of their texts, by code point; equal texts stay as they stood. */
import { afterKey, type KeyKind, type SearchTexts } from './search-texts.ts';
import { sortFew, sortMany } from './stable-sort.ts';
import type { Field } from './text-chunk.ts';

/** Runs of equal keys up to this length are sorted without a pause. */
const AT_ONCE = 8_192;
/** Keys between two pauses: a few milliseconds. */
const SLICE = 16_384;

type Run = {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly kind: KeyKind;
};

/**
 * Takes the first characters of each text as a number, sorts by that, and goes on with those whose
 * numbers are equal and their next characters.
 */
export function* sortByText(
  texts: SearchTexts,
  field: Field,
  slots: Uint32Array,
): Generator<void, void> {
  const keys = new Float64Array(slots.length);
  const open: Run[] = [{ from: 0, to: slots.length, depth: 0, kind: 'narrow' }];
  let steps = 0;

  function keyed({ depth, kind }: Run, from: number, to: number): void {
    for (let index = from; index < to; index += 1) {
      keys[index] = texts.key(slots[index]!, field, depth, kind);
    }
  }

  /** Where the run of keys equal to the one at `from` ends. */
  function endOfRun(from: number, to: number): number {
    const key = keys[from];
    let end = from + 1;
    while (end < to && keys[end] === key) end += 1;
    return end;
  }

  function sortAtOnce(run: Run): void {
    keyed(run, run.from, run.to);
    sortFew(keys, slots, run.from, run.to);
    for (let from = run.from, to; from < run.to; from = to) {
      to = endOfRun(from, run.to);
      if (to - from === 1) continue;
      const next = afterKey(keys[from]!, run.kind, run.depth);
      if (next) sortAtOnce({ from, to, ...next });
    }
  }

  for (let run = open.pop(); run !== undefined; run = open.pop()) {
    for (let from = run.from; from < run.to; from += SLICE) {
      keyed(run, from, Math.min(from + SLICE, run.to));
      yield;
    }
    yield* sortMany(keys, slots, run.from, run.to);
    for (let from = run.from, to; from < run.to; from = to) {
      to = endOfRun(from, run.to);
      if (to - from > 1) {
        const next = afterKey(keys[from]!, run.kind, run.depth);
        if (next && to - from > AT_ONCE) open.push({ from, to, ...next });
        else if (next) sortAtOnce({ from, to, ...next });
      }
      steps += to - from;
      if (steps >= SLICE) {
        steps = 0;
        yield;
      }
    }
  }
}
