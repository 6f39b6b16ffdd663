import { getAttention, getRunPlan, type LiveAttentionRow } from '#src/application/attention.ts';
import { workOnRow } from '#src/application/copy-afterwards.ts';
import { losingOf } from '#src/application/copy-forecast.ts';
import { isFoundBy } from '#src/domain/search-key.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPage } from '../present.ts';
import { ATTENTION_FILE, attentionCsv, checkReport } from '../reports/attention-report.ts';
import { reportsZip } from '../reports/reports-zip.ts';
import { presentOutcome } from './copy-outcomes.ts';

/** Endpoints of what a run did and left to do. */
export const copyReportHandlers: Handlers<
  | 'copy-plans.outcomes'
  | 'copy-plans.attention'
  | 'copy-plans.attention-file'
  | 'copy-plans.reports-file'
  | 'copy-plans.check-report'
> = {
  'copy-plans.outcomes': transaction((tx, { params, query }, context) => {
    const plan = getRunPlan(tx, params.planId, context);
    if (!plan.ok) return plan;
    const { id: planId } = plan.value;
    const page = tx.lists.outcomes({ ...query, planId, action: query.action ?? null });
    const counts = tx.queries.outcomeCounts(planId);
    const flow = tx.queries.outcomeFlows(planId);
    // Who would lose access is a forecast: it is kept with every row, whatever came of the run.
    const losing = losingOf(tx.copyOutcomes.where({ planId }));
    return ok({ ...presentPage(page, presentOutcome), counts, flow, losing });
  }),
  'copy-plans.attention': transaction((tx, { params, query }, context) => {
    const found = getAttention(tx, params.planId, context);
    if (!found.ok) return found;
    const { plan, rows } = found.value;
    const matching = rows.filter(
      (row) =>
        (query.state === undefined || row.state === query.state) &&
        (query.problem === undefined || row.problem === query.problem) &&
        isFoundBy(query.search, row),
    );
    const items = matching
      .slice(query.offset, query.offset + query.limit)
      .map((row) => ({ ...presentRow(row), work: workOnRow(tx, plan, row) }));
    const open = rows.filter(({ state }) => state === 'open').length;
    return ok({ items, total: matching.length, open, done: rows.length - open });
  }),
  'copy-plans.attention-file': transaction((tx, { params, query }, context) => {
    const found = getAttention(tx, params.planId, context);
    if (!found.ok) return found;
    return ok({ fileName: ATTENTION_FILE, bytes: attentionCsv(found.value.rows, query.raw) });
  }),
  'copy-plans.reports-file': transaction((tx, { params, query }, context) => {
    const plan = getRunPlan(tx, params.planId, context);
    if (!plan.ok) return plan;
    const name = plan.value.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
    const fileName = `copy-report-${name || 'plan'}.zip`;
    return ok({ fileName, bytes: reportsZip(tx, plan.value, query.raw) });
  }),
  'copy-plans.check-report': transaction((tx, { params, bytes }, context) => {
    const found = getAttention(tx, params.planId, context);
    if (!found.ok) return found;
    const checked = checkReport(bytes, found.value.rows);
    if (!checked.ok) return checked;
    const items = [...checked.value];
    const count = (state: string) => items.filter((row) => row.state === state).length;
    return ok({
      items,
      total: items.length,
      open: count('open'),
      done: count('done'),
      unknown: count('unknown'),
    });
  }),
};

function presentRow(row: LiveAttentionRow) {
  const { group } = row;
  const review = group?.review;
  return {
    ...row,
    group: group && review && review !== 'none' ? { id: group.id, name: group.name, review } : null,
  };
}
