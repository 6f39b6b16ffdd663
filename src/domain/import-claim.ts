/* One row of a file as what it claims about one person, before anybody looks at the site. */
import { isPortalOnlyUsername } from './export-format.ts';
import type { Instant } from './clock.ts';
import { checkEmailAddress, type EmailFault } from './email-address.ts';
import { emailKey } from './email-key.ts';
import { readFileDate } from './file-date.ts';
import { isAccountId, isPortalCustomerId } from './ids.ts';
import { isUnsplit } from './import-file.ts';
import { roleOf, standingOf, type Standing } from './import-vocabulary.ts';
import type {
  ImportedKind,
  ImportField,
  ImportFile,
  ImportFinding,
  ImportFindingCode,
  ImportRow,
} from './import.ts';
import { highestRole, type ProductRole } from './product-role.ts';

/** What a row claims. A null claims nothing: what the site holds stays, and a new person gets the usual. */
export type ImportClaim = {
  readonly kind: ImportedKind;
  readonly email: string;
  readonly emailKey: string;
  /** The id in the file, where it is one of this account type. */
  readonly id: string | null;
  readonly name: string | null;
  readonly standing: Standing | null;
  readonly createdAt: Instant | null;
  /** `at: null` claims that the person was never there. */
  readonly lastSeen: { readonly at: Instant | null } | null;
  readonly groups: readonly string[];
  readonly role: ProductRole | null;
};

/** A row's claim, or null when it has problems, with everything that there is to say about it. */
export type RowReading = {
  readonly claim: ImportClaim | null;
  readonly findings: readonly ImportFinding[];
};

/** Where a file's columns are: looked up once a file, not once a row. */
export type Columns = Readonly<Record<ImportField, readonly number[]>>;

/** The columns of a mapping by their meaning. */
export function columnsOf(mapping: readonly ImportField[]): Columns {
  const of = (wanted: ImportField) =>
    mapping.flatMap((field, index) => (field === wanted ? [index] : []));
  return {
    'account-id': of('account-id'),
    name: of('name'),
    email: of('email'),
    active: of('active'),
    status: of('status'),
    created: of('created'),
    'last-seen': of('last-seen'),
    group: of('group'),
    'product-role': of('product-role'),
    ignore: of('ignore'),
  };
}

/** Reads one row of a file. */
export function readRow(file: ImportFile, columns: Columns, row: ImportRow): RowReading {
  if (isUnsplit(row)) return { claim: null, findings: row.findings };
  const misfit = checkCellCount(file, row.cells);
  if (misfit) return { claim: null, findings: [misfit] };
  const reader = new RowReader(file, columns, row.cells);
  const claim = reader.claim();
  return { claim, findings: reader.findings };
}

/** Cells beyond the headings are let pass when they are empty: spreadsheets leave such behind. */
function checkCellCount(file: ImportFile, cells: readonly string[]): ImportFinding | null {
  const expected = file.headings.length;
  const surplus = cells.slice(expected).some((cell) => cell.trim() !== '');
  if (cells.length >= expected && !surplus) return null;
  const code = surplus ? 'too-many-cells' : 'too-few-cells';
  return { severity: 'problem', code, column: null, facts: { expected, found: cells.length } };
}

class RowReader {
  readonly findings: ImportFinding[] = [];
  private readonly file: ImportFile;
  private readonly columns: Columns;
  private readonly cells: readonly string[];

  constructor(file: ImportFile, columns: Columns, cells: readonly string[]) {
    this.file = file;
    this.columns = columns;
    this.cells = cells;
  }

