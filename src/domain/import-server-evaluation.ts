/*
 * Every row of an import against the server as it is and against the rows before it. Changes
 * nothing: the preview shows the outcomes, writing applies the changes. Files complete each other: a
 * user is found by the user key where one is given, else by the user name, in any case (F7, F10 and
 * F11 of atlassian-api.md section 6).
 */
import { columnsOf, type Columns } from './import-cells.ts';
import type { FileWithRows } from './import-evaluation.ts';
import { readServerRow, type ServerClaim } from './import-server-claim.ts';
import { directoryKey } from './import-server-directory-names.ts';
import {
  ServerEvaluator,
  type ReadRow,
  type ServerImportState,
} from './import-server-evaluator.ts';
import { ServerNotes } from './import-server-notes.ts';
import type { ServerUserChange } from './import-server-people.ts';
import type { ImportFile, ImportNote, ImportRow } from './import.ts';

export type ServerEvaluation = {
  /** The same rows, in the same order, with their outcome and findings. */
  readonly rows: readonly ImportRow[];
  readonly changes: readonly ServerUserChange[];
  readonly notes: readonly ImportNote[];
};

/** Evaluates all files of a session together. */
export function evaluateServerImport(
  files: readonly FileWithRows[],
  state: ServerImportState,
): ServerEvaluation {
  const steps = serverEvaluation(files, state);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same, with a pause after every few rows that yields how many it has evaluated. */
export function* serverEvaluation(
  files: readonly FileWithRows[],
  state: ServerImportState,
): Generator<number, ServerEvaluation> {
  const read: ReadRow[] = [];
  for (const { file, rows } of files) {
    const columns = columnsOf(file.mapping);
    for (const row of rows) {
      read.push(readOne(file, columns, row));
      if (read.length % ROWS_AT_ONCE === 0) yield 0;
    }
  }
  const evaluator = new ServerEvaluator(tellingClaims(read), state);
  const rows = new Map<ReadRow, ImportRow>();
  // Who says in which directory somebody stands comes before who only says more about them.
  for (const each of read.toSorted((a, b) => rank(a) - rank(b))) {
    rows.set(each, evaluator.evaluate(each));
    if (rows.size % ROWS_AT_ONCE === 0) yield rows.size;
  }
  const notes = new ServerNotes(files.map(({ file }) => file));
  return {
    rows: read.map((each) => rows.get(each) ?? each.row),
    changes: evaluator.finish(notes),
    notes: notes.all(),
  };
}

/** Rows that are evaluated without a pause. */
const ROWS_AT_ONCE = 64;

function rank({ claim }: ReadRow): number {
  return claim && claim.directories.length > 0 ? 0 : 1;
}

/** What rows say of directories; a row that repeats another of its file is refused and tells nothing. */
function tellingClaims(read: readonly ReadRow[]): ServerClaim[] {
  const seen = new Set<string>();
  return read.flatMap(({ file, claim }) => {
    if (!claim) return [];
    const slots = claim.directories.map((name) =>
      JSON.stringify([file.number, claim.nameKey, directoryKey(name)]),
    );
    if (slots.some((slot) => seen.has(slot))) return [];
    for (const slot of slots) seen.add(slot);
    return [claim];
  });
}

function readOne(file: ImportFile, columns: Columns, row: ImportRow): ReadRow {
  // Without a mapping nobody knows what a row says: it is refused, and the file says why.
  if (file.format === null) return { file, row, claim: null, findings: row.findings };
  return { file, row, ...readServerRow(file, columns, row) };
}
