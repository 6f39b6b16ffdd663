/* A dropped file on its way in: from parsed records to a file with headings, rows and a mapping. */
import { ownCells } from './customer-export.ts';
import { isPortalOnlyUsername, mapHeadings, recogniseFormat } from './export-format.ts';
import type { ImportId } from './ids.ts';
import { suggestMapping } from './import-mapping.ts';
import { mapServerHeadings, recogniseServerFormat } from './import-server-format.ts';
import type { ImportFault, ImportFile, ImportFinding, ImportRow } from './import.ts';
import { isOwnFile, isOwnFileWithoutPeople } from './own-files.ts';

/** What the edge read from the bytes of a file. */
export type ParsedFile = Pick<ImportFile, 'name' | 'sizeBytes' | 'encoding' | 'delimiter'> & {
  /** Every record that is not blank, the heading line too. */
  readonly records: readonly ParsedRecord[];
  readonly fault: ImportFault | null;
};

export type ParsedRecord = {
  /** 1 is the first line of the file; line breaks inside quotes count. */
  readonly line: number;
  /** How many lines it takes. */
  readonly lines: number;
  readonly cells: readonly string[];
  /** Where quotes do not pair, `cells` is the raw text as one cell. */
  readonly quotes: 'sound' | 'never-closed' | 'misplaced';
};

/** How many rows the mapping screen shows. */
const SAMPLE_ROWS = 5;

/** Where a file goes. */
type FilePlace = {
  readonly importId: ImportId;
  readonly number: number;
  /** The site that it is loaded into; null for a server. */
  readonly siteName: string | null;
};

/**
 * Makes the records of a parsed file: recognised by its headings, or waiting to be mapped. Rows
 * count as refused until they are evaluated.
 */
export function stageFile(
  parsed: ParsedFile,
  place: FilePlace,
): { readonly file: ImportFile; readonly rows: readonly ImportRow[] } {
  const { importId, number, siteName } = place;
  const { records, ...described } = parsed;
  const [first, ...others] = records;
  const empty = { headings: [], sample: [], mapping: [], format: null, kind: null };
  const file: ImportFile = { importId, number, ...described, ...empty };
  if (parsed.fault || !first)
    return { file: { ...file, fault: parsed.fault ?? 'empty' }, rows: [] };
  if (first.quotes !== 'sound') return { file: { ...file, fault: 'no-heading' }, rows: [] };
  if (isOwnFileWithoutPeople(first.cells)) {
    return { file: { ...file, fault: 'no-people' }, rows: [] };
  }
  // Drydock's own files are guarded against spreadsheets; nobody else's cells are touched.
  const isOwn = isOwnFile(first.cells);
  const body = others.map((record) => stagedRow(file, record, isOwn));
  const headings = first.cells;
  const recognised = recognise(headings, body, siteName);
  if (recognised === 'of-a-site') return { file: { ...file, fault: recognised }, rows: [] };
  if (recognised) {
    const fault = body.length === 0 ? 'no-rows' : null;
    return { file: withSample({ ...file, ...recognised, headings, fault }, body), rows: body };
  }
  return stageUnrecognised(file, first, body, siteName === null);
}

/** What a heading line says of its file; null for one whose columns must be mapped. */
function recognise(
  headings: readonly string[],
  body: readonly ImportRow[],
  siteName: string | null,
): Pick<ImportFile, 'format' | 'kind' | 'mapping'> | 'of-a-site' | null {
  const rows = body.map(({ cells }) => cells);
  if (siteName !== null) {
    const found = recogniseFormat(headings, rows);
    return found && { ...found, mapping: mapHeadings(found.format, headings, siteName) };
  }
  const format = recogniseServerFormat(headings);
  if (format) return { format, kind: 'server-user', mapping: mapServerHeadings(format, headings) };
  // Its columns say other things than those of a server's list: a user name there is a display name.
  const other = recogniseFormat(headings, rows)?.format;
  const isSure = rows.some((cells) => cells.some(isPortalOnlyUsername));
  return other === 'users' || (other === 'portal-customers' && isSure) ? 'of-a-site' : null;
}

