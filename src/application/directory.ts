/* Organizations, sites, accounts and groups as the console lists them. */
import type { AccountState } from '../domain/account.ts';
import type { DomainError } from '../domain/errors.ts';
import type { SiteId } from '../domain/ids.ts';
import type { Organization, Site } from '../domain/organization.ts';
import type { ProductRole } from '../domain/product-role.ts';
import type { ServiceProject } from '../domain/request.ts';
import { ok, type Result } from '../domain/result.ts';
import {
  authorise,
  authorisedPlace,
  notFound,
  organizationOf,
  permission,
  placeOf,
  type Permission,
} from './access.ts';
import type { AccountRow, Context, GroupRow, ListQuery, Page, Tx } from './ports.ts';

/** How full a site is, for overviews. */
type SiteCounts = {
  readonly portalCustomers: number;
  readonly accounts: number;
  readonly licencesUsed: number;
  readonly importedGroupsPending: number;
  readonly duplicates: number;
};

type SiteSummary = Site & { readonly counts: SiteCounts };

/** What the actor may do in an organization, for the navigation. */
type DirectoryActions = {
  readonly viewDirectory: Permission;
  readonly viewPortalCustomers: Permission;
  readonly reviewImportedGroups: Permission;
  readonly manageCopyPlans: Permission;
  readonly invite: Permission;
  readonly viewCustomerAccess: Permission;
  readonly inviteCustomers: Permission;
  readonly migrateCustomers: Permission;
  readonly deleteCustomers: Permission;
  /** Revoke and grant access of portal-only customers. */
  readonly changeCustomerAccess: Permission;
  readonly viewAuditLog: Permission;
};

export type OrganizationDetail = Organization & {
  readonly sites: readonly SiteSummary[];
  readonly actions: DirectoryActions;
};

export type SiteDetail = SiteSummary & {
  readonly organization: Organization;
  readonly actions: DirectoryActions;
};

/** Every organization with its sites; whoever has an account sees that they exist. */
export function listOrganizations(tx: Tx, context: Context): readonly OrganizationDetail[] {
  return tx.organizations.where({}).map((organization) => detailed(tx, context, organization));
}

/** One organization with its sites. */
export function getOrganization(
  tx: Tx,
  organizationId: string,
  context: Context,
): Result<OrganizationDetail, DomainError> {
  const organization = organizationOf(tx, organizationId);
  return organization.ok ? ok(detailed(tx, context, organization.value)) : organization;
}

/** One site with its organization and counts. */
export function getSite(tx: Tx, siteId: string, context: Context): Result<SiteDetail, DomainError> {
  const place = placeOf(tx, siteId);
  if (!place.ok) return place;
  const { site, organization } = place.value;
  return ok({ ...summarised(tx, site), organization, actions: actionsIn(context, organization) });
}

/** Service projects of a site with how much each holds. */
export function listServiceProjects(
  tx: Tx,
  siteId: string,
): Result<
  readonly (ServiceProject & { requests: number; customerOrganizations: number })[],
  DomainError
> {
  const place = placeOf(tx, siteId);
  if (!place.ok) return place;
  const projects = tx.serviceProjects.where({ siteId: place.value.site.id });
  return ok(
    projects.map((project) => ({
      ...project,
      requests: tx.requests.count({ projectId: project.id }),
      customerOrganizations: tx.customerOrganizationProjects.count({ projectId: project.id }),
    })),
  );
}

/** Atlassian accounts of an organization's directory, or of one of its sites. */
export function listAccounts(
  tx: Tx,
  input: ListQuery & {
    readonly organizationId: string;
    readonly siteId?: string | undefined;
    readonly state?: AccountState | undefined;
    readonly role?: ProductRole | undefined;
  },
  context: Context,
): Result<Page<AccountRow>, DomainError> {
  const organization = organizationOf(tx, input.organizationId);
  if (!organization.ok) return organization;
  const allowed = authorise(context, 'directory.view', organization.value);
  if (!allowed.ok) return allowed;
  const siteId = (input.siteId ?? null) as SiteId | null;
  if (siteId !== null) {
    const site = tx.sites.get({ id: siteId });
    if (site?.organizationId !== organization.value.id) return notFound('site', siteId);
  }
  const { state = null, role = null } = input;
  return ok(tx.lists.accounts({ ...input, siteId, state, role }));
}

/** Groups of a site. */
export function listGroups(
  tx: Tx,
  input: ListQuery & { readonly siteId: string },
  context: Context,
): Result<Page<GroupRow>, DomainError> {
  const place = authorisedPlace(tx, context, 'directory.view', input.siteId);
  return place.ok ? ok(tx.lists.groups({ ...input, siteId: place.value.site.id })) : place;
}

function detailed(tx: Tx, context: Context, organization: Organization): OrganizationDetail {
  const sites = tx.sites.where({ organizationId: organization.id });
  return {
    ...organization,
    sites: sites.map((site) => summarised(tx, site)),
    actions: actionsIn(context, organization),
  };
}

function summarised(tx: Tx, site: Site): SiteSummary {
  const { listed, migrated } = tx.queries.portalCustomerCounts(site.id);
  return {
    ...site,
    counts: {
      portalCustomers: listed - migrated,
      accounts: tx.siteAccess.count({ siteId: site.id }),
      licencesUsed: tx.queries.licencesUsed(site.id),
      importedGroupsPending: groupsToReview(tx, site),
      duplicates: tx.queries.duplicateCount(site.id),
    },
  };
}

/** A group waits while its role or its administration does (`awaitsReview`). */
function groupsToReview(tx: Tx, { id: siteId }: Site): number {
  const pending = 'pending';
  const forRole = tx.groups.count({ siteId, review: pending });
  const forAdmin = tx.groups.count({ siteId, adminReview: pending });
  return forRole + forAdmin - tx.groups.count({ siteId, review: pending, adminReview: pending });
}

function actionsIn(context: Context, organization: Organization): DirectoryActions {
  return {
    viewDirectory: permission(context, 'directory.view', organization),
    viewPortalCustomers: permission(context, 'portal-customers.view', organization),
    reviewImportedGroups: permission(context, 'imported-groups.review', organization),
    manageCopyPlans: permission(context, 'copy-plans.manage', organization),
    invite: permission(context, 'directory.invite', organization),
    viewCustomerAccess: permission(context, 'customer-access.view', organization),
    inviteCustomers: permission(context, 'customers.invite', organization),
    migrateCustomers: permission(context, 'portal-customers.migrate', organization),
    deleteCustomers: permission(context, 'portal-customers.delete', organization),
    changeCustomerAccess: permission(context, 'portal-customers.change-access', organization),
    viewAuditLog: permission(context, 'audit-log.view', organization),
  };
}
