/*
 * What a copy would do, customer by customer, computed from facts alone: the outcome of the copy
 * table, what each person could open on the destination before and after, and what they would lose.
 */
import {
  attachmentOf,
  classifyDestination,
  ruleFor,
  viewerAfter,
  viewerNow,
  type ArrivingRequest,
  type CopyFacts,
} from './copy-forecast.ts';
import { lossFinder, type Loss } from './copy-losses.ts';
import type { CopyOutcome } from './copy-plan.ts';
import {
  FORMER_USER,
  isAccountId,
  isPortalCustomerId,
  isServerUserId,
  type HolderId,
  type SiteId,
} from './ids.ts';
import type { RequestAttachments } from './request-access.ts';
import { countOpenable, indexByHolder } from './viewer.ts';

export type ForecastCopy = {
  /** Every person's outcome, in the order of the people. */
  readonly outcomes: readonly CopyOutcome[];
  /** What each of them loses sight of, in the same order. */
  readonly losses: readonly (readonly Loss[])[];
  /** The destination holder that stands for one of the source. */
  readonly standsFor: (holder: HolderId) => HolderId;
};

/** Forecasts a copy. */
export function forecastCopy(facts: CopyFacts): ForecastCopy {
  const standsFor = holderMap(facts);
  const arriving = facts.arriving.map((each) => mapped(each, facts.destinationSiteId, standsFor));
  const present = facts.present.map((request) => ({
    ...request,
    sharedWithIds: [...request.sharedWithIds, ...(facts.joining.get(request) ?? []).map(standsFor)],
  }));
  const before = indexByHolder(facts.present);
  const after = indexByHolder([...present, ...arriving]);
  const arrivals = indexByHolder(arriving);
  const lossesOf = lossFinder(facts, { present, arriving });
  const losses: (readonly Loss[])[] = [];
  const outcomes = facts.people.map((person, position): CopyOutcome => {
    const holdings = facts.destination.get(person.emailKey);
    const holder = attachmentOf(person, holdings);
    const left = person.copiedBefore !== undefined;
    const rule = ruleFor(person, holdings);
    // Nobody opens anything as a deleted customer, whoever holds the address on the destination.
    const isGone = rule.action === 'former-user';
    const destinationHolding = classifyDestination(holdings);
    const lost = isGone ? [] : lossesOf(person);
    losses.push(lost);
    return {
      planId: facts.planId,
      position,
      emailKey: person.emailKey,
      email: person.email,
      name: person.name,
      sourceHolding: person.holding,
      destinationHolding,
      afterHolding: left ? destinationHolding : rule.after,
      action: left ? 'left-out' : rule.action,
      attention: left ? [] : rule.attention,
      forecastAttention: left ? [] : rule.attention,
      sourcePortalCustomerId: person.holderIds.find(isPortalCustomerId) ?? null,
      sourceAccountId: person.holderIds.find(isAccountId) ?? null,
      sourceServerUserId: person.holderIds.find(isServerUserId) ?? null,
      attachedTo: null,
      canOpenBefore: isGone ? 0 : countOpenable(before, viewerNow(facts, holdings)),
      canOpenAfter: isGone ? 0 : countOpenable(after, viewerAfter(facts, person, holdings, holder)),
      arriving: holder === FORMER_USER ? 0 : (arrivals.get(holder)?.length ?? 0),
      losing: lost.length,
      state: 'pending',
    };
  });
  return { outcomes, losses, standsFor };
}

function holderMap(facts: CopyFacts): ForecastCopy['standsFor'] {
  const attachedTo = new Map<HolderId, HolderId>();
  for (const person of facts.people) {
    const holder = attachmentOf(person, facts.destination.get(person.emailKey));
    for (const id of person.holderIds) attachedTo.set(id, holder);
  }
  return (holder) => attachedTo.get(holder) ?? facts.attachOthers(holder);
}

function mapped(
  request: ArrivingRequest,
  siteId: SiteId,
  map: (holder: HolderId) => HolderId,
): RequestAttachments {
  return {
    siteId,
    reporterId: map(request.reporterId),
    participantIds: request.participantIds.map(map),
    sharedWithIds: [...request.sharedWithIds.map(map), ...request.sharedWithOnDestination],
  };
}
