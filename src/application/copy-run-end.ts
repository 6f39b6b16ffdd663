/* The end of a run: finished, stopped by somebody, or incomplete after a fault. */
import { copyPhases, type CopyPhase } from '../domain/copy-phases.ts';
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import { COPY_PLAN_STEPS } from '../domain/copy-plan-steps.ts';
import { migrationFlow, recordChange } from './audit.ts';
import { measureRun } from './copy-measure.ts';
import type { Context, Tx } from './ports.ts';

/** What a run that ended early did not come to. */
type MissingFromRun = { readonly customers: number; readonly projects: number };

type RunEnd = 'finish' | 'stop' | 'fail';

/**
 * Ends a run: every row says what came of it, the plan gets its state, and the mailbox tells of the
 * silence. Whoever's turn did not come is `not-copied`; links say what a further run leaves out.
 */
export function endRun(tx: Tx, planId: CopyPlan['id'], end: RunEnd, context: Context): void {
  const plan = tx.copyPlans.get({ id: planId })!;
  const state = COPY_PLAN_STEPS[plan.state][end];
  if (state === undefined || state === 'gone') throw new Error(`${planId} is ${plan.state}`);
  for (const outcome of comeTo(tx, plan, end)) tx.copyOutcomes.put(outcome);
  const version = plan.version + 1;
  const ended = { ...plan, state, finishedAt: context.now, version };
  tx.copyPlans.put(ended);
  if (end !== 'fail') recordEnd(tx, ended, end, context);
  noteSilence(tx, plan, context);
}

/** The parts of a plan's run and how far each has come; none before the run. */
export function runPhases(tx: Tx, plan: CopyPlan): readonly CopyPhase[] {
  const job = plan.jobId && tx.jobs.get({ id: plan.jobId });
  if (!job || plan.state === 'saved') return [];
  const customers = tx.copyOutcomes.count({ planId: plan.id });
  return copyPhases(plan.state, job.done, { customers, projects: plan.projectIds.length });
}

/** Customers and service projects that a run which ended early did not copy; null for any other plan. */
export function missingFromRun(tx: Tx, plan: CopyPlan): MissingFromRun | null {
  if (plan.state !== 'stopped' && plan.state !== 'incomplete') return null;
  const left = (id: CopyPhase['id']) =>
    runPhases(tx, plan)
      .filter((phase) => phase.id === id)
      .reduce((sum, { done, total }) => sum + total - done, 0);
  return { customers: left('customers'), projects: left('projects') };
}

/** All is read before anything is written. A record that cannot be read may be the very fault. */
function comeTo(tx: Tx, plan: CopyPlan, end: RunEnd): readonly CopyOutcome[] {
  if (end !== 'fail') return measureRun(tx, plan, end === 'finish');
  try {
    return measureRun(tx, plan, false);
  } catch {
    return [];
  }
}

function recordEnd(tx: Tx, plan: CopyPlan, end: 'finish' | 'stop', context: Context): void {
  const { id: planId } = plan;
  const named = { name: plan.name, ...migrationFlow(plan) };
  const attention = tx.attentionRows.count({ planId });
  const copied = tx.copyOutcomes.count({ planId, state: 'done' });
  const left = tx.copyOutcomes.count({ planId, state: 'pending' });
  recordChange(tx, context, {
    action: end === 'finish' ? 'copy-plan.finished' : 'copy-plan.stopped',
    siteId: plan.destinationSiteId,
    subjectId: planId,
    facts: end === 'finish' ? { ...named, attention } : { ...named, attention, copied, left },
  });
}

/** S2: copied customers receive no message. The simulated mailbox says so, once a run. */
function noteSilence(tx: Tx, plan: CopyPlan, context: Context): void {
  const done = { planId: plan.id, state: 'done' } as const;
  const count =
    tx.copyOutcomes.count(done) -
    tx.copyOutcomes.count({ ...done, action: 'left-out' }) -
    tx.copyOutcomes.count({ ...done, action: 'former-user' });
  if (count === 0) return;
  tx.messages.put({
    id: context.ids.next('message'),
    siteId: plan.destinationSiteId,
    at: context.now,
    to: '',
    kind: 'copied-without-message',
    facts: { count, plan: plan.name },
  });
}
