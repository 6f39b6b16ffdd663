/* What differs between two forecasts of one plan, record by record. */

/** A record that both have, differently, or only one of them. */
export type Change<T> = {
  readonly change: 'changed' | 'added' | 'gone';
  readonly before: T | null;
  readonly now: T | null;
};

/** Compares two lists of plain records by a key; what is equal is left out. In the order of the present list. */
export function changesBetween<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (record: T) => string,
): Change<T>[] {
  const earlier = new Map(before.map((record) => [keyOf(record), record]));
  const present = new Set(now.map(keyOf));
  const changes = now.flatMap((record): Change<T>[] => {
    const old = earlier.get(keyOf(record));
    if (old === undefined) return [{ change: 'added', before: null, now: record }];
    if (JSON.stringify(old) === JSON.stringify(record)) return [];
    return [{ change: 'changed', before: old, now: record }];
  });
  const gone = before
    .filter((record) => !present.has(keyOf(record)))
    .map((record): Change<T> => ({ change: 'gone', before: record, now: null }));
  return [...changes, ...gone];
}
