/*
 * Who is related to the selected service projects, and why (S2, "Copy customers": customers
 * referenced in standard and custom fields, user-generated content, workflows and permissions).
 * Reporters, participants and members of customer organizations are related as well.
 */
import { FORMER_USER, isGroupId, type HolderId, type ServiceProjectId } from './ids.ts';
import type { ProjectReference, ReferencePlace } from './project-reference.ts';

/** The ways to be related, in the order in which reasons are told. */
export const RELATIONS = [
  'reporter',
  'participant',
  'customer-organization',
  'standard-field',
  'custom-field',
  'content',
  'workflow',
  'permission',
] as const satisfies readonly (
  'reporter' | 'participant' | 'customer-organization' | ReferencePlace
)[];

type RelationKind = (typeof RELATIONS)[number];

/** One reason, however many requests it holds for. */
export type RelatedReason = {
  readonly kind: RelationKind;
  readonly projectId: ServiceProjectId;
  /** The field, kind of content, transition, project role or customer organization; null for reporters and participants. */
  readonly name: string | null;
  /** Requests it holds for; 0 where it is about the project itself. */
  readonly requests: number;
  /** Key of the first such request. */
  readonly example: string | null;
};

/** What the selected projects say of people, by source holder. */
export type RelatedFacts = {
  readonly requests: readonly {
    readonly projectId: ServiceProjectId;
    readonly key: string;
    readonly reporterId: HolderId;
    readonly participantIds: readonly HolderId[];
  }[];
  /** Customer organizations once for each selected project that they are linked to. */
  readonly organizations: readonly {
    readonly projectId: ServiceProjectId;
    readonly name: string;
    readonly memberIds: readonly HolderId[];
  }[];
  readonly references: readonly (Pick<
    ProjectReference,
    'projectId' | 'place' | 'name' | 'subjectId'
  > & {
    /** Key of the request that the place belongs to; null for workflows and permissions. */
    readonly requestKey: string | null;
  })[];
};

type Relation = Pick<RelatedReason, 'kind' | 'projectId' | 'name'> & {
  readonly holder: HolderId;
  readonly requestKey: string | null;
};

/** Everyone related; groups are none of them, and Former user is nobody. */
export function relatedTo(facts: RelatedFacts): ReadonlySet<HolderId> {
  const holders = new Set<HolderId>();
  for (const { holder } of relations(facts)) holders.add(holder);
  return holders;
}

/**
 * Why a person is related, who may hold an account of either type or both: by kind, then by project
 * in the order of `projects`, then by name. A request counts once for each reason.
 */
export function whyRelated(
  facts: RelatedFacts,
  holders: ReadonlySet<HolderId>,
  projects: readonly ServiceProjectId[],
): RelatedReason[] {
  const reasons = new Map<string, { reason: Relation; keys: Set<string> }>();
  for (const relation of relations(facts)) {
    if (!holders.has(relation.holder)) continue;
    const { kind, projectId, name, requestKey } = relation;
    const id = JSON.stringify([kind, projectId, name]);
    const found = reasons.get(id) ?? { reason: relation, keys: new Set<string>() };
    reasons.set(id, found);
    if (requestKey !== null) found.keys.add(requestKey);
  }
  return [...reasons.values()]
    .map(({ reason: { kind, projectId, name }, keys }) => ({
      kind,
      projectId,
      name,
      requests: keys.size,
      example: [...keys][0] ?? null,
    }))
    .toSorted(
      (a, b) =>
        RELATIONS.indexOf(a.kind) - RELATIONS.indexOf(b.kind) ||
        projects.indexOf(a.projectId) - projects.indexOf(b.projectId) ||
        ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    );
}

function* relations(facts: RelatedFacts): Generator<Relation> {
  for (const { projectId, key: requestKey, reporterId, participantIds } of facts.requests) {
    const place = { projectId, name: null, requestKey };
    if (reporterId !== FORMER_USER) yield { kind: 'reporter', holder: reporterId, ...place };
    for (const holder of participantIds) {
      if (holder !== FORMER_USER) yield { kind: 'participant', holder, ...place };
    }
  }
  for (const { projectId, name, memberIds } of facts.organizations) {
    for (const holder of memberIds) {
      yield { kind: 'customer-organization', holder, projectId, name, requestKey: null };
    }
  }
  for (const { projectId, place: kind, name, subjectId, requestKey } of facts.references) {
    if (subjectId === FORMER_USER || isGroupId(subjectId)) continue;
    yield { kind, holder: subjectId, projectId, name, requestKey };
  }
}
