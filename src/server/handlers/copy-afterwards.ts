import {
  approveGroups,
  migrateDuplicates,
  rehearseAfterwards,
} from '#src/application/copy-afterwards.ts';
import { mailingRows } from '#src/application/mailing.ts';
import { getRunbook } from '#src/application/runbook.ts';
import { batchesOf } from '#src/domain/duplicate-migration.ts';
import { ok } from '#src/domain/result.ts';
import type { RunbookLine } from '#src/domain/runbook-value.ts';
import { rehearsal, transaction, type Handlers } from '../handler.ts';
import { presentJob } from '../present.ts';
import { MAILING_FILE, mailingCsv } from '../reports/mailing-file.ts';
import { runbookMarkdown } from '../reports/runbook-file.ts';

/** Endpoints of working off what a run left to do, and of its papers. */
export const copyAfterwardsHandlers: Handlers<
  | 'copy-plans.afterwards'
  | 'copy-plans.approve-groups'
  | 'copy-plans.migrate-duplicates'
  | 'copy-plans.mailing-file'
  | 'copy-plans.runbook'
  | 'copy-plans.runbook-file'
> = {
  'copy-plans.afterwards': rehearsal((tx, { params, body }, context) => {
    const found = rehearseAfterwards(tx, { ...params, ...body }, context);
    if (!found.ok) return found;
    const { approval, duplicates, job } = found.value;
    const { ready, revoked, underWay, refused, limit, durationMs } = duplicates;
    return ok({
      approval: { ...approval, groups: [...approval.groups], denied: [...approval.denied] },
      duplicates: {
        ready: ready.length,
        revoked: [...revoked],
        underWay: underWay.length,
        refused: refused.map(({ customer, reason }) => ({ ...customer, reason })),
        limit,
        batches: limit === null ? [] : [...batchesOf(ready.length)],
        durationMs,
      },
      job: job && presentJob(job, context.now),
    });
  }),
  'copy-plans.approve-groups': transaction((tx, { params, body }, context) => {
    const approved = approveGroups(tx, { ...params, ...body }, context);
    return approved.ok ? ok({ groups: [...approved.value] }) : approved;
  }),
  'copy-plans.migrate-duplicates': transaction((tx, { params, body }, context) => {
    const job = migrateDuplicates(tx, { ...params, ...body }, context);
    return job.ok ? ok(presentJob(job.value, context.now)) : job;
  }),
  'copy-plans.mailing-file': transaction((tx, { params, query }, context) => {
    const rows = mailingRows(tx, params.planId, context);
    if (!rows.ok) return rows;
    return ok({ fileName: MAILING_FILE, bytes: mailingCsv(rows.value, query.raw) });
  }),
  'copy-plans.runbook': transaction((tx, { params }, context) => {
    const runbook = getRunbook(tx, params.planId, context);
    if (!runbook.ok) return runbook;
    const steps = runbook.value.steps.map((step) => ({
      ...step,
      actions: presentLines(step.actions),
      files: presentLines(step.files),
      checks: presentLines(step.checks),
      stops: presentLines(step.stops),
    }));
    return ok({ ...runbook.value, steps });
  }),
  'copy-plans.runbook-file': transaction((tx, { params }, context) => {
    const runbook = getRunbook(tx, params.planId, context);
    if (!runbook.ok) return runbook;
    const name = runbook.value.planName.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
    return ok({
      fileName: `runbook-${name || 'plan'}.md`,
      bytes: runbookMarkdown(runbook.value),
    });
  }),
};

function presentLines(lines: readonly RunbookLine[]) {
  return lines.map((line) => [...line]);
}
