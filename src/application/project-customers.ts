/* A service project's *Customers* page: who belongs to it, searched, filtered, sorted, paged. */
import type { DomainError } from '../domain/errors.ts';
import { logInOf, type LogIn } from '../domain/help-center.ts';
import {
  isAccountId,
  isGroupId,
  type CopyPlanId,
  type HolderId,
  type ServiceProjectId,
} from '../domain/ids.ts';
import {
  projectCustomers,
  type ProjectCustomer,
  type ProjectCustomerState,
  type ProjectFacts,
} from '../domain/project-customer.ts';
import { CUSTOMERS_ROLE } from '../domain/project-reference.ts';
import type { ServiceProject } from '../domain/request.ts';
import { ok, type Result } from '../domain/result.ts';
import { isFoundBy, searchKey } from '../domain/search-key.ts';
import { authorisedPlace, notFound, type Place } from './access.ts';
import { getCopyPlan } from './copy-plans.ts';
import { linkOf } from './copy-projects.ts';
import { personAt } from './help-center.ts';
import type { Context, ListQuery, Page, Tx } from './ports.ts';
import { organizationsOf } from './project-references.ts';

/** What the list takes beside the parts of every list. */
export type ProjectCustomerQuery = ListQuery & {
  readonly siteId: string;
  readonly projectId: string;
  readonly state?: ProjectCustomerState | undefined;
  readonly holding?: ProjectCustomer['holding'] | undefined;
  readonly projectRole?: 'added' | 'not-added' | undefined;
  readonly sort: 'name' | 'email' | 'requests' | 'state';
  readonly direction: 'ascending' | 'descending';
};

/** A row with how the person logs in to the help center. */
export type ProjectCustomerRow = ProjectCustomer & { readonly logIn: LogIn };

/** Everyone who belongs to a project of a site. Whoever may add customers may look. */
export function listProjectCustomers(
  tx: Tx,
  query: ProjectCustomerQuery,
  context: Context,
): Result<Page<ProjectCustomerRow> & { readonly project: ServiceProject }, DomainError> {
  const found = authorisedProject(tx, context, query);
  if (!found.ok) return found;
  const { place, project } = found.value;
  const matching = projectCustomers(factsOf(tx, place, project))
    .filter(
      (row) =>
        isFoundBy(query.search, row) &&
        (query.state === undefined || row.state === query.state) &&
        (query.holding === undefined || row.holding === query.holding) &&
        (query.projectRole === undefined || row.hasRole === (query.projectRole === 'added')),
    )
    .toSorted(orderOf(query));
  return ok({
    project,
    total: matching.length,
    items: matching
      .slice(query.offset, query.offset + query.limit)
      .map((row) => ({ ...row, logIn: logInOf(personAt(tx, place, row.emailKey)) })),
  });
}

/** The destination's service projects that a plan's runs have filled. */
export function copiedProjects(
  tx: Tx,
  planId: string,
  context: Context,
): Result<readonly ServiceProject[], DomainError> {
  const plan = getCopyPlan(tx, planId as CopyPlanId, context);
  if (!plan.ok) return plan;
  return ok(
    plan.value.projectIds.flatMap((projectId) => {
      const link = linkOf(tx, plan.value, projectId);
      const id = link?.destinationId as ServiceProjectId | undefined;
      return (id && tx.serviceProjects.get({ id })) ?? [];
    }),
  );
}

/** A service project of a site, for whoever may add customers to it. */
export function authorisedProject(
  tx: Tx,
  context: Context,
  input: { readonly siteId: string; readonly projectId: string },
): Result<{ readonly place: Place; readonly project: ServiceProject }, DomainError> {
  const place = authorisedPlace(tx, context, 'customers.invite', input.siteId);
  if (!place.ok) return place;
  const project = tx.serviceProjects.get({ id: input.projectId as ServiceProjectId });
  return project?.siteId === place.value.site.id
    ? ok({ place: place.value, project })
    : notFound('project', input.projectId);
}

/** Who has the project role of customers: people, and the members of groups that have it. */
function roleHolders(tx: Tx, projectId: ServiceProjectId): ReadonlySet<HolderId> {
  const references = tx.projectReferences.where({ projectId, ...CUSTOMERS_ROLE });
  return new Set(
    references.flatMap(({ subjectId }): readonly HolderId[] =>
      isGroupId(subjectId)
        ? tx.memberships.where({ groupId: subjectId }).map(({ accountId }) => accountId)
        : [subjectId],
    ),
  );
}

function factsOf(tx: Tx, { site }: Place, { id: projectId }: ServiceProject): ProjectFacts {
  const people = {
    roleHolders: roleHolders(tx, projectId),
    requests: tx.queries
      .attachedRequests(site.id)
      .filter((request) => request.projectId === projectId),
    organizations: organizationsOf(tx, projectId),
  };
  const onSite = tx.queries.accountsOn(site.id);
  const known = new Set<string>(onSite.map(({ account }) => account.id));
  const elsewhere = [...holdersIn(people)].flatMap((id) =>
    isAccountId(id) && !known.has(id) ? (tx.accounts.get({ id }) ?? []) : [],
  );
  return {
    ...people,
    profiles: tx.portalCustomers.where({ siteId: site.id }),
    accounts: [
      ...onSite.map(({ account, state, role }) => ({ ...account, onSite: { state, role } })),
      ...elsewhere.map((account) => ({ ...account, onSite: null })),
    ],
  };
}

function holdersIn(
  people: Pick<ProjectFacts, 'roleHolders' | 'requests' | 'organizations'>,
): ReadonlySet<HolderId> {
  return new Set([
    ...people.roleHolders,
    ...people.requests.flatMap(({ reporterId, participantIds }) => [reporterId, ...participantIds]),
    ...people.organizations.flatMap(({ memberIds }) => memberIds),
  ]);
}

/** Equal rows stand by name, and by address, whichever way the list is turned. */
function orderOf({ sort, direction }: ProjectCustomerQuery) {
  const turn = direction === 'ascending' ? 1 : -1;
  const keyOf = (row: ProjectCustomer): string | number =>
    sort === 'requests' ? row.requests : sort === 'name' ? nameKey(row) : row[sort];
  return (a: ProjectCustomer, b: ProjectCustomer) =>
    turn * compared(keyOf(a), keyOf(b)) ||
    compared(nameKey(a), nameKey(b)) ||
    compared(a.emailKey, b.emailKey);
}

function nameKey({ name, email }: ProjectCustomer): string {
  return searchKey(name || email);
}

function compared(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
