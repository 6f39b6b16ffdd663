/*
 * Every row of an import against the site as it is and against the rows before it. Changes
 * nothing: the preview shows the outcomes, writing applies the changes.
 */
import { columnsOf, type Columns } from './import-cells.ts';
import { readRow, type ImportClaim } from './import-claim.ts';
import { decideAccount } from './import-account.ts';
import { decideCustomer } from './import-customer.ts';
import { NearMatches } from './import-near-matches.ts';
import type {
  AccountChange,
  Decision,
  ImportChange,
  ImportLookups,
  ImportState,
} from './import-state.ts';
import type {
  ImportField,
  ImportFile,
  ImportFinding,
  ImportFindingCode,
  ImportRow,
} from './import.ts';

/** A file with its rows, in the order of their lines. */
export type FileWithRows = { readonly file: ImportFile; readonly rows: readonly ImportRow[] };

export type Evaluation = {
  /** The same rows, in the same order, with their outcome and findings. */
  readonly rows: readonly ImportRow[];
  /** What to write for the rows that are new or updated, in order. */
  readonly changes: readonly ImportChange[];
};

/** Evaluates all files of a session together, in the order in which they were dropped. */
export function evaluateImport(files: readonly FileWithRows[], state: ImportState): Evaluation {
  const changes: ImportChange[] = [];
  const near = new NearMatches(addressesOn(state));
  const evaluator = new ImportEvaluator(state, near, (change) => changes.push(change));
  const rows = files.flatMap(({ file, rows: given }) =>
    given.map((row) => evaluator.evaluate(file, row)),
  );
  return { rows, changes };
}

/** Where an address was accepted first. */
type Accepted = {
  readonly file: ImportFile;
  readonly line: number;
  /** Lower-case names of the groups that the change joins: later rows of the same person add to them. */
  readonly groups: Set<string> | null;
};

/** Evaluates rows one after the other, in the order of the files and of their lines. */
export class ImportEvaluator {
  private readonly state: ImportLookups;
  private readonly near: NearMatches;
  private readonly onChange: (change: ImportChange) => void;
  private readonly accepted: Readonly<Record<ImportClaim['kind'], Map<string, Accepted>>> = {
    'portal-only': new Map(),
    atlassian: new Map(),
  };
  /** The address that took an id. */
  private readonly idOwners = new Map<string, string>();
  private file: ImportFile | null = null;
  private columns: Columns = {};

  /** `near` knows the addresses of the site; `onChange` is told what to write for each row. */
  constructor(state: ImportLookups, near: NearMatches, onChange: (change: ImportChange) => void) {
    this.state = state;
    this.near = near;
    this.onChange = onChange;
  }

  /** The row with its outcome and findings. */
  evaluate(file: ImportFile, row: ImportRow): ImportRow {
    // Without a mapping nobody knows what a row says: it is refused, and the file says why.
    if (file.format === null) return { ...row, outcome: 'refused', emailKey: null };
    if (file !== this.file) {
      this.file = file;
      this.columns = columnsOf(file.mapping);
    }
    const { claim, findings } = readRow(file, this.columns, row);
    if (!claim) return { ...row, outcome: 'refused', emailKey: null, findings };
    const evaluated = this.evaluateClaim(claim, file, row.line);
    return {
      ...row,
      outcome: evaluated.outcome,
      emailKey: claim.emailKey,
      findings: findings.length === 0 ? evaluated.findings : [...findings, ...evaluated.findings],
    };
  }

  private evaluateClaim(
    claim: ImportClaim,
    file: ImportFile,
    line: number,
  ): Pick<ImportRow, 'outcome' | 'findings'> {
    const before = this.accepted[claim.kind].get(claim.emailKey);
    if (before && listsGroups(file) && before.file.number === file.number) {
      return { outcome: this.addGroups(claim, before), findings: [] };
    }
    if (before) return refused(repeated(before, file, claim));
    const owner = claim.id === null ? undefined : this.idOwners.get(claim.id);
    if (owner) {
      const facts = { id: claim.id ?? '', other: owner };
      return refused(finding(file, 'problem', 'account-id-taken', 'account-id', facts));
    }
    return this.decide(claim, file, line);
  }

