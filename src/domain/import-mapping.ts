/* Columns whose headings are not known: a suggestion to begin with, and what a mapping must have. */
import { isPortalOnlyUsername, normaliseHeading } from './export-format.ts';
import { isAccountId } from './ids.ts';
import { readFileDate } from './file-date.ts';
import { standingOf } from './import-vocabulary.ts';
import type { ImportedKind, ImportField } from './import.ts';

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

/** The same for lists of a server's users. */
const SERVER_HEADING_HINTS: readonly (readonly [RegExp, ImportField])[] = [
  [/mail/, 'email'],
  [/directory/, 'directory'],
  [/^(user ?)?key$/, 'user-key'],
  [/^(login|user)( ?(name|id))?$|^account$/, 'user-name'],
  [/^(first|given) ?name$/, 'first-name'],
  [/^(last|family) ?name$|^surname$/, 'last-name'],
  [/^((account|user) ?)?type$|licen[cs]e/, 'account-type'],
  [/active|enabled/, 'active'],
  [/state|status/, 'status'],
  [/name|customer|person/, 'name'],
];

/** Any other meaning may be given to several columns. */
const REPEATABLE = new Set<ImportField>(['last-seen', 'group', 'product-role', 'ignore']);

/** A first guess at what columns mean, by headings, or by what the rows hold where there are none. */
export function suggestMapping(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  isForServer = false,
): ImportField[] {
  const hints = isForServer ? SERVER_HEADING_HINTS : HEADING_HINTS;
  const byContent = isForServer ? serverFieldByContent : fieldByContent;
  const guesses =
    headings.length > 0
      ? headings.map((heading) => fieldByHeading(normaliseHeading(heading), hints))
      : (rows[0] ?? []).map(byContent);
  return guesses.map((field, index) => (isTaken(guesses, field, index) ? 'ignore' : field));
}

/**
 * The fields that a mapping lacks: without an e-mail column nobody on a site can be told from anybody,
 * and nobody on a server without a user name.
 */
export function missingFields(mapping: readonly ImportField[], kind: ImportedKind): ImportField[] {
  const needed = kind === 'server-user' ? 'user-name' : 'email';
  return mapping.includes(needed) ? [] : [needed];
}

/** A mapping of exactly so many columns, each single meaning given once. */
export function normaliseMapping(fields: readonly ImportField[], columns: number): ImportField[] {
  const padded = Array.from({ length: columns }, (_, index) => fields[index] ?? 'ignore');
  return padded.map((field, index) => (isTaken(padded, field, index) ? 'ignore' : field));
}

function isTaken(fields: readonly ImportField[], field: ImportField, index: number): boolean {
  return !REPEATABLE.has(field) && fields.indexOf(field) < index;
}

function fieldByHeading(name: string, hints: typeof HEADING_HINTS): ImportField {
  return hints.find(([pattern]) => pattern.test(name))?.[1] ?? 'ignore';
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

function serverFieldByContent(cell: string, index: number): ImportField {
  const text = cell.trim();
  if (text === '') return 'ignore';
  if (text.includes('@')) return 'email';
  if (/^JIRAUSER\d+$/.test(text)) return 'user-key';
  if (standingOf(text) !== null) return 'active';
  if (index === 0 && !/\s/.test(text)) return 'user-name';
  return /\p{L}/u.test(text) ? 'name' : 'ignore';
}
