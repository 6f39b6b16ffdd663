/* The forecast of a plan beside a real report: of a saved plan the present one, else the run's own. */
import type { DomainError } from '../domain/errors.ts';
import {
  compareWithForecast,
  forecastRows,
  type ForecastComparison,
  type ReportedRow,
} from '../domain/forecast-comparison.ts';
import { ok, type Result } from '../domain/result.ts';
import { forecastPlan } from './copy-forecast.ts';
import { getCopyPlan } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';

/**
 * Compares the rows of a real RequiresAttention.csv with what the plan forecasts. A run keeps its
 * forecast from its start: neither what came of it nor what was worked off since counts.
 */
export function compareReport(
  tx: Tx,
  planId: string,
  reported: () => Result<readonly ReportedRow[], DomainError>,
  context: Context,
): Result<ForecastComparison, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  if (!plan.ok) return plan;
  const rows = reported();
  if (!rows.ok) return rows;
  const outcomes =
    plan.value.state === 'saved'
      ? forecastPlan(tx, plan.value).outcomes
      : tx.copyOutcomes.where({ planId: plan.value.id });
  return ok(compareWithForecast(forecastRows(outcomes), rows.value));
}
