/* One row of a file as what it claims about one person, before anybody looks at the site. */
import { isPortalOnlyUsername } from './export-format.ts';
import type { Instant } from './clock.ts';
import { checkEmailAddress, type EmailFault } from './email-address.ts';
import { emailKey } from './email-key.ts';
import { readFileDate } from './file-date.ts';
import { isAccountId, isPortalCustomerId } from './ids.ts';
import { CellReader, rowFault, type Columns } from './import-cells.ts';
import { roleOf, type Standing } from './import-vocabulary.ts';
import type { ImportedKind, ImportFile, ImportFinding, ImportRow } from './import.ts';
import { highestRole, type ProductRole } from './product-role.ts';

/** What a row claims. A null claims nothing: what the site holds stays, and a new person gets the usual. */
export type ImportClaim = {
  readonly kind: Exclude<ImportedKind, 'server-user'>;
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

/** Reads one row of a file. */
export function readRow(file: ImportFile, columns: Columns, row: ImportRow): RowReading {
  const fault = rowFault(file, row);
  if (fault) return { claim: null, findings: fault };
  const reader = new RowReader(file, columns, row.cells);
  const claim = reader.claim();
  return { claim, findings: reader.findings };
}

class RowReader extends CellReader {
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
  private kind(username: string): ImportClaim['kind'] {
    const { format, kind } = this.file;
    const isMixed = format === 'users-by-group-2021' || format === 'users-by-group-older';
    if (isMixed) return isPortalOnlyUsername(username) ? 'portal-only' : 'atlassian';
    return kind === 'atlassian' ? kind : 'portal-only';
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
    for (let index = 0; index < (this.columns['last-seen']?.length ?? 0); index += 1) {
      const date = this.date('last-seen', index);
      if (date && (latest === null || (date.at ?? -Infinity) > (latest.at ?? -Infinity))) {
        latest = date;
      }
    }
    return latest;
  }

  /** One column may hold several names; with a column for each name a comma belongs to the name. */
  private groups(): string[] {
    const cells = this.cellsOf('group');
    const names = cells.length === 1 ? (cells[0] ?? '').split(',') : cells;
    return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  }

  /** The most that any product column gives; null where there is none or one is not understood. */
  private role(): ProductRole | null {
    const roles = this.cellsOf('product-role').map((cell, index) => {
      const role = roleOf(cell);
      if (role === null) {
        this.report('warning', 'unknown-role', 'product-role', { value: cell.trim() }, index);
      }
      return role;
    });
    const known = roles.filter((role) => role !== null);
    return known.length === 0 || known.length < roles.length ? null : highestRole(known);
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
