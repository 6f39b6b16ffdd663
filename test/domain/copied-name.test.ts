import { expect, test } from 'vitest';
import { copiedKey, copiedName } from '#src/domain/copied-name.ts';

test('a name that is taken gets "(copied)" and then a number; a free one stays (domain.md 6.1, LINK)', () => {
  const taken = new Set<string>();
  const name = () => {
    const free = copiedName('Support', 'copy', (each) => taken.has(each));
    taken.add(free);
    return free;
  };
  expect([name(), name(), name()]).toEqual(['Support', 'Support (copied)', 'Support (copied 2)']);
});

test.each(['in-advance', 'with-data'] as const)(
  'what arrives from a server (%s) is tagged (migrated), then (migrated 2) (domain.md 7.2, LINKJ)',
  (flow) => {
    const taken = new Set(['Support', 'Support (copied)']);
    const name = () => {
      const free = copiedName('Support', flow, (each) => taken.has(each));
      taken.add(free);
      return free;
    };
    expect([name(), name()]).toEqual(['Support (migrated)', 'Support (migrated 2)']);
  },
);

test('a key that is taken gets the first free number from 2', () => {
  const taken = new Set(['SUP', 'SUP2']);
  expect(copiedKey('SUP', (each) => taken.has(each))).toBe('SUP3');
  expect(copiedKey('IT', (each) => taken.has(each))).toBe('IT');
});
