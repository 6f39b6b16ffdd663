/** How far reading, checking or writing files is; a part of `total` that is not known yet is 0. */
export type ImportProgress = {
  readonly phase: 'reading' | 'checking' | 'writing';
  /** Bytes while files are read or checked, rows while they are written. */
  readonly done: number;
  readonly total: number;
  /** Rows of the present file that are dealt with. */
  readonly rows?: number;
};
