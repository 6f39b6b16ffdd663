/* A record that somebody else changed meanwhile, field by field, in plain words. */
import { problemCode } from './problem-code.ts';

/** One respect in which what was seen or entered may differ from what is there now. */
export type ConflictField = {
  readonly label: string;
  /** What was entered, or seen where nothing is entered. */
  readonly yours: string;
  readonly now: string;
};

/** A respect of a record, in words. */
export type Fact = { readonly label: string; readonly value: string };

/** Whether what was thrown says that the record is no longer the one of the screen. */
export function isStale(error: unknown): boolean {
  return problemCode(error) === 'version-conflict';
}

/** The fields that differ; an empty text is said, so that no cell is empty. */
export function differing(fields: readonly ConflictField[]): readonly ConflictField[] {
  return fields
    .filter(({ yours, now }) => yours !== now)
    .map(({ label, yours, now }) => ({ label, yours: yours || 'None', now: now || 'None' }));
}

/** What a record is now beside what it was when it was looked at. */
export function facing(seen: readonly Fact[], now: readonly Fact[]): readonly ConflictField[] {
  const present = new Map(now.map(({ label, value }) => [label, value]));
  return seen.map(({ label, value }) => ({ label, yours: value, now: present.get(label) ?? '' }));
}

/** The same for what a form does not hold but its record does; only where it has changed. */
export function changedBeside(
  seen: readonly Fact[],
  now: readonly Fact[],
): readonly ConflictField[] {
  return differing(facing(seen, now)).map((field) => ({
    ...field,
    yours: `${field.yours} when you began`,
  }));
}
