import type { Sqlite } from './sqlite.ts';

const BUSY = 5;
const IO = 10;
const FULL = 13;
const CONSTRAINT = 19;

/** What SQLite refused: an unexpected fault for everybody but the store, which knows a few by their code. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLite's extended result code. */
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }

  /** The error that a connection reports at the moment. */
  static of(
    sqlite: Sqlite,
    connection: InstanceType<Sqlite['oo1']['DB']>,
    sql: string,
    code: number,
  ): DatabaseError {
    const extended = sqlite.capi.sqlite3_extended_errcode(connection) || code;
    const words = sqlite.capi.sqlite3_errmsg(connection);
    return new DatabaseError(`${words} (${extended}) in: ${sql}`, extended);
  }
}

/**
 * Whether a write failed because the browser gave no more storage (`storage.full`). OPFS reports
 * a full disk or a spent quota as a failed write, never by SQLite's own code for it.
 */
export function isStorageFull(error: unknown): boolean {
  return [FULL, IO].includes(primaryCode(error) ?? 0);
}

/** Whether a stored rule (a type, a CHECK, a unique index) refused a record. */
export function isConstraint(error: unknown): boolean {
  return primaryCode(error) === CONSTRAINT;
}

/** Whether SQLite itself reported the error. */
export function isDatabaseError(error: unknown): boolean {
  return primaryCode(error) !== undefined;
}

/** Whether another connection holds the database. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** The package's own errors, thrown while opening and preparing, carry the code under another name. */
function primaryCode(error: unknown): number | undefined {
  if (error instanceof DatabaseError) return error.code & 0xff;
  if (error instanceof Error && 'resultCode' in error && typeof error.resultCode === 'number') {
    return error.resultCode & 0xff;
  }
  return undefined;
}
