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
