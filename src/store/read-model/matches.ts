/* Which slots a list asks for, how many they are, and the part of an order that a page shows. */
import type { SlotColumns } from './slot-columns.ts';
import type { SearchTexts } from './search-texts.ts';

/** Searches whose finds are kept: paging, sorting and filtering a search look at no text again. */
const KEPT = 4;

type Search = { readonly wanted: string; marks: Uint8Array; readonly searched: number[] };

/** Finds by slot; 1 where the wanted text stands. */
export type Marks = Uint8Array | null;

export class Searches {
  readonly #texts: SearchTexts;
  #kept: Search[] = [];

  constructor(texts: SearchTexts) {
    this.#texts = texts;
  }

  get size(): number {
    return this.#kept.reduce((sum, { marks }) => sum + marks.byteLength, 0);
  }

  /** The finds of a folded text, or null if it is empty and finds everybody. */
  marks(wanted: string): Marks {
    if (wanted === '') return null;
    const kept = this.#kept.find((search) => search.wanted === wanted);
    const search = kept ?? { wanted, marks: new Uint8Array(), searched: [] };
    if (search.marks.length < this.#texts.slots) {
      const marks = new Uint8Array(this.#texts.slots);
      marks.set(search.marks);
      search.marks = marks;
    }
    this.#texts.mark(wanted, search.marks, search.searched);
    this.#kept = [search, ...this.#kept.filter((other) => other !== search)].slice(0, KEPT);
    return search.marks;
  }
}

/** How many of each category are marked. */
export function countsOf({ categories, counts }: SlotColumns, marks: Marks): Uint32Array {
  if (marks === null) return counts;
  const found = new Uint32Array(256);
  for (let slot = 0; slot < marks.length; slot += 1) {
    if (marks[slot] === 1) found[categories[slot]!]! += 1;
  }
  return found;
}

type Part = { readonly offset: number; readonly limit: number; readonly total: number };

/**
 * Those slots of an order that are marked and of an accepted category, from `offset` on. It looks
 * from the end that is nearer; `total` is how many there are.
 */
export function partOf(
  order: Uint32Array,
  { categories }: SlotColumns,
  accepted: Uint8Array,
  marks: Marks,
  { offset, limit, total }: Part,
): number[] {
  const wanted = Math.min(limit, total - offset);
  if (wanted <= 0) return [];
  if (total === order.length) return Array.from(order.subarray(offset, offset + wanted));
  const after = total - offset - wanted;
  const isFromEnd = after < offset;
  const step = isFromEnd ? -1 : 1;
  const found: number[] = [];
  let toSkip = isFromEnd ? after : offset;
  for (let at = isFromEnd ? order.length - 1 : 0; found.length < wanted; at += step) {
    const slot = order[at];
    if (slot === undefined) throw new Error('An order lost slots that were counted');
    if (accepted[categories[slot]!] !== 1 || (marks !== null && marks[slot] !== 1)) continue;
    if (toSkip > 0) toSkip -= 1;
    else found.push(slot);
  }
  return isFromEnd ? found.toReversed() : found;
}
