/*
 * Results of pre-migration checks that are kept, and checks that are excluded (domain.md 7.4:
 * success results are kept 30 days, failed checks run again; an excluded error is a warning).
 */
import type { Instant } from './clock.ts';
import type { CheckResult } from './copy-checks.ts';
import type { CopyPlanId } from './ids.ts';
import { SERVER_CHECKS, type ServerCheckId } from './server-checks.ts';

/** What the latest run of a check found. */
export type KeptCheck = {
  readonly planId: CopyPlanId;
  readonly checkId: ServerCheckId;
  readonly result: CheckResult;
  readonly at: Instant;
  /** What the plan and the fixes of the server were then. */
  readonly basis: string;
  /** How many records it named, and the first of them by name. */
  readonly total: number;
  readonly occurrences: readonly string[];
  readonly excluded: boolean;
};

/** Simulated. */
export const KEPT_MS = 30 * 24 * 60 * 60_000;

/**
 * Whether a result is reused, so that running the checks again leaves it and its date alone: a pass
 * of the last 30 days, for the same plan with the same fixes. The present data must not contradict
 * it: the real product would go on showing such a pass until its run fails, but here every check is
 * looked at anyway, and a run is refused by what is found now. The comparison of forecasts belongs to
 * one screen, so its result is of no use later.
 */
export function isReused(
  kept: KeptCheck,
  now: { readonly at: Instant; readonly basis: string; readonly result: CheckResult },
): boolean {
  if (kept.checkId === 'data-changed' || kept.result !== 'pass' || now.result !== 'pass') {
    return false;
  }
  return kept.basis === now.basis && now.at < kept.at + KEPT_MS;
}

/** What a result counts as: an excluded error is a warning, where the check can be excluded. */
export function countedResult(
  checkId: ServerCheckId,
  result: CheckResult,
  excluded: boolean,
): CheckResult {
  return result === 'error' && excluded && SERVER_CHECKS[checkId].excludable ? 'warning' : result;
}
