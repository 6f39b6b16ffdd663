import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardCell, unguardCell } from '#src/domain/spreadsheet-guard.ts';
import { anyText } from '#test/support/any-text.ts';

const TRIGGERS = [...'=+-@\t\r\n＝＋－＠'];
const hostile = fc
  .tuple(fc.nat(4), fc.constantFrom('', ...TRIGGERS), anyText())
  .map(([apostrophes, trigger, rest]) => "'".repeat(apostrophes) + trigger + rest);
const cell = fc.oneof(hostile, anyText());

describe('the spreadsheet guard', () => {
  test.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ["'=1+1", "''=1+1"],
    ['－1', "'－1"],
    ["O'Neill", "O'Neill"],
    ["'tis", "'tis"],
    ['', ''],
  ])('writes %j as %j', (text, guarded) => {
    expect(guardCell(text)).toBe(guarded);
  });

  test('any text comes back unchanged', () => {
    fc.assert(fc.property(cell, (text) => unguardCell(guardCell(text)) === text));
  });

  test('a guarded cell never begins like a formula', () => {
    fc.assert(fc.property(cell, (text) => !TRIGGERS.includes(guardCell(text).charAt(0))));
  });

  test('a cell that no guard wrote is left alone', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const once = unguardCell(text);
        expect(once === text || guardCell(once) === text).toBe(true);
      }),
    );
  });
});
