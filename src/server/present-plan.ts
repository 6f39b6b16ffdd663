/* Plans, of copying and from a server, as the wire has them. */
import { permission } from '#src/application/access.ts';
import { attentionCounts } from '#src/application/attention.ts';
import { missingFromRun, runPhases } from '#src/application/copy-run-end.ts';
import { wordOf } from '#src/application/server-dashboard.ts';
import { placeOfPlan } from '#src/application/plan-route.ts';
import type { Tx } from '#src/application/ports.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { PlaceId } from '#src/domain/ids.ts';
import type { HandlerContext } from './handler.ts';
import { presentJob, presentPermission, presentSite } from './present.ts';

/** A plan of any kind as the wire has it. */
export function presentPlan(tx: Tx, plan: CopyPlan, context: HandlerContext) {
  const job = plan.jobId ? tx.jobs.get({ id: plan.jobId }) : undefined;
  const group = plan.importedGroupId ? tx.groups.get({ id: plan.importedGroupId }) : undefined;
  const destination = tx.sites.get({ id: plan.destinationSiteId })!;
  const organization = tx.organizations.get({ id: destination.organizationId })!;
  return {
    ...plan,
    word: wordOf(tx, plan),
    source: presentSource(tx, plan.sourcePlaceId),
    destination: presentSite(tx, plan.destinationSiteId),
    projects: plan.projectIds.flatMap((id) => tx.serviceProjects.get({ id }) ?? []),
    job: job ? presentJob(job, context.now) : null,
    phases: [...runPhases(tx, plan)],
    missing: missingFromRun(tx, plan),
    attention: attentionCounts(tx, plan),
    importedGroup: group ? { id: group.id, name: group.name } : null,
    actions: {
      manage: presentPermission(permission(context, 'copy-plans.manage', organization)),
    },
  };
}

function presentSource(tx: Tx, placeId: PlaceId) {
  const place = placeOfPlan(tx, placeId);
  if (!place) throw new Error(`Unknown source ${placeId}`);
  const { id, name } = place;
  return 'organizationId' in place
    ? { kind: 'site' as const, id, name, organizationId: place.organizationId }
    : { kind: 'server' as const, id, name, organizationId: null };
}
