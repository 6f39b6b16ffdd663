/* One selected service project of a run: its customer organizations and requests arrive. */
import { copiedKey, copiedName } from '../domain/copied-name.ts';
import type { CopyLink, CopyPlan } from '../domain/copy-plan.ts';
import type {
  CustomerOrganizationId,
  HolderId,
  RequestId,
  ServiceProjectId,
} from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import type { ServiceProject } from '../domain/request.ts';
import { migrationFlow, recordChange } from './audit.ts';
import { bringNamedGroups } from './copy-groups.ts';
import { routeOf } from './plan-route.ts';
import {
  attachOther,
  counterpartOf,
  linkOf,
  relatedOrganizations,
  requestCopy,
} from './copy-projects.ts';
import { copyProjectReferences, copyRequestReferences } from './copy-references.ts';
import type { AttachedRequest, Context, Tx } from './ports.ts';

/** Copies what a project has that no earlier run copied; nothing on the destination is overwritten. */
export function copyProject(
  tx: Tx,
  plan: CopyPlan,
  projectId: ServiceProjectId,
  context: Context,
): void {
  const project = tx.serviceProjects.get({ id: projectId });
  if (!project) return;
  const { destination } = routeOf(tx, plan);
  bringNamedGroups(tx, plan, projectId, context);
  const target = targetProject(tx, plan, project, destination, context);
  const organizations = copyOrganizations(tx, plan, project, target, destination, context);
  let copied = 0;
  for (const request of tx.queries.attachedRequests(plan.sourcePlaceId)) {
    if (request.projectId !== projectId || requestCopy(tx, plan, request.id)) continue;
    copyRequest(tx, plan, request, target, organizations, destination, context);
    copied += 1;
  }
  recordChange(tx, context, {
    action: 'copy-plan.project-copied',
    siteId: destination.id,
    subjectId: target.id,
    facts: { planId: plan.id, ...migrationFlow(plan), name: target.name, requests: copied },
  });
}

/** The project from an earlier run, or a new one; a name that is taken gets a tag (domain.md 6.1, 7.2). */
function targetProject(
  tx: Tx,
  plan: CopyPlan,
  project: ServiceProject,
  destination: Site,
  context: Context,
): ServiceProject {
  const link = linkOf(tx, plan, project.id);
  const linked = link && tx.serviceProjects.get({ id: link.destinationId as ServiceProjectId });
  if (linked) return linked;
  const siteId = plan.destinationSiteId;
  const name = copiedName(
    project.name,
    plan.flow,
    (taken) => tx.serviceProjects.first({ siteId, name: taken }) !== undefined,
  );
  const key = copiedKey(
    project.key,
    (taken) => tx.serviceProjects.first({ siteId, key: taken }) !== undefined,
  );
  const target = { id: context.ids.next('project'), siteId, key, name };
  tx.serviceProjects.put(target);
  keepLink(tx, plan, project.id, target.id, 'project');
  const arrival = { plan, destination, from: project.id, to: target.id };
  copyProjectReferences(tx, arrival, context);
  return target;
}

type OrganizationMap = ReadonlyMap<CustomerOrganizationId, CustomerOrganizationId>;

/**
 * Brings along every customer organization of the plan, not only this project's: a request may be
 * shared with one that is linked to another selected project. A second call finds them copied.
 */
function copyOrganizations(
  tx: Tx,
  plan: CopyPlan,
  project: ServiceProject,
  target: ServiceProject,
  destination: Site,
  context: Context,
): OrganizationMap {
  const copies = new Map<CustomerOrganizationId, CustomerOrganizationId>();
  for (const source of relatedOrganizations(tx, plan)) {
    const counterpart = counterpartOf(tx, plan, source);
    const id = counterpart?.organization.id ?? context.ids.next('customer-organization');
    copies.set(source.id, id);
    if (!counterpart) {
      tx.customerOrganizations.put({ id, siteId: destination.id, name: source.name, version: 1 });
    }
    if (counterpart?.copiedBefore) {
      const arrivesNow = (holder: HolderId) => linkOf(tx, plan, holder)?.planId === plan.id;
      joinMembers(tx, plan, source.id, id, destination, arrivesNow);
    } else {
      joinMembers(tx, plan, source.id, id, destination, () => true);
      keepLink(tx, plan, source.id, id, 'customer-organization');
    }
    const key = { customerOrganizationId: source.id, projectId: project.id };
    if (tx.customerOrganizationProjects.get(key)) {
      tx.customerOrganizationProjects.put({ customerOrganizationId: id, projectId: target.id });
    }
  }
  return copies;
}

/**
 * Whoever arrives is a member again. An earlier run's copy gets those whom this run brings: they are
 * new, while a change to the organization itself is not copied again (S2, "copy data multiple times").
 */
function joinMembers(
  tx: Tx,
  plan: CopyPlan,
  from: CustomerOrganizationId,
  to: CustomerOrganizationId,
  destination: Site,
  joins: (holder: HolderId) => boolean,
): void {
  for (const { holderId } of tx.customerOrganizationMembers.where({
    customerOrganizationId: from,
  })) {
    if (!joins(holderId)) continue;
    const member = attachOther(tx, plan, destination, holderId);
    if (member !== 'former-user') {
      tx.customerOrganizationMembers.put({ customerOrganizationId: to, holderId: member });
    }
  }
}

/** A request arrives attached to the accounts that its people have after copying (design, section 2). */
function copyRequest(
  tx: Tx,
  plan: CopyPlan,
  request: AttachedRequest,
  target: ServiceProject,
  organizations: OrganizationMap,
  destination: Site,
  context: Context,
): void {
  const map = (holder: HolderId) => attachOther(tx, plan, destination, holder);
  const id: RequestId = context.ids.next('request');
  const shared = request.customerOrganizationId;
  tx.requests.put({
    id,
    siteId: destination.id,
    projectId: target.id,
    key: request.key.replace(/^[^-]+/, target.key),
    summary: request.summary,
    status: request.status,
    createdAt: request.createdAt,
    reporterId: map(request.reporterId),
    customerOrganizationId: shared && (organizations.get(shared) ?? null),
  });
  for (const holder of request.participantIds) {
    const holderId = map(holder);
    if (holderId !== 'former-user') tx.requestParticipants.put({ requestId: id, holderId });
  }
  const arrival = { plan, destination, from: request.projectId, to: target.id };
  copyRequestReferences(tx, { ...arrival, requestId: request.id, copyId: id }, context);
  keepLink(tx, plan, request.id, id, 'request');
}

function keepLink(
  tx: Tx,
  plan: CopyPlan,
  sourceId: string,
  destinationId: string,
  kind: CopyLink['kind'],
): void {
  const { sourcePlaceId, destinationSiteId, id: planId } = plan;
  tx.copyLinks.put({ sourcePlaceId, destinationSiteId, sourceId, destinationId, kind, planId });
}
