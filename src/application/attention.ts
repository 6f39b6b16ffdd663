/* What a finished or running copy leaves to do, by the present state of the destination (S0). */
import type { AttentionRow, CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { Group } from '../domain/group.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { getCopyPlan } from './copy-plans.ts';
import type { Context, Tx } from './ports.ts';

/** A report row with its present state and the group it waits for. */
export type LiveAttentionRow = AttentionRow & {
  readonly state: 'open' | 'done';
  readonly group: Group | undefined;
};

/** The rows that a run wrote, ordered by e-mail key, each open or done as of now. */
export function liveAttention(tx: Tx, planId: CopyPlan['id']): LiveAttentionRow[] {
  const open = new Set(tx.queries.openAttention(planId).map(rowKey));
  return tx.attentionRows.where({ planId }).map((row) => ({
    ...row,
    state: open.has(rowKey(row)) ? 'open' : 'done',
    group: row.groupId ? tx.groups.get({ id: row.groupId }) : undefined,
  }));
}

/** The same for whoever may see the plan; refused before it has run. */
export function getAttention(
  tx: Tx,
  planId: string,
  context: Context,
): Result<{ readonly plan: CopyPlan; readonly rows: readonly LiveAttentionRow[] }, DomainError> {
  const plan = getRunPlan(tx, planId, context);
  if (!plan.ok) return plan;
  return ok({ plan: plan.value, rows: liveAttention(tx, plan.value.id) });
}

/** How many rows a run wrote and how many are still open; null before it ran. */
export function attentionCounts(
  tx: Tx,
  plan: CopyPlan,
): { readonly open: number; readonly total: number } | null {
  if (plan.state === 'saved') return null;
  return {
    open: tx.queries.openAttention(plan.id).length,
    total: tx.attentionRows.count({ planId: plan.id }),
  };
}

/** A plan that has started: reports exist from then on. */
export function getRunPlan(
  tx: Tx,
  planId: string,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  if (plan.ok && plan.value.state === 'saved') return err({ code: 'copy-plan.no-report-yet' });
  return plan;
}

function rowKey(row: Pick<AttentionRow, 'emailKey' | 'problem'>): string {
  return `${row.problem} ${row.emailKey}`;
}
