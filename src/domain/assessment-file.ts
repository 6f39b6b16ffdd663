/*
 * The files in which an assessment leaves the product: one for invalid and one for duplicated
 * addresses (atlassian-api.md section 6, F8), or one with all users (F7). Only the new address and
 * *Tombstone* are to be edited. `assessment-file-reading.ts` takes them back.
 */
import { generatedAddresses } from './server-addresses.ts';
import type { AssessedPerson, Assessment } from './server-assessment.ts';
import type { FixFile } from './server-fixes.ts';

/** Heading line of the simple experience. */
const SIMPLE_FIX_HEADINGS = [
  'UserKey',
  'UserName',
  'Type',
  'OldEmail',
  'NewEmail',
  'Tombstone',
] as const;

/** Heading line of the advanced experience. */
const ADVANCED_FIX_HEADINGS = [
  'UserKey',
  'UserName',
  'ErrorType',
  'OldEmail',
  'NewEmail',
  'Tombstone',
  'AccountType',
] as const;

export type FixHeading =
  (typeof SIMPLE_FIX_HEADINGS)[number] | (typeof ADVANCED_FIX_HEADINGS)[number];

/** One row by heading; a simple file has no `AccountType`. */
export type FixFileRow = {
  readonly UserKey: string;
  readonly UserName: string;
  /** `Type` in a simple file, `ErrorType` in the advanced one, where it may be empty. */
  readonly Type: 'INV' | 'DUP' | '';
  readonly OldEmail: string;
  readonly NewEmail: string;
  readonly Tombstone: 'TRUE' | 'FALSE';
  readonly AccountType: 'USER' | 'CUSTOMER';
};

/** The heading line of a file. */
export function fixHeadings(file: FixFile): readonly FixHeading[] {
  return file === 'all' ? ADVANCED_FIX_HEADINGS : SIMPLE_FIX_HEADINGS;
}

/**
 * The rows of a file as the latest assessment gives them, whatever was uploaded before: a generated
 * address for everybody with a problem, everybody else's own.
 */
export function fixFileRows(file: FixFile, assessment: Assessment): FixFileRow[] {
  const generated = generatedAddresses(assessment);
  return assessment.people
    .filter(({ problem }) => file === 'all' || problem === file)
    .map((person) => rowOf(person, generated.get(person.userKey) ?? person.email));
}

/** A row as the cells of its file, unguarded. */
export function fixCells(file: FixFile, row: FixFileRow): string[] {
  return fixHeadings(file).map((heading) => cellOf(row, heading));
}

/** What a row says under a heading. */
export function cellOf(row: FixFileRow, heading: FixHeading): string {
  return row[heading === 'ErrorType' ? 'Type' : heading];
}

function rowOf(person: AssessedPerson, newEmail: string): FixFileRow {
  const { userKey, userName, email, problem, row } = person;
  return {
    UserKey: userKey,
    UserName: userName,
    Type: problem === null ? '' : TYPES[problem],
    OldEmail: email,
    NewEmail: newEmail,
    Tombstone: 'FALSE',
    AccountType: row === 'licensed' ? 'USER' : 'CUSTOMER',
  };
}

const TYPES = { invalid: 'INV', duplicated: 'DUP' } as const;
