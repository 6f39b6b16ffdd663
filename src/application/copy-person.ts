/* Why one person is in a copy plan, by the present source, and what an earlier run did for them. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { HolderId } from '../domain/ids.ts';
import { whyRelated, type RelatedReason } from '../domain/related.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { copierOf, earlierRuns } from './copy-left-out.ts';
import { getCopyPlan } from './copy-plans.ts';
import { counterpartOf, linkOf, requestCopy } from './copy-projects.ts';
import { isBetweenSites, routeOf } from './plan-route.ts';
import { subjectOnServer, subjectOnSite, type PlanSubject } from './plan-subject.ts';
import { groupsNamedBy, relatedFactsOf } from './project-references.ts';
import type { Context, Tx } from './ports.ts';

/** One reason for which a plan takes a person. */
export type InclusionReason =
  | RelatedReason
  /** The plan takes everybody of the kind. */
  | { readonly kind: 'all-customers' | 'all-users' }
  /** The plan takes the members of the groups that the projects name (domain.md 6.2, USERS). */
  | { readonly kind: 'group-member'; readonly name: string };

/** What became of the person in an earlier run between the same sites. */
type EarlierCopy = {
  readonly plan: CopyPlan;
  /** Otherwise the copy is gone from the destination, and the person is copied again (domain.md 6.1, LINK). */
  readonly isLeftOut: boolean;
  /** Requests of the selected projects with this person that were copied before and stay out too. */
  readonly requests: number;
  /** Names of the person's customer organizations that were copied before and stay out too. */
  readonly customerOrganizations: readonly string[];
};

type PersonInPlan = {
  readonly email: string;
  readonly name: string;
  readonly reasons: readonly InclusionReason[];
  readonly earlier: EarlierCopy | null;
};

/** One person of a plan in any state, by one of the accounts on the source. */
export function getPersonInPlan(
  tx: Tx,
  target: { readonly planId: string; readonly holderId: string },
  context: Context,
): Result<PersonInPlan, DomainError> {
  const found = getCopyPlan(tx, target.planId, context);
  if (!found.ok) return found;
  const plan = found.value;
  const route = routeOf(tx, plan);
  const subject = isBetweenSites(route)
    ? subjectOnSite(tx, plan, route, target.holderId)
    : subjectOnServer(tx, plan, route, target.holderId);
  if (!subject) return notFound('customer', target.holderId);
  const outcome = tx.copyOutcomes.first({ planId: plan.id, emailKey: subject.emailKey });
  const shown = subject.person ?? outcome;
  if (!shown) return notFound('customer', target.holderId);
  const isLeftOut =
    plan.state === 'saved'
      ? subject.person?.copiedBefore !== undefined
      : outcome?.action === 'left-out';
  return ok({
    email: shown.email,
    name: shown.name,
    reasons: reasonsFor(tx, plan, subject),
    earlier: earlierCopy(tx, plan, subject.holders, isLeftOut),
  });
}

function reasonsFor(tx: Tx, plan: CopyPlan, subject: PlanSubject): InclusionReason[] {
  const { isCustomer, isUser } = subject;
  const reasons: InclusionReason[] = [];
  if (isCustomer && plan.customers === 'all') reasons.push({ kind: 'all-customers' });
  if (isUser && plan.users === 'all') reasons.push({ kind: 'all-users' });
  const holders = new Set(subject.holders);
  reasons.push(...whyRelated(relatedFactsOf(tx, plan, holders), holders, plan.projectIds));
  if (isUser && plan.users === 'related-and-members') {
    for (const groupId of groupsNamedBy(tx, plan.projectIds)) {
      const name = subject.groupNames.get(groupId);
      if (name !== undefined) reasons.push({ kind: 'group-member', name });
    }
  }
  return reasons;
}

function earlierCopy(
  tx: Tx,
  plan: CopyPlan,
  source: readonly HolderId[],
  isLeftOut: boolean,
): EarlierCopy | null {
  const runs = earlierRuns(tx, plan);
  const copier = copierOf(tx, runs)(source);
  if (!copier) return null;
  const earlier = new Set<string | undefined>(runs.map(({ id }) => id));
  const holders = new Set(source);
  const projects = new Set<string>(plan.projectIds);
  const requests = [...holders]
    .flatMap((id) => tx.queries.attachedRequests(plan.sourcePlaceId, id))
    .filter(({ projectId }) => projects.has(projectId))
    .filter(({ id }) => earlier.has(requestCopy(tx, plan, id)?.planId));
  const organizations = [...holders]
    .flatMap((id) => tx.queries.customerOrganizationsOf(plan.sourcePlaceId, id))
    .filter((organization) => counterpartOf(tx, plan, organization)?.copiedBefore === true)
    .filter(({ id }) => earlier.has(linkOf(tx, plan, id)?.planId));
  return {
    plan: copier,
    isLeftOut,
    requests: new Set(requests.map(({ id }) => id)).size,
    customerOrganizations: [...new Set(organizations.map(({ name }) => name))],
  };
}
