/* Check for Conflicts: what stands in the way of a plan's run, and what it would do unasked. */
import {
  checkCopy,
  COPY_CHECKS,
  type CheckResult,
  type CopyChecks,
} from '../domain/copy-checks.ts';
import { gradeCopy } from '../domain/copy-grade.ts';
import type { DomainError } from '../domain/errors.ts';
import type { CopyPlanId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { checkFacts } from './copy-check-facts.ts';
import { getForecast } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';

/** The checks of a plan, how many of them block the run or warn, and the forecast in one word. */
type CheckedPlan = {
  readonly checks: CopyChecks;
  readonly errors: number;
  readonly warnings: number;
} & ReturnType<typeof gradeCopy>;

/**
 * Every check of a plan that has not run. `shown` is the fingerprint of the forecast that was looked
 * at, so that newer data is noticed.
 */
export function checkCopyPlan(
  tx: Tx,
  input: { readonly planId: string; readonly shown: string | null },
  context: Context,
): Result<CheckedPlan, DomainError> {
  const forecast = getForecast(tx, input.planId, context);
  if (!forecast.ok) return forecast;
  const plan = tx.copyPlans.get({ id: input.planId as CopyPlanId });
  if (!plan) return notFound('copy plan', input.planId);
  const { fingerprint: present, losing, attention, groups } = forecast.value;
  const checks = checkCopy(checkFacts(tx, plan, { shown: input.shown, present }, context));
  const withResult = (result: CheckResult) =>
    COPY_CHECKS.filter((id) => checks[id].result === result).length;
  const errors = withResult('error');
  const warnings = withResult('warning');
  const grade = gradeCopy({
    errors,
    warnings,
    losing,
    attention: attention['review-group'] + attention['upgrade-portal-only'],
    // The group of mismatched customers is counted by its members' rows.
    pendingGroups: groups.filter((group) => group.outcome === 'review' && !group.isForMismatched)
      .length,
  });
  return ok({ checks, errors, warnings, ...grade });
}
