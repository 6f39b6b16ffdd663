/* A file is read piece by piece; where the pieces end must not be told from what is read. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openUploadedFile, readUploadedFile } from '#src/server/csv/read-uploaded-file.ts';
import { anyText } from '#test/support/any-text.ts';
import { utf8 } from '#test/support/exports.ts';

const PARTS: readonly string[] = [
  'username,full_name,email,active,last_login\n',
  'sep=;\n',
  '\uFEFF',
  'ada@mail.example',
  '"a ""b"" c"',
  '" ,',
  '"  \n',
  '\r\n',
  ...'",;\t\n\r ü€',
  '\u{1F6F6}',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), anyText()), { maxLength: 80 })
  .map((parts) => parts.join(''));
const bytes = fc.oneof(
  text.map(utf8),
  text.map((given) => Uint8Array.from(given, (letter) => letter.charCodeAt(0))),
  text.map((given) => new Uint8Array(Uint16Array.from(given, (unit) => unit.charCodeAt(0)).buffer)),
  fc.uint8Array({ maxLength: 400 }),
);

test('any length of the pieces gives the same records, encoding and delimiter', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 40 }), (given, pieceBytes) => {
      const steps = openUploadedFile(given, 'dropped', pieceBytes);
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      const { pieces, ...described } = step.value;
      const records = Array.from(pieces(), (piece) => piece.records).flat();
      expect({ ...described, records }).toEqual(readUploadedFile(given, 'dropped'));
    }),
    { numRuns: 2_000 },
  );
});

test('a quote that is never closed is looked for in growing pieces, not again and again in all of them', () => {
  const given = utf8(`email,name\na@mail.example,"${'Ada, '.repeat(400_000)}`);
  const steps = openUploadedFile(given, 'dropped', 1_024);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const records = Array.from(step.value.pieces(), (piece) => piece.records).flat();
  expect(records.map(({ line, quotes }) => [line, quotes])).toEqual([
    [1, 'sound'],
    [2, 'never-closed'],
  ]);
});
