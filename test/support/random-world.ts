/* Small random sites for property tests: every account state, groups, organizations, requests. */
import fc from 'fast-check';
import { customersGroupName, type Group } from '#src/domain/group.ts';
import { emailKey } from '#src/domain/email-key.ts';
import type { AccountId, HolderId, PortalCustomerId, SiteId } from '#src/domain/ids.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import type { ReferencePlace } from '#src/domain/project-reference.ts';
import type { StoreTx } from '#src/store/transaction.ts';

export const SITES = ['site_harbor-support', 'site_harbor', 'site_fjord-care'] as const;

/** What one address holds, site by site. */
type RandomPerson = {
  readonly profiles: readonly (PortalCustomerState | 'none')[];
  readonly access: readonly ('active' | 'suspended' | 'none')[];
  readonly inGroup: readonly boolean[];
  readonly directory: 'active' | 'suspended' | 'deactivated';
};

type RandomRequest = {
  readonly site: number;
  readonly project: number;
  readonly reporter: number;
  readonly participants: readonly number[];
  readonly organization: number | null;
};

/** A place that names somebody: in one of the requests, or (null) in the first project of a site. */
type RandomReference = {
  readonly request: number | null;
  readonly site: number;
  readonly place: ReferencePlace;
  readonly person: number;
};

export type RandomWorld = {
  readonly people: readonly RandomPerson[];
  readonly requests: readonly RandomRequest[];
  /** Customer organizations with their members; the nth of each site bears the same name. */
  readonly organizations: readonly { readonly site: number; readonly members: readonly number[] }[];
  readonly references: readonly RandomReference[];
};

const person: fc.Arbitrary<RandomPerson> = fc.record({
  profiles: fc.array(
    fc.constantFrom(
      'none' as const,
      'active' as const,
      'active' as const,
      'revoked' as const,
      'deleted' as const,
    ),
    { minLength: 3, maxLength: 3 },
  ),
  access: fc.array(
    fc.constantFrom('none' as const, 'none' as const, 'active' as const, 'suspended' as const),
    { minLength: 3, maxLength: 3 },
  ),
  inGroup: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  directory: fc.constantFrom(
    'active' as const,
    'active' as const,
    'active' as const,
    'suspended' as const,
    'deactivated' as const,
  ),
});

const PEOPLE = 7;
const index = fc.nat(PEOPLE - 1);

/** Worlds of seven addresses on three sites. */
export const randomWorld: fc.Arbitrary<RandomWorld> = fc.record({
  people: fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE }),
  requests: fc.array(
    fc.record({
      site: fc.nat(2),
      project: fc.nat(1),
      reporter: index,
      participants: fc.uniqueArray(index, { maxLength: 2 }),
      organization: fc.option(fc.nat(1)),
    }),
    { maxLength: 10 },
  ),
  organizations: fc.array(
    fc.record({ site: fc.nat(2), members: fc.uniqueArray(index, { maxLength: 4 }) }),
    { maxLength: 4 },
  ),
  references: fc.array(
    fc.record({
      request: fc.option(fc.nat(9)),
      site: fc.nat(2),
      place: fc.constantFrom<ReferencePlace>('custom-field', 'content', 'workflow', 'permission'),
      person: index,
    }),
    { maxLength: 5 },
  ),
});

/** The address of a person; its case differs from site to site. */
export function addressOf(number: number, site = 0): string {
  const address = `person.${number}@company.example`;
  return site % 2 === 0 ? address : address.toUpperCase();
}

/** Fills a blank scenario's sites with a random world. */
export function fillWorld(tx: StoreTx, world: RandomWorld): void {
  world.people.forEach((given, number) => {
    fillPerson(tx, given, number);
  });
  const organizations = world.organizations.map(({ site, members }, number) => {
    const id = `customer-organization_${number}` as const;
    const siteId = SITES[site]!;
    // Unique on a site, and the same from site to site.
    const name = `Organization ${tx.customerOrganizations.count({ siteId })}`;
    tx.customerOrganizations.put({ id, siteId, name, version: 1 });
    tx.customerOrganizationProjects.put({
      customerOrganizationId: id,
      projectId: projectsOf(tx, siteId)[number % 2]!,
    });
    for (const member of members) {
      const holderId = holderOf(tx, siteId, member);
      if (holderId) tx.customerOrganizationMembers.put({ customerOrganizationId: id, holderId });
    }
    return { id, siteId };
  });
  world.requests.forEach((given, number) => {
    const siteId = SITES[given.site]!;
    const shared = organizations.filter((organization) => organization.siteId === siteId);
    tx.requests.put({
      id: `request_${number}`,
      siteId,
      projectId: projectsOf(tx, siteId)[given.project]!,
      key: `R-${number}`,
      summary: `Request ${number}`,
      status: 'open',
      createdAt: number,
      reporterId: holderOf(tx, siteId, given.reporter) ?? 'former-user',
      customerOrganizationId:
        given.organization === null ? null : (shared[given.organization]?.id ?? null),
    });
    for (const participant of given.participants) {
      const holderId = holderOf(tx, siteId, participant);
      if (holderId) tx.requestParticipants.put({ requestId: `request_${number}`, holderId });
    }
  });
  world.references.forEach((given, number) => fillReference(tx, world, given, number));
}

