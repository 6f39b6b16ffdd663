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
  const reader = new CsvReader(delimiter, limit);
  return [...reader.take(text), ...reader.end()];
}

/** The same for text that comes piece by piece: a record is given when its end has come. */
export class CsvReader {
  private readonly delimiter: string;
  private readonly limit: number;
  /** The part of the text so far whose record has not ended. */
  private rest = '';
  /** A record of more than one piece is looked at again only when as much text has come again. */
  private wanted = 0;
  private waiting: string[] = [];
  private waitingLength = 0;
  private line = 1;
  private given = 0;

  constructor(delimiter: string, limit = Infinity) {
    this.delimiter = delimiter;
    this.limit = limit;
  }

  take(piece: string): ParsedRecord[] {
    this.waiting.push(piece);
    this.waitingLength += piece.length;
    return this.waitingLength < this.wanted ? [] : this.parse(false);
  }

  /** What is left when no more text comes. */
  end(): ParsedRecord[] {
    return this.parse(true);
  }

  private parse(isEnd: boolean): ParsedRecord[] {
    const added = this.waiting.join('');
    this.waiting = [];
    this.waitingLength = 0;
    // A line end may be cut in half by the end of a piece.
    const cut = !isEnd && added.endsWith('\r');
    // One kind of line end, so that a file in which both are mixed is split at each of them.
    const input = this.rest + (cut ? added.slice(0, -1) : added).replace(/\r\n?/g, '\n');
    const records: ParsedRecord[] = [];
    let from = 0;
    const parser = new Papa.Parser({
      delimiter: this.delimiter,
      newline: '\n',
      step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
        const cells = data[0] ?? [];
        const raw = input.slice(from, meta.cursor);
        // The last line of a file may have no line end.
        const lines = lineEnds(raw) + (raw.endsWith('\n') ? 0 : 1);
        const quotes = errors.length === 0 ? 'sound' : quotesOf(errors);
        if (quotes !== 'sound') {
          records.push({ line: this.line, lines, cells: [raw.replace(/\n$/, '')], quotes });
        } else if (cells.some((cell) => cell.trim() !== '')) {
          records.push({ line: this.line, lines, cells, quotes });
        }
        from = meta.cursor;
        this.line += lines;
        if (this.given + records.length >= this.limit) parser.abort();
      },
    });
    if (this.given < this.limit) parser.parse(input, 0, !isEnd);
    this.given += records.length;
    this.rest = input.slice(from);
    this.wanted = records.length > 0 ? 0 : this.rest.length;
    if (cut) {
      this.waiting = ['\r'];
      this.waitingLength = 1;
    }
    return records;
  }
}

function quotesOf(errors: readonly Papa.ParseError[]): ParsedRecord['quotes'] {
  const codes = errors.map(({ code }) => code);
  if (codes.includes('MissingQuotes')) return 'never-closed';
  return codes.includes('InvalidQuotes') ? 'misplaced' : 'sound';
}

function lineEnds(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found += 1;
  return found;
}

const SNIFFED_RECORDS = 30;
export const SNIFFED_CHARACTERS = 65_536;

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
