/* A dropped file as it lies on disk to records that can be looked at. Never throws, whatever it holds. */
import type { UploadedFile } from '#src/application/imports-uploaded-file.ts';
import type { ParsedFile } from '#src/domain/import-file.ts';
import type { ImportFault } from '#src/domain/import.ts';
import { decodedPieces, findEncoding, PIECE_BYTES } from './decode-text.ts';
import { CsvReader, DELIMITERS, SNIFFED_CHARACTERS, sniffDelimiter } from './parse-csv.ts';

/** Excel's own first line that names the delimiter. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** So many bytes give the characters that the delimiter is told by, in every encoding. */
const HEAD_BYTES = SNIFFED_CHARACTERS * 4;

/**
 * Finds encoding and delimiter, yielding how many bytes it has looked at; the records are read when
 * they are asked for. What the columns mean is asked later, of the domain.
 */
export function* openUploadedFile(
  bytes: Uint8Array,
  name: string,
  pieceBytes = PIECE_BYTES,
): Generator<number, UploadedFile> {
  const file = { name, sizeBytes: bytes.length, encoding: '', delimiter: '', pieces: noPieces };
  const found = yield* findEncoding(bytes, pieceBytes);
  if (!found) return faulty(file, 'not-text');
  const { label, encoding } = found;
  if (found.isBlank) return faulty({ ...file, encoding }, 'empty');
  const isAll = bytes.length <= HEAD_BYTES;
  const head = new TextDecoder(label).decode(bytes.subarray(0, HEAD_BYTES), { stream: !isAll });
  const named = SEPARATOR_LINE.exec(head);
  const delimiter = named?.[1] && DELIMITERS.includes(named[1]) ? named[1] : sniffDelimiter(head);

  function* pieces(): ReturnType<UploadedFile['pieces']> {
    const reader = new CsvReader(delimiter);
    // The line that names the delimiter is blanked, not cut away: the lines after it keep their numbers.
    let blanked = named ? named[0].length - 1 : 0;
    let done = 0;
    for (const text of decodedPieces(bytes, label, pieceBytes)) {
      done = Math.min(bytes.length, done + pieceBytes);
      const kept = text.slice(blanked);
      blanked = Math.max(0, blanked - text.length);
      yield { records: reader.take(kept), bytes: done };
    }
    yield { records: reader.end(), bytes: done };
  }

  return { name, sizeBytes: bytes.length, encoding, delimiter, fault: null, pieces };
}

/** The whole file at once. */
export function readUploadedFile(bytes: Uint8Array, name: string): ParsedFile {
  const steps = openUploadedFile(bytes, name);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { pieces, ...described } = step.value;
  return { ...described, records: Array.from(pieces(), ({ records }) => records).flat() };
}

function* noPieces(): ReturnType<UploadedFile['pieces']> {
  // A file that cannot be used has no records.
}

function faulty(file: Omit<UploadedFile, 'fault'>, fault: ImportFault): UploadedFile {
  return { ...file, fault };
}
