/* RequiresAttention.csv: out, with the rows that are still open, and back in again. */
import type { LiveAttentionRow } from '#src/application/attention.ts';
import type { Attention } from '#src/domain/copy-table.ts';
import type { DomainError } from '#src/domain/errors.ts';
import { err, ok, type Result } from '#src/domain/result.ts';
import { ATTENTION_HEADINGS } from '#src/domain/own-files.ts';
import { emailKey } from '#src/domain/email-key.ts';
import { readReport } from '../csv/read-report.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { holdingText, nextStepText, problemText } from './report-words.ts';

export const ATTENTION_FILE = 'RequiresAttention.csv';

/** The open rows as a file. `raw` leaves cells unguarded that a spreadsheet would run. */
export function attentionCsv(rows: readonly LiveAttentionRow[], raw: boolean): Uint8Array {
  const open = rows.filter(({ state }) => state === 'open');
  return writeCsv(ATTENTION_HEADINGS, open.map(cells), { guard: !raw });
}

function cells(row: LiveAttentionRow): string[] {
  return [
    row.email,
    row.name,
    holdingText(row.sourceHolding),
    holdingText(row.destinationHolding),
    holdingText(row.afterHolding),
    problemText(row.problem),
    nextStepText(row),
  ];
}

/** A row of a loaded report with what has become of it. */
export type CheckedRow = {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly problem: string;
  readonly kind: Attention | null;
  readonly nextStep: string;
  readonly state: 'open' | 'done' | 'unknown';
};

/** Reads a saved report back, cells unguarded, and finds each row among the plan's. */
export function checkReport(
  bytes: Uint8Array,
  rows: readonly LiveAttentionRow[],
): Result<readonly CheckedRow[], DomainError> {
  const report = readReport(bytes);
  if (!report.ok) return err({ code: 'report.unreadable', reason: report.error });
  const column = (name: string) => report.value.headings.indexOf(name);
  const [email, name, problem, nextStep] = [
    column('Email'),
    column('Display name'),
    column('Problem'),
    column('Next step'),
  ];
  if (email === -1 || problem === -1) {
    return err({ code: 'report.unreadable', reason: 'no-heading' });
  }
  const known = new Map(rows.map((row) => [rowKey(row.email, problemText(row.problem)), row]));
  return ok(
    report.value.rows.map(({ line, cells: found }) => {
      const cell = (index: number) => found[index] ?? '';
      const row = known.get(rowKey(cell(email), cell(problem)));
      return {
        line,
        email: cell(email),
        name: cell(name),
        problem: cell(problem),
        kind: row?.problem ?? null,
        nextStep: cell(nextStep),
        state: row?.state ?? 'unknown',
      };
    }),
  );
}

function rowKey(email: string, problem: string): string {
  return `${problem} ${emailKey(email)}`;
}
