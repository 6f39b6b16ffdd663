/*
 * A zip reader of our own after the format's specification (PKWARE APPNOTE 4.3), so that the library
 * that writes the reports is not its own witness. Throws on whatever an unzip tool would refuse.
 */
import { crc32, inflateRawSync } from 'node:zlib';

/** Files of a zip by name, in the order of its directory. */
export function plainUnzip(zip: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  demand(view.getUint32(end, true) === 0x06054b50, 'the end record is last, without a comment');
  demand(view.getUint16(end + 20, true) === 0, 'there is no comment');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const files = new Map<string, Uint8Array>();
  for (let entry = 0; entry < entries; entry += 1) {
    demand(view.getUint32(at, true) === 0x02014b50, 'a directory entry begins here');
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    demand(view.getUint32(local, true) === 0x04034b50, 'the directory leads to a file');
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const data = zip.subarray(start, start + packed);
    demand(method === 0 || method === 8, 'files are stored or deflated');
    const bytes = method === 0 ? data : new Uint8Array(inflateRawSync(data));
    demand(bytes.length === size, `${name} has its size`);
    demand(crc32(bytes) === crc, `${name} has its checksum`);
    demand(!files.has(name), `${name} is there once`);
    files.set(name, bytes);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  demand(at === end, 'the directory ends where the end record begins');
  return files;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`No sound zip: it is not so that ${what}`);
}