/** Workflows and permissions belong to a project, the other places to a request of it. */
function fillReference(tx: StoreTx, world: RandomWorld, given: RandomReference, number: number) {
  const isOfProject = given.place === 'workflow' || given.place === 'permission';
  const request = given.request === null ? undefined : world.requests[given.request];
  if (!isOfProject && !request) return;
  const siteId = SITES[isOfProject ? given.site : request!.site]!;
  const subjectId = holderOf(tx, siteId, given.person);
  if (!subjectId) return;
  tx.projectReferences.put({
    id: `reference_${number}`,
    projectId: projectsOf(tx, siteId)[isOfProject ? 0 : request!.project]!,
    requestId: isOfProject ? null : `request_${given.request!}`,
    place: given.place,
    name: 'Named',
    subjectId,
  });
}

/** The first two service projects of a site. */
export function projectsOf(tx: StoreTx, siteId: SiteId) {
  return tx.serviceProjects.where({ siteId }).map(({ id }) => id);
}

function fillPerson(tx: StoreTx, given: RandomPerson, number: number): void {
  SITES.forEach((siteId, site) => {
    const state = given.profiles[site]!;
    if (state === 'none') return;
    tx.portalCustomers.put({
      id: profileId(site, number),
      siteId,
      email: addressOf(number, site),
      emailKey: emailKey(addressOf(number, site)),
      name: `Person ${number}`,
      state,
      createdAt: 0,
      lastLoginAt: null,
      migratedTo: null,
      failure: null,
      passwordSetAt: null,
      version: 1,
    });
  });
  if (given.access.every((access) => access === 'none')) return;
  const accountId = accountIdOf(number);
  tx.accounts.put({
    id: accountId,
    email: addressOf(number),
    emailKey: emailKey(addressOf(number)),
    name: `Person ${number}`,
    emailVerified: true,
    createdAt: 0,
    version: 1,
  });
  SITES.forEach((siteId, site) => {
    const status = given.access[site]!;
    if (status === 'none') return;
    const { organizationId, name } = tx.sites.get({ id: siteId })!;
    tx.directoryUsers.put({ organizationId, accountId, status: given.directory, addedAt: 0 });
    tx.siteAccess.put({ siteId, accountId, status, userKey: `ug:${number}`, lastSeenAt: null });
    if (given.inGroup[site]) {
      const group = defaultGroup(tx, siteId, customersGroupName(name));
      tx.memberships.put({ groupId: group.id, accountId });
    }
  });
}

function defaultGroup(tx: StoreTx, siteId: SiteId, name: string): Group {
  const known = tx.groups.first({ siteId, name });
  if (known) return known;
  const group: Group = {
    id: `group_${name}`,
    siteId,
    name,
    description: '',
    role: 'customer',
    isDefault: true,
    review: 'none',
    origin: null,
    adminAccess: false,
    adminReview: 'none',
    reviewedAt: null,
    version: 1,
  };
  tx.groups.put(group);
  return group;
}

function holderOf(tx: StoreTx, siteId: SiteId, number: number): HolderId | undefined {
  const site = SITES.indexOf(siteId as (typeof SITES)[number]);
  const profile = tx.portalCustomers.get({ id: profileId(site, number) });
  // Half of those who hold both types raised their requests before they had the account.
  const access = tx.siteAccess.get({ siteId, accountId: accountIdOf(number) });
  const usable = profile && profile.state !== 'deleted';
  if (usable && (!access || number % 2 === 0)) return profile.id;
  return access ? access.accountId : undefined;
}

function profileId(site: number, number: number): PortalCustomerId {
  return `qm:site-${site}:person-${number}`;
}

function accountIdOf(number: number): AccountId {
  return `712020:person-${number}`;
}
