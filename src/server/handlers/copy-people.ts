import { getLeftOut, type LeftOutCounts } from '#src/application/copy-left-out.ts';
import { getPersonInPlan, type InclusionReason } from '#src/application/copy-person.ts';
import type { Tx } from '#src/application/ports.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';

/** Endpoints of who is in a copy plan and why, and of what a further run leaves out. */
export const copyPeopleHandlers: Handlers<'copy-plans.person' | 'copy-plans.left-out'> = {
  'copy-plans.person': transaction((tx, { params }, context) => {
    const found = getPersonInPlan(tx, params, context);
    if (!found.ok) return found;
    const { email, name, reasons, earlier } = found.value;
    return ok({
      email,
      name,
      reasons: reasons.map((reason) => presentReason(tx, reason)),
      earlier: earlier && {
        run: presentRun(earlier.plan),
        isLeftOut: earlier.isLeftOut,
        requests: earlier.requests,
        customerOrganizations: [...earlier.customerOrganizations],
      },
    });
  }),
  'copy-plans.left-out': transaction((tx, { params }, context) => {
    const found = getLeftOut(tx, params.planId, context);
    if (!found.ok) return found;
    const { runs, ...counts } = found.value;
    return ok({
      ...presentCounts(counts),
      runs: runs.map(({ plan, ...each }) => ({ ...presentCounts(each), run: presentRun(plan) })),
    });
  }),
};

function presentReason(tx: Tx, reason: InclusionReason) {
  const nothing = { project: null, name: null, requests: 0, example: null };
  if (!('projectId' in reason)) return { ...nothing, ...reason };
  const { kind, projectId, name, requests, example } = reason;
  const project = tx.serviceProjects.get({ id: projectId })?.name ?? null;
  return { kind, project, name, requests, example };
}

function presentRun({ id, name, finishedAt }: CopyPlan) {
  return { id, name, finishedAt };
}

function presentCounts({ customers, customerOrganizations, requests }: LeftOutCounts) {
  return { customers, customerOrganizations, requests };
}