  claim(): ImportClaim | null {
    const written = this.cell('email');
    const fault = checkEmailAddress(written);
    if (fault) {
      this.report('problem', fault.code, 'email', emailFacts(fault, written));
      return null;
    }
    const email = written.trim();
    if (email !== written) this.report('warning', 'surrounding-space', 'email', { value: email });
    const username = this.cell('account-id').trim();
    const kind = this.kind(username);
    const hasFittingId =
      kind === 'portal-only' ? isPortalCustomerId(username) : isAccountId(username);
    return {
      kind,
      email,
      emailKey: emailKey(email),
      id: hasFittingId ? username : null,
      name: this.name(),
      standing: this.standing('status') ?? this.standing('active'),
      createdAt: this.date('created')?.at ?? null,
      lastSeen: this.lastSeen(),
      groups: kind === 'atlassian' ? this.groups() : [],
      role: kind === 'atlassian' ? this.role() : null,
    };
  }

  /** The older users exports list both account types; everywhere else the file as a whole has one. */
  private kind(username: string): ImportedKind {
    const { format, kind } = this.file;
    const isMixed = format === 'users-by-group-2021' || format === 'users-by-group-older';
    if (isMixed) return isPortalOnlyUsername(username) ? 'portal-only' : 'atlassian';
    return kind ?? 'portal-only';
  }

  private name(): string | null {
    const name = this.cell('name').trim();
    if (name.includes('\uFFFD'))
      this.report('warning', 'unreadable-character', 'name', { value: name });
    return name === '' ? null : name;
  }

  private standing(field: 'active' | 'status'): Standing | null {
    const cell = this.cell(field).trim();
    if (cell === '') return null;
    const standing = standingOf(cell);
    if (standing === null) this.report('warning', 'unknown-status', field, { value: cell });
    return standing;
  }

  private date(field: 'created' | 'last-seen', index = 0): { at: Instant | null } | null {
    const cell = this.cell(field, index);
    const date = readFileDate(cell);
    if (date.type === 'at') return { at: date.at };
    if (date.type === 'never') return { at: null };
    if (date.type === 'unreadable') {
      this.report('warning', 'unreadable-date', field, { value: cell.trim() }, index);
    }
    return null;
  }

  /** The latest of several columns. */
  private lastSeen(): { at: Instant | null } | null {
    let latest: { at: Instant | null } | null = null;
    for (let index = 0; index < this.columns['last-seen'].length; index += 1) {
      const date = this.date('last-seen', index);
      if (date && (latest === null || (date.at ?? -Infinity) > (latest.at ?? -Infinity))) {
        latest = date;
      }
    }
    return latest;
  }

  /** One column may hold several names; with a column for each name a comma belongs to the name. */
  private groups(): string[] {
    const cells = this.columns.group.map((_, index) => this.cell('group', index));
    const names = cells.length === 1 ? (cells[0] ?? '').split(',') : cells;
    return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  }

  /** The most that any product column gives; null where there is none or one is not understood. */
  private role(): ProductRole | null {
    const cells = this.columns['product-role'].map((_, index) => this.cell('product-role', index));
    const roles = cells.map((cell, index) => {
      const role = roleOf(cell);
      if (role === null) {
        this.report('warning', 'unknown-role', 'product-role', { value: cell.trim() }, index);
      }
      return role;
    });
    const known = roles.filter((role) => role !== null);
    return known.length === 0 || known.length < roles.length ? null : highestRole(known);
  }

  private cell(field: ImportField, index = 0): string {
    const column = this.columns[field][index];
    return column === undefined ? '' : (this.cells[column] ?? '');
  }

  private report(
    severity: ImportFinding['severity'],
    code: ImportFindingCode,
    field: ImportField,
    facts: ImportFinding['facts'],
    index = 0,
  ): void {
    const column = this.columns[field][index];
    const heading = column === undefined ? null : (this.file.headings[column] ?? null);
    this.findings.push({ severity, code, column: heading, facts });
  }
}

function emailFacts(fault: EmailFault, written: string): ImportFinding['facts'] {
  switch (fault.code) {
    case 'email-missing':
      return {};
    case 'email-without-at':
      return { value: written.trim() };
    case 'email-too-long':
      return { part: fault.part, length: fault.length, limit: fault.limit };
    case 'email-invalid':
      return { value: written.trim(), reason: fault.reason };
  }
}
