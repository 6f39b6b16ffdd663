/* *Did everybody arrive?* (S4): the people of a server matched to what a migration made of them. */
import { arrivalsOf, type Arrival } from '../domain/arrival.ts';
import { arrivalTotals, type ArrivalTotals } from '../domain/arrival-totals.ts';
import { holdingOf, type Holding } from '../domain/copy-table.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { ServiceProjectId, SiteId } from '../domain/ids.ts';
import { countsAsPortalOnly } from '../domain/portal-customer.ts';
import { ok, type Result } from '../domain/result.ts';
import type { FixedPerson } from '../domain/server-fixes.ts';
import { notFound } from './access.ts';
import { getRunPlan } from './attention.ts';
import { isBetweenSites, routeOf, type Route } from './plan-route.ts';
import type { Context, Tx } from './ports.ts';
import { arrivalHistory, type ArrivalHistory } from './server-arrival-records.ts';
import { fixedPeople } from './server-people.ts';
import { associatedKeys, choiceOf, serverOf } from './server-plan-people.ts';

export type ArrivalView = {
  readonly plan: CopyPlan;
  readonly route: Route;
  readonly totals: ArrivalTotals;
  /** Everybody on the server, former customers among them. */
  readonly people: number;
  /** How many the site's list of portal-only customers shows, those among them that are accounts by now. */
  readonly listed: number;
  readonly migrated: number;
};

/** Everybody's arrival, and what their rows are made from. */
export type GatheredArrivals = {
  readonly plan: CopyPlan;
  readonly route: Route;
  readonly people: readonly FixedPerson[];
  readonly arrivals: readonly Arrival[];
  readonly destination: ReadonlyMap<string, Holding>;
  readonly by: ArrivalHistory['by'];
};

/** The counts on both sides, with everything that leads from one to the other. */
export function getArrival(
  tx: Tx,
  planId: string,
  context: Context,
): Result<ArrivalView, DomainError> {
  const found = gatherArrivals(tx, planId, context);
  if (!found.ok) return found;
  const { plan, route, people, arrivals, destination } = found.value;
  return ok({
    plan,
    route,
    totals: arrivalTotals(arrivals, destination),
    people: people.length,
    ...tx.queries.portalCustomerCounts(plan.destinationSiteId),
  });
}

/** Refuses a plan between sites as no server migration, and one that has not run. */
export function gatherArrivals(
  tx: Tx,
  planId: string,
  context: Context,
): Result<GatheredArrivals, DomainError> {
  const found = getRunPlan(tx, planId, context);
  if (!found.ok) return found;
  const plan = found.value;
  const route = routeOf(tx, plan);
  if (isBetweenSites(route)) return notFound('server migration', planId);
  const people = fixedPeople(tx, serverOf(plan));
  const destination = holdingsByKey(tx, plan.destinationSiteId);
  const { records, took, by } = arrivalHistory(tx, plan, people);
  const arrivals = arrivalsOf({
    people,
    choice: choiceOf(plan),
    associated: associatedKeys(tx, plan, people),
    referenced: associatedKeys(tx, { ...plan, projectIds: broughtProjects(tx, plan) }, people)
      .related,
    records,
    took,
    destination,
  });
  return ok({ plan, route, people, arrivals, destination, by });
}

/** Service projects of the server whose data is on the site, or is on its way there. */
function broughtProjects(tx: Tx, plan: CopyPlan): ServiceProjectId[] {
  const { sourcePlaceId, destinationSiteId } = plan;
  const links = tx.copyLinks.where({ sourcePlaceId, destinationSiteId, kind: 'project' });
  const coming = plan.state === 'running' ? plan.projectIds : [];
  return [...new Set([...links.map(({ sourceId }) => sourceId as ServiceProjectId), ...coming])];
}

/** What a site holds under every address that is on it. */
function holdingsByKey(tx: Tx, siteId: SiteId): ReadonlyMap<string, Holding> {
  const profiles = new Set(
    tx.portalCustomers
      .where({ siteId })
      .filter(countsAsPortalOnly)
      .map(({ emailKey }) => emailKey),
  );
  const accounts = new Set(tx.queries.accountsOn(siteId).map(({ account }) => account.emailKey));
  return new Map(
    [...new Set([...profiles, ...accounts])].map((key) => [
      key,
      holdingOf(profiles.has(key), accounts.has(key)),
    ]),
  );
}
