/* The port through which use cases keep records. */

/** A keyed set of records. `where` and its kin compare columns for equality; null matches null. */
export type Records<R, K extends keyof R> = {
  get(key: Pick<R, K>): R | undefined;
  /** Inserts the record or replaces the one with its key. */
  put(record: R): void;
  remove(key: Pick<R, K>): void;
  /** In key order. */
  where(values: Partial<R>): R[];
  first(values: Partial<R>): R | undefined;
  count(values: Partial<R>): number;
  removeWhere(values: Partial<R>): void;
};
