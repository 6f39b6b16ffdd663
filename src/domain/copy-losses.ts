/*
 * Who would lose sight of which requests (S0: "customers losing permission or being unable to access
 * existing requests"): what a person can open before the run, here or on the source, and not right
 * after it. All of it is asked of `canOpenRequest`; the reason is read from what refused.
 */
import {
  attachmentOf,
  viewerAfter,
  viewerNow,
  type ArrivingRequest,
  type CopyFacts,
  type SourcePerson,
} from './copy-forecast.ts';
import type { HolderId } from './ids.ts';
import {
  canOpenRequest,
  canUseHelpCenter,
  isAttachedTo,
  type RequestAttachments,
  type Viewer,
} from './request-access.ts';
import { indexByHolder } from './viewer.ts';

/** Why a request cannot be opened after the run, each with one thing to do about it. */
export type LossReason =
  /** The portal-only account keeps it, and the person arrives with the Atlassian account (S0). */
  | 'duplicate-account'
  /** A group that would give the role waits for review (S0; domain.md 5.1). */
  | 'review-pending'
  /** No group gives the account a role, and none waits. */
  | 'role-missing'
  /** The Atlassian account has no active access to the destination. */
  | 'suspended'
  /** The portal-only account there is revoked. */
  | 'revoked'
  /** The portal-only account there is being migrated right now. */
  | 'migrating'
  /** It is shared through a customer organization that does not come along (S2). */
  | 'organization-left-behind'
  /** It is shared through one that an earlier run copied, without this person (S2). */
  | 'organization-copied-before';

/** One request that a person loses sight of. */
export type Loss = {
  /** Whether it is on the destination already or arrives with the run. */
  readonly where: 'destination' | 'arriving';
  /** Its position among the facts' `present` or `arriving`. */
  readonly index: number;
  readonly reason: LossReason;
};

/** The requests of the facts as they are attached after the run, in the same order. */
export type AfterRun = {
  readonly present: readonly RequestAttachments[];
  readonly arriving: readonly RequestAttachments[];
};

/** Finds what each person loses; indexes the requests once for all of them. */
export function lossFinder(
  facts: CopyFacts,
  after: AfterRun,
): (person: SourcePerson) => readonly Loss[] {
  const onSource = facts.arriving.map((request) => ({
    ...request,
    siteId: facts.sourcePlaceId,
    sharedWithIds: request.sharedWithOnSource,
  }));
  const places = {
    destination: { before: facts.present, after: after.present },
    arriving: { before: onSource, after: after.arriving },
  } as const;
  const indexes = { destination: positions(facts.present), arriving: positions(onSource) };

  return (person) => {
    const holdings = facts.destination.get(person.emailKey);
    const holder = attachmentOf(person, holdings);
    const now = viewerAfter(facts, person, holdings, holder);
    const viewers = {
      destination: viewerNow(facts, holdings),
      arriving: facts.source.get(person.emailKey),
    };
    return (['destination', 'arriving'] as const).flatMap((where) => {
      const before = viewers[where];
      return (before ? (indexes[where].get(before.id) ?? []) : []).flatMap((index): Loss[] => {
        const { before: earlier, after: later } = places[where];
        if (!canOpenRequest(before!, earlier[index]!)) return [];
        if (now && canOpenRequest(now, later[index]!)) return [];
        const shared = where === 'arriving' ? facts.arriving[index]!.organization : 'none';
        const isAwaiting = facts.awaiting.has(person.emailKey);
        return [{ where, index, reason: reasonOf(now, holder, later[index]!, shared, isAwaiting) }];
      });
    });
  };
}

function reasonOf(
  viewer: Viewer | undefined,
  holder: HolderId,
  request: RequestAttachments,
  shared: ArrivingRequest['organization'],
  isAwaiting: boolean,
): LossReason {
  if (viewer && isAttachedTo(request, viewer.id)) return standingReason(viewer, isAwaiting);
  // What came through the customer organization alone is attached to no account of the person.
  if (!isAttachedTo(request, holder)) {
    if (shared === 'left-behind') return 'organization-left-behind';
    if (shared === 'copied-before') return 'organization-copied-before';
  }
  return 'duplicate-account';
}

function standingReason(viewer: Viewer, isAwaiting: boolean): LossReason {
  if (canUseHelpCenter(viewer)) throw new Error('Nothing keeps the request from its viewer');
  if (viewer.type === 'portal-only') {
    return viewer.state === 'migrating' ? 'migrating' : 'revoked';
  }
  if (!viewer.accessActive) return 'suspended';
  return isAwaiting ? 'review-pending' : 'role-missing';
}

/** Where each holder's requests stand in a list. */
function positions(requests: readonly RequestAttachments[]): ReadonlyMap<string, number[]> {
  const numbers = new Map(requests.map((request, index) => [request, index]));
  return new Map(
    [...indexByHolder(requests)].map(([holder, attached]) => [
      holder,
      attached.map((request) => numbers.get(request)!),
    ]),
  );
}
