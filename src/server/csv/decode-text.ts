/* Bytes of a dropped file to text, whatever program saved it. */

/** Text with the encoding that it was found in, named as a person would name it. */
export type DecodedText = { readonly text: string; readonly encoding: string };

/** More control characters than these, and than this share, is no text; a few are a row's problem. */
const STRAY_CONTROLS = 8;
const CONTROL_SHARE = 0.01;
const SAMPLE_BYTES = 4096;
/** Tab, line feed, form feed, carriage return, and the end mark of old DOS files. */
const LAYOUT = new Set([9, 10, 12, 13, 26]);

/**
 * Decodes by byte order mark, else as UTF-16 when every other byte is zero, else as UTF-8, else as
 * Windows-1252, which is what spreadsheets save on a Western Windows. Null when that gives no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decoded = withMark(bytes) ?? wideWithoutMark(bytes) ?? utf8(bytes) ?? windows1252(bytes);
  return isText(decoded.text) ? decoded : null;
}

function withMark(bytes: Uint8Array): DecodedText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    // Damage after the mark stays visible as U+FFFD; the mark leaves no doubt about the encoding.
    return { text: decode('utf-8', bytes), encoding: 'UTF-8 with mark' };
  }
  if (first === 0xff && second === 0xfe) return utf16('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return utf16('utf-16be', bytes);
  return undefined;
}

/** Zeros in every second place are the upper halves of Latin letters, commas and line ends. */
function wideWithoutMark(bytes: Uint8Array): DecodedText | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const pairs = Math.floor(sample.length / 2);
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) zerosFirst += 1;
    if (sample[index + 1] === 0) zerosSecond += 1;
  }
  if (pairs < 2) return undefined;
  if (zerosSecond > pairs * 0.3 && zerosFirst < pairs * 0.05) return utf16('utf-16le', bytes);
  if (zerosFirst > pairs * 0.3 && zerosSecond < pairs * 0.05) return utf16('utf-16be', bytes);
  return undefined;
}

function utf16(label: 'utf-16le' | 'utf-16be', bytes: Uint8Array): DecodedText {
  const encoding = label === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE';
  return { text: decode(label, bytes), encoding };
}

/** UTF-8, also when a few sequences of many are damaged: the rest must not be garbled for them. */
function utf8(bytes: Uint8Array): DecodedText | undefined {
  const text = decode('utf-8', bytes);
  const damaged = count(text, /\uFFFD/g);
  if (damaged > 0 && count(text, /[^\p{ASCII}\uFFFD]/gu) < damaged * 4) return undefined;
  return { text, encoding: 'UTF-8' };
}

function windows1252(bytes: Uint8Array): DecodedText {
  return { text: decode('windows-1252', bytes), encoding: 'Windows-1252' };
}

/** Without the byte order mark, which TextDecoder takes away. */
function decode(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes);
}

function isText(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return false;
    if (code < 32 && !LAYOUT.has(code)) controls += 1;
  }
  return controls <= Math.max(STRAY_CONTROLS, text.length * CONTROL_SHARE);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
