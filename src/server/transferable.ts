/** Bytes that fill their buffer are handed over instead of copied. */
export function transferable(bytes: Uint8Array | null): Transferable[] {
  return bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? [bytes.buffer]
    : [];
}
