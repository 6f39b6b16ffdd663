/* How a loaded file is described: the words for its format, encoding, separator and fault. */
import type { ImportFile, ImportSession } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';

type Format = NonNullable<ImportFile['format']>;
type Fault = NonNullable<ImportFile['fault']>;

const FORMATS: Readonly<Record<Format, string>> = {
  'portal-customers': 'Portal-only customers export',
  users: 'Users export',
  'users-by-group-2021': 'Users export, until September 2021',
  'users-by-group-older': 'Users export, older still',
  mapped: 'Columns assigned by you',
};

/** What the file was recognised as. */
export function formatName({ format, kind }: Pick<ImportFile, 'format' | 'kind'>): string {
  if (format === null) return 'Headings not recognised';
  if (format !== 'mapped' || kind === null) return FORMATS[format];
  const people = kind === 'portal-only' ? 'portal-only accounts' : 'Atlassian accounts';
  return `${FORMATS.mapped}: ${people}`;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
};

/** The separator by its name. */
export function delimiterName(delimiter: string): string {
  return DELIMITERS[delimiter] ?? `“${delimiter}”`;
}

const UNITS = [
  { unit: 'MB', size: 1_000_000 },
  { unit: 'kB', size: 1000 },
] as const;

/** "2.4 kB", "812 bytes". */
export function sizeName(bytes: number): string {
  const step = UNITS.find(({ size }) => bytes >= size);
  if (!step) return countOf(bytes, { one: 'byte', other: 'bytes' });
  return `${(bytes / step.size).toFixed(1)} ${step.unit}`;
}

type FaultText = { readonly title: string; readonly whatToDo: string };

/** Why a whole file cannot be used, and what helps. */
export const FAULTS: Readonly<Record<Fault, FaultText>> = {
  empty: {
    title: 'The file is empty.',
    whatToDo: 'Export it again, or remove it here.',
  },
  'not-text': {
    title: 'This is not a text file.',
    whatToDo:
      'A spreadsheet must be saved as CSV first, and a zip archive unpacked. Remove this file and drop the CSV file.',
  },
  'no-rows': {
    title: 'There are headings, but not a single row under them.',
    whatToDo: 'Export it again if people are missing, or remove it here.',
  },
  'no-heading': {
    title: 'The first line is a person, not headings.',
    whatToDo: 'Say below what each column means, or put the headings back and drop the file again.',
  },
};

const CUSTOMERS = { one: 'customer', other: 'customers' };
const ACCOUNTS = { one: 'Atlassian account', other: 'Atlassian accounts' };

/** "212 customers and 1 Atlassian account"; empty when there is neither. */
export function peopleName(customers: number, accounts: number): string {
  return listOf([
    ...(customers > 0 ? [countOf(customers, CUSTOMERS)] : []),
    ...(accounts > 0 ? [countOf(accounts, ACCOUNTS)] : []),
  ]);
}

/** Rows that writing would create or change, by what they describe. */
export function rowsToLoad({ files }: Pick<ImportSession, 'files'>) {
  const changing = (kind: ImportFile['kind']) =>
    files
      .filter((file) => file.kind === kind)
      .reduce((sum, { counts }) => sum + counts.new + counts.updated, 0);
  return { customers: changing('portal-only'), accounts: changing('atlassian') };
}

/** Whether a file waits for its columns to be assigned before anything can be loaded. */
export function waitsForMapping({ format, fault }: Pick<ImportFile, 'format' | 'fault'>): boolean {
  return format === null && (fault === null || fault === 'no-heading');
}
