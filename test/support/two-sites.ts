/*
 * Two sites of two organizations with only those people that a test puts there, and copying between
 * them through the backend. An address is a short name, `ada` for ada@mail.example.
 */
import type { BodyOf } from '#src/contract/api.ts';
import type { DirectoryUser, SiteAccess } from '#src/domain/account.ts';
import type {
  AccountId,
  CustomerOrganizationId,
  HolderId,
  PortalCustomerId,
  RequestId,
  ServiceProjectId,
  SiteId,
} from '#src/domain/ids.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';
import type { World } from '#test/support/world.ts';
import type { StoreTx } from '#src/store/transaction.ts';

export const SOURCE = 'site_fjord-care' satisfies SiteId;
export const DESTINATION = 'site_harbor' satisfies SiteId;
export const SOURCE_PROJECT = 'project_fjord-it' satisfies ServiceProjectId;
export const OTHER_SOURCE_PROJECT = 'project_fjord-patients' satisfies ServiceProjectId;
const DESTINATION_PROJECT = 'project_harbor-freight' satisfies ServiceProjectId;

export function emailOf(name: string): string {
  return `${name}@mail.example`;
}

/** A portal-only account. */
export function addProfile(
  tx: StoreTx,
  siteId: SiteId,
  name: string,
  over: Partial<PortalCustomer> = {},
): PortalCustomerId {
  const [id, email] = [`qm:${siteId}:${name}` as const, emailOf(name)];
  const profile = portalCustomer({ id, siteId, email, emailKey: email, name, ...over });
  tx.portalCustomers.put(profile);
  return profile.id;
}

type Standing = {
  readonly access?: SiteAccess['status'];
  readonly directory?: DirectoryUser['status'];
  /** Through the site's default group. */
  readonly role?: ProductRole;
};

/** The address's one Atlassian account, with access to a site. */
export function addAccount(
  tx: StoreTx,
  siteId: SiteId,
  name: string,
  { access = 'active', directory = 'active', role = 'none' }: Standing = {},
): AccountId {
  const accountId = addAccountElsewhere(tx, name);
  const { organizationId, name: siteName } = tx.sites.get({ id: siteId })!;
  tx.directoryUsers.put({ organizationId, accountId, status: directory, addedAt: 0 });
  const userKey = `ug:${siteId}:${name}`;
  tx.siteAccess.put({ siteId, accountId, status: access, userKey, lastSeenAt: null });
  if (role !== 'none') {
    const groupId = `group_${siteName}-${role}s` as const;
    tx.memberships.put({ groupId, accountId });
  }
  return accountId;
}

/** The address's one Atlassian account, without access to any of these sites. */
export function addAccountElsewhere(tx: StoreTx, name: string): AccountId {
  const [id, email] = [`712020:${name}` as const, emailOf(name)];
  const account = { id, email, emailKey: email, name, emailVerified: true };
  tx.accounts.put({ ...account, createdAt: 0, version: 1 });
  return id;
}

type RequestPlace = {
  readonly projectId?: ServiceProjectId;
  readonly participants?: readonly HolderId[];
  readonly customerOrganizationId?: CustomerOrganizationId | null;
};

/** A request; its summary is how tests know it on either site. */
export function addRequest(
  tx: StoreTx,
  siteId: SiteId,
  summary: string,
  reporterId: HolderId,
  place: RequestPlace = {},
): RequestId {
  const { participants = [], customerOrganizationId = null } = place;
  const usual = siteId === SOURCE ? SOURCE_PROJECT : DESTINATION_PROJECT;
  const id: RequestId = `request_${siteId} ${summary}`;
  tx.requests.put({
    id,
    siteId,
    projectId: place.projectId ?? usual,
    key: `R-${tx.requests.count({}) + 1}`,
    summary,
    status: 'open',
    createdAt: 0,
    reporterId,
    customerOrganizationId,
  });
  for (const holderId of participants) tx.requestParticipants.put({ requestId: id, holderId });
  return id;
}

/** A customer organization, linked to service projects of its site. */
export function addCustomerOrganization(
  tx: StoreTx,
  siteId: SiteId,
  name: string,
  members: readonly HolderId[],
  projectIds: readonly ServiceProjectId[],
): CustomerOrganizationId {
  const customerOrganizationId: CustomerOrganizationId = `customer-organization_${siteId} ${name}`;
  tx.customerOrganizations.put({ id: customerOrganizationId, siteId, name, version: 1 });
  for (const holderId of members) {
    tx.customerOrganizationMembers.put({ customerOrganizationId, holderId });
  }
  for (const projectId of projectIds) {
    tx.customerOrganizationProjects.put({ customerOrganizationId, projectId });
  }
  return customerOrganizationId;
}

/** A plan for everybody, and for one service project. */
export function planCopy(world: World, over: Partial<BodyOf<'copy-plans.create'>> = {}) {
  return world.get('copy-plans.create', {
    body: {
      name: 'Move',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: [SOURCE_PROJECT],
      ...over,
    },
  });
}

/** Plans, forecasts and runs to the end. */
export async function copy(world: World, over: Partial<BodyOf<'copy-plans.create'>> = {}) {
  const params = { planId: (await planCopy(world, over)).id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  return params;
}

/** What a person opens at a site's help center, by summary. */
export async function opens(
  world: World,
  name: string,
  siteId: SiteId = DESTINATION,
): Promise<string[]> {
  const params = { siteId };
  const view = await world.get('help-center.view', { params, query: { email: emailOf(name) } });
  const open = view.requests.filter(({ canOpen }) => canOpen);
  return open.map(({ summary }) => summary).toSorted();
}

/** The one outcome of a run for a person. */
export async function outcomeOf(world: World, params: { planId: string }, name: string) {
  const query = { search: emailOf(name) };
  const { items } = await world.get('copy-plans.outcomes', { params, query });
  if (items.length !== 1) throw new Error(`${items.length} outcomes of ${name}`);
  return items[0]!;
}
