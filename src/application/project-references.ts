/* What service projects say of people: who is related to the selected ones, and where they are named. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import { isGroupId, type GroupId, type HolderId, type ServiceProjectId } from '../domain/ids.ts';
import { relatedTo, type RelatedFacts } from '../domain/related.ts';
import type { AttachedRequest, Tx } from './ports.ts';

type Selection = Pick<CopyPlan, 'sourcePlaceId' | 'projectIds'>;

/** Groups that the workflows, permissions or fields of these projects name, each once. */
export function groupsNamedBy(tx: Tx, projectIds: readonly ServiceProjectId[]): GroupId[] {
  const named = projectIds.flatMap((projectId) =>
    tx.projectReferences.where({ projectId }).map(({ subjectId }) => subjectId),
  );
  return [...new Set(named.filter(isGroupId))].toSorted();
}

/** Everyone on the source who is related to the selected projects (S2, "Only customers related to the selected projects"). */
export function relatedHolders(tx: Tx, plan: Selection): ReadonlySet<HolderId> {
  return relatedTo(relatedFacts(tx, plan));
}

/** What the selected projects say of everybody. */
function relatedFacts(tx: Tx, plan: Selection): RelatedFacts {
  const projects = new Set<string>(plan.projectIds);
  const requests = tx.queries
    .attachedRequests(plan.sourcePlaceId)
    .filter(({ projectId }) => projects.has(projectId));
  return {
    requests,
    organizations: plan.projectIds.flatMap((projectId) => organizationsOf(tx, projectId)),
    references: referencesOf(tx, plan.projectIds, requests),
  };
}

/** Customer organizations of a service project with their members. */
export function organizationsOf(
  tx: Tx,
  projectId: ServiceProjectId,
): RelatedFacts['organizations'] {
  return tx.customerOrganizationProjects
    .where({ projectId })
    .flatMap(({ customerOrganizationId: id }) => {
      const name = tx.customerOrganizations.get({ id })?.name;
      if (name === undefined) return [];
      const members = tx.customerOrganizationMembers.where({ customerOrganizationId: id });
      return { projectId, name, memberIds: members.map(({ holderId }) => holderId) };
    });
}

function referencesOf(
  tx: Tx,
  projectIds: readonly ServiceProjectId[],
  requests: readonly AttachedRequest[],
): RelatedFacts['references'] {
  const keys = new Map(requests.map(({ id, key }) => [id, key]));
  return projectIds.flatMap((projectId) =>
    tx.projectReferences.where({ projectId }).map((reference) => ({
      ...reference,
      requestKey: reference.requestId && (keys.get(reference.requestId) ?? null),
    })),
  );
}

/** The same, as far as it is about these holders: asked for one person. */
export function relatedFactsOf(
  tx: Tx,
  plan: Selection,
  holders: ReadonlySet<HolderId>,
): RelatedFacts {
  const projects = new Set<string>(plan.projectIds);
  const requests = new Map(
    [...holders]
      .flatMap((id) => tx.queries.attachedRequests(plan.sourcePlaceId, id))
      .filter(({ projectId }) => projects.has(projectId))
      .map((request) => [request.id, request]),
  );
  const named = [...holders].flatMap((subjectId) => tx.projectReferences.where({ subjectId }));
  return {
    requests: [...requests.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    organizations: plan.projectIds.flatMap((projectId) => organizationsOf(tx, projectId)),
    references: named
      .filter(({ projectId }) => projects.has(projectId))
      .map((reference) => ({
        ...reference,
        requestKey:
          reference.requestId && (tx.requests.get({ id: reference.requestId })?.key ?? null),
      })),
  };
}
