/* Bytes of a dropped file to text, whatever program saved it. */
import { isAscii } from '#src/domain/punycode.ts';

/** Text with the encoding that it was found in, named as a person would name it. */
export type DecodedText = { readonly text: string; readonly encoding: string };

/** An encoding, as `TextDecoder` and as a person names it, and whether there is anything to read. */
export type FoundEncoding = {
  readonly label: string;
  readonly encoding: string;
  readonly isBlank: boolean;
};

/** Bytes that are decoded at a time: a few milliseconds. */
export const PIECE_BYTES = 262_144;

/** More control characters than these, and than this share, is no text; a few are a row's problem. */
const STRAY_CONTROLS = 8;
const CONTROL_SHARE = 0.01;
const SAMPLE_BYTES = 4096;
/** All but tab, line feed, form feed, carriage return, and the end mark of old DOS files. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]/g;

/**
 * Decodes by byte order mark, else as UTF-16 when every other byte is zero, else as UTF-8, else as
 * Windows-1252, which is what spreadsheets save on a Western Windows. Null when that gives no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const steps = findEncoding(bytes);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const found = step.value;
  if (!found) return null;
  return { text: new TextDecoder(found.label).decode(bytes), encoding: found.encoding };
}

/** The same, piece by piece and without the text; yields how many bytes it has looked at. */
export function* findEncoding(
  bytes: Uint8Array,
  pieceBytes = PIECE_BYTES,
): Generator<number, FoundEncoding | null> {
  const certain = byMark(bytes) ?? wideWithoutMark(bytes);
  if (certain) return seen(yield* look(bytes, certain.label, pieceBytes), certain);
  const asUtf8 = yield* look(bytes, 'utf-8', pieceBytes);
  // UTF-8, also when a few sequences of many are damaged: the rest must not be garbled for them.
  if (asUtf8.damaged === 0 || asUtf8.foreign >= asUtf8.damaged * 4) return seen(asUtf8, UTF8);
  return seen(yield* look(bytes, 'windows-1252', pieceBytes), WINDOWS);
}

type Encoding = Omit<FoundEncoding, 'isBlank'>;

const UTF8: Encoding = { label: 'utf-8', encoding: 'UTF-8' };
const WINDOWS: Encoding = { label: 'windows-1252', encoding: 'Windows-1252' };
const LITTLE: Encoding = { label: 'utf-16le', encoding: 'UTF-16 LE' };
const BIG: Encoding = { label: 'utf-16be', encoding: 'UTF-16 BE' };

function byMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  // Damage after the mark stays visible as U+FFFD; the mark leaves no doubt about the encoding.
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { label: 'utf-8', encoding: 'UTF-8 with mark' };
  }
  if (first === 0xff && second === 0xfe) return LITTLE;
  if (first === 0xfe && second === 0xff) return BIG;
  return undefined;
}

/** Zeros in every second place are the upper halves of Latin letters, commas and line ends. */
function wideWithoutMark(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const pairs = Math.floor(sample.length / 2);
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) zerosFirst += 1;
    if (sample[index + 1] === 0) zerosSecond += 1;
  }
  if (pairs < 2) return undefined;
  if (zerosSecond > pairs * 0.3 && zerosFirst < pairs * 0.05) return LITTLE;
  if (zerosFirst > pairs * 0.3 && zerosSecond < pairs * 0.05) return BIG;
  return undefined;
}

/** What was seen of a text. */
type Seen = {
  length: number;
  /** Sequences that were none of the encoding. */
  damaged: number;
  /** Characters beyond ASCII that were sound. */
  foreign: number;
  controls: number;
  hasNul: boolean;
  isBlank: boolean;
};

function* look(bytes: Uint8Array, label: string, pieceBytes: number): Generator<number, Seen> {
  const all: Seen = {
    length: 0,
    damaged: 0,
    foreign: 0,
    controls: 0,
    hasNul: false,
    isBlank: true,
  };
  let done = 0;
  for (const text of decodedPieces(bytes, label, pieceBytes)) {
    done = Math.min(bytes.length, done + pieceBytes);
    all.length += text.length;
    if (!isAscii(text)) {
      all.damaged += count(text, /\uFFFD/g);
      all.foreign += count(text, /[^\p{ASCII}\uFFFD]/gu);
    }
    all.controls += count(text, CONTROLS);
    all.hasNul ||= text.includes('\0');
    all.isBlank &&= text.trim() === '';
    yield done;
  }
  return all;
}

/** The text of the bytes, piece by piece, without the byte order mark. */
export function* decodedPieces(
  bytes: Uint8Array,
  label: string,
  pieceBytes = PIECE_BYTES,
): Generator<string> {
  const decoder = new TextDecoder(label);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const to = from + pieceBytes;
    yield decoder.decode(bytes.subarray(from, to), { stream: to < bytes.length });
  }
}

function seen(all: Seen, encoding: Encoding): FoundEncoding | null {
  const isText =
    !all.hasNul && all.controls <= Math.max(STRAY_CONTROLS, all.length * CONTROL_SHARE);
  return isText ? { ...encoding, isBlank: all.isBlank } : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
