/* The audit log as a file. Names and addresses in it come from outside: every cell is guarded. */
import type { AuditView } from '#src/application/audit-log.ts';
import type { Snapshot } from '#src/domain/audit.ts';
import { csvSlices } from '../csv/write-csv.ts';
import type { FileSlice } from '../handler.ts';

const HEADINGS: readonly string[] = [
  'Time (UTC)',
  'Actor',
  'Action',
  'Site',
  'Subject',
  'Facts',
  'Before',
  'After',
];

/** One line a change, in the order given; facts as "name: value" pairs. */
export function auditCsv(parts: Iterable<readonly AuditView[]>): Generator<FileSlice, void> {
  return csvSlices(HEADINGS, rowsOf(parts));
}

function* rowsOf(parts: Iterable<readonly AuditView[]>) {
  // How many fit is known when all were looked at.
  for (const part of parts) yield { rows: part.map(cells), total: null };
}

function cells(entry: AuditView): string[] {
  return [
    new Date(entry.at).toISOString(),
    entry.actor,
    entry.action,
    entry.site?.name ?? '',
    entry.subjectId,
    pairs(entry.facts),
    pairs(entry.before),
    pairs(entry.after),
  ];
}

function pairs(snapshot: Snapshot | null): string {
  return Object.entries(snapshot ?? {})
    .map(([name, value]) => `${name}: ${value ?? ''}`)
    .join('; ');
}
