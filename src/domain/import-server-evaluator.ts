/* Applies the rows of an import one after the other to the users of a server, in memory. */
import { emailKey } from './email-key.ts';
import { NearMatches } from './import-near-matches.ts';
import type { ServerClaim } from './import-server-claim.ts';
import { DirectoryBook, type DirectoryPlace } from './import-server-directories.ts';
import type { ServerNotes } from './import-server-notes.ts';
import {
  changeOf,
  ServerPeople,
  type Entry,
  type Person,
  type Said,
  type ServerUserChange,
} from './import-server-people.ts';
import type {
  ImportField,
  ImportFile,
  ImportFinding,
  ImportFindingCode,
  ImportRow,
} from './import.ts';
import { addressFault } from './server-assessment.ts';
import type { ServerDirectory, ServerUser } from './server.ts';

/** The present state, read once for all rows. */
export type ServerImportState = {
  readonly directories: readonly ServerDirectory[];
  readonly users: readonly ServerUser[];
};

/** A row with what it claims. */
export type ReadRow = {
  readonly file: ImportFile;
  readonly row: ImportRow;
  readonly claim: ServerClaim | null;
  readonly findings: readonly ImportFinding[];
};

export class ServerEvaluator {
  private readonly book: DirectoryBook;
  private readonly people: ServerPeople;
  private readonly near: NearMatches;
  /** User keys that files give, by user name: a key that the server only assumed is told by them. */
  private readonly givenKeys: ReadonlyMap<string, string>;
  /** Lines by file, user and directory. */
  private readonly lines = new Map<string, number>();
  private readonly warned = new Set<string>();
  private assumedDirectory: DirectoryPlace | null = null;
  private withoutDirectory = 0;

  constructor(claims: readonly ServerClaim[], { directories, users }: ServerImportState) {
    this.book = new DirectoryBook(claims, directories, users);
    this.people = new ServerPeople(users, ({ directoryId }) => this.book.holding(directoryId));
    for (const { entries } of this.people.all()) {
      for (const entry of entries) {
        const better = this.book.betterNamed(entry.directory);
        const isThere = entries.some(({ directory }) => directory.key === better?.key);
        if (better && !isThere) entry.directory = better;
      }
    }
    this.near = new NearMatches(users.filter(({ email, deleted }) => !deleted && email !== ''));
    // Of several the first one counts, as of everything else that files say.
    this.givenKeys = new Map(
      claims
        .flatMap(({ nameKey, userKey }) => (userKey === null ? [] : [[nameKey, userKey] as const]))
        .toReversed(),
    );
  }

  evaluate({ file, row, claim, findings: read }: ReadRow): ImportRow {
    if (!claim) return { ...row, outcome: 'refused', emailKey: null, findings: read };
    const key = claim.email === null ? null : emailKey(claim.email);
    const findings = [...read];
    const outcome = this.apply(claim, file, row.line, findings);
    if (outcome !== 'refused' && claim.email !== null && key !== null) {
      this.warnOfNearMatch({ email: claim.email, emailKey: key }, claim, file, row.line, findings);
    }
    return { ...row, outcome, emailKey: outcome === 'refused' ? null : key, findings };
  }

  /** What to write, once every row is evaluated, and what was taken for granted. */
  finish(notes: ServerNotes): ServerUserChange[] {
    notes.directories(this.book.notes, this.assumedDirectory, this.withoutDirectory);
    const changes: ServerUserChange[] = [];
    for (const person of this.people.all()) {
      let isChannelAssumed = false;
      for (const entry of person.entries) {
        const isNewCustomer =
          entry.values.type === 'customer' && entry.existing?.type !== 'customer';
        // A customer who never raised a request comes along with nobody (S4), and no export says so.
        if (isNewCustomer && entry.values.channel === null) {
          entry.values = { ...entry.values, channel: 'portal' };
          isChannelAssumed = true;
        }
        const change = changeOf(entry);
        if (change) changes.push(change);
      }
      notes.person(person, isChannelAssumed);
    }
    notes.changes(changes);
    return changes;
  }

  private apply(
    claim: ServerClaim,
    file: ImportFile,
    line: number,
    findings: ImportFinding[],
  ): ImportRow['outcome'] {
    const refuse = (code: ImportFindingCode, field: ImportField, facts: ImportFinding['facts']) => {
      findings.push(finding(file, 'problem', code, field, facts));
      return 'refused' as const;
    };
    const directories = claim.directories.map((cell) => this.book.named(cell));
    const slots = directories.length > 0 ? directories.map(({ key }) => key) : [''];
    const repeated = slots
      .map((slot) => this.lines.get(JSON.stringify([file.number, claim.nameKey, slot])))
      .find((found) => found !== undefined);
    if (repeated !== undefined) {
      const facts = { value: claim.userName, line: repeated };
      return refuse('user-repeated-in-file', 'user-name', facts);
    }
    const found = this.find(claim);
    if (found.taken) {
      const facts = {
        key: claim.userKey ?? '',
        other: found.taken.entries[0]?.values.userName ?? '',
      };
      return refuse('user-key-taken', 'user-key', facts);
    }
    for (const slot of slots) {
      this.lines.set(JSON.stringify([file.number, claim.nameKey, slot]), line);
    }
    const person = found.person ?? this.people.add(claim.userName);
    const before = snapshot(person);
    // The first row about a user is the one that moves them to the directory's name.
    const isMoved = person.entries.some(
      ({ existing, directory, isNamed }) =>
        existing !== null && existing.directoryId !== directory.id && !isNamed,
    );
    if (person.nameKey !== claim.nameKey) this.people.rename(person, claim.userName);
    const entry = this.enter(person, claim, directories);
    this.say(person, entry, claim, { file, line, findings });
    if (!found.person) return 'new';
    return snapshot(person) === before && !isMoved ? 'unchanged' : 'updated';
  }

