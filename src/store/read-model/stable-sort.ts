/* Sorts slots by numbers beside them, equal ones as they stood; in slices where there are many. */

/** Fewer are sorted by insertion. */
const FEW = 24;
/** More are sorted by their digits, which takes the same time for each. */
const MANY = 16_384;
/** Steps between two pauses: a few milliseconds. */
const SLICE = 65_536;
const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/** Sorts `slots` and `keys` from `from` up to `to` together. Not a number is no key. */
export function sortFew(keys: Float64Array, slots: Uint32Array, from: number, to: number): void {
  if (to - from <= FEW) {
    insertionSort(keys, slots, from, to);
    return;
  }
  const middle = (from + to) >>> 1;
  sortFew(keys, slots, from, middle);
  sortFew(keys, slots, middle, to);
  if (keys[middle - 1]! <= keys[middle]!) return;
  merge(keys, slots, from, middle, to);
}

/** The same for any number. */
export function* sortMany(
  keys: Float64Array,
  slots: Uint32Array,
  from: number,
  to: number,
): Generator<void, void> {
  if (to - from <= MANY) sortFew(keys, slots, from, to);
  else yield* sortByDigits(keys, slots, from, to);
}

function insertionSort(keys: Float64Array, slots: Uint32Array, from: number, to: number): void {
  for (let index = from + 1; index < to; index += 1) {
    const key = keys[index]!;
    const slot = slots[index]!;
    let place = index;
    while (place > from && keys[place - 1]! > key) {
      keys[place] = keys[place - 1]!;
      slots[place] = slots[place - 1]!;
      place -= 1;
    }
    keys[place] = key;
    slots[place] = slot;
  }
}

function merge(
  keys: Float64Array,
  slots: Uint32Array,
  from: number,
  middle: number,
  to: number,
): void {
  const leftKeys = keys.slice(from, middle);
  const leftSlots = slots.slice(from, middle);
  let left = 0;
  let right = middle;
  let place = from;
  while (left < leftKeys.length) {
    if (right < to && keys[right]! < leftKeys[left]!) {
      keys[place] = keys[right]!;
      slots[place] = slots[right]!;
      right += 1;
    } else {
      keys[place] = leftKeys[left]!;
      slots[place] = leftSlots[left]!;
      left += 1;
    }
    place += 1;
  }
}

/** From the lowest digit of a number's 64 bits to the highest; each pass keeps what the last one did. */
function* sortByDigits(
  keys: Float64Array,
  slots: Uint32Array,
  from: number,
  to: number,
): Generator<void, void> {
  const size = to - from;
  let fromBits = sortableBits(keys.subarray(from, to));
  let fromSlots = slots.slice(from, to);
  let toBits = new Uint32Array(size * 2);
  let toSlots = new Uint32Array(size);
  yield;
  for (let digit = 0; digit < 4; digit += 1) {
    const word = digit < 2 ? 0 : 1;
    const shift = (digit % 2) * DIGIT_BITS;
    const places = new Uint32Array(DIGITS);
    for (let index = 0; index < size; index += 1) {
      const value = (fromBits[2 * index + word]! >>> shift) & (DIGITS - 1);
      places[value] = places[value]! + 1;
      if (index % SLICE === SLICE - 1) yield;
    }
    yield;
    // A digit that all have in common orders nothing.
    if (places.includes(size)) continue;
    let sum = 0;
    for (let value = 0; value < DIGITS; value += 1) {
      const count = places[value]!;
      places[value] = sum;
      sum += count;
    }
    for (let index = 0; index < size; index += 1) {
      const value = (fromBits[2 * index + word]! >>> shift) & (DIGITS - 1);
      const place = places[value]!;
      places[value] = place + 1;
      toBits[2 * place] = fromBits[2 * index]!;
      toBits[2 * place + 1] = fromBits[2 * index + 1]!;
      toSlots[place] = fromSlots[index]!;
      if (index % SLICE === SLICE - 1) yield;
    }
    [fromBits, toBits] = [toBits, fromBits];
    [fromSlots, toSlots] = [toSlots, fromSlots];
  }
  yield;
  slots.set(fromSlots, from);
  restoreKeys(fromBits, keys, from);
}

/** The bits of numbers as unsigned integers in the numbers' order: two words each, the lower first. */
function sortableBits(keys: Float64Array): Uint32Array<ArrayBuffer> {
  const copy = keys.slice();
  const bits = new Uint32Array(copy.buffer);
  for (let index = 0; index < keys.length; index += 1) {
    const high = bits[2 * index + 1]!;
    if (high >>> 31 === 1) {
      bits[2 * index] = ~bits[2 * index]!;
      bits[2 * index + 1] = ~high;
    } else {
      bits[2 * index + 1] = high ^ 0x8000_0000;
    }
  }
  return bits;
}

function restoreKeys(bits: Uint32Array<ArrayBuffer>, keys: Float64Array, from: number): void {
  for (let index = 0; 2 * index < bits.length; index += 1) {
    const high = bits[2 * index + 1]!;
    if (high >>> 31 === 1) {
      bits[2 * index + 1] = high ^ 0x8000_0000;
    } else {
      bits[2 * index] = ~bits[2 * index]!;
      bits[2 * index + 1] = ~high;
    }
  }
  keys.set(new Float64Array(bits.buffer), from);
}
