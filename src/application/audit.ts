import type { CopyPlan } from '../domain/copy-plan.ts';
import type { Change, Context, Tx } from './ports.ts';

/** Writes the audit entry of a change; it commits or vanishes together with the change. */
export function recordChange(
  tx: Tx,
  context: Pick<Context, 'now' | 'ids'> & { readonly actor: Context['actor'] | 'simulator' },
  change: Change,
): void {
  tx.auditEntries.put({
    id: context.ids.next('audit'),
    at: context.now,
    actor: context.actor,
    action: change.action,
    organizationId: change.organizationId ?? null,
    siteId: change.siteId ?? null,
    subjectId: change.subjectId,
    facts: change.facts ?? {},
    before: change.before ?? null,
    after: change.after ?? null,
  });
}

/** What makes the log speak of a migration: a copy between sites has no such fact. */
export function migrationFlow({ flow }: CopyPlan): { readonly flow?: CopyPlan['flow'] } {
  return flow === 'copy' ? {} : { flow };
}
