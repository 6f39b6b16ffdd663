import type { ParsedFile, ParsedRecord } from '../domain/import-file.ts';

/** A dropped file that is read piece by piece, so that no more than a piece lies in memory. */
export type UploadedFile = Omit<ParsedFile, 'records'> & {
  /** From the beginning, each time; `bytes` counts those read so far. */
  readonly pieces: () => Generator<{
    readonly records: readonly ParsedRecord[];
    readonly bytes: number;
  }>;
};
