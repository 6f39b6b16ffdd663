/* The preview of an import: its rows evaluated against the site or server as it is now. */
import { isServerId, type ServerId, type SiteId } from '../domain/ids.ts';
import { ImportEvaluator } from '../domain/import-evaluation.ts';
import { stagedRow } from '../domain/import-file.ts';
import { serverEvaluation } from '../domain/import-server-evaluation.ts';
import type { ServerUserChange } from '../domain/import-server-people.ts';
import type { ImportChange } from '../domain/import-state.ts';
import type { ImportFile, ImportNote, ImportRow, ImportSession } from '../domain/import.ts';
import type { Site } from '../domain/organization.ts';
import type { ImportProgress } from './imports-progress.ts';
import { HeldAddresses, lookupsOn } from './imports-state.ts';
import { Tallies } from './imports-tally.ts';
import type { UploadedFile } from './imports-uploaded-file.ts';
import type { Tx } from './ports.ts';

export type Preview = {
  /** What writing would do, where it is asked for. */
  readonly changes: readonly (ImportChange | ServerUserChange)[];
  readonly notes: readonly ImportNote[];
  readonly tallies: Tallies;
  /** Rows whose outcome is another than the stored preview showed. */
  readonly differing: number;
};

/** A file whose rows are not stored yet. */
export type AddedFile = Pick<UploadedFile, 'pieces' | 'sizeBytes'> & {
  readonly file: ImportFile;
  /** Records before the first row. */
  readonly skipped: number;
  readonly isOwn: boolean;
};

/** Rows that are read or evaluated without a pause. */
const ROWS_AT_ONCE = 64;

/** A row as it comes: stored before with another outcome, or not yet; and how far the reading is. */
type Coming = ImportProgress & { readonly row: ImportRow; readonly isStored: boolean };

/**
 * Evaluates every row anew and stores what differs from the preview so far. `added` is the last
 * file, whose rows are not stored yet.
 */
export function* restage(
  tx: Tx,
  session: ImportSession,
  { added = null, withChanges = false }: { added?: AddedFile | null; withChanges?: boolean } = {},
): Generator<ImportProgress, Preview> {
  const files = tx.importFiles.where({ importId: session.id });
  const staging = new Staging(tx);
  const { siteId } = session;
  if (isServerId(siteId)) {
    const { changes, notes } = yield* restageServer(tx, siteId, files, added, staging);
    return { ...staging, changes: withChanges ? changes : [], notes };
  }
  const changes: ImportChange[] = [];
  yield* restageSite(tx, siteId, files, added, staging, (change) => {
    if (withChanges) changes.push(change);
  });
  return { ...staging, changes, notes: [] };
}

/** Stores evaluated rows and counts them. */
class Staging {
  readonly tallies = new Tallies();
  differing = 0;
  readonly #tx: Tx;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  take(before: ImportRow, row: ImportRow, isStored: boolean): void {
    this.tallies.add(row);
    if (isStored && before.outcome !== row.outcome) this.differing += 1;
    if (!isStored || !isSame(before, row)) this.#tx.importRows.put(row);
  }
}

function* restageSite(
  tx: Tx,
  siteId: SiteId,
  files: readonly ImportFile[],
  added: AddedFile | null,
  staging: Staging,
  onChange: (change: ImportChange) => void,
): Generator<ImportProgress, void> {
  const held = new HeldAddresses();
  for (const _ of held.read(tx, siteId)) yield { phase: 'checking', done: 0, total: 0 };
  const lookups = lookupsOn(tx, siteOf(tx, siteId), held);
  const evaluator = new ImportEvaluator(lookups, held.near, onChange);
  for (const file of files) {
    for (const coming of rowsOf(tx, files, file, added)) {
      const { row, isStored, ...progress } = coming;
      staging.take(row, evaluator.evaluate(file, row), isStored);
      if (progress.rows % ROWS_AT_ONCE === 0) yield progress;
    }
  }
}

function* restageServer(
  tx: Tx,
  serverId: ServerId,
  files: readonly ImportFile[],
  added: AddedFile | null,
  staging: Staging,
): Generator<ImportProgress, Pick<Preview, 'changes' | 'notes'>> {
  const before: ImportRow[] = [];
  let stored = 0;
  const withRows: { file: ImportFile; rows: ImportRow[] }[] = [];
  for (const file of files) {
    const rows: ImportRow[] = [];
    for (const { row, isStored, ...progress } of rowsOf(tx, files, file, added)) {
      rows.push(row);
      before.push(row);
      if (isStored) stored += 1;
      if (before.length % ROWS_AT_ONCE === 0) yield progress;
    }
    withRows.push({ file, rows });
  }
  const total = before.length * 2;
  const evaluating = serverEvaluation(withRows, {
    directories: tx.serverDirectories.where({ serverId }),
    users: tx.serverUsers.where({ serverId }),
  });
  let step = evaluating.next();
  for (; step.done !== true; step = evaluating.next()) {
    yield { phase: 'checking', done: step.value, total, rows: step.value };
  }
  const { rows, changes, notes } = step.value;
  for (const [index, row] of rows.entries()) {
    // The added file is the last one.
    staging.take(before[index] ?? row, row, index < stored);
    const done = before.length + index;
    if (index % ROWS_AT_ONCE === 0) yield { phase: 'checking', done, total, rows: index };
  }
  return { changes, notes };
}

/** The rows of a file in the order of their lines, each with how far the reading of all files is. */
function* rowsOf(
  tx: Tx,
  files: readonly ImportFile[],
  file: ImportFile,
  added: AddedFile | null,
): Generator<Coming & { readonly rows: number }> {
  const sizes = files.map(({ sizeBytes }) => sizeBytes);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const begin = sizes.slice(0, files.indexOf(file)).reduce((sum, size) => sum + size, 0);
  let rows = 0;
  if (added && file.number === added.file.number) {
    let records = 0;
    for (const piece of added.pieces()) {
      for (const record of piece.records) {
        records += 1;
        if (records <= added.skipped) continue;
        rows += 1;
        const row = stagedRow(file, record, added.isOwn);
        const done = begin + piece.bytes;
        yield { row, isStored: false, phase: 'checking', done, total, rows };
      }
    }
    return;
  }
  // Rows lie in the store without their place in the file's bytes: the last line is the end.
  const all = Math.max(
    1,
    tx.importRows.count({ importId: file.importId, fileNumber: file.number }),
  );
  for (let line = 0; ;) {
    const page = tx.queries.importRowsAfter(file, line, ROWS_AT_ONCE);
    for (const row of page) {
      ({ line } = row);
      rows += 1;
      const done = begin + (file.sizeBytes * rows) / all;
      yield { row, isStored: true, phase: 'checking', done, total, rows };
    }
    if (page.length < ROWS_AT_ONCE) return;
  }
}

function isSame(one: ImportRow, other: ImportRow): boolean {
  return (
    one.outcome === other.outcome &&
    one.emailKey === other.emailKey &&
    one.findings.length === other.findings.length &&
    (one.findings.length === 0 || JSON.stringify(one.findings) === JSON.stringify(other.findings))
  );
}

/** The site of an import. */
export function siteOf(tx: Tx, siteId: SiteId): Site {
  const site = tx.sites.get({ id: siteId });
  if (!site) throw new Error(`An import points to the unknown site ${siteId}`);
  return site;
}
