/* A dropped file as it lies on disk to records that can be looked at. Never throws, whatever it holds. */
import type { ParsedFile } from '#src/domain/import-file.ts';
import type { ImportFault } from '#src/domain/import.ts';
import { decodeText } from './decode-text.ts';
import { DELIMITERS, parseCsv, sniffDelimiter } from './parse-csv.ts';

/** Excel's own first line that names the delimiter. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** Decodes, finds the delimiter and parses. What the columns mean is asked later, of the domain. */
export function readUploadedFile(bytes: Uint8Array, name: string): ParsedFile {
  const file = { name, sizeBytes: bytes.length, encoding: '', delimiter: '', records: [] };
  const decoded = decodeText(bytes);
  if (!decoded) return faulty(file, 'not-text');
  const { text, encoding } = decoded;
  if (text.trim() === '') return faulty({ ...file, encoding }, 'empty');
  const named = SEPARATOR_LINE.exec(text);
  const delimiter = named?.[1] && DELIMITERS.includes(named[1]) ? named[1] : sniffDelimiter(text);
  // The line that names the delimiter is blanked, not cut away: the lines after it keep their numbers.
  const records = parseCsv(named ? text.slice(named[0].length - 1) : text, delimiter);
  return { name, sizeBytes: bytes.length, encoding, delimiter, records, fault: null };
}

function faulty(file: Omit<ParsedFile, 'fault'>, fault: ImportFault): ParsedFile {
  return { ...file, fault };
}
