/* Facts of a problem as words: whatever comes along, something can be said. */
import { listOf } from './count.ts';

export type ProblemText = { readonly title: string; readonly description: string };

export type Facts = Readonly<Record<string, unknown>>;

/** A fact as text; nothing where it is none. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The texts of a list of facts. */
export function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** "“Ada” and “Bob”" */
export function quoted(values: readonly string[]): string {
  return listOf(values.map((value) => `“${value}”`));
}
