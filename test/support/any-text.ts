import * as fc from 'fast-check';

/** Text of any UTF-16 units, lone surrogates too: much cheaper to set up than fast-check's own `binary`. */
export function anyText(): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0x80, max: 0x2fff }),
    fc.integer({ min: 0, max: 0x10ffff }),
  );
  return fc
    .array(unit, { maxLength: 30 })
    .map((points) => points.map((point) => String.fromCodePoint(point)).join(''));
}

/** The same without control characters and lone surrogates, which no text file holds. */
export function printableText(): fc.Arbitrary<string> {
  return anyText().map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ''));
}
