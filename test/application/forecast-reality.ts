/* What a forecast promises beyond each outcome, looked up in the data before and after the run. */
import { canOpenRequest } from '#src/domain/request-access.ts';
import { isAccessActive } from '#src/domain/account.ts';
import type { ResponseOf } from '#src/contract/api.ts';
import { emailKey } from '#src/domain/email-key.ts';
import type { CopyPlanId, RequestId, SiteId } from '#src/domain/ids.ts';
import { viewerOf } from '#src/domain/viewer.ts';
import type { StoreTx } from '#src/store/transaction.ts';

type Plan = ResponseOf<'copy-plans.get'>;

/** Requests that whoever logs in with an address can open on a site, straight from `canOpenRequest`. */
function openedBy(tx: StoreTx, siteId: SiteId, key: string): Set<RequestId> {
  const { organizationId } = tx.sites.get({ id: siteId })!;
  const account = tx.accounts.first({ emailKey: key });
  const access = account && tx.siteAccess.get({ siteId, accountId: account.id });
  const viewer = viewerOf(siteId, {
    portalCustomer: tx.queries.portalCustomerByEmail(siteId, key),
    account: access && {
      accountId: access.accountId,
      accessActive: isAccessActive(
        tx.directoryUsers.get({ organizationId, accountId: access.accountId }),
        access,
      ),
      role: tx.queries.roleOn(siteId, access.accountId),
    },
  });
  const requests = viewer ? tx.queries.attachedRequests(siteId) : [];
  return new Set(requests.filter((each) => canOpenRequest(viewer!, each)).map(({ id }) => id));
}

/** Who opens what on both sites of a plan, by e-mail key. */
export function whoOpensWhat(tx: StoreTx, plan: Plan, emails: readonly string[]) {
  return new Map(
    emails.map((email) => {
      const key = emailKey(email);
      const source = openedBy(tx, plan.source.id as SiteId, key);
      return [key, { source, destination: openedBy(tx, plan.destination.id as SiteId, key) }];
    }),
  );
}

/** How many requests somebody opened before the run, here or there, and does not open now. */
export function lostSince(
  tx: StoreTx,
  plan: Plan,
  before: ReturnType<typeof whoOpensWhat>,
  email: string,
): number {
  const key = emailKey(email);
  const earlier = before.get(key)!;
  const now = openedBy(tx, plan.destination.id as SiteId, key);
  const arrived = tx.copyLinks.where({ planId: plan.id as CopyPlanId, kind: 'request' });
  const here = [...earlier.destination].filter((id) => !now.has(id));
  const home = arrived.filter(
    ({ sourceId, destinationId }) =>
      earlier.source.has(sourceId as RequestId) && !now.has(destinationId as RequestId),
  );
  return here.length + home.length;
}

/** Groups, customer organizations and service projects of the destination, as a forecast speaks of them. */
export function placesOn(tx: StoreTx, siteId: SiteId) {
  return {
    groups: new Map(
      tx.groups
        .where({ siteId })
        .map((group) => [group.name, tx.memberships.count({ groupId: group.id })]),
    ),
    organizations: new Map(
      tx.customerOrganizations
        .where({ siteId })
        .map(({ id, name }) => [
          name,
          tx.customerOrganizationMembers.count({ customerOrganizationId: id }),
        ]),
    ),
    projects: new Map(
      tx.serviceProjects
        .where({ siteId })
        .map(({ id, key, name }) => [`${key} ${name}`, tx.requests.count({ projectId: id })]),
    ),
    licences: tx.queries.licencesUsed(siteId),
  };
}

/** The same as the forecast promises it, from what is there before the run. */
export function placesForecast(
  before: ReturnType<typeof placesOn>,
  forecast: ResponseOf<'copy-plans.forecast'>,
): ReturnType<typeof placesOn> {
  const groups = new Map(before.groups);
  for (const { name, outcome, members } of forecast.groups) {
    if (outcome === 'left-behind' || outcome === 'no-access') continue;
    groups.set(name, (groups.get(name) ?? 0) + members);
  }
  const organizations = new Map(before.organizations);
  for (const { name, nameThere, members } of forecast.organizations) {
    const there = nameThere ?? name;
    organizations.set(there, (organizations.get(there) ?? 0) + members);
  }
  const projects = new Map(before.projects);
  for (const { keyThere, nameThere, requests } of forecast.projects) {
    const there = `${keyThere} ${nameThere}`;
    projects.set(there, (projects.get(there) ?? 0) + requests);
  }
  const licences = before.licences + forecast.licences.atOnce;
  return { groups, organizations, projects, licences };
}
