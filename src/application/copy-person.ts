/* Why one person is in a copy plan, by the present source, and what an earlier run did for them. */
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import { isUser } from '../domain/copy-scope.ts';
import type { DomainError } from '../domain/errors.ts';
import type { AccountId, HolderId } from '../domain/ids.ts';
import { isPortalCustomerId } from '../domain/ids.ts';
import { whyRelated, type RelatedReason } from '../domain/related.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { copierOf, earlierRuns } from './copy-left-out.ts';
import { routeOf, sourcePerson } from './copy-people.ts';
import { getCopyPlan } from './copy-plans.ts';
import { counterpartOf, linkOf, requestCopy } from './copy-projects.ts';
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
  const record = sourceRecord(tx, plan, target.holderId);
  if (!record) return notFound('customer', target.holderId);
  const { emailKey } = record;
  const person = sourcePerson(tx, routeOf(tx, plan), emailKey);
  const outcome = tx.copyOutcomes.first({ planId: plan.id, emailKey });
  const shown = person ?? outcome;
  if (!shown) return notFound('customer', target.holderId);
  const accountId = person?.account?.accountId ?? null;
  const customerId = person?.portalCustomer?.id ?? null;
  const isLeftOut =
    plan.state === 'saved' ? person?.copiedBefore !== undefined : outcome?.action === 'left-out';
  return ok({
    email: shown.email,
    name: shown.name,
    reasons: reasonsFor(tx, plan, accountId, customerId),
    earlier: earlierCopy(tx, plan, [accountId, customerId, record.id], isLeftOut),
  });
}

function sourceRecord(tx: Tx, plan: CopyPlan, holderId: string) {
  if (isPortalCustomerId(holderId)) {
    const customer = tx.portalCustomers.get({ id: holderId });
    return customer?.siteId === plan.sourceSiteId ? customer : undefined;
  }
  return tx.accounts.get({ id: holderId as AccountId });
}

function reasonsFor(
  tx: Tx,
  plan: CopyPlan,
  accountId: AccountId | null,
  customerId: CopyOutcome['sourcePortalCustomerId'],
): InclusionReason[] {
  const role = accountId && tx.queries.roleOn(plan.sourceSiteId, accountId);
  const isAlsoUser = role !== null && isUser({ role });
  const isCustomer = customerId !== null || (role !== null && !isUser({ role }));
  const reasons: InclusionReason[] = [];
  if (isCustomer && plan.customers === 'all') reasons.push({ kind: 'all-customers' });
  if (isAlsoUser && plan.users === 'all') reasons.push({ kind: 'all-users' });
  const holders = new Set<HolderId>([customerId, accountId].filter((id) => id !== null));
  reasons.push(...whyRelated(relatedFactsOf(tx, plan, holders), holders, plan.projectIds));
  if (isAlsoUser && accountId && plan.users === 'related-and-members') {
    for (const groupId of groupsNamedBy(tx, plan.projectIds)) {
      const group = tx.groups.get({ id: groupId });
      if (!group || !tx.memberships.get({ groupId, accountId })) continue;
      reasons.push({ kind: 'group-member', name: group.name });
    }
  }
  return reasons;
}

function earlierCopy(
  tx: Tx,
  plan: CopyPlan,
  source: readonly (HolderId | null)[],
  isLeftOut: boolean,
): EarlierCopy | null {
  const runs = earlierRuns(tx, plan);
  const copier = copierOf(tx, runs)(source);
  if (!copier) return null;
  const earlier = new Set<string | undefined>(runs.map(({ id }) => id));
  const holders = new Set(source.filter((id) => id !== null));
  const projects = new Set<string>(plan.projectIds);
  const requests = [...holders]
    .flatMap((id) => tx.queries.attachedRequests(plan.sourceSiteId, id))
    .filter(({ projectId }) => projects.has(projectId))
    .filter(({ id }) => earlier.has(requestCopy(tx, plan, id)?.planId));
  const organizations = [...holders]
    .flatMap((id) => tx.queries.customerOrganizationsOf(plan.sourceSiteId, id))
    .filter((organization) => counterpartOf(tx, plan, organization)?.copiedBefore === true)
    .filter(({ id }) => earlier.has(linkOf(tx, plan, id)?.planId));
  return {
    plan: copier,
    isLeftOut,
    requests: new Set(requests.map(({ id }) => id)).size,
    customerOrganizations: [...new Set(organizations.map(({ name }) => name))],
  };
}
