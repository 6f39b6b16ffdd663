/* The people of a plan, whatever its source is: everything that a run does asks here. */
import type { CopyFacts, SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import { isServerUserId, type HolderId } from '../domain/ids.ts';
import { peopleOnSite, personOnSite, viewerOnSite } from './copy-people.ts';
import { isBetweenSites, routeOf, type Route } from './plan-route.ts';
import type { AttachedRequest, Tx } from './ports.ts';
import { migratingPerson, peopleOnServer, viewersOnServer } from './server-plan-people.ts';

/** Everyone in the plan's scope (S2, S4; domain.md 6.2, 7.1), ordered by e-mail key. */
export function peopleInScope(tx: Tx, plan: CopyPlan): SourcePerson[] {
  const route = routeOf(tx, plan);
  return isBetweenSites(route) ? peopleOnSite(tx, plan, route) : peopleOnServer(tx, plan, route);
}

/**
 * The person of an outcome as the run meets them: a site's as it stands now, a server's as the run
 * began, since it reads the server then. Undefined when nothing is left on the source.
 */
export function personOf(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  outcome: Pick<CopyOutcome, 'planId' | 'position' | 'emailKey'>,
): SourcePerson | undefined {
  return isBetweenSites(route)
    ? personOnSite(tx, route, outcome.emailKey)
    : migratingPerson(tx, plan, route, outcome.position);
}

/** Whom people are on the source, for what they can open there before the run. */
export function sourceViewers(
  tx: Tx,
  route: Route,
  people: readonly SourcePerson[],
): CopyFacts['source'] {
  if (!isBetweenSites(route)) return viewersOnServer(tx, people);
  return new Map(
    people.flatMap(({ emailKey }) => {
      const viewer = viewerOnSite(tx, route, emailKey);
      return viewer ? [[emailKey, viewer] as const] : [];
    }),
  );
}

/**
 * Requests with everybody under the first of their holders: on a server, the same person may stand in
 * them as a row of another directory, or as an account that is merged into another.
 */
export function underOneHolder(
  people: readonly SourcePerson[],
  requests: readonly AttachedRequest[],
): AttachedRequest[] {
  const first = new Map(
    people.flatMap(({ holderIds }) =>
      holderIds.some(isServerUserId) ? holderIds.map((id) => [id, holderIds[0]!] as const) : [],
    ),
  );
  if (first.size === 0) return [...requests];
  const map = (holder: HolderId) => first.get(holder) ?? holder;
  return requests.map((request) => ({
    ...request,
    reporterId: map(request.reporterId),
    participantIds: [...new Set(request.participantIds.map(map))],
  }));
}
