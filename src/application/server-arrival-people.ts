/* The people of *Did everybody arrive?* one by one: searched, filtered, paged, or all for a file. */
import type { Explanation } from '../domain/arrival.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { DomainError } from '../domain/errors.ts';
import type { AccountId, PortalCustomerId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { isFoundBy, searchKey } from '../domain/search-key.ts';
import type { ServerPerson } from '../domain/server-people.ts';
import type { ServerRow } from '../domain/server-table.ts';
import { holdingsOn } from './holders.ts';
import type { Route } from './plan-route.ts';
import type { Context, ListQuery, Page, Tx } from './ports.ts';
import { gatherArrivals, type GatheredArrivals } from './server-arrivals.ts';

/** Somebody of the server with what became of them. */
export type ArrivalRow = {
  readonly person: ServerPerson;
  readonly row: ServerRow;
  readonly taken: boolean;
  /** People are named by their user names here, not by user keys. */
  readonly explanation: Explanation;
  /** The migration that did it; null where none did anything. */
  readonly by: Pick<CopyPlan, 'id' | 'name'> | null;
  /** What the site holds under the address that the person arrived at, or came along in. */
  readonly destination: {
    readonly email: string;
    readonly portalCustomerId: PortalCustomerId | null;
    readonly accountId: AccountId | null;
  } | null;
  /** Requests of the server that name the person, and how many of them are on the site. */
  readonly requests: number;
  readonly requestsArrived: number;
};

type ArrivalQuery = {
  readonly search: string;
  readonly explanation?: Explanation['code'] | undefined;
  readonly row?: ServerRow | undefined;
};

/** A page of the people, by user name. */
export function listArrivals(
  tx: Tx,
  input: ArrivalQuery & ListQuery & { readonly planId: string },
  context: Context,
): Result<Page<ArrivalRow>, DomainError> {
  const found = gatherArrivals(tx, input.planId, context);
  if (!found.ok) return found;
  const matching = matchingRows(found.value, input);
  const rowOf = rowMaker(tx, found.value);
  const items = matching.slice(input.offset, input.offset + input.limit).map(rowOf);
  return ok({ items, total: matching.length });
}

/** All of them, for a file. */
export function allArrivals(
  tx: Tx,
  planId: string,
  context: Context,
): Result<readonly ArrivalRow[], DomainError> {
  const found = gatherArrivals(tx, planId, context);
  return found.ok
    ? ok(found.value.arrivals.map((_, at) => at).map(rowMaker(tx, found.value)))
    : found;
}

/** Where the people stand that a query asks for: by user name too, which a server tells its users by. */
function matchingRows(
  { people, arrivals }: GatheredArrivals,
  { search, explanation, row }: ArrivalQuery,
): number[] {
  const wanted = searchKey(search);
  return arrivals.flatMap((arrival, at) => {
    const person = people[at]?.person;
    const isWanted =
      person !== undefined &&
      (explanation === undefined || arrival.explanation.code === explanation) &&
      (row === undefined || arrival.row === row) &&
      (isFoundBy(search, person) || searchKey(person.userName).includes(wanted));
    return isWanted ? [at] : [];
  });
}

function rowMaker(
  tx: Tx,
  { plan, route, people, arrivals, by }: GatheredArrivals,
): (at: number) => ArrivalRow {
  const userNames = new Map(people.map(({ person }) => [person.userKey, person.userName]));
  const arrivalOf = new Map(arrivals.map((arrival) => [arrival.userKey, arrival]));
  return (at) => {
    const { person } = people[at]!;
    const { userKey, row, taken, explanation, emailKey } = arrivals[at]!;
    const isMerged = explanation.code === 'merged';
    const key = isMerged ? (arrivalOf.get(explanation.into)?.emailKey ?? null) : emailKey;
    const run = by.get(userKey);
    return {
      person,
      row,
      taken,
      explanation: isMerged
        ? { ...explanation, into: userNames.get(explanation.into) ?? explanation.into }
        : explanation,
      by: run ? { id: run.id, name: run.name } : null,
      destination: key === null ? null : accountsAt(tx, route, key),
      ...requestsOf(tx, plan, person),
    };
  };
}

function accountsAt(tx: Tx, { destination }: Route, emailKey: string): ArrivalRow['destination'] {
  const { portalCustomer, account } = holdingsOn(tx, destination, emailKey);
  const accountId = account?.accountId ?? null;
  const email =
    portalCustomer?.email ?? (accountId && tx.accounts.get({ id: accountId })?.email) ?? emailKey;
  return { email, portalCustomerId: portalCustomer?.id ?? null, accountId };
}

function requestsOf(tx: Tx, plan: CopyPlan, { userIds }: ServerPerson) {
  const { sourcePlaceId, destinationSiteId } = plan;
  const named = userIds.flatMap((id) => tx.queries.attachedRequests(sourcePlaceId, id));
  const ids = [...new Set(named.map(({ id }) => id))];
  const arrived = ids.filter(
    (sourceId) => tx.copyLinks.get({ sourcePlaceId, destinationSiteId, sourceId }) !== undefined,
  );
  return { requests: ids.length, requestsArrived: arrived.length };
}
