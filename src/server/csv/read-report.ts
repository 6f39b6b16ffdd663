/* Our own reports, read back after they went through a spreadsheet. */
import { err, ok, type Result } from '#src/domain/result.ts';
import { unguardCell } from '#src/domain/spreadsheet-guard.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv, sniffDelimiter } from './parse-csv.ts';

/** A report with the guard taken off every cell. Line ends inside a cell are line feeds. */
export type Report = {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

export type ReportFault = 'empty' | 'not-text' | 'broken-quotes';

/** Reads a report that `writeCsv` wrote. Refuses one whose quotes do not pair rather than guess. */
export function readReport(bytes: Uint8Array): Result<Report, ReportFault> {
  const decoded = decodeText(bytes);
  if (!decoded) return err('not-text');
  const records = parseCsv(decoded.text, sniffDelimiter(decoded.text));
  const [heading, ...rows] = records;
  if (!heading) return err('empty');
  if (records.some(({ quotes }) => quotes !== 'sound')) return err('broken-quotes');
  return ok({
    headings: heading.cells.map((cell) => unguardCell(cell).trim()),
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(unguardCell) })),
  });
}
