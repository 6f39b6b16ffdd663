/* The audit log as a file. Names and addresses in it come from outside: every cell is guarded. */
import type { AuditView } from '#src/application/audit-log.ts';
import type { Snapshot } from '#src/domain/audit.ts';
import { writeCsv } from '../csv/write-csv.ts';

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
export function auditCsv(entries: readonly AuditView[]): Uint8Array {
  return writeCsv(HEADINGS, entries.map(cells), { guard: true });
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
