/* Customer organizations of a plan beside those of the same name on the destination. */
import { organizationConflicts, type Removal, type SameNamed } from '../domain/copy-checks.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { CustomerOrganization } from '../domain/customer-organization.ts';
import {
  isAccountId,
  isPortalCustomerId,
  type CustomerOrganizationId,
  type HolderId,
  type ServiceProjectId,
} from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import type { ServiceProject } from '../domain/request.ts';
import { countOpenable, indexByHolder, viewerOf } from '../domain/viewer.ts';
import { holdingsOn } from './holders.ts';
import { counterpartOf, linkOf, relatedOrganizations } from './copy-projects.ts';
import type { Tx } from './ports.ts';

/** Every customer organization of the plan that would be merged into one that no run has copied. */
export function sameNamedOrganizations(tx: Tx, plan: CopyPlan): SameNamed[] {
  return relatedOrganizations(tx, plan).flatMap((organization) => {
    const counterpart = counterpartOf(tx, plan, organization);
    if (!counterpart || counterpart.copiedBefore) return [];
    return [pairOf(tx, plan, organization, counterpart.organization)];
  });
}

/** A customer organization that blocks the run, with the plan's projects that bring it along. */
export type OrganizationConflict = {
  readonly name: string;
  readonly projects: readonly string[];
};

/** Same-named customer organizations that must be told apart before the plan runs (S2; domain.md 6.3). */
export function conflictsOf(tx: Tx, plan: CopyPlan): OrganizationConflict[] {
  return organizationConflicts(sameNamedOrganizations(tx, plan)).map(
    ({ name, customerOrganizationId }) => ({
      name,
      projects: projectsOf(tx, customerOrganizationId)
        .filter(({ id }) => plan.projectIds.includes(id))
        .map((project) => project.name),
    }),
  );
}

function pairOf(
  tx: Tx,
  plan: CopyPlan,
  source: CustomerOrganization,
  destination: CustomerOrganization,
): SameNamed {
  const sourceProjects = projectsOf(tx, source.id);
  const destinationProjects = projectsOf(tx, destination.id);
  return {
    customerOrganizationId: source.id,
    name: source.name,
    version: source.version,
    sourceMembers: memberKeys(tx, source.id),
    destinationMembers: memberKeys(tx, destination.id),
    sourceProjects: sourceProjects.map(({ name }) => name),
    destinationProjects: destinationProjects.map(({ name }) => name),
    projectsAtOneEnd: projectsAtOneEnd(tx, plan, sourceProjects, destinationProjects),
  };
}

/**
 * Access differs where a service project that stands on both sites is linked at one end only. A
 * project that one of the sites lacks says nothing: the run brings the source's and leaves the
 * destination's alone.
 */
function projectsAtOneEnd(
  tx: Tx,
  plan: CopyPlan,
  sourceProjects: readonly ServiceProject[],
  destinationProjects: readonly ServiceProject[],
): string[] {
  const here = new Set(sourceProjects.map(({ id }) => id));
  const there = new Set(destinationProjects.map(({ id }) => id));
  return tx.serviceProjects
    .where({ siteId: plan.sourcePlaceId })
    .filter((project) => {
      const counterpart = counterpartProject(tx, plan, project);
      return counterpart !== undefined && here.has(project.id) !== there.has(counterpart.id);
    })
    .map(({ name }) => name);
}

/** The project of an earlier run, or the one of the same name. */
function counterpartProject(
  tx: Tx,
  plan: CopyPlan,
  { id, name }: ServiceProject,
): ServiceProject | undefined {
  const link = linkOf(tx, plan, id);
  const copied = link && tx.serviceProjects.get({ id: link.destinationId as ServiceProjectId });
  return copied ?? tx.serviceProjects.first({ siteId: plan.destinationSiteId, name });
}

/** What goes with a customer organization: requests no longer shared, and who sees fewer of them. */
export function removalOf(tx: Tx, site: Site, id: CustomerOrganizationId): Removal {
  const requests = tx.queries.attachedRequests(site.id);
  const shared = requests.filter(({ customerOrganizationId }) => customerOrganizationId === id);
  const before = indexByHolder(shared);
  const after = indexByHolder(shared.map((request) => ({ ...request, sharedWithIds: [] })));
  const losing = memberKeys(tx, id).filter((key) => {
    const viewer = viewerOf(site.id, holdingsOn(tx, site, key));
    return countOpenable(after, viewer) < countOpenable(before, viewer);
  });
  return { requests: shared.length, losing: losing.length };
}

/** Members by e-mail key, each once and in order. */
function memberKeys(tx: Tx, customerOrganizationId: CustomerOrganizationId): string[] {
  const keys = tx.customerOrganizationMembers
    .where({ customerOrganizationId })
    .flatMap(({ holderId }) => emailKeyOf(tx, holderId) ?? []);
  return [...new Set(keys)].toSorted();
}

function emailKeyOf(tx: Tx, holderId: HolderId): string | undefined {
  if (isPortalCustomerId(holderId)) return tx.portalCustomers.get({ id: holderId })?.emailKey;
  return isAccountId(holderId) ? tx.accounts.get({ id: holderId })?.emailKey : undefined;
}

function projectsOf(tx: Tx, customerOrganizationId: CustomerOrganizationId): ServiceProject[] {
  return tx.customerOrganizationProjects
    .where({ customerOrganizationId })
    .flatMap(({ projectId }) => tx.serviceProjects.get({ id: projectId }) ?? []);
}
