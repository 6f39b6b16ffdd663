/* How the lists in memory sort and search, against the slow and obvious ways. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SearchTexts } from '#src/store/read-model/search-texts.ts';
import { sortMany } from '#src/store/read-model/stable-sort.ts';
import { sortByText } from '#src/store/read-model/text-sort.ts';
import { anyText } from '../support/any-text.ts';
import { drawer } from '../support/many-people.ts';
import { LONG } from './list-histories.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Long common beginnings, characters around the borders of the keys, empty texts. */
const letters = fc.constantFrom('a', 'b', '\0', '\u00FD', '\u00FE', '\u00FF', 'Ā', '\uE000', '🛶');
const someNames = fc.array(
  fc.oneof(fc.string({ unit: letters, maxLength: 14 }), anyText().map(asStored)),
  { minLength: 1, maxLength: 80 },
);

describe('names in memory', () => {
  test('are sorted by code point, equal ones as they stood', () => {
    fc.assert(
      fc.property(someNames, (names) => {
        const stored = storing(names);
        const slots = Uint32Array.from(stored.slots);
        finish(sortByText(stored.texts, 'name', slots));
        const bytes = names.map((name) => Buffer.from(name));
        const expected = stored.slots
          .map((slot, at) => ({ slot, at }))
          .toSorted((one, other) => Buffer.compare(bytes[one.at]!, bytes[other.at]!))
          .map(({ slot }) => slot);
        expect([...slots]).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('are found by any part, and by nothing that only two texts together hold', () => {
    fc.assert(
      fc.property(someNames, fc.array(fc.nat(), { maxLength: 5 }), (names, picks) => {
        const stored = storing(names);
        const whole = names.map((name) => `${name}@${name}`).join('');
        for (const pick of [0, ...picks]) {
          const from = pick % Math.max(1, whole.length);
          const wanted = asStored(whole.slice(from, from + 1 + (pick % 5))) || 'a';
          const marks = new Uint8Array(stored.texts.slots);
          stored.texts.mark(wanted, marks, []);
          const found = stored.slots.filter((slot) => marks[slot] === 1);
          const expected = stored.slots.filter(
            (_, at) => names[at]!.includes(wanted) || `${names[at]}@`.includes(wanted),
          );
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });
});

test(
  'numbers are sorted in their order whatever their sign and how many they are',
  () => {
    for (const size of [0, 1, 24, 25, 1_000, 16_384, 50_000]) {
      const draw = drawer(size, 3);
      const keys = Float64Array.from({ length: size }, () =>
        draw(5) === 0 ? -Infinity : (draw(2_000) - 1_000) * 1.5e9 + draw(3) / 2,
      );
      const slots = Uint32Array.from(keys, (_, at) => at);
      const expected = Array.from(slots).toSorted((one, other) =>
        compare(keys[one]!, keys[other]!),
      );
      finish(sortMany(keys.slice(), slots, 0, size));
      expect([...slots]).toEqual(expected);
    }
  },
  LONG,
);

test(
  'many texts are sorted as few are',
  () => {
    const draw = drawer(1, 9);
    const parts = ['anna ', 'anna maria ', 'λ', '田中', 'z', 'müller-', '🛶 '];
    const part = () => parts[draw(parts.length)]!;
    const names = Array.from({ length: 40_000 }, () => `${part()}${part()}${part()}`);
    const stored = storing(names);
    const slots = Uint32Array.from(stored.slots);
    finish(sortByText(stored.texts, 'name', slots));
    const bytes = names.map((name) => Buffer.from(name));
    const expected = stored.slots
      .map((slot, at) => ({ slot, at }))
      .toSorted((one, other) => Buffer.compare(bytes[one.at]!, bytes[other.at]!))
      .map(({ slot }) => slot);
    expect([...slots]).toEqual(expected);
  },
  LONG,
);

/** People whose e-mail is their name and an at sign. */
function storing(names: readonly string[]) {
  const texts = new SearchTexts();
  const slots = names.map((name) => {
    const bytes = encoder.encode(`${name}@${name}`);
    const nameBytes = encoder.encode(name).length;
    return texts.add(
      bytes,
      { start: 0, bytes: nameBytes + 1 },
      { start: nameBytes + 1, bytes: nameBytes },
    );
  });
  return { texts, slots };
}

/** Text as it comes back from UTF-8: half a pair is no character there. */
function asStored(text: string): string {
  return decoder.decode(encoder.encode(text));
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function finish(steps: Generator<void>): void {
  for (const _ of steps) continue;
}
