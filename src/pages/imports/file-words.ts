/* How a loaded file is described: the words for its format, encoding, separator and fault. */
import type { ImportFile, ImportSession } from '#src/contract/wire.ts';
import { count, countOf, listOf } from '#src/ui/count.ts';

type Format = NonNullable<ImportFile['format']>;
type Fault = NonNullable<ImportFile['fault']>;

const FORMATS: Readonly<Record<Format, string>> = {
  'portal-customers': 'Portal-only customers export',
  users: 'Users export',
  'users-by-group-2021': 'Users export, until September 2021',
  'users-by-group-older': 'Users export, older still',
  'server-assessment': 'All users of an assessment',
  'server-user-list': 'List of users with their directories',
  'server-user-dump': 'Dump of the table cwd_user',
  mapped: 'Columns assigned by you',
};

const KINDS: Readonly<Record<NonNullable<ImportFile['kind']>, string>> = {
  'portal-only': 'portal-only accounts',
  atlassian: 'Atlassian accounts',
  'server-user': 'users of the server',
};

/** What the file was recognised as. */
function formatName({ format, kind }: Pick<ImportFile, 'format' | 'kind'>): string {
  if (format === null) return 'Headings not recognised';
  if (format !== 'mapped' || kind === null) return FORMATS[format];
  return `${FORMATS.mapped}: ${KINDS[kind]}`;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
};

/** What the file is: its format, how long it is, how its text is written. */
export function factsOf(file: ImportFile): readonly string[] {
  const { encoding, delimiter, fault, sizeBytes } = file;
  return [
    ...(fault === null ? [formatName(file)] : []),
    sizeName(sizeBytes),
    ...(encoding === '' ? [] : [encoding]),
    ...(delimiter === '' ? [] : [`Separated by ${DELIMITERS[delimiter] ?? `“${delimiter}”`}`]),
  ];
}

/** What its rows come to: "3 new, 5 refused, 2 warnings". */
export function outcomesOf({ counts, warnings }: ImportFile): string {
  const outcomes = (['new', 'updated', 'unchanged', 'refused'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${count(counts[outcome])} ${outcome}`);
  const noticed = warnings > 0 ? [countOf(warnings, { one: 'warning', other: 'warnings' })] : [];
  return [...outcomes, ...noticed].join(', ');
}

const UNITS = [
  { unit: 'MB', size: 1_000_000 },
  { unit: 'kB', size: 1000 },
] as const;

/** "2.4 kB", "812 bytes". */
function sizeName(bytes: number): string {
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
  'no-people': {
    title: 'This report of a run holds no people.',
    whatToDo:
      'It counts, or lists customer organizations or service projects, and there is nobody in it to load. Remove it here; the other files load all the same.',
  },
  'of-a-site': {
    title: 'This is an export of a site.',
    whatToDo:
      'Its people have accounts, and none has a user name of a server. Load it into a site, and remove it here.',
  },
  'no-heading': {
    title: 'The line with the headings cannot be read: its quotation marks do not pair.',
    whatToDo: 'Correct the first line in a text editor, then drop the file again.',
  },
};

const ROWS = { one: 'row', other: 'rows' };
const CUSTOMERS = { one: 'customer', other: 'customers' };
const ACCOUNTS = { one: 'Atlassian account', other: 'Atlassian accounts' };

/**
 * What writing would create or change, or did: "212 customers and 1 Atlassian account", or rows
 * where several of them may make one person; empty when it is nothing.
 */
export function loadName({ files, place }: Pick<ImportSession, 'files' | 'place'>): string {
  if (place === 'server' || files.some(hasRowForEachGroup)) {
    const rows = changing(files);
    return rows > 0 ? countOf(rows, ROWS) : '';
  }
  const customers = changing(files.filter(({ kind }) => kind === 'portal-only'));
  const accounts = changing(files.filter(({ kind }) => kind === 'atlassian'));
  return listOf([
    ...(customers > 0 ? [countOf(customers, CUSTOMERS)] : []),
    ...(accounts > 0 ? [countOf(accounts, ACCOUNTS)] : []),
  ]);
}

function changing(files: readonly ImportFile[]): number {
  return files.reduce((sum, { counts }) => sum + counts.new + counts.updated, 0);
}

/** Such files have several rows for one person, and may hold both account types. */
function hasRowForEachGroup({ format, mapping }: ImportFile): boolean {
  if (format === 'mapped') return mapping.includes('group');
  return format === 'users-by-group-2021' || format === 'users-by-group-older';
}

/** Whether a file waits for its columns to be assigned before anything can be loaded. */
export function waitsForMapping({ format, fault }: Pick<ImportFile, 'format' | 'fault'>): boolean {
  return format === null && fault === null;
}
