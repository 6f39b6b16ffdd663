/* The places of a copied project that name people and groups arrive with it (S2, "Copy customers"). */
import { FORMER_USER, isGroupId, type RequestId, type ServiceProjectId } from '../domain/ids.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { Site } from '../domain/organization.ts';
import type { ProjectReference } from '../domain/project-reference.ts';
import { attachOther } from './copy-projects.ts';
import type { Context, Tx } from './ports.ts';

/** Where something of the source came to on the destination. */
type Arrival = {
  readonly plan: CopyPlan;
  readonly destination: Site;
  readonly from: ServiceProjectId;
  readonly to: ServiceProjectId;
};

/** Brings the workflow and the permissions of a project along, when its copy is made. */
export function copyProjectReferences(tx: Tx, arrival: Arrival, context: Context): void {
  const references = tx.projectReferences.where({ projectId: arrival.from, requestId: null });
  for (const reference of references) copyReference(tx, arrival, reference, null, context);
}

/** Brings the fields and the content of a request along. */
export function copyRequestReferences(
  tx: Tx,
  arrival: Arrival & { readonly requestId: RequestId; readonly copyId: RequestId },
  context: Context,
): void {
  for (const reference of tx.projectReferences.where({ requestId: arrival.requestId })) {
    copyReference(tx, arrival, reference, arrival.copyId, context);
  }
}

/** A place that would name nobody on the destination stays behind, but what people wrote does not. */
function copyReference(
  tx: Tx,
  { plan, destination, to }: Arrival,
  reference: ProjectReference,
  requestId: RequestId | null,
  context: Context,
): void {
  const subjectId = subjectThere(tx, plan, destination, reference);
  if (subjectId === undefined) return;
  if (subjectId === FORMER_USER && reference.place !== 'content') return;
  const { place, name } = reference;
  if (tx.projectReferences.first({ projectId: to, requestId, place, name, subjectId })) return;
  tx.projectReferences.put({
    id: context.ids.next('reference'),
    projectId: to,
    requestId,
    place,
    name,
    subjectId,
  });
}

/** Groups are the same by name (domain.md 5.1); people are whom they are after copying. */
function subjectThere(
  tx: Tx,
  plan: CopyPlan,
  destination: Site,
  { subjectId }: ProjectReference,
): ProjectReference['subjectId'] | undefined {
  if (!isGroupId(subjectId)) return attachOther(tx, plan, destination, subjectId);
  const name = tx.groups.get({ id: subjectId })?.name;
  return name === undefined ? undefined : tx.groups.first({ siteId: destination.id, name })?.id;
}
