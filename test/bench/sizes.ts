/* Compressed sizes of what a visit loaded. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB (1,000 bytes) after gzip of the files with this ending, each counted once. */
export function gzipSize(folder: string, paths: readonly string[], ending: string): number {
  const files = new Set(paths.filter((path) => extname(path) === ending));
  const bytes = [...files].map((path) => gzipSync(readFileSync(join(folder, path))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1_000;
}
