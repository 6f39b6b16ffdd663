import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  accountState,
  experience,
  instant,
  listQuery,
  page,
  permission,
  productRole,
} from './schemas.ts';

const siteSummary = z.object({
  id: z.string(),
  name: z.string(),
  subscription: z.enum(['free', 'paid']),
  counts: z.object({
    /** Portal-only accounts that are active, migrating or revoked. */
    portalCustomers: z.number(),
    accounts: z.number(),
    licencesUsed: z.number(),
    /** Imported groups of which any access waits for review. */
    importedGroupsPending: z.number(),
    /** Addresses with both account types. */
    duplicates: z.number(),
  }),
});

const actions = z.object({
  viewDirectory: permission,
  viewPortalCustomers: permission,
  reviewImportedGroups: permission,
  manageCopyPlans: permission,
  invite: permission,
  viewCustomerAccess: permission,
  inviteCustomers: permission,
  migrateCustomers: permission,
  deleteCustomers: permission,
  changeCustomerAccess: permission,
  viewAuditLog: permission,
});

const organization = z.object({
  id: z.string(),
  name: z.string(),
  experience,
  sites: z.array(siteSummary),
  actions,
});

const site = siteSummary.extend({
  organization: z.object({ id: z.string(), name: z.string(), experience }),
  actions,
});

const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  state: accountState,
  role: productRole,
  lastSeenAt: instant.nullable(),
});

const review = z.enum(['none', 'pending', 'approved', 'denied']);

const group = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  role: productRole,
  isDefault: z.boolean(),
  /** How far the review of its role has come; `none` where there is nothing to review. */
  review,
  /** Whether it makes its members administrators of the product, and how far that review has come. */
  adminAccess: z.boolean(),
  adminReview: review,
  /** Whether it makes them administrators today. */
  givesAdmin: z.boolean(),
  /** Whether any access still waits for review. */
  awaitsReview: z.boolean(),
  members: z.number(),
});

export const accountSchema = account;
export const groupSchema = group;

/** Organizations, sites, and the people and groups of their directories. */
export const directoryEndpoints = {
  'organizations.list': endpoint({
    summary: 'Organizations to choose from',
    response: z.object({ items: z.array(organization) }),
    problems: [],
  }),
  'organizations.get': endpoint({
    summary: 'One organization with its sites',
    params: z.object({ organizationId: z.string() }),
    response: organization,
    problems: ['not-found'],
  }),
  'accounts.list': endpoint({
    summary: 'Atlassian accounts of an organization, or of one of its sites',
    params: z.object({ organizationId: z.string() }),
    query: z.object({
      ...listQuery,
      siteId: z.string().optional(),
      state: accountState.optional(),
      role: productRole.optional(),
    }),
    response: page(account),
    problems: ['not-found', 'forbidden'],
  }),
  'sites.get': endpoint({
    summary: 'One site with its counts',
    params: z.object({ siteId: z.string() }),
    response: site,
    problems: ['not-found'],
  }),
  'sites.service-projects': endpoint({
    summary: 'Service projects of a site',
    params: z.object({ siteId: z.string() }),
    response: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          key: z.string(),
          name: z.string(),
          requests: z.number(),
          customerOrganizations: z.number(),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  'groups.list': endpoint({
    summary: 'Groups of a site',
    params: z.object({ siteId: z.string() }),
    query: z.object(listQuery),
    response: page(group),
    problems: ['not-found', 'forbidden'],
  }),
};
