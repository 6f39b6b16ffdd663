/* Columns whose headings are not known: a suggestion to begin with, and what a mapping must have. */
import { isPortalOnlyUsername, normaliseHeading } from './export-format.ts';
import { isAccountId } from './ids.ts';
import { readFileDate } from './file-date.ts';
import { standingOf } from './import-vocabulary.ts';
import type { ImportField } from './import.ts';

/** Headings that people give their own lists, most telling first. */
const HEADING_HINTS: readonly (readonly [RegExp, ImportField])[] = [
  [/e-?mail/, 'email'],
  [/group/, 'group'],
  [/created|added|registered/, 'created'],
  [/last|login|seen/, 'last-seen'],
  [/^(account|user|customer|atlassian) ?(id|key)$|^username$|^id$/, 'account-id'],
  [/active|enabled/, 'active'],
  [/state|status/, 'status'],
  [/role|access/, 'product-role'],
  [/name|customer|person|contact/, 'name'],
];

const SINGLE = new Set<ImportField>(['account-id', 'name', 'email', 'active', 'status', 'created']);

/** A first guess at what columns mean, by headings, or by what the rows hold where there are none. */
export function suggestMapping(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): ImportField[] {
  const guesses =
    headings.length > 0
      ? headings.map((heading) => fieldByHeading(normaliseHeading(heading)))
      : (rows[0] ?? []).map(fieldByContent);
  return guesses.map((field, index) => (isTaken(guesses, field, index) ? 'ignore' : field));
}

/** The fields that a mapping lacks; without an e-mail column nobody can be told from anybody. */
export function missingFields(mapping: readonly ImportField[]): ImportField[] {
  return mapping.includes('email') ? [] : ['email'];
}

/** A mapping of exactly so many columns, each single meaning given once. */
export function normaliseMapping(fields: readonly ImportField[], columns: number): ImportField[] {
  const padded = Array.from({ length: columns }, (_, index) => fields[index] ?? 'ignore');
  return padded.map((field, index) => (isTaken(padded, field, index) ? 'ignore' : field));
}

function isTaken(fields: readonly ImportField[], field: ImportField, index: number): boolean {
  return SINGLE.has(field) && fields.indexOf(field) < index;
}

function fieldByHeading(name: string): ImportField {
  return HEADING_HINTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'ignore';
}

function fieldByContent(cell: string): ImportField {
  const text = cell.trim();
  if (text === '') return 'ignore';
  if (text.includes('@')) return 'email';
  if (isPortalOnlyUsername(text) || isAccountId(text)) return 'account-id';
  if (standingOf(text) !== null) return 'active';
  if (readFileDate(text).type !== 'unreadable') return 'last-seen';
  return /\p{L}/u.test(text) ? 'name' : 'ignore';
}
