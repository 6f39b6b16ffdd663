/* One row of a server's file as what it claims about one user, before anybody looks at the server. */
import { CellReader, rowFault, type Columns } from './import-cells.ts';
import { userTypeOf } from './import-vocabulary.ts';
import type { ImportFile, ImportFinding, ImportRow } from './import.ts';
import { userNameKey } from './server-people.ts';
import type { ServerUser } from './server.ts';

/** What a row claims. A null claims nothing: what the server holds stays, and a new user gets the usual. */
export type ServerClaim = {
  readonly userName: string;
  /** In the form in which a server compares user names. */
  readonly nameKey: string;
  readonly userKey: string | null;
  /** As given, whether or not it is an address: what is wrong with it is the assessment's to say. */
  readonly email: string | null;
  readonly name: string | null;
  readonly active: boolean | null;
  readonly type: ServerUser['type'] | null;
  /** As the file calls them, by name or by number, the first one first; empty where it names none. */
  readonly directories: readonly string[];
};

export type ServerRowReading = {
  readonly claim: ServerClaim | null;
  readonly findings: readonly ImportFinding[];
};

/** Reads one row of a file; a row without a user name has no claim. */
export function readServerRow(
  file: ImportFile,
  columns: Columns,
  row: ImportRow,
): ServerRowReading {
  const fault = rowFault(file, row);
  if (fault) return { claim: null, findings: fault };
  const reader = new ServerRowReader(file, columns, row.cells);
  const claim = reader.claim();
  return { claim, findings: reader.findings };
}

class ServerRowReader extends CellReader {
  claim(): ServerClaim | null {
    const written = this.cell('user-name');
    const userName = written.trim();
    if (userName === '') {
      this.report('problem', 'user-name-missing', 'user-name', {});
      return null;
    }
    if (userName !== written) {
      this.report('warning', 'surrounding-space', 'user-name', { value: userName });
    }
    const email = this.cell('email');
    const standing = this.standing('status') ?? this.standing('active');
    return {
      userName,
      nameKey: userNameKey(userName),
      userKey: this.cell('user-key').trim() || null,
      email: email.trim() === '' ? null : email,
      name: this.name() ?? this.joinedName(),
      active: standing === null ? null : standing === 'active',
      type: this.type(),
      directories: this.directories(),
    };
  }

  private joinedName(): string | null {
    const parts = [this.name('first-name'), this.name('last-name')];
    return parts.filter((part) => part !== null).join(' ') || null;
  }

  private type(): ServerUser['type'] | null {
    const cell = this.cell('account-type').trim();
    if (cell === '') return null;
    const type = userTypeOf(cell);
    if (type === null)
      this.report('warning', 'unknown-account-type', 'account-type', { value: cell });
    return type;
  }

  /** One cell may hold all directories of a user, joined by semicolons (F10). */
  private directories(): string[] {
    const names = this.cell('directory').split(';');
    return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  }
}
