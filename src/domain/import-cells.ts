/* The cells of one row by what its columns mean, and everything that there is to say about them. */
import { isUnsplit } from './import-file.ts';
import { standingOf, type Standing } from './import-vocabulary.ts';
import type {
  ImportField,
  ImportFile,
  ImportFinding,
  ImportFindingCode,
  ImportRow,
} from './import.ts';

/** Where a file's columns are: looked up once a file, not once a row. */
export type Columns = Readonly<Partial<Record<ImportField, readonly number[]>>>;

/** The columns of a mapping by their meaning. */
export function columnsOf(mapping: readonly ImportField[]): Columns {
  const columns: Partial<Record<ImportField, number[]>> = {};
  for (const [index, field] of mapping.entries()) (columns[field] ??= []).push(index);
  return columns;
}

/** Why a row has no cells to read at all; null when it has those that the headings announce. */
export function rowFault(file: ImportFile, row: ImportRow): readonly ImportFinding[] | null {
  if (isUnsplit(row)) return row.findings;
  const misfit = checkCellCount(file, row.cells);
  return misfit && [misfit];
}

/** Cells beyond the headings are let pass when they are empty: spreadsheets leave such behind. */
function checkCellCount(file: ImportFile, cells: readonly string[]): ImportFinding | null {
  const expected = file.headings.length;
  const surplus = cells.slice(expected).some((cell) => cell.trim() !== '');
  if (cells.length >= expected && !surplus) return null;
  const code = surplus ? 'too-many-cells' : 'too-few-cells';
  return { severity: 'problem', code, column: null, facts: { expected, found: cells.length } };
}

/** Reads cells of one row and collects its findings. */
export class CellReader {
  readonly findings: ImportFinding[] = [];
  protected readonly file: ImportFile;
  protected readonly columns: Columns;
  private readonly cells: readonly string[];

  constructor(file: ImportFile, columns: Columns, cells: readonly string[]) {
    this.file = file;
    this.columns = columns;
    this.cells = cells;
  }

  /** A cell as it stands; empty where the file has no such column. */
  protected cell(field: ImportField, index = 0): string {
    const column = this.columns[field]?.[index];
    return column === undefined ? '' : (this.cells[column] ?? '');
  }

  protected cellsOf(field: ImportField): readonly string[] {
    return (this.columns[field] ?? []).map((_, index) => this.cell(field, index));
  }

  /** A person's name; null when the cell says none. */
  protected name(field: ImportField = 'name'): string | null {
    const name = this.cell(field).trim();
    if (name.includes('\uFFFD'))
      this.report('warning', 'unreadable-character', field, { value: name });
    return name === '' ? null : name;
  }

  protected standing(field: 'active' | 'status'): Standing | null {
    const cell = this.cell(field).trim();
    if (cell === '') return null;
    const standing = standingOf(cell);
    if (standing === null) this.report('warning', 'unknown-status', field, { value: cell });
    return standing;
  }

  protected report(
    severity: ImportFinding['severity'],
    code: ImportFindingCode,
    field: ImportField,
    facts: ImportFinding['facts'],
    index = 0,
  ): void {
    const column = this.columns[field]?.[index];
    const heading = column === undefined ? null : (this.file.headings[column] ?? null);
    this.findings.push({ severity, code, column: heading, facts });
  }
}
