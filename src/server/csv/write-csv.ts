/* CSV out (RFC 4180): quoted where needed, CRLF, and a byte order mark so that Excel reads UTF-8. */
import Papa from 'papaparse';
import { guardCell } from '#src/domain/spreadsheet-guard.ts';
import type { FileSlice } from '../handler.ts';

/**
 * Writes a file. With `guard`, no spreadsheet runs a cell of it, and `readReport` gives every cell
 * back as it was.
 */
export function writeCsv(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  options: { readonly guard: boolean },
): Uint8Array {
  const lines = [headings, ...rows].map((cells) =>
    csvLine(options.guard ? cells.map(guardCell) : cells, ','),
  );
  return encodeCsv(lines);
}

/**
 * The same file in parts, for rows that come page by page: a part for each page, the first one with
 * the headings. `done` counts rows, `total` is what each page says.
 */
export function* csvSlices(
  headings: readonly string[],
  pages: Iterable<{ readonly rows: readonly (readonly string[])[]; readonly total: number | null }>,
): Generator<FileSlice, void> {
  const encoder = new TextEncoder();
  let done = 0;
  let text = `\uFEFF${csvLine(headings.map(guardCell), ',')}\r\n`;
  for (const { rows, total } of pages) {
    for (const cells of rows) text += `${csvLine(cells.map(guardCell), ',')}\r\n`;
    done += rows.length;
    yield { bytes: encoder.encode(text), done, total };
    text = '';
  }
  if (text !== '') yield { bytes: encoder.encode(text), done, total: done };
}

/** One record without its line end. */
export function csvLine(cells: readonly string[], delimiter: string): string {
  // A lone empty cell would read as a blank line.
  if (cells.length === 1 && cells[0] === '') return '""';
  return Papa.unparse([[...cells]], { delimiter, newline: '\r\n' });
}

/** Lines to the bytes of a file. */
export function encodeCsv(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}
