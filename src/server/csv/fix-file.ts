/* The files of an assessment, out and in. */
import type { FixRecord } from '#src/domain/assessment-file-reading.ts';
import { err, ok, type Result } from '#src/domain/result.ts';
import { unguardCell } from '#src/domain/spreadsheet-guard.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { FixFile } from '#src/domain/server-fixes.ts';
import { readUploadedFile } from './read-uploaded-file.ts';
import { writeCsv } from './write-csv.ts';

const NAMES: Readonly<Record<FixFile, string>> = {
  invalid: 'invalid-emails.csv',
  duplicated: 'duplicated-emails.csv',
  all: 'all-users.csv',
};

/** The file as it leaves: no spreadsheet runs a cell of it. */
export function fixFileAnswer(file: FixFile, [headings = [], ...rows]: readonly string[][]) {
  return { fileName: NAMES[file], bytes: writeCsv(headings, rows, { guard: true }) };
}

/**
 * An uploaded file as records with their lines, the guard taken off. Any encoding and delimiter that
 * a spreadsheet saves in is read; quotes that do not pair are refused rather than guessed at.
 */
export function readFixRecords(bytes: Uint8Array): Result<readonly FixRecord[], DomainError> {
  const { records, fault } = readUploadedFile(bytes, '');
  const isBroken = records.some(({ quotes }) => quotes !== 'sound');
  const reason = fault ?? (isBroken ? 'broken-quotes' : null);
  if (reason !== null) return err({ code: 'assessment.file-unreadable', reason });
  return ok(records.map(({ line, cells }) => ({ line, cells: cells.map(unguardCell) })));
}
