import { compareReport } from '#src/application/forecast-comparison.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { reportedRows } from '../reports/reported-rows.ts';

/** The endpoint that holds a forecast beside a real report. */
export const forecastComparisonHandlers: Handlers<'copy-plans.compare-report'> = {
  'copy-plans.compare-report': transaction((tx, { params, bytes }, context) => {
    const compared = compareReport(tx, params.planId, () => reportedRows(bytes), context);
    if (!compared.ok) return compared;
    const { rows, counts, repeated, withoutEmail } = compared.value;
    return ok({ items: [...rows], total: rows.length, counts, repeated, withoutEmail });
  }),
};
