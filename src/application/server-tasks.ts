/*
 * A server migration as tasks of the migration API (atlassian-api.md section 5): *Check* from the
 * kept results of the checks, *Migrate* from the phases of the run. Nothing of it is stored.
 */
import type { Instant } from '../domain/clock.ts';
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import {
  narrowedTo,
  statusAt,
  statusTree,
  type CheckState,
  type PhaseState,
  type StatusNode,
} from '../domain/migration-status.ts';
import { ok, type Result } from '../domain/result.ts';
import { SERVER_CHECK_IDS, SERVER_CHECKS } from '../domain/server-checks.ts';
import { notFound } from './access.ts';
import { runPhases } from './copy-run-end.ts';
import type { Context, Tx } from './ports.ts';
import { serverPlan } from './server-checks.ts';

export type ServerTask = {
  readonly taskId: 'check' | 'migrate';
  readonly createdAt: Instant;
  /** Machine names of checks that were excluded. */
  readonly excludedKeys: readonly string[];
};

/** What a client asks of a status: a level of the tree, and which of its nodes. */
export type StatusQuestion = {
  readonly level: string;
  readonly expandChildren: boolean;
  readonly status?: string | undefined;
  readonly outcome?: string | undefined;
};

/** The tasks of a plan, the newest first: none before the checks have run. */
export function listTasks(
  tx: Tx,
  planId: string,
  context: Context,
): Result<readonly ServerTask[], DomainError> {
  const plan = serverPlan(tx, planId, context);
  return plan.ok ? ok(tasksOf(tx, plan.value)) : plan;
}

/** The state of a task at a level; finds nothing where the level names no node. */
export function taskStatus(
  tx: Tx,
  input: StatusQuestion & { readonly planId: string; readonly taskId: string },
  context: Context,
): Result<StatusNode, DomainError> {
  const found = serverPlan(tx, input.planId, context);
  if (!found.ok) return found;
  const plan = found.value;
  const task = tasksOf(tx, plan).find(({ taskId }) => taskId === input.taskId);
  if (!task) return notFound('task', input.taskId);
  const isMigrate = task.taskId === 'migrate';
  const tree = statusTree({
    task: isMigrate ? 'Migrate' : 'Check',
    checks: checkStates(tx, plan),
    phases: isMigrate ? phaseStates(tx, plan) : [],
  });
  const node = statusAt(tree, input.level, true);
  if (!node) return notFound('status', input.level);
  const narrowed = narrowedTo(node, input);
  // The node that was asked for is there, also where a filter fits nothing in it.
  return ok(statusAt(narrowed ?? node, '', input.expandChildren && narrowed !== null) ?? node);
}

function tasksOf(tx: Tx, plan: CopyPlan): ServerTask[] {
  const kept = tx.serverCheckResults.where({ planId: plan.id });
  if (kept.length === 0) return [];
  const excludedKeys = kept.flatMap(({ excluded, checkId }) =>
    excluded ? [SERVER_CHECKS[checkId].key] : [],
  );
  const check: ServerTask = {
    taskId: 'check',
    createdAt: Math.max(...kept.map(({ at }) => at)),
    excludedKeys,
  };
  if (plan.startedAt === null) return [check];
  return [{ taskId: 'migrate', createdAt: plan.startedAt, excludedKeys }, check];
}

/** The comparison of forecasts belongs to one screen and is none of a machine's checks. */
function checkStates(tx: Tx, plan: CopyPlan): CheckState[] {
  return SERVER_CHECK_IDS.filter((id) => id !== 'data-changed').map((checkId): CheckState => {
    const kept = tx.serverCheckResults.get({ planId: plan.id, checkId });
    const { key, description, excludable } = SERVER_CHECKS[checkId];
    return {
      key,
      state: kept ? 'done' : 'waiting',
      result: kept?.result ?? 'pass',
      occurrences: kept?.occurrences ?? [],
      description,
      excludable,
      excluded: kept?.excluded ?? false,
    };
  });
}

/** Users and customers are one phase of a run, and report separately here. */
function phaseStates(tx: Tx, plan: CopyPlan): PhaseState[] {
  const outcomes = tx.copyOutcomes.where({ planId: plan.id });
  const licensed = outcomes.filter(({ sourceHolding }) => sourceHolding === 'licensed');
  const others = outcomes.filter(({ sourceHolding }) => sourceHolding !== 'licensed');
  return runPhases(tx, plan).flatMap((phase): PhaseState[] => {
    const { id, state, total, done } = phase;
    if (id === 'projects') return [{ key: 'projects', state, total, done, failed: 0 }];
    if (id === 'report') return [];
    const part = (key: 'usersAndGroups' | 'jsm', people: readonly CopyOutcome[]): PhaseState => {
      const copied = people.filter((outcome) => outcome.state === 'done').length;
      const isDone = copied === people.length;
      const own = { total: people.length, done: copied, failed: 0 };
      return { key, ...own, state: isDone ? 'done' : state };
    };
    return [part('usersAndGroups', licensed), part('jsm', others)].filter((each) => each.total > 0);
  });
}
