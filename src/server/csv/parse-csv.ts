/* Text to records that know on which line of the file they begin. */
import Papa from 'papaparse';
import type { ParsedRecord } from '#src/domain/import-file.ts';

/** The delimiters that exports and spreadsheets use. */
export const DELIMITERS: readonly string[] = [',', ';', '\t'];

/**
 * Splits text into its records; blank ones are left out, and still count as lines. A record whose
 * quotes cannot be trusted keeps its raw text as its only cell. `limit` stops after so many records.
 */
export function parseCsv(text: string, delimiter: string, limit = Infinity): ParsedRecord[] {
  // One kind of line end, so that a file in which both are mixed is split at each of them.
  const input = text.replace(/\r\n?/g, '\n');
  const records: ParsedRecord[] = [];
  let from = 0;
  let line = 1;
  Papa.parse<string[]>(input, {
    delimiter,
    newline: '\n',
    step: ({ data: cells, errors, meta }, parser) => {
      const raw = input.slice(from, meta.cursor);
      // The last line of a file may have no line end.
      const lines = lineEnds(raw) + (raw.endsWith('\n') ? 0 : 1);
      const codes = errors.map(({ code }) => code);
      const quotes = codes.includes('MissingQuotes')
        ? 'never-closed'
        : codes.includes('InvalidQuotes')
          ? 'misplaced'
          : 'sound';
      if (quotes !== 'sound') {
        records.push({ line, lines, cells: [raw.replace(/\n$/, '')], quotes });
      } else if (cells.some((cell) => cell.trim() !== '')) {
        records.push({ line, lines, cells, quotes });
      }
      from = meta.cursor;
      line += lines;
      if (records.length >= limit) parser.abort();
    },
  });
  return records;
}

function lineEnds(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found += 1;
  return found;
}

const SNIFFED_RECORDS = 30;
const SNIFFED_CHARACTERS = 65_536;

/**
 * The delimiter that splits the first record into the most cells, where the following records
 * agree with it. A comma when nothing speaks for any.
 */
export function sniffDelimiter(text: string): string {
  const start = text.slice(0, SNIFFED_CHARACTERS);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const sizes = parseCsv(start, delimiter, SNIFFED_RECORDS)
      .filter(({ quotes }) => quotes === 'sound')
      .map(({ cells }) => cells.length);
    const [first = 1] = sizes;
    const agreeing = sizes.filter((size) => size === first).length;
    const score = ((first - 1) * agreeing) / Math.max(1, sizes.length);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