function stageUnrecognised(
  file: ImportFile,
  first: ParsedRecord,
  body: readonly ImportRow[],
  isForServer: boolean,
): { readonly file: ImportFile; readonly rows: readonly ImportRow[] } {
  // A first line with an address in it is a person, not a heading; the user can say otherwise.
  const isPerson = first.cells.some((cell) => cell.includes('@'));
  const rows = isPerson ? [stagedRow(file, first), ...body] : body;
  const headings = isPerson ? columnLetters(first.cells.length) : first.cells;
  const mapping = suggestMapping(
    isPerson ? [] : headings,
    rows.map(({ cells }) => cells),
    isForServer,
  );
  const fault = rows.length === 0 ? 'no-rows' : null;
  return { file: withSample({ ...file, headings, mapping, fault }, rows), rows };
}

/** The file and its rows with the first line read as a heading, or as a person. */
export function withFirstLineAs(
  isHeading: boolean,
  file: ImportFile,
  rows: readonly ImportRow[],
): { readonly file: ImportFile; readonly rows: readonly ImportRow[] } {
  const [first, ...others] = rows;
  if (isHeading === hasHeadingLine(file)) return { file, rows };
  if (isHeading) {
    if (!first || isUnsplit(first)) return { file, rows };
    const fault = others.length === 0 ? 'no-rows' : null;
    return { file: withSample({ ...file, headings: first.cells, fault }, others), rows: others };
  }
  // The heading stood right above the first person.
  const line = first ? Math.max(1, first.line - 1) : 1;
  const person = stagedRow(file, { line, lines: 1, cells: file.headings, quotes: 'sound' });
  const headings = columnLetters(file.headings.length);
  const all = [person, ...rows];
  return { file: withSample({ ...file, headings, fault: null }, all), rows: all };
}

/** Whether the file's headings are its own; a file without any got the letters of its columns. */
export function hasHeadingLine(file: Pick<ImportFile, 'headings'>): boolean {
  return file.headings.some((heading, index) => heading !== columnLetter(index));
}

/** Whether a row was kept as raw text because its quotes do not pair. */
export function isUnsplit(row: Pick<ImportRow, 'findings'>): boolean {
  return row.findings.some(
    ({ code }) => code === 'quote-never-closed' || code === 'quote-misplaced',
  );
}

/** A, B, … Z, AA, AB: what a spreadsheet calls its columns. */
function columnLetters(count: number): string[] {
  return Array.from({ length: count }, (_, index) => columnLetter(index));
}

function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** A record as a row that waits to be evaluated; `isOwn`: of a file that Drydock wrote with a guard. */
export function stagedRow(
  file: Pick<ImportFile, 'importId' | 'number'>,
  record: ParsedRecord,
  isOwn = false,
): ImportRow {
  return {
    importId: file.importId,
    fileNumber: file.number,
    line: record.line,
    cells: isOwn ? unguarded(record).cells : record.cells,
    outcome: 'refused',
    emailKey: null,
    findings: quoteFindings(record),
  };
}

function unguarded(record: ParsedRecord): ParsedRecord {
  return record.quotes === 'sound' ? { ...record, cells: ownCells(record.cells) } : record;
}

function quoteFindings({ quotes, line, lines }: ParsedRecord): ImportFinding[] {
  if (quotes === 'sound') return [];
  const code = quotes === 'misplaced' ? 'quote-misplaced' : 'quote-never-closed';
  return [{ severity: 'problem', code, column: null, facts: { lastLine: line + lines - 1 } }];
}

function withSample(file: ImportFile, rows: readonly ImportRow[]): ImportFile {
  return { ...file, sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells) };
}
