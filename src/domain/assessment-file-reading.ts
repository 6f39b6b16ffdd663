/*
 * An edited file of an assessment on its way back. It is taken whole or not at all: rows may neither
 * be added nor removed (domain.md 7.5, CSV). Rows are found by their user key, so their order is
 * free; the order of the columns is not.
 */
import {
  cellOf,
  fixFileRows,
  fixHeadings,
  type FixFileRow,
  type FixHeading,
} from './assessment-file.ts';
import { emailKey } from './email-key.ts';
import { err, ok, type Result } from './result.ts';
import { addressFault, type Assessment } from './server-assessment.ts';
import type { FixFile, ServerFixRow } from './server-fixes.ts';

/** A record of the file and the line on which it begins; the heading line is one of them. */
export type FixRecord = { readonly line: number; readonly cells: readonly string[] };

/** Why a file is refused. */
export type FixRefusal = {
  /** 1 is the heading line; null where no line of the file is meant. */
  readonly line: number | null;
  readonly code:
    | 'headings-differ'
    | 'row-count-differs'
    | 'row-added'
    | 'row-repeated'
    | 'row-removed'
    | 'cell-count-differs'
    | 'read-only-changed'
    | 'error-type-wrong'
    | 'account-type-wrong'
    | 'tombstone-wrong'
    | 'new-email-invalid'
    | 'new-email-taken';
  readonly column: FixHeading | null;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** An accepted file: every row, and how many say something else than the file that was handed out. */
export type FixReading = {
  readonly rows: readonly Omit<ServerFixRow, 'serverId'>[];
  readonly changed: number;
};

const EDITABLE: readonly FixHeading[] = ['NewEmail', 'Tombstone'];
const KNOWN: Partial<Record<FixHeading, readonly string[]>> = {
  Type: ['INV', 'DUP'],
  ErrorType: ['INV', 'DUP', ''],
  AccountType: ['USER', 'CUSTOMER'],
};

type Row = Omit<ServerFixRow, 'serverId'> & { readonly line: number; readonly isChanged: boolean };

/** Reads a file against the assessment that it came from; refused with everything that is wrong with it. */
export function readFixFile(
  file: FixFile,
  assessment: Assessment,
  records: readonly FixRecord[],
): Result<FixReading, readonly FixRefusal[]> {
  const [first, ...body] = records;
  const headings = fixHeadings(file);
  const found = (first?.cells ?? []).map((cell) => cell.replace(/^\uFEFF/, '').trim());
  if (found.length !== headings.length || headings.some((name, at) => found[at] !== name)) {
    const facts = { expected: headings.join(','), found: found.join(',') };
    return err([{ line: first?.line ?? null, code: 'headings-differ', column: null, facts }]);
  }
  const expected = new Map(fixFileRows(file, assessment).map((row) => [row.UserKey, row]));
  const refusals: FixRefusal[] = [];
  if (body.length !== expected.size) {
    const facts = { expected: expected.size, found: body.length };
    refusals.push({ line: null, code: 'row-count-differs', column: null, facts });
  }
  const rows: Row[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of body) {
    const complain = (code: FixRefusal['code'], column: FixHeading | null, facts = {}) => {
      refusals.push({ line, code, column, facts });
    };
    if (cells.length !== headings.length) {
      complain('cell-count-differs', null, { expected: headings.length, found: cells.length });
    }
    const userKey = cells[0] ?? '';
    const before = expected.get(userKey);
    const earlier = lines.get(userKey);
    if (!before) complain('row-added', 'UserKey', { userKey });
    else if (earlier !== undefined) complain('row-repeated', 'UserKey', { userKey, line: earlier });
    else {
      lines.set(userKey, line);
      if (cells.length === headings.length) rows.push(readRow(file, before, line, cells, complain));
    }
  }
  for (const userKey of expected.keys()) {
    if (lines.has(userKey)) continue;
    refusals.push({ line: null, code: 'row-removed', column: null, facts: { userKey } });
  }
  if (file !== 'all') refusals.push(...takenAddresses(file, assessment, rows));
  if (refusals.length > 0) return err(refusals.toSorted(byLine));
  return ok({
    rows: rows.map(({ line: _line, isChanged: _isChanged, ...row }) => row),
    changed: rows.filter(({ isChanged }) => isChanged).length,
  });
}

function readRow(
  file: FixFile,
  before: FixFileRow,
  line: number,
  cells: readonly string[],
  complain: (code: FixRefusal['code'], column: FixHeading, facts: FixRefusal['facts']) => void,
): Row {
  const said = new Map(fixHeadings(file).map((heading, at) => [heading, cells[at] ?? '']));
  for (const [column, value] of said) {
    const expected = cellOf(before, column);
    if (EDITABLE.includes(column) || value === expected) continue;
    const isKnown = KNOWN[column]?.includes(value) ?? true;
    if (isKnown) complain('read-only-changed', column, { expected, found: value });
    else {
      const code = column === 'AccountType' ? 'account-type-wrong' : 'error-type-wrong';
      complain(code, column, { expected, found: value });
    }
  }
  // Spreadsheets write TRUE and FALSE in the case and the width of cell that they like.
  const tombstone = (said.get('Tombstone') ?? '').trim().toUpperCase();
  if (tombstone !== 'TRUE' && tombstone !== 'FALSE') {
    complain('tombstone-wrong', 'Tombstone', { found: said.get('Tombstone') ?? '' });
  }
  const given = said.get('NewEmail') ?? '';
  // Without a problem, an empty cell keeps the address; the file of all users is full of such rows.
  const newEmail = given.trim() === '' && before.Type === '' ? before.OldEmail : given;
  const fault = tombstone === 'TRUE' ? null : addressFault(newEmail);
  if (fault) complain('new-email-invalid', 'NewEmail', { found: given, reason: fault.code });
  return {
    line,
    file,
    userKey: before.UserKey,
    newEmail,
    tombstone: tombstone === 'TRUE',
    isChanged: newEmail !== before.NewEmail || tombstone !== before.Tombstone,
  };
}

/**
 * In a simple file everybody needs an address of their own, also beside those who are not in it. In
 * the advanced one, rows that share a new address are merged, which is what the file is for.
 */
function takenAddresses(
  file: FixFile,
  { people }: Assessment,
  rows: readonly Row[],
): readonly FixRefusal[] {
  const others = people.filter(({ problem }) => problem !== file);
  const owners = new Map<string, Readonly<Record<string, string | number>>>(
    others.map((person) => [person.emailKey, { userKey: person.userKey }]),
  );
  return rows.flatMap(({ line, newEmail, tombstone, userKey }) => {
    if (tombstone || addressFault(newEmail)) return [];
    const key = emailKey(newEmail);
    const owner = owners.get(key);
    if (!owner) {
      owners.set(key, { userKey, line });
      return [];
    }
    const facts = { found: newEmail, owner: owner['userKey'] ?? '', ...lineOf(owner) };
    return [{ line, code: 'new-email-taken', column: 'NewEmail', facts } as const];
  });
}

function lineOf(owner: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return owner['line'] === undefined ? {} : { line: owner['line'] };
}

/** What is about the whole file first, then by line. */
function byLine(a: FixRefusal, b: FixRefusal): number {
  return (a.line ?? 0) - (b.line ?? 0);
}
