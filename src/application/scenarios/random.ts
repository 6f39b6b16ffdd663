/* Chance that is the same on every machine: integers and one division only, nothing that engines round differently. */

/** A stream of chance. */
export type Random = {
  /** At least 0, below 1. */
  float(): number;
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** A version 4 uuid. */
  uuid(): string;
};

/** The stream of a seed: xoshiro128**, its state filled by splitmix32. */
export function randomFrom(seed: number): Random {
  const next = xoshiro(seed);
  const float = () => next() / 0x1_0000_0000;
  const below = (limit: number) => Math.floor(float() * limit);
  return {
    float,
    below,
    chance: (probability) => float() < probability,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new Error('Nothing to pick from');
      return items[below(items.length)] as T;
    },
    uuid: () => formatUuid([next(), next(), next(), next()]),
  };
}

/** Its state is four variables, not an array: this runs some ten thousand times before anything is compiled. */
function xoshiro(seed: number): () => number {
  let [a, b, c, d] = splitmix(seed);
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function splitmix(seed: number): [number, number, number, number] {
  let counter = seed | 0;
  const next = () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [next(), next(), next(), next()];
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function formatUuid(words: readonly number[]): string {
  let hex = '';
  for (const word of words) hex += word.toString(16).padStart(8, '0');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
