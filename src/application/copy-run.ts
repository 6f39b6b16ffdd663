/*
 * A running copy, item by item: first every customer, then every selected service project. Each
 * item reads the present state again, so a change made meanwhile is met by the same rules.
 */
import { ruleFor, type SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import {
  FORMER_USER,
  isAccountId,
  type AccountId,
  type GroupId,
  type HolderId,
} from '../domain/ids.ts';
import type { PortalCustomerId } from '../domain/ids.ts';
import type { Holdings } from '../domain/viewer.ts';
import { migrationFlow, recordChange } from './audit.ts';
import { bringSourceGroups, joinImportedGroup } from './copy-groups.ts';
import { createAccount } from './account-creation.ts';
import { holdingsOn } from './holders.ts';
import { personOf } from './plan-people.ts';
import { routeOf, type Route } from './plan-route.ts';
import { copyProject } from './copy-project-run.ts';
import { linkOf } from './copy-projects.ts';
import { endRun } from './copy-run-end.ts';
import { makeRoomFor, newPortalOnlyId } from './portal-only-creation.ts';
import type { Context, Tx } from './ports.ts';

/** Applies the item of a run with this index (from 0); the last one finishes the plan. */
export function applyCopyItem(
  tx: Tx,
  planId: CopyPlan['id'],
  index: number,
  context: Context,
): void {
  const plan = tx.copyPlans.get({ id: planId });
  if (plan?.state !== 'running') return;
  const people = tx.copyOutcomes.count({ planId });
  if (index < people) copyPerson(tx, plan, index, context);
  else {
    const projectId = plan.projectIds[index - people];
    if (projectId) copyProject(tx, plan, projectId, context);
  }
  if (index === Math.max(0, people + plan.projectIds.length - 1)) {
    endRun(tx, planId, 'finish', context);
  }
}

function copyPerson(tx: Tx, plan: CopyPlan, position: number, context: Context): void {
  const outcome = tx.copyOutcomes.get({ planId: plan.id, position });
  if (!outcome) return;
  const route = routeOf(tx, plan);
  const person = personOf(tx, plan, route, outcome);
  const holdings = holdingsOn(tx, route.destination, outcome.emailKey);
  if (!person) {
    // Everything under the address vanished from the source since the run began.
    done(tx, outcome, { action: 'former-user', attention: [], attachedTo: FORMER_USER });
    return;
  }
  if (person.copiedBefore !== undefined) {
    const { copiedBefore } = person;
    keepLinks(tx, plan, person, copiedBefore, firstCopier(tx, plan, person, copiedBefore));
    done(tx, outcome, { action: 'left-out', attention: [], attachedTo: copiedBefore });
    return;
  }
  const rule = ruleFor(person, holdings);
  const current: CopyOutcome = {
    ...outcome,
    sourceHolding: person.holding,
    afterHolding: rule.after,
  };
  const attachedTo = attach(tx, plan, route, person, holdings, context);
  if (isAccountId(attachedTo))
    bringSourceGroups(tx, plan, route, { ...person, accountId: attachedTo }, context);
  let groupId: GroupId | null = null;
  if (rule.attention.includes('review-group') && holdings.account) {
    groupId = joinImportedGroup(tx, plan, route, holdings.account.accountId, context);
  }
  for (const problem of rule.attention) {
    tx.attentionRows.put({
      planId: plan.id,
      emailKey: person.emailKey,
      problem,
      email: person.email,
      name: person.name,
      sourceHolding: current.sourceHolding,
      destinationHolding: outcome.destinationHolding,
      afterHolding: rule.after,
      siteId: route.destination.id,
      groupId: problem === 'review-group' ? groupId : null,
      portalCustomerId:
        problem === 'upgrade-portal-only' ? (holdings.portalCustomer?.id ?? null) : null,
    });
  }
  done(tx, current, { action: rule.action, attention: rule.attention, attachedTo });
  recordChange(tx, context, {
    action: 'copy-plan.customer-copied',
    siteId: route.destination.id,
    subjectId: attachedTo,
    facts: {
      planId: plan.id,
      ...migrationFlow(plan),
      email: person.email,
      outcome: rule.action,
    },
  });
}

function done(
  tx: Tx,
  outcome: CopyOutcome,
  result: Pick<CopyOutcome, 'action' | 'attention' | 'attachedTo'>,
): void {
  tx.copyOutcomes.put({ ...outcome, ...result, state: 'done' });
}

/** Makes sure that the holder exists to which requests are attached, and keeps the link for later runs. */
function attach(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  person: SourcePerson,
  holdings: Holdings,
  context: Context,
): HolderId {
  const rule = ruleFor(person, holdings);
  if (rule.attachTo === 'former-user') {
    leaveLinks(tx, plan, person);
    return FORMER_USER;
  }
  const holder =
    rule.attachTo === 'portal-only'
      ? (holdings.portalCustomer?.id ?? createProfile(tx, route, person, context))
      : (holdings.account?.accountId ?? addToSite(tx, route, person, context));
  keepLinks(tx, plan, person, holder, plan.id);
  return holder;
}

/** Whoever came with an earlier run and is former by now: what arrives from here on is not theirs (S4). */
function leaveLinks(
  tx: Tx,
  { sourcePlaceId, destinationSiteId }: CopyPlan,
  { holderIds }: SourcePerson,
): void {
  for (const sourceId of holderIds) {
    tx.copyLinks.remove({ sourcePlaceId, destinationSiteId, sourceId });
  }
}

/** The earlier run that brought somebody: what it knew of them is not this run's to claim. */
function firstCopier(
  tx: Tx,
  plan: CopyPlan,
  person: SourcePerson,
  holder: HolderId,
): CopyPlan['id'] {
  const links = person.holderIds.flatMap((sourceId) => linkOf(tx, plan, sourceId) ?? []);
  return links.find(({ destinationId }) => destinationId === holder)?.planId ?? plan.id;
}

function keepLinks(
  tx: Tx,
  plan: CopyPlan,
  person: SourcePerson,
  holder: HolderId,
  planId: CopyPlan['id'],
): void {
  const { sourcePlaceId, destinationSiteId } = plan;
  for (const sourceId of person.holderIds) {
    tx.copyLinks.put({
      sourcePlaceId,
      destinationSiteId,
      sourceId,
      destinationId: holder,
      kind: 'holder',
      planId,
    });
  }
}

/** A portal-only account is site scoped (S3): the destination gets a profile of its own. */
function createProfile(
  tx: Tx,
  route: Route,
  person: SourcePerson,
  context: Context,
): PortalCustomerId {
  const { profile } = person;
  if (!profile) throw new Error(`Nothing to create for ${person.emailKey}`);
  makeRoomFor(tx, route.destination.id, person.emailKey);
  const id = newPortalOnlyId(context.ids);
  tx.portalCustomers.put({
    id,
    siteId: route.destination.id,
    email: person.email,
    emailKey: person.emailKey,
    name: person.name,
    state: profile.state,
    createdAt: context.now,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
  });
  return id;
}

/**
 * Copying makes no new account: the global one gets access to the destination (domain.md 6.1, USERS).
 * From a server an account arrives that nobody had, and its owner is not told (S4).
 */
function addToSite(tx: Tx, route: Route, person: SourcePerson, context: Context): AccountId {
  const given = person.account?.given;
  if (!given) throw new Error(`No account to give access to for ${person.emailKey}`);
  const { destination } = route;
  const known = tx.accounts.first({ emailKey: person.emailKey });
  const accountId = (known ?? createAccount(tx, destination, person, context, false)).id;
  const { organizationId } = destination;
  if (!tx.directoryUsers.get({ organizationId, accountId })) {
    const addedAt = context.now;
    tx.directoryUsers.put({ organizationId, accountId, status: given.directory, addedAt });
  }
  tx.siteAccess.put({
    siteId: destination.id,
    accountId,
    status: given.status,
    userKey: `ug:${context.ids.uuid()}`,
    lastSeenAt: null,
  });
  return accountId;
}
