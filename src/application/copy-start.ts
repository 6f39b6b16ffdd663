/* The start of a run: refused unless the plan would still do what was forecast. */
import type { DomainError } from '../domain/errors.ts';
import type { Job } from '../domain/job.ts';
import { hasRoomFor } from '../domain/licences.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { checkPlan } from './copy-checks.ts';
import { forecastPlan } from './copy-forecast.ts';
import { editablePlan, recordPlan } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';
import { failedChecks, keepResults } from './server-checks.ts';
import { keepMigratingPeople } from './server-plan-people.ts';

/**
 * Runs a plan as forecast: when the data changed since, nothing starts and the caller must look
 * again. Same-named customer organizations with other members or other project access block the run
 * (S2; domain.md 6.3), and so do agents that a Free destination has no licence for. From a server
 * every pre-migration check that errs blocks, unless it was excluded (domain.md 7.4).
 */
export function runCopyPlan(
  tx: Tx,
  input: {
    readonly planId: string;
    readonly fingerprint: string;
    readonly expectedVersion: number | null;
  },
  context: Context,
): Result<Job, DomainError> {
  const found = editablePlan(tx, input.planId, input.expectedVersion, context);
  if (!found.ok) return found;
  const plan = found.value;
  const busy = tx.copyPlans
    .where({ state: 'running' })
    .find(({ destinationSiteId: id }) => id === plan.destinationSiteId);
  if (busy) return err({ code: 'copy-plan.already-running', name: busy.name });
  const forecast = forecastPlan(tx, plan);
  if (forecast.conflicts.length > 0) {
    return err({ code: 'copy-plan.conflicts', names: forecast.conflicts.map(({ name }) => name) });
  }
  // A check that passed earlier may fail by now: the present data decides.
  const { server } = checkPlan(tx, plan, forecast, input.fingerprint, context);
  const failed = server ? failedChecks(server) : [];
  if (failed.length > 0) return err({ code: 'server-migration.checks-failed', names: failed });
  const { used, limit, atOnce } = forecast.licences;
  if (limit !== null && !hasRoomFor({ used, limit }, atOnce)) {
    return err({ code: 'licences.exhausted', limit, used });
  }
  if (forecast.fingerprint !== input.fingerprint)
    return err({ code: 'copy-plan.forecast-changed' });
  for (const outcome of forecast.outcomes) tx.copyOutcomes.put(outcome);
  if (server) {
    keepResults(tx, plan, server, context);
    keepMigratingPeople(tx, plan);
  }
  const job: Job = {
    id: context.ids.next('job'),
    kind: 'copy',
    subjectId: plan.id,
    siteId: plan.destinationSiteId,
    state: 'running',
    actor: context.actor,
    startedAt: context.now,
    endsAt: context.now + forecast.durationMs,
    // A plan that carries nothing still runs and finishes.
    total: Math.max(1, forecast.outcomes.length + plan.projectIds.length),
    done: 0,
  };
  tx.jobs.put(job);
  const { now: startedAt } = context;
  const version = plan.version + 1;
  tx.copyPlans.put({ ...plan, state: 'running', jobId: job.id, startedAt, version });
  recordPlan(tx, context, 'copy-plan.started', plan);
  return ok(job);
}
