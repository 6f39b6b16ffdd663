/*
 * The real RequiresAttention.csv, read leniently. Of its columns only `Problem` and `Next step` are
 * known (S0), and of its words only those for duplicates and the two examples of next steps, so
 * headings and phrases are matched by what they must contain.
 */
import type { Attention } from './copy-table.ts';
import { normaliseHeading } from './export-format.ts';

/** Where a file has what; null where it has no such column. */
export type AttentionColumns = {
  readonly email: number;
  readonly name: number | null;
  readonly problem: number | null;
  readonly nextStep: number | null;
};

/** Finds the columns by their headings; null without an e-mail column, which nothing can stand in for. */
export function attentionColumns(headings: readonly string[]): AttentionColumns | null {
  const names = headings.map(normaliseHeading);
  const taken = new Set<number>();
  const find = (...patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      const index = names.findIndex((name, at) => !taken.has(at) && pattern.test(name));
      if (index === -1) continue;
      taken.add(index);
      return index;
    }
    return null;
  };
  const email = find(/^e-?mail( address)?$/, /\be-?mail\b/);
  if (email === null) return null;
  return {
    email,
    problem: find(/^problem$/, /\b(problem|issue|error|warning|reason)\b/),
    nextStep: find(/^next steps?$/, /\b(next steps?|actions?|resolution|remedy)\b/),
    name: find(/^(display|full) name$/, /^name$/, /\b(user|customer|person)( name)?$/),
  };
}

/**
 * Which of the two known problems a row has: by its problem, or where that has other words, by its
 * next step. Null when neither says so.
 */
export function knownProblem(problem: string, nextStep: string): Attention | null {
  if (/\bduplicate/i.test(problem)) return 'upgrade-portal-only';
  if (/\bcustomer role\b|\breview\b.*\bgroup\b/i.test(problem)) return 'review-group';
  if (/^\W*(upgrade|migrate)\b.*\bportal[- ]only\b/i.test(nextStep)) return 'upgrade-portal-only';
  if (/\b(review|approve)\b.*\bgroup\b|\bcustomer role\b/i.test(nextStep)) return 'review-group';
  return null;
}
