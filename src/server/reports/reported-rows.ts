/* A real RequiresAttention.csv from its bytes to rows that can be compared. */
import { attentionColumns, knownProblem } from '#src/domain/attention-file.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { ReportedRow } from '#src/domain/forecast-comparison.ts';
import { err, ok, type Result } from '#src/domain/result.ts';
import { readReport } from '../csv/read-report.ts';

/** Reads the file; `report.unreadable` when it is no table or has no e-mail column. */
export function reportedRows(bytes: Uint8Array): Result<readonly ReportedRow[], DomainError> {
  const report = readReport(bytes);
  if (!report.ok) return err({ code: 'report.unreadable', reason: report.error });
  const columns = attentionColumns(report.value.headings);
  if (!columns) return err({ code: 'report.unreadable', reason: 'no-heading' });
  return ok(
    report.value.rows.map(({ line, cells }) => {
      const cell = (index: number | null) => (index === null ? '' : (cells[index] ?? '').trim());
      const problem = cell(columns.problem);
      const nextStep = cell(columns.nextStep);
      return {
        line,
        email: cell(columns.email),
        name: cell(columns.name),
        problem: knownProblem(problem, nextStep),
        words: problem || nextStep,
      };
    }),
  );
}
