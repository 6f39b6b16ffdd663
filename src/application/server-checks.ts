/*
 * Pre-migration checks of a server plan: what they find now, which results are kept, and which are
 * excluded (domain.md 7.4).
 */
import type { CheckResult, CopyChecks } from '../domain/copy-checks.ts';
import type { Instant } from '../domain/clock.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { mayHappen } from '../domain/copy-plan-steps.ts';
import type { DomainError } from '../domain/errors.ts';
import { countedResult, isReused, type KeptCheck } from '../domain/kept-check.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  checkServer,
  occurrencesOf,
  SERVER_CHECK_IDS,
  SERVER_CHECKS,
  type ServerCheckId,
  type ServerChecks,
} from '../domain/server-checks.ts';
import { notFound } from './access.ts';
import { recordChange } from './audit.ts';
import type { CopyForecast } from './copy-forecast.ts';
import { getCopyPlan } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';
import { serverCheckFacts } from './server-check-facts.ts';
import { serverOf } from './server-plan-people.ts';

/** How a check stands beside what it finds now. */
type CheckStanding = {
  /** An excluded error counts as a warning. */
  readonly result: CheckResult;
  /** When the pass was found that is still kept; null when it is found anew each time. */
  readonly keptAt: Instant | null;
  readonly excluded: boolean;
};

export type CheckedServerPlan = {
  readonly checks: ServerChecks;
  readonly standings: Readonly<Record<ServerCheckId, CheckStanding>>;
};

/** Every check of a server plan by the present data, those of copies given. */
export function checkServerPlan(
  tx: Tx,
  plan: CopyPlan,
  forecast: CopyForecast,
  shared: CopyChecks,
  context: Context,
): CheckedServerPlan {
  const checks = { ...shared, ...checkServer(serverCheckFacts(tx, plan, forecast)) };
  const basis = basisOf(tx, plan);
  const standing = (checkId: ServerCheckId): CheckStanding => {
    const { result } = checks[checkId];
    const kept = tx.serverCheckResults.get({ planId: plan.id, checkId });
    const isKept = kept !== undefined && isReused(kept, { at: context.now, basis, result });
    const excluded = kept?.excluded ?? false;
    return {
      result: countedResult(checkId, result, excluded),
      keptAt: isKept ? kept.at : null,
      excluded,
    };
  };
  const standings = Object.fromEntries(SERVER_CHECK_IDS.map((id) => [id, standing(id)]));
  return { checks, standings: standings as CheckedServerPlan['standings'] };
}

/** What the checks that block a run are about; none when it may start. */
export function failedChecks({ standings }: CheckedServerPlan): string[] {
  return SERVER_CHECK_IDS.filter((id) => standings[id].result === 'error').map(
    (id) => SERVER_CHECKS[id].description,
  );
}

/** Keeps what the checks found; a pass that is reused stays as it was kept, with its date. */
export function keepResults(
  tx: Tx,
  plan: CopyPlan,
  { checks, standings }: CheckedServerPlan,
  context: Context,
): void {
  for (const checkId of SERVER_CHECK_IDS) {
    if (standings[checkId].keptAt !== null) continue;
    const { result, rows } = checks[checkId];
    tx.serverCheckResults.put({
      planId: plan.id,
      checkId,
      result,
      at: context.now,
      basis: basisOf(tx, plan),
      total: rows.length,
      occurrences: occurrencesOf(rows),
      excluded: standings[checkId].excluded,
    });
  }
}

/** *Run checks again*: failed checks and those without a kept pass. */
export function recordChecks(
  tx: Tx,
  plan: CopyPlan,
  checked: CheckedServerPlan,
  context: Context,
): void {
  keepResults(tx, plan, checked, context);
  const withResult = (result: CheckResult) =>
    SERVER_CHECK_IDS.filter((id) => checked.standings[id].result === result).length;
  recordChange(tx, context, {
    action: 'server-migration.checked',
    siteId: plan.destinationSiteId,
    subjectId: plan.id,
    facts: { name: plan.name, errors: withResult('error'), warnings: withResult('warning') },
  });
}

/** Excludes a check, so that its error counts as a warning, or includes it again. */
export function excludeCheck(
  tx: Tx,
  plan: CopyPlan,
  checked: CheckedServerPlan,
  input: { readonly check: string; readonly excluded: boolean },
  context: Context,
): Result<true, DomainError> {
  const checkId = SERVER_CHECK_IDS.find((id) => id === input.check);
  if (!checkId) return notFound('check', input.check);
  const { description, excludable } = SERVER_CHECKS[checkId];
  if (!excludable) return err({ code: 'server-migration.check-not-excludable', name: description });
  const { excluded } = input;
  if (checked.standings[checkId].excluded === excluded) return ok(true);
  const { result, rows } = checked.checks[checkId];
  const before = tx.serverCheckResults.get({ planId: plan.id, checkId });
  const kept: KeptCheck = before ?? {
    planId: plan.id,
    checkId,
    result,
    at: context.now,
    basis: basisOf(tx, plan),
    total: rows.length,
    occurrences: occurrencesOf(rows),
    excluded,
  };
  tx.serverCheckResults.put({ ...kept, excluded });
  recordChange(tx, context, {
    action: excluded ? 'server-migration.check-excluded' : 'server-migration.check-included',
    siteId: plan.destinationSiteId,
    subjectId: plan.id,
    facts: { name: plan.name, check: description, records: rows.length },
  });
  return ok(true);
}

/** A plan of a server that the actor may manage. */
export function serverPlan(
  tx: Tx,
  planId: string,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  if (!plan.ok) return plan;
  return plan.value.flow === 'copy' ? notFound('server migration', planId) : plan;
}

/** The same, before its run. */
export function savedServerPlan(
  tx: Tx,
  planId: string,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = serverPlan(tx, planId, context);
  if (!plan.ok || mayHappen(plan.value.state, 'change')) return plan;
  return err({ code: 'copy-plan.not-editable', state: plan.value.state });
}

/** Equal as long as neither the plan nor the fixes have changed: a kept pass is about these. */
function basisOf(tx: Tx, plan: CopyPlan): string {
  const fixes = tx.serverFixes.get({ serverId: serverOf(plan) });
  return `${plan.version} ${fixes?.version ?? 0}`;
}
