/*
 * A small world for what a plan selects: a site whose people are tied to a service project in every
 * way that counts, and one that has a group of the same name as the source's.
 */
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { Group } from '#src/domain/group.ts';
import type { AccountId, HolderId, ServiceProjectId, SiteId } from '#src/domain/ids.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { openWorld, type World } from '#test/support/world.ts';

export const SOURCE: SiteId = 'site_harbor-support';
export const DESTINATION: SiteId = 'site_fjord-care';
export const PROJECT: ServiceProjectId = 'project_hs-it';

/** Account of somebody by first name. */
export function accountOf(name: string): AccountId {
  return `712020:${name}`;
}

/** Address of somebody by first name. */
function addressOf(name: string): string {
  return `${name}@company.example`;
}

/** Fills the blank scenario with the people below. */
export async function openSelectionWorld(): Promise<World> {
  const world = await openWorld('blank');
  world.store.write((tx) => {
    // Users: Ann reports, Ben shares her group, Cid is in the group that the project names, Dora is
    // in one that the destination has as well, Eve has no role and stands in a field.
    putGroup(tx, SOURCE, 'helpdesk', ['ann', 'ben']);
    putGroup(tx, SOURCE, 'approvers', ['cid']);
    putGroup(tx, SOURCE, 'sales', ['dora']);
    putGroup(tx, SOURCE, 'site-admins', ['ann']);
    putGroup(tx, DESTINATION, 'sales', []);
    putAccount(tx, 'eve', SOURCE);
    // Customers: Finn has the Customer role, Gil reports, Hana has an account on the destination.
    putGroup(tx, SOURCE, 'clients', ['finn'], { role: 'customer' });
    putProfile(tx, 'gil');
    putProfile(tx, 'hana');
    putAccount(tx, 'hana', DESTINATION);

    putRequest(tx, 1, accountOf('ann'));
    putRequest(tx, 2, 'qm:support:gil');
    putReference(tx, 1, 'custom-field', accountOf('eve'));
    putReference(tx, 2, 'permission', groupId(SOURCE, 'approvers'));
  });
  return world;
}

function groupId(siteId: SiteId, name: string): Group['id'] {
  return `group_${siteId}-${name}`;
}

/** A group that gives the agent role, unless said otherwise, and its members with access. */
export function putGroup(
  tx: StoreTx,
  siteId: SiteId,
  name: string,
  members: readonly string[],
  part: Partial<Pick<Group, 'role' | 'adminAccess'>> = {},
): void {
  const id = groupId(siteId, name);
  tx.groups.put({
    id,
    siteId,
    name,
    description: '',
    role: 'agent',
    isDefault: false,
    review: 'none',
    adminAccess: false,
    adminReview: 'none',
    origin: null,
    reviewedAt: null,
    version: 1,
    ...part,
  });
  for (const member of members) {
    putAccount(tx, member, siteId);
    tx.memberships.put({ groupId: id, accountId: accountOf(member) });
  }
}

function putAccount(tx: StoreTx, name: string, siteId: SiteId): void {
  const id = accountOf(name);
  const email = addressOf(name);
  const person = { id, email, emailKey: email, name };
  tx.accounts.put({ ...person, emailVerified: true, createdAt: 0, version: 1 });
  const { organizationId } = tx.sites.get({ id: siteId })!;
  tx.directoryUsers.put({ organizationId, accountId: id, status: 'active', addedAt: 0 });
  tx.siteAccess.put({
    siteId,
    accountId: id,
    status: 'active',
    userKey: `ug:${name}`,
    lastSeenAt: null,
  });
}

function putProfile(tx: StoreTx, name: string): void {
  const email = addressOf(name);
  tx.portalCustomers.put({
    id: `qm:support:${name}`,
    siteId: SOURCE,
    email,
    emailKey: email,
    name,
    state: 'active',
    createdAt: 0,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
  });
}

function putRequest(tx: StoreTx, number: number, reporterId: HolderId): void {
  tx.requests.put({
    id: `request_${number}`,
    siteId: SOURCE,
    projectId: PROJECT,
    key: `HSIT-${number}`,
    summary: `Request ${number}`,
    status: 'open',
    createdAt: 0,
    reporterId,
    customerOrganizationId: null,
  });
}

function putReference(
  tx: StoreTx,
  number: number,
  place: 'custom-field' | 'permission',
  subjectId: HolderId | Group['id'],
): void {
  const requestId = place === 'custom-field' ? (`request_${number}` as const) : null;
  tx.projectReferences.put({
    id: `reference_${number}`,
    projectId: PROJECT,
    requestId,
    place,
    name: place,
    subjectId,
  });
}

type Choice = Partial<
  Pick<CopyPlan, 'users' | 'preserveGroupMembership' | 'projectIds'> & {
    readonly customers: Exclude<CopyPlan['customers'], 'none'>;
  }
>;

/** Creates a plan for all customers, related users and the project, unless said otherwise. */
export async function planned(world: World, choice: Choice = {}): Promise<{ planId: string }> {
  const { projectIds = [PROJECT], ...rest } = choice;
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Selection',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'related',
      preserveGroupMembership: true,
      ...rest,
      projectIds: [...projectIds],
    },
  });
  return { planId: plan.id };
}

/** Runs a plan as forecast, and lets it finish. */
export async function run(world: World, params: { planId: string }): Promise<void> {
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
}

/** First names of everybody who came to the destination by runs. */
export function arrivedPeople(world: World): string[] {
  const emails = world.read((tx) => [
    ...tx.portalCustomers.where({ siteId: DESTINATION }).map(({ email }) => email),
    ...tx.queries.accountsOn(DESTINATION).map(({ account }) => account.email),
  ]);
  return [...new Set(emails)].map((email) => email.split('@')[0]!).toSorted();
}

/** Groups of the destination that are no default ones: name, review and first names of members. */
export function groupsThere(world: World): string[] {
  return world.read((tx) =>
    tx.groups
      .where({ siteId: DESTINATION })
      .filter(({ isDefault }) => !isDefault)
      .map(({ id, name, review }) => {
        const members = tx.memberships.where({ groupId: id }).map(({ accountId }) => accountId);
        const names = members.map((accountId) => accountId.replace('712020:', '')).toSorted();
        return `${name} ${review}: ${names.join(', ')}`;
      })
      .toSorted(),
  );
}
