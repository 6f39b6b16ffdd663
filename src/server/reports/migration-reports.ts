/* What only a migration's reports have (domain.md 7.3): the pre-migration report and the error log. */
import type { Tx } from '#src/application/ports.ts';
import { missingFromRun } from '#src/application/copy-run-end.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import { SERVER_CHECK_IDS, SERVER_CHECKS } from '#src/domain/server-checks.ts';

export const PRE_MIGRATION_HEADINGS = ['Check', 'Result', 'Found (UTC)', 'Excluded', 'Records'];
export const ERROR_LOG_HEADINGS = ['Item', 'Name', 'What happened'];

const RESULTS = { pass: 'Pass', warning: 'Warning', error: 'Error' } as const;

/** What each check found when it was run last, which the start of the run does. */
export function preMigrationRows(tx: Tx, plan: CopyPlan): string[][] {
  return SERVER_CHECK_IDS.flatMap((checkId) => {
    const kept = tx.serverCheckResults.get({ planId: plan.id, checkId });
    if (!kept) return [];
    return [
      [
        SERVER_CHECKS[checkId].description,
        RESULTS[kept.result],
        new Date(kept.at).toISOString(),
        kept.excluded ? 'Yes' : 'No',
        String(kept.total),
      ],
    ];
  });
}

/** Whatever did not arrive; empty after a run that finished. */
export function errorRows(tx: Tx, plan: CopyPlan): string[][] {
  const ended = plan.state === 'stopped' ? 'the run was stopped' : 'the run met a fault';
  const people = tx.copyOutcomes
    .where({ planId: plan.id, action: 'not-copied' })
    .map(({ email, name }) => ['Person', name || email, `Not migrated: ${ended} before`]);
  const missing = missingFromRun(tx, plan)?.projects ?? 0;
  // Projects run in the order of the plan.
  const projects = plan.projectIds.slice(plan.projectIds.length - missing).map((id) => {
    const project = tx.serviceProjects.get({ id });
    return ['Service project', project?.name ?? '', `Not migrated: ${ended} before its end`];
  });
  return [...people, ...projects];
}
