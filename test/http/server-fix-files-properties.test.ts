/* Whatever users are called, a file of an assessment comes back as it left. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFixFile } from '#src/domain/assessment-file-reading.ts';
import { fixCells, fixFileRows, fixHeadings } from '#src/domain/assessment-file.ts';
import { emailKey } from '#src/domain/email-key.ts';
import { assess } from '#src/domain/server-assessment.ts';
import { FIX_FILES } from '#src/domain/server-fixes.ts';
import { peopleOf } from '#src/domain/server-people.ts';
import { fixFileAnswer, readFixRecords } from '#src/server/csv/fix-file.ts';
import { serverDirectory, serverUser } from '../domain/server-worlds.ts';

/** Text with everything that CSV and spreadsheets treat in a way of their own. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', ' ', 'é', '＝', 'x'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  // Control characters in numbers make a file no text, and a lone carriage return is a line's end.
  .map((parts) => parts.join('').replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, ''));

const users = fc.uniqueArray(
  fc.record({ userName: text, email: text, userKey: text.filter((key) => key.trim() !== '') }),
  { maxLength: 6, selector: ({ userKey }) => userKey },
);

test('a file that nobody edited is taken, and says nothing else than before', () => {
  fc.assert(
    fc.property(users, fc.constantFrom(...FIX_FILES), (rows, file) => {
      const people = peopleOf(
        rows.map((row, at) =>
          serverUser({
            ...row,
            // Names apart, so that each row is a user of its own.
            userName: `${row.userName}${at}`,
            emailKey: emailKey(row.email),
            id: `server-user_${at}`,
          }),
        ),
        [serverDirectory(1)],
      );
      const assessment = assess(people);
      const lines = fixFileRows(file, assessment).map((row) => fixCells(file, row));
      const { bytes } = fixFileAnswer(file, [[...fixHeadings(file)], ...lines]);
      const records = readFixRecords(bytes);
      expect(records.ok && records.value.map(({ cells }) => cells)).toEqual([
        [...fixHeadings(file)],
        ...lines,
      ]);
      if (!records.ok) return;
      const read = readFixFile(file, assessment, records.value);
      expect(read).toMatchObject({ ok: true, value: { changed: 0 } });
    }),
    { numRuns: 500 },
  );
});
