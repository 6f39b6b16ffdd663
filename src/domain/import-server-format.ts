/*
 * Which of the known exports of a server a file is, told by its headings, and what its columns mean
 * (atlassian-api.md section 6: F7, F10 and F11). Order and case of headings do not matter, and more
 * columns than those known are allowed.
 */
import { normaliseHeading } from './export-format.ts';
import type { ImportField, ServerExportFormat } from './import.ts';

type Format = {
  readonly format: ServerExportFormat;
  /** By these it is recognised. */
  readonly needed: readonly string[];
  readonly fields: Readonly<Record<string, ImportField>>;
};

/** By heading as `normaliseHeading` gives it. What stands in no row here is not kept. */
const FORMATS: readonly Format[] = [
  {
    format: 'server-assessment',
    needed: ['userkey', 'username', 'oldemail', 'accounttype'],
    fields: {
      userkey: 'user-key',
      username: 'user-name',
      oldemail: 'email',
      accounttype: 'account-type',
    },
  },
  {
    format: 'server-user-list',
    needed: ['username', 'email', 'full name', 'user directory'],
    fields: {
      username: 'user-name',
      email: 'email',
      'full name': 'name',
      status: 'status',
      'user directory': 'directory',
    },
  },
  {
    format: 'server-user-dump',
    needed: ['directory id', 'user name', 'email address'],
    fields: {
      'directory id': 'directory',
      'user name': 'user-name',
      active: 'active',
      'first name': 'first-name',
      'last name': 'last-name',
      'display name': 'name',
      'email address': 'email',
    },
  },
];

/** Columns of F7 that are fixes and no facts: the assessment takes them, loading does not. */
const FIXES = ['newemail', 'tombstone'];

/** The format of a server's file, or null when it must be mapped. */
export function recogniseServerFormat(headings: readonly string[]): ServerExportFormat | null {
  const names = new Set(headings.map(normaliseHeading));
  return FORMATS.find(({ needed }) => needed.every((name) => names.has(name)))?.format ?? null;
}

/** What each column of a recognised file means; of a heading that stands twice, the first counts. */
export function mapServerHeadings(
  format: ServerExportFormat,
  headings: readonly string[],
): ImportField[] {
  const fields = FORMATS.find((known) => known.format === format)?.fields ?? {};
  const mapped = headings.map((heading) => fields[normaliseHeading(heading)] ?? 'ignore');
  return mapped.map((field, index) => (mapped.indexOf(field) < index ? 'ignore' : field));
}

/** Whether a heading is that of a fix. */
export function isFixHeading(heading: string): boolean {
  return FIXES.includes(normaliseHeading(heading));
}
