/* The refused rows of one file as a file, to correct and drop again. */
import type { ImportFile, ImportRow } from '#src/domain/import.ts';
import { hasHeadingLine, isUnsplit } from '#src/domain/import-file.ts';
import { isOwnFile } from '#src/domain/own-files.ts';
import { guardCell } from '#src/domain/spreadsheet-guard.ts';
import { csvLine, encodeCsv } from './write-csv.ts';

/**
 * Writes the refused rows with the file's own headings and delimiter, cells unchanged. They are
 * not guarded against spreadsheets, unlike our reports: the file is the user's own, and a guard
 * would come back as part of the names when it is dropped again. Drydock's own files are the
 * exception: their guard is taken off when they are dropped, so they go out with one. A row whose quotes
 * do not pair stands as it stood; it is the last one of its file when a quote is never closed.
 */
export function refusedFile(file: ImportFile, rows: readonly ImportRow[]): Uint8Array {
  const delimiter = file.delimiter || ',';
  const guard = isOwnFile(file.headings) ? guardCell : (cell: string) => cell;
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  const lines = refused.map((row) =>
    isUnsplit(row) ? (row.cells[0] ?? '') : csvLine(row.cells.map(guard), delimiter),
  );
  return encodeCsv(hasHeadingLine(file) ? [csvLine(file.headings, delimiter), ...lines] : lines);
}

/** The name of that file: `refused-people.csv` for `people.csv`. */
export function refusedFileName(file: ImportFile): string {
  return `refused-${file.name.replace(/\.[^.]*$/, '')}.csv`;
}