  /** By user key where there is one, else by user name. */
  private find({ nameKey, userKey }: ServerClaim): { person?: Person; taken?: Person } {
    const named = this.people.named(nameKey);
    const keyed = userKey === null ? undefined : this.people.keyed(userKey);
    if (!keyed || keyed === named) return named ? { person: named } : {};
    // The server took the user name for the key where no file told it; now one does.
    const given = this.givenKeys.get(keyed.nameKey);
    const isOther = given !== undefined && given !== userKey;
    if (isOther && this.people.mayBeAssumed(keyed)) return named ? { person: named } : {};
    const wasNamed = keyed.entries.some(({ said }) => said.size > 0);
    return named || wasNamed ? { taken: keyed } : { person: keyed };
  }

  /** Puts somebody where the row says; the directory that the rest of the row is about comes first. */
  private enter(
    person: Person,
    { userName, email, name, active }: ServerClaim,
    directories: readonly DirectoryPlace[],
  ): Entry {
    for (const [index, directory] of directories.entries()) {
      // Somebody of whom no file named a directory has been waiting for one.
      const known =
        person.entries.find((entry) => entry.directory.key === directory.key) ??
        person.entries.find((entry) => entry.directory.telling === 0 && !entry.isNamed);
      if (known) {
        known.directory = directory;
        known.isNamed = true;
        continue;
      }
      const entry = this.people.enter(person, userName, directory);
      entry.isNamed = true;
      // A list says one address for all directories, which another file may know better.
      if (index > 0) {
        const { values } = entry;
        entry.values = {
          ...values,
          email: email ?? '',
          name: name ?? values.name,
          active: active ?? true,
        };
      }
    }
    const [first] = directories;
    const entry = first
      ? person.entries.find(({ directory }) => directory.key === first.key)
      : person.entries.toSorted(byDirectory)[0];
    if (entry) return entry;
    this.assumedDirectory = this.book.unnamed();
    this.withoutDirectory += 1;
    return this.people.enter(person, userName, this.assumedDirectory);
  }

  /** Takes over what a row says, unless an earlier row said otherwise. */
  private say(
    person: Person,
    entry: Entry,
    claim: ServerClaim,
    at: { readonly file: ImportFile; readonly line: number; readonly findings: ImportFinding[] },
  ): void {
    const { file, line, findings } = at;
    const says = <W extends Said>(what: W, said: ServerUser[W] | null, field: ImportField) => {
      if (said === null) return false;
      const holds = entry.values[what];
      const isSame =
        what === 'email' ? emailKey(String(holds)) === emailKey(String(said)) : holds === said;
      const place = entry.said.get(what);
      if (!place) entry.said.set(what, { file: file.name, line });
      else if (!isSame) {
        const facts = { what, value: shown(said), kept: shown(holds), ...place };
        findings.push(finding(file, 'warning', 'file-disagrees', field, facts));
      }
      return !place && !isSame;
    };
    const statusField = file.mapping.includes('status') ? 'status' : 'active';
    const { email, name, active, type, userKey } = claim;
    if (says('email', email, 'email')) entry.values = { ...entry.values, email: email ?? '' };
    if (says('name', name, 'name')) entry.values = { ...entry.values, name: name ?? '' };
    if (says('active', active, statusField)) {
      entry.values = { ...entry.values, active: active ?? true };
    }
    const { agent, projectAdmin } = entry.values;
    if (says('type', type, 'account-type') && !(type === 'licensed' && (agent || projectAdmin))) {
      for (const each of person.entries) {
        each.values = { ...each.values, type: type ?? each.values.type };
      }
    }
    if (says('userKey', userKey, 'user-key') && userKey !== null) {
      this.people.giveKey(person, userKey);
    }
    for (const what of ['type', 'userKey'] as const) {
      const place = entry.said.get(what);
      if (place) for (const { said } of person.entries) said.set(what, place);
    }
  }

  /** Each user's address is looked at once, however many files hold it. */
  private warnOfNearMatch(
    address: { readonly email: string; readonly emailKey: string },
    { nameKey }: ServerClaim,
    file: ImportFile,
    line: number,
    findings: ImportFinding[],
  ): void {
    const seen = JSON.stringify([nameKey, address.emailKey]);
    if (addressFault(address.email) || this.warned.has(seen)) return;
    this.warned.add(seen);
    const near = this.near.findAndAdd(address, file, line);
    if (near) findings.push(finding(file, 'warning', 'near-match', 'email', near));
  }
}

/** The directory that a server asks first is the one whose row counts. */
function byDirectory({ directory: a }: Entry, { directory: b }: Entry): number {
  return Number(b.active) - Number(a.active) || a.position - b.position;
}

/** Everything of a person that a row can change. */
function snapshot({ entries }: Person): string {
  return JSON.stringify(entries.map(({ directory, values }) => [directory.key, values]));
}

function shown(value: string | boolean): string {
  if (typeof value === 'string') return value;
  return value ? 'active' : 'inactive';
}

function finding(
  file: ImportFile,
  severity: ImportFinding['severity'],
  code: ImportFindingCode,
  field: ImportField,
  facts: ImportFinding['facts'],
): ImportFinding {
  const column = file.headings[file.mapping.indexOf(field)] ?? null;
  return { severity, code, column, facts };
}
