/*
 * What stands in the way of a plan's run, and what it would do unasked: *Check for Conflicts* of a
 * copy, pre-migration checks of a server.
 */
import {
  checkCopy,
  COPY_CHECKS,
  type CheckResult,
  type CopyChecks,
} from '../domain/copy-checks.ts';
import { gradeCopy } from '../domain/copy-grade.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { CopyPlanId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { SERVER_CHECK_IDS } from '../domain/server-checks.ts';
import { checkVersion, notFound } from './access.ts';
import { checkFacts } from './copy-check-facts.ts';
import type { CopyForecast } from './copy-forecast.ts';
import { getForecast } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';
import {
  checkServerPlan,
  excludeCheck,
  recordChecks,
  savedServerPlan,
  type CheckedServerPlan,
} from './server-checks.ts';

/** The checks of a plan, how many of them block the run or warn, and the forecast in one word. */
export type CheckedPlan = {
  readonly checks: CopyChecks;
  /** Those of a server plan, which has them in groups; null for any other. */
  readonly server: CheckedServerPlan | null;
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
  return ok(checkPlan(tx, plan, forecast.value, input.shown, context));
}

/** The same for a plan and its present forecast. */
export function checkPlan(
  tx: Tx,
  plan: CopyPlan,
  forecast: CopyForecast,
  shown: string | null,
  context: Context,
): CheckedPlan {
  const { fingerprint: present, losing, attention, groups } = forecast;
  const checks = checkCopy(checkFacts(tx, plan, { shown, present }, context));
  const server = plan.flow === 'copy' ? null : checkServerPlan(tx, plan, forecast, checks, context);
  const results = server
    ? SERVER_CHECK_IDS.map((id) => server.standings[id].result)
    : COPY_CHECKS.map((id) => checks[id].result);
  const withResult = (result: CheckResult) => results.filter((each) => each === result).length;
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
  return { checks, server, errors, warnings, ...grade };
}

/** *Run checks again* of a server plan: keeps what they find. */
export function runServerChecks(
  tx: Tx,
  planId: string,
  context: Context,
): Result<CopyPlan, DomainError> {
  const found = checkedServerPlan(tx, planId, context);
  if (!found.ok) return found;
  const { plan, checked } = found.value;
  recordChecks(tx, plan, checked, context);
  return ok(plan);
}

/**
 * Excludes a check of a server plan, or includes it again. `expectedVersion` is that of the plan: a
 * check of another plan finds something else.
 */
export function excludeServerCheck(
  tx: Tx,
  input: {
    readonly planId: string;
    readonly check: string;
    readonly excluded: boolean;
    readonly expectedVersion: number | null;
  },
  context: Context,
): Result<true, DomainError> {
  const found = checkedServerPlan(tx, input.planId, context);
  if (!found.ok) return found;
  const { plan, checked } = found.value;
  const fresh = checkVersion(tx, plan, plan.id, input.expectedVersion);
  if (!fresh.ok) return fresh;
  return excludeCheck(tx, plan, checked, input, context);
}

function checkedServerPlan(
  tx: Tx,
  planId: string,
  context: Context,
): Result<{ plan: CopyPlan; checked: CheckedServerPlan }, DomainError> {
  const plan = savedServerPlan(tx, planId, context);
  if (!plan.ok) return plan;
  const found = checkCopyPlan(tx, { planId, shown: null }, context);
  if (!found.ok) return found;
  const { server } = found.value;
  return server ? ok({ plan: plan.value, checked: server }) : notFound('server migration', planId);
}
