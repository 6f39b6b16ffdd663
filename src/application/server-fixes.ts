/*
 * Choosing what is done about problems with addresses, and the files in which each user's fix can be
 * written. Nothing on the server changes: fixes are applied when a migration runs (domain.md 7.5).
 */
import { readFixFile, type FixRecord } from '../domain/assessment-file-reading.ts';
import { fixCells, fixFileRows, fixHeadings } from '../domain/assessment-file.ts';
import type { DomainError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ChosenFixes, FixFile, ServerFixes } from '../domain/server-fixes.ts';
import { checkVersion } from './access.ts';
import { recordChange } from './audit.ts';
import type { Context, Tx } from './ports.ts';
import {
  assessedServer,
  runningMigration,
  viewAssessment,
  type AssessedServer,
  type AssessmentView,
} from './server-assessment.ts';

/** A refused file names this many refusals at most, and how many there are. */
const SHOWN_REFUSALS = 200;

/** Chooses the fixes. A file can be chosen once it was uploaded. */
export function chooseFixes(
  tx: Tx,
  input: ChosenFixes & { readonly serverId: string; readonly expectedVersion: number | null },
  context: Context,
): Result<AssessmentView, DomainError> {
  const found = changeable(tx, input, context);
  if (!found.ok) return found;
  const { level, invalid, duplicated } = input;
  for (const file of filesOf(input)) {
    const { server, assessment } = found.value;
    const isThere = tx.serverFixRows.count({ serverId: server.id, file }) > 0;
    const isNeeded = fixFileRows(file, assessment).length > 0;
    if (isNeeded && !isThere) return err({ code: 'assessment.file-missing', file });
  }
  return ok(choose(tx, found.value, { level, invalid, duplicated }, context));
}

/** The lines of a file as the present assessment hands it out, the headings first. */
export function fixFile(
  tx: Tx,
  input: { readonly serverId: string; readonly file: FixFile },
  context: Context,
): Result<readonly string[][], DomainError> {
  const found = assessedServer(tx, input.serverId, context);
  if (!found.ok) return found;
  const rows = fixFileRows(input.file, found.value.assessment);
  const cells = rows.map((row) => fixCells(input.file, row));
  return ok([[...fixHeadings(input.file)], ...cells]);
}

/**
 * Takes an edited file whole, in place of the one uploaded before, and chooses it as the fix; or
 * refuses it with everything that is wrong with it, and changes nothing.
 */
export function uploadFixFile(
  tx: Tx,
  input: {
    readonly serverId: string;
    readonly file: FixFile;
    /** Reads the file once it is known that it may be changed. */
    readonly read: () => Result<readonly FixRecord[], DomainError>;
    readonly expectedVersion: number | null;
  },
  context: Context,
): Result<{ assessment: AssessmentView; rows: number; changed: number }, DomainError> {
  const found = changeable(tx, input, context);
  if (!found.ok) return found;
  const { server, assessment, fixes } = found.value;
  const { file } = input;
  const records = input.read();
  if (!records.ok) return records;
  const read = readFixFile(file, assessment, records.value);
  if (!read.ok) {
    const refusals = read.error.slice(0, SHOWN_REFUSALS);
    return err({ code: 'assessment.file-refused', file, count: read.error.length, refusals });
  }
  const { rows, changed } = read.value;
  tx.serverFixRows.removeWhere({ serverId: server.id, file });
  for (const row of rows) tx.serverFixRows.put({ ...row, serverId: server.id });
  const { invalid, duplicated } = fixes;
  const chosen: ChosenFixes =
    file === 'all'
      ? { level: 'advanced', invalid, duplicated }
      : { level: 'simple', invalid, duplicated, [file]: 'file' };
  const facts = { file, rows: rows.length, rowsChanged: changed };
  return ok({
    assessment: choose(tx, found.value, chosen, context, facts),
    rows: rows.length,
    changed,
  });
}

/** The files that a choice takes its fixes from. */
function filesOf({ level, invalid, duplicated }: ChosenFixes): FixFile[] {
  if (level === 'advanced') return ['all'];
  return [
    ...(invalid === 'file' ? (['invalid'] as const) : []),
    ...(duplicated === 'file' ? (['duplicated'] as const) : []),
  ];
}

/** An assessed server whose fixes may be changed: not while one of its migrations runs (FIXDUPE). */
function changeable(
  tx: Tx,
  input: { readonly serverId: string; readonly expectedVersion: number | null },
  context: Context,
): Result<AssessedServer, DomainError> {
  const found = assessedServer(tx, input.serverId, context);
  if (!found.ok) return found;
  const { server, fixes } = found.value;
  const running = runningMigration(tx, server);
  if (running !== null) return err({ code: 'assessment.migration-running', name: running });
  const fresh = checkVersion(tx, fixes, server.id, input.expectedVersion);
  return fresh.ok ? found : fresh;
}

function choose(
  tx: Tx,
  { server, fixes }: AssessedServer,
  chosen: ChosenFixes,
  context: Context,
  facts: Readonly<Record<string, string | number>> = {},
): AssessmentView {
  tx.serverFixes.put({ ...fixes, ...chosen, version: fixes.version + 1 });
  recordChange(tx, context, {
    action: 'server.fixes-chosen',
    subjectId: server.id,
    facts: { name: server.name, ...facts },
    before: snapshot(fixes),
    after: snapshot(chosen),
  });
  return viewAssessment(tx, server);
}

function snapshot({ level, invalid, duplicated }: ChosenFixes | ServerFixes) {
  return { level, invalid, duplicated };
}
