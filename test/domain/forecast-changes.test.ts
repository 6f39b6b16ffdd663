import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from '#src/domain/forecast-changes.ts';

const keyOf = ({ key }: { key: string }) => key;

test('says old and new of what changed, what was added and what is gone, and nothing of the rest', () => {
  const before = [
    { key: 'same', value: 1 },
    { key: 'other', value: 1 },
    { key: 'left', value: 1 },
  ];
  const now = [
    { key: 'new', value: 1 },
    { key: 'same', value: 1 },
    { key: 'other', value: 2 },
  ];
  expect(changesBetween(before, now, keyOf)).toEqual([
    { change: 'added', before: null, now: { key: 'new', value: 1 } },
    { change: 'changed', before: { key: 'other', value: 1 }, now: { key: 'other', value: 2 } },
    { change: 'gone', before: { key: 'left', value: 1 }, now: null },
  ]);
});

function sorted(records: Iterable<{ key: string }>) {
  return [...records].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

test('applying the changes to the old list gives the new one', () => {
  const list = fc.uniqueArray(
    fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.nat(2) }),
    { selector: keyOf },
  );
  fc.assert(
    fc.property(list, list, (before, now) => {
      const result = new Map(before.map((record) => [record.key, record]));
      for (const change of changesBetween(before, now, keyOf)) {
        if (change.now) result.set(change.now.key, change.now);
        else result.delete(change.before!.key);
      }
      expect(sorted(result.values())).toEqual(sorted(now));
    }),
  );
});
