/* Stopping a run (domain.md 7.3): what is under way is finished first, and nothing resumes it. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import { mayHappen } from '../domain/copy-plan-steps.ts';
import type { DomainError } from '../domain/errors.ts';
import { advanced, stopped } from '../domain/job.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { getCopyPlan } from './copy-plans.ts';
import { endRun } from './copy-run-end.ts';
import { applyCopyItem } from './copy-run.ts';
import type { Context, Tx } from './ports.ts';

/**
 * Finishes the current item at once and ends the run; with the last item under way that makes it
 * finished. It asks for no version: a run changes its plan by itself while somebody looks at it.
 */
export function stopCopyPlan(
  tx: Tx,
  planId: string,
  context: Context,
): Result<CopyPlan, DomainError> {
  const found = getCopyPlan(tx, planId, context);
  if (!found.ok) return found;
  const plan = found.value;
  const job = plan.jobId ? tx.jobs.get({ id: plan.jobId }) : undefined;
  if (!mayHappen(plan.state, 'stop') || job?.state !== 'running') {
    return err({ code: 'copy-plan.not-running', state: plan.state });
  }
  applyCopyItem(tx, plan.id, job.done, { ...context, actor: job.actor });
  const next = advanced(job);
  tx.jobs.put(next.state === 'finished' ? next : stopped(next));
  if (next.state !== 'finished') endRun(tx, plan.id, 'stop', context);
  return ok(tx.copyPlans.get({ id: plan.id })!);
}