  private decide(
    claim: ImportClaim,
    file: ImportFile,
    line: number,
  ): Pick<ImportRow, 'outcome' | 'findings'> {
    const decision: Decision<ImportChange> =
      claim.kind === 'portal-only'
        ? decideCustomer(claim, this.state)
        : decideAccount(claim, this.state);
    if (decision.outcome === 'refused') {
      const { code, facts } = decision.refusal;
      const field = code === 'account-id-taken' ? 'account-id' : 'email';
      return refused(finding(file, 'problem', code, field, facts));
    }
    if (decision.change) this.onChange(decision.change);
    const groups = listsGroups(file)
      ? new Set(claim.groups.map((name) => name.toLowerCase()))
      : null;
    this.accepted[claim.kind].set(claim.emailKey, { file, line, groups });
    if (claim.id !== null) this.idOwners.set(claim.id, claim.email);
    if (decision.id !== null) this.idOwners.set(decision.id, claim.email);
    const findings: ImportFinding[] = [];
    if (decision.otherAccountId !== null) {
      const facts = { id: claim.id ?? '', kept: decision.otherAccountId };
      findings.push(finding(file, 'warning', 'other-account-id', 'account-id', facts));
    }
    if (claim.name === null && decision.change?.existing === null) {
      findings.push(finding(file, 'warning', 'name-missing', 'name', { email: claim.email }));
    }
    const near = this.near.findAndAdd(claim, file, line);
    if (near) findings.push(finding(file, 'warning', 'near-match', 'email', near));
    return { outcome: decision.outcome, findings };
  }

  /** A further row of one person in a file with a row for each group: only its group counts. */
  private addGroups(claim: ImportClaim, before: Accepted): 'updated' | 'unchanged' {
    const account = this.state.accounts.get(claim.emailKey);
    const joined = account && this.state.groupNames.get(account.id);
    const fresh = claim.groups.filter((name) => {
      const lower = name.toLowerCase();
      return before.groups?.has(lower) !== true && joined?.has(lower) !== true;
    });
    if (fresh.length === 0) return 'unchanged';
    for (const name of fresh) before.groups?.add(name.toLowerCase());
    this.onChange(joiningOnly(claim, fresh, account ?? null));
    return 'updated';
  }
}

function* addressesOn({ customers, siteAccess, accountsById }: ImportState) {
  yield* customers.values();
  for (const id of siteAccess.keys()) {
    const account = accountsById.get(id);
    if (account) yield account;
  }
}

function joiningOnly(
  { email, emailKey, name }: ImportClaim,
  join: readonly string[],
  existing: AccountChange['existing'],
): AccountChange {
  return {
    kind: 'atlassian',
    existing,
    id: existing?.id ?? null,
    email: existing?.email ?? email,
    emailKey,
    name: existing?.name ?? name ?? email,
    createdAt: null,
    directoryStatus: null,
    access: null,
    join,
    leave: [],
  };
}

function listsGroups({ format, mapping }: ImportFile): boolean {
  const isByGroup = format === 'users-by-group-2021' || format === 'users-by-group-older';
  return isByGroup || (format === 'mapped' && mapping.includes('group'));
}

function repeated(before: Accepted, file: ImportFile, claim: ImportClaim): ImportFinding {
  const facts = { value: claim.email, line: before.line };
  return before.file.number === file.number
    ? finding(file, 'problem', 'repeated-in-file', 'email', facts)
    : finding(file, 'problem', 'repeated-in-other-file', 'email', {
        ...facts,
        file: before.file.name,
      });
}

function refused(problem: ImportFinding): Pick<ImportRow, 'outcome' | 'findings'> {
  return { outcome: 'refused', findings: [problem] };
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
