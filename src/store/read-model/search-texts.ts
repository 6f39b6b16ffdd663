/*
 * E-mails and names by slot. A slot's texts never change: who is renamed gets another slot, so that
 * orders and finished searches stay true while rows come and go.
 */
import { CHUNK_BITS, CHUNK_ROWS, isWideText, TextChunk } from './text-chunk.ts';
import type { Field, TextPlace } from './text-chunk.ts';

const ROW = CHUNK_ROWS - 1;

/** Characters of a narrow key, each 1 to 254; 0 stands after the text's end, 255 for all others. */
const NARROW_LENGTH = 6;
const NARROW_OTHER = 255;
/** Characters of a wide key. */
const WIDE_LENGTH = 3;
const WIDE_BASE = 0x2_0000;

/** A key of a part of a text: texts stand in the order of their keys, and equal keys leave it open. */
export type KeyKind = 'narrow' | 'wide';

export class SearchTexts {
  readonly #chunks: TextChunk[] = [];
  #narrow = -1;
  #wide = -1;

  /** Slots are below this; not every number is in use. */
  get slots(): number {
    return this.#chunks.length << CHUNK_BITS;
  }

  get size(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.size, 0);
  }

  /** Copies a person's texts and returns their slot. */
  add(memory: Uint8Array, email: TextPlace, name: TextPlace): number {
    const isWide = isWideText(memory, email) || isWideText(memory, name);
    let index = isWide ? this.#wide : this.#narrow;
    let chunk = this.#chunks[index];
    if (chunk === undefined || chunk.isFull) {
      chunk = new TextChunk(isWide);
      index = this.#chunks.push(chunk) - 1;
      if (isWide) this.#wide = index;
      else this.#narrow = index;
    }
    return (index << CHUNK_BITS) | chunk.add(memory, email, name);
  }

  /**
   * Marks the slots in whose e-mail or name `wanted` stands. `searched` says how many rows of each
   * chunk were looked at before, and is brought up to date.
   */
  mark(wanted: string, marks: Uint8Array, searched: number[]): void {
    for (let index = 0; index < this.#chunks.length; index += 1) {
      const chunk = this.#chunks[index];
      if (chunk === undefined || chunk.rows === searched[index]) continue;
      chunk.mark(wanted, marks, index << CHUNK_BITS);
      searched[index] = chunk.rows;
    }
  }

  text(slot: number, field: Field): string {
    const chunk = this.#chunkOf(slot);
    const row = slot & ROW;
    return chunk.text().slice(chunk.start(row, field), chunk.end(row, field));
  }

  /** The key of a text's characters from `depth` on, a number up to 2^51. */
  key(slot: number, field: Field, depth: number, kind: KeyKind): number {
    const chunk = this.#chunkOf(slot);
    const row = slot & ROW;
    const text = chunk.text();
    const from = chunk.start(row, field) + depth;
    const end = chunk.end(row, field);
    return kind === 'narrow' ? narrowKey(text, from, end) : wideKey(text, from, end);
  }

  /** By code point, as SQLite compares. */
  compare(one: number, other: number, field: Field): number {
    for (let depth = 0; ; depth += WIDE_LENGTH) {
      const left = this.key(one, field, depth, 'wide');
      const right = this.key(other, field, depth, 'wide');
      if (left !== right) return left < right ? -1 : 1;
      if (left % WIDE_BASE === 0) return 0;
    }
  }

  areEqual(one: number, other: number, field: Field): boolean {
    return this.#chunkOf(one).hasSame(one & ROW, this.#chunkOf(other), other & ROW, field);
  }

  #chunkOf(slot: number): TextChunk {
    const chunk = this.#chunks[slot >>> CHUNK_BITS];
    if (chunk === undefined) throw new Error(`No text has the slot ${slot}`);
    return chunk;
  }
}

/** Where texts of an equal key may still differ: further on, or nowhere. */
export function afterKey(
  key: number,
  kind: KeyKind,
  depth: number,
): { readonly depth: number; readonly kind: KeyKind } | undefined {
  if (kind === 'wide') {
    return key % WIDE_BASE === 0 ? undefined : { depth: depth + WIDE_LENGTH, kind };
  }
  let rest = key;
  let digits = NARROW_LENGTH;
  while (digits > 0 && rest % 256 === 0) {
    rest /= 256;
    digits -= 1;
  }
  if (rest % 256 === NARROW_OTHER) return { depth: depth + digits - 1, kind: 'wide' };
  return digits < NARROW_LENGTH ? undefined : { depth: depth + NARROW_LENGTH, kind };
}

function narrowKey(text: string, from: number, end: number): number {
  let key = 0;
  for (let index = 0; index < NARROW_LENGTH; index += 1) {
    key *= 256;
    const at = from + index;
    if (at >= end) continue;
    const unit = text.charCodeAt(at);
    if (unit >= NARROW_OTHER - 1) {
      return (key + NARROW_OTHER) * 256 ** (NARROW_LENGTH - 1 - index);
    }
    key += unit + 1;
  }
  return key;
}

function wideKey(text: string, from: number, end: number): number {
  let key = 0;
  for (let index = 0; index < WIDE_LENGTH; index += 1) {
    key *= WIDE_BASE;
    const at = from + index;
    if (at < end) key += rankOf(text.charCodeAt(at)) + 1;
  }
  return key;
}

/** Units in the order of code points: the halves of a pair come after all single ones. */
function rankOf(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
