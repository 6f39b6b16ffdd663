/*
 * A kept order of slots. Slots that come are put in their places, and those that went are left out,
 * when the order is next asked for: in one pass, however many they are.
 */

/** What an order compares. It may ask for keys of living slots only. */
export type Comparison = {
  /** Below 0, 0 or above 0; 0 for slots between which only the tie decides. */
  byKey(one: number, other: number): number;
  /** Never 0 for two slots. */
  byTie(one: number, other: number): number;
};

export class Ordering {
  readonly #comparison: Comparison;
  readonly #isAlive: (slot: number) => boolean;
  #slots = new Uint32Array();
  #state: 'none' | 'building' | 'built' = 'none';
  /** The other direction: keys from the last to the first, ties as they stand. */
  #descending: Uint32Array | undefined;
  /** Slots that came since the last repair or, while the order is built, since that began. */
  readonly #added = new Set<number>();
  #hasDead = false;

  constructor(comparison: Comparison, isAlive: (slot: number) => boolean) {
    this.#comparison = comparison;
    this.#isAlive = isAlive;
  }

  get isBuilt(): boolean {
    return this.#state === 'built';
  }

  get size(): number {
    return this.#slots.byteLength + (this.#descending?.byteLength ?? 0);
  }

  /** Slots that come from now on are put in later; all others must be handed to `finish`. */
  begin(): void {
    this.#state = 'building';
    this.#added.clear();
  }

  /** Whether a slot came since the building began. */
  isLate(slot: number): boolean {
    return this.#added.has(slot);
  }

  /** Takes over sorted slots. */
  finish(slots: Uint32Array<ArrayBuffer>): void {
    this.#slots = slots;
    this.#state = 'built';
    // Some may have gone meanwhile.
    this.#hasDead = true;
    this.#descending = undefined;
  }

  /** A slot came. */
  add(slot: number): void {
    if (this.#state !== 'none') this.#added.add(slot);
  }

  /** Some slot went. */
  lost(): void {
    this.#hasDead = true;
  }

  ascending(): Uint32Array {
    if (this.#hasDead || this.#added.size > 0) this.#repair();
    return this.#slots;
  }

  descending(): Uint32Array {
    const ascending = this.ascending();
    this.#descending ??= this.#turned(ascending);
    return this.#descending;
  }

  #compare(one: number, other: number): number {
    return this.#comparison.byKey(one, other) || this.#comparison.byTie(one, other);
  }

  #repair(): void {
    const living = this.#hasDead ? this.#slots.filter(this.#isAlive) : this.#slots;
    const added = [...this.#added]
      .filter(this.#isAlive)
      .toSorted((one, other) => this.#compare(one, other));
    this.#slots = added.length === 0 ? living : this.#merged(living, added);
    this.#added.clear();
    this.#hasDead = false;
    this.#descending = undefined;
  }

  #merged(living: Uint32Array, added: readonly number[]): Uint32Array<ArrayBuffer> {
    const merged = new Uint32Array(living.length + added.length);
    let from = 0;
    let place = 0;
    for (const slot of added) {
      const to = this.#placeIn(living, slot, from);
      merged.set(living.subarray(from, to), place);
      place += to - from;
      merged[place] = slot;
      place += 1;
      from = to;
    }
    merged.set(living.subarray(from), place);
    return merged;
  }

  /** The first position from `from` on whose slot stands after this one. */
  #placeIn(slots: Uint32Array, slot: number, from: number): number {
    let low = from;
    let high = slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(slots[middle]!, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #turned(ascending: Uint32Array): Uint32Array<ArrayBuffer> {
    const turned = new Uint32Array(ascending.length);
    let place = 0;
    for (let to = ascending.length; to > 0;) {
      let from = to - 1;
      while (from > 0 && this.#comparison.byKey(ascending[from - 1]!, ascending[from]!) === 0) {
        from -= 1;
      }
      turned.set(ascending.subarray(from, to), place);
      place += to - from;
      to = from;
    }
    return turned;
  }
}
