/*
 * A kept order of slots. Slots that come are put in their places, and those that went are left out,
 * when the order is next asked for: in one pass, however many they are.
 */

/** What an order compares. It may ask for keys of living slots only. */
export type Comparison = {
  /** Below 0, 0 or above 0; 0 for slots between which only the tie decides. */
  byKey(one: number, other: number): number;
  /** Whether `byKey` gives 0, sooner known than that. */
  hasSameKey(one: number, other: number): boolean;
  /** Never 0 for two slots. */
  byTie(one: number, other: number): number;
};

/** Slots between two pauses. */
const SLICE = 32_768;

export class Ordering {
  readonly #comparison: Comparison;
  readonly #isAlive: (slot: number) => boolean;
  #slots = new Uint32Array();
  /** By position: 1 where the key is another than that of the slot before. */
  #starts = new Uint8Array();
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
    return this.#slots.byteLength + this.#starts.byteLength + (this.#descending?.byteLength ?? 0);
  }

  /** Slots that come from now on are put in later; all others must be handed to `finish`. */
  begin(): void {
    this.#state = 'building';
    this.#hasDead = false;
    this.#added.clear();
  }

  /** Whether a slot came since the building began. */
  isLate(slot: number): boolean {
    return this.#added.has(slot);
  }

  /** Takes over sorted slots, in slices. */
  *finish(slots: Uint32Array<ArrayBuffer>): Generator<void> {
    const starts = new Uint8Array(slots.length);
    for (let at = 0; at < slots.length; at += 1) {
      starts[at] = this.#startsAt(slots, at);
      if (at % SLICE === SLICE - 1) yield;
    }
    this.#slots = slots;
    this.#starts = starts;
    this.#state = 'built';
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
    if (this.#hasDead) this.#leaveOutDead();
    const added = [...this.#added]
      .filter(this.#isAlive)
      .toSorted((one, other) => this.#compare(one, other));
    if (added.length > 0) this.#putIn(added);
    this.#added.clear();
    this.#hasDead = false;
    this.#descending = undefined;
  }

  #leaveOutDead(): void {
    const slots = this.#slots;
    const starts = this.#starts;
    let place = 0;
    let isStart = 0;
    for (let at = 0; at < slots.length; at += 1) {
      // The start of a run may go, and the run with another slot remain.
      isStart |= starts[at]!;
      if (!this.#isAlive(slots[at]!)) continue;
      slots[place] = slots[at]!;
      starts[place] = isStart;
      isStart = 0;
      place += 1;
    }
    this.#slots = slots.subarray(0, place);
    this.#starts = starts.subarray(0, place);
  }

  #putIn(added: readonly number[]): void {
    const present = this.#slots;
    const slots = new Uint32Array(present.length + added.length);
    const starts = new Uint8Array(slots.length);
    const places: number[] = [];
    let from = 0;
    let place = 0;
    for (const slot of added) {
      const to = this.#placeOf(slot, from);
      slots.set(present.subarray(from, to), place);
      starts.set(this.#starts.subarray(from, to), place);
      place += to - from;
      slots[place] = slot;
      places.push(place);
      place += 1;
      from = to;
    }
    slots.set(present.subarray(from), place);
    starts.set(this.#starts.subarray(from), place);
    for (const at of places) {
      starts[at] = this.#startsAt(slots, at);
      if (at + 1 < slots.length) starts[at + 1] = this.#startsAt(slots, at + 1);
    }
    this.#slots = slots;
    this.#starts = starts;
  }

  #startsAt(slots: Uint32Array, at: number): 0 | 1 {
    return at > 0 && this.#comparison.hasSameKey(slots[at - 1]!, slots[at]!) ? 0 : 1;
  }

  /** The first position from `from` on whose slot stands after this one. */
  #placeOf(slot: number, from: number): number {
    const slots = this.#slots;
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
    const starts = this.#starts;
    const turned = new Uint32Array(ascending.length);
    let place = 0;
    for (let to = ascending.length; to > 0;) {
      let from = to - 1;
      while (starts[from] === 0) from -= 1;
      for (let at = from; at < to; at += 1) {
        turned[place] = ascending[at]!;
        place += 1;
      }
      to = from;
    }
    return turned;
  }
}
