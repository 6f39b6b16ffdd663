/* The typed columns of a people model, by slot, and the way from a row's number to its slot. */

/** What stands in `categories` where no row is. */
export const NOBODY = 255;
const NO_SLOT = -1;

export class SlotColumns {
  /** What lists filter by, as a number below `NOBODY`; may change while a slot lives. */
  categories = new Uint8Array().fill(NOBODY);
  /** A number to sort by, such as the last log-in; negative infinity stands for none. */
  numbers = new Float64Array();
  rows = new Uint32Array();
  #slotOfRow = new Int32Array();
  /** How many slots each category has. */
  readonly counts = new Uint32Array(256);

  get size(): number {
    return (
      this.categories.byteLength +
      this.numbers.byteLength +
      this.rows.byteLength +
      this.#slotOfRow.byteLength
    );
  }

  slotOf(row: number): number | undefined {
    const slot = this.#slotOfRow[row];
    return slot === undefined || slot === NO_SLOT ? undefined : slot;
  }

  /** Puts a row into a new slot. */
  settle(slot: number, row: number, category: number, number: number): void {
    this.reserve(slot + 1, row + 1);
    this.categories[slot] = category;
    this.numbers[slot] = number;
    this.rows[slot] = row;
    this.#slotOfRow[row] = slot;
    this.counts[category]! += 1;
  }

  recategorise(slot: number, category: number): void {
    this.counts[this.categories[slot]!]! -= 1;
    this.categories[slot] = category;
    this.counts[category]! += 1;
  }

  /** Ends a slot for good. */
  vacate(slot: number): void {
    this.counts[this.categories[slot]!]! -= 1;
    this.categories[slot] = NOBODY;
    this.#slotOfRow[this.rows[slot]!] = NO_SLOT;
  }

  /** Makes room for so many slots, and for row numbers below `rows`. */
  reserve(slots: number, rows: number): void {
    if (slots > this.categories.length) {
      const length = grown(slots, this.categories.length);
      this.categories = larger(this.categories, new Uint8Array(length).fill(NOBODY));
      this.numbers = larger(this.numbers, new Float64Array(length));
      this.rows = larger(this.rows, new Uint32Array(length));
    }
    if (rows > this.#slotOfRow.length) {
      const length = grown(rows, this.#slotOfRow.length);
      this.#slotOfRow = larger(this.#slotOfRow, new Int32Array(length).fill(NO_SLOT));
    }
  }
}

function grown(wanted: number, present: number): number {
  return Math.max(wanted, Math.ceil(present * 1.25), 64);
}

function larger<A extends { set(from: A): void }>(from: A, to: A): A {
  to.set(from);
  return to;
}
