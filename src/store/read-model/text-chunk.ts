/*
 * The search texts of some thousand people as one string, e-mail and name of each after the other,
 * since finding a part of one long string is many times faster than looking at many short ones.
 */

/** Rows of a chunk; a power of two, so that a slot's chunk and row are its high and low bits. */
export const CHUNK_BITS = 12;
export const CHUNK_ROWS = 1 << CHUNK_BITS;

/** Which of a person's two texts. */
export type Field = 'email' | 'name';

const BYTES_AT_FIRST = CHUNK_ROWS * 16;

// A leading byte order mark is a character of the text like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where a text lies in memory, as UTF-8. */
export type TextPlace = { readonly start: number; readonly bytes: number };

/** Texts are only ever added. A wide chunk takes those that need two bytes per character. */
export class TextChunk {
  readonly isWide: boolean;
  rows = 0;
  /** Where each e-mail and each name begins, in UTF-16 units, and where the last one ends. */
  readonly #starts = new Uint32Array(2 * CHUNK_ROWS + 1);
  /** The texts as UTF-8 until the chunk is full. */
  #bytes: Uint8Array | undefined = new Uint8Array(BYTES_AT_FIRST);
  #used = 0;
  #text = '';
  #isDecoded = true;

  constructor(isWide: boolean) {
    this.isWide = isWide;
  }

  get isFull(): boolean {
    return this.rows === CHUNK_ROWS;
  }

  /** The bytes that this chunk keeps in memory. */
  get size(): number {
    const width = this.isWide ? 2 : 1;
    return this.#starts.byteLength + (this.#bytes?.byteLength ?? 0) + this.#text.length * width;
  }

  /** Copies a person's texts and returns the row. */
  add(memory: Uint8Array, email: TextPlace, name: TextPlace): number {
    const row = this.rows;
    const start = this.#starts[2 * row] ?? 0;
    const nameStart = start + this.#copy(memory, email);
    this.#starts[2 * row + 1] = nameStart;
    this.#starts[2 * row + 2] = nameStart + this.#copy(memory, name);
    this.rows = row + 1;
    this.#isDecoded = false;
    if (this.isFull) {
      this.text();
      this.#bytes = undefined;
    }
    return row;
  }

  /** All texts in one. */
  text(): string {
    if (!this.#isDecoded && this.#bytes) {
      this.#text = decoder.decode(this.#bytes.subarray(0, this.#used));
      this.#isDecoded = true;
    }
    return this.#text;
  }

  start(row: number, field: Field): number {
    return this.#starts[field === 'email' ? 2 * row : 2 * row + 1] ?? 0;
  }

  end(row: number, field: Field): number {
    return this.#starts[field === 'email' ? 2 * row + 1 : 2 * row + 2] ?? 0;
  }

  /** Whether a text of this chunk and one of another are the same. */
  hasSame(row: number, other: TextChunk, otherRow: number, field: Field): boolean {
    const start = this.start(row, field);
    const otherStart = other.start(otherRow, field);
    const length = this.end(row, field) - start;
    if (other.end(otherRow, field) - otherStart !== length) return false;
    const text = this.text();
    const otherText = other.text();
    for (let at = 0; at < length; at += 1) {
      if (text.charCodeAt(start + at) !== otherText.charCodeAt(otherStart + at)) return false;
    }
    return true;
  }

  /** Marks the rows in whose e-mail or name `wanted` stands, at `offset` and after. */
  mark(wanted: string, marks: Uint8Array, offset: number): void {
    const text = this.text();
    const starts = this.#starts;
    const { length } = wanted;
    let row = 0;
    for (let at = text.indexOf(wanted); at !== -1;) {
      let end = starts[2 * row + 2] ?? 0;
      while (end <= at) {
        row += 1;
        end = starts[2 * row + 2] ?? 0;
      }
      const nameStart = starts[2 * row + 1] ?? 0;
      // A find that begins in one text and ends in the next is none.
      if (at + length <= (at < nameStart ? nameStart : end)) {
        marks[offset + row] = 1;
        at = text.indexOf(wanted, end);
      } else {
        at = text.indexOf(wanted, at + 1);
      }
    }
  }

  /** Copies one text behind the others and returns how many UTF-16 units it has. */
  #copy(memory: Uint8Array, { start, bytes }: TextPlace): number {
    const target = this.#roomFor(bytes);
    const used = this.#used;
    let units = bytes;
    for (let index = 0; index < bytes; index += 1) {
      const byte = memory[start + index] ?? 0;
      target[used + index] = byte;
      // A following byte is no unit of its own; what takes four bytes takes two units.
      if (byte >= 0x80) units += byte < 0xc0 ? -1 : byte >= 0xf0 ? 1 : 0;
    }
    this.#used = used + bytes;
    return units;
  }

  #roomFor(bytes: number): Uint8Array {
    const present = this.#bytes ?? new Uint8Array(BYTES_AT_FIRST);
    if (this.#used + bytes <= present.length) return present;
    const larger = new Uint8Array(Math.max(present.length * 2, this.#used + bytes));
    larger.set(present);
    this.#bytes = larger;
    return larger;
  }
}

/** Whether a UTF-8 text has a character beyond Latin-1: its first byte is 0xC4 or more. */
export function isWideText(memory: Uint8Array, { start, bytes }: TextPlace): boolean {
  for (let index = start; index < start + bytes; index += 1) {
    if ((memory[index] ?? 0) >= 0xc4) return true;
  }
  return false;
}
