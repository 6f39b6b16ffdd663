import { z } from 'zod';
import { accountSchema } from './directory.ts';
import { endpoint } from './endpoint.ts';
import { accountState, instant, permission, productRole } from './schemas.ts';

const organizationParams = z.object({ organizationId: z.string() });
const accountParams = z.object({ organizationId: z.string(), accountId: z.string() });
const onSiteParams = accountParams.extend({ siteId: z.string() });
const fromSiteParams = z.object({ siteId: z.string(), accountId: z.string() });

/** Licences of a site: the Free plan has a limit, the paid one takes what it needs. */
const licences = z.object({ used: z.number(), limit: z.number().nullable() });

/** An account's standing on one site of the organization. */
const siteStanding = z.object({
  siteId: z.string(),
  siteName: z.string(),
  subscription: z.enum(['free', 'paid']),
  /** `none`: no access was ever given, or it was removed. */
  access: z.enum(['active', 'suspended', 'none']),
  role: productRole,
  userKey: z.string().nullable(),
  lastSeenAt: instant.nullable(),
  groups: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: productRole,
      isDefault: z.boolean(),
      review: z.enum(['none', 'pending', 'approved', 'denied']),
    }),
  ),
  /** Requests of the site attached to this account. */
  requests: z.number(),
  /** A portal-only account of the same address that still counts there: a duplicate (domain.md 4.3). */
  duplicate: z
    .object({ customerId: z.string(), state: z.enum(['active', 'revoked', 'migrating']) })
    .nullable(),
  licences,
});

const account = accountSchema.extend({
  /** Status in the organization's directory, whatever the sites say. */
  directoryStatus: accountState,
  /** The address belongs to a domain that the organization has claimed. */
  isManaged: z.boolean(),
  createdAt: instant,
  version: z.number(),
  sites: z.array(siteStanding),
  actions: z.object({
    suspend: permission,
    remove: permission,
    changeRoles: permission,
    manageGroups: permission,
    convert: permission,
  }),
});

/** Why an account cannot become portal-only; each has words on screen. */
const conversionBar = z.enum([
  'strict-mode',
  'managed-domain',
  'other-site-access',
  'agent-role',
  'other-products',
  'portal-only-exists',
  'portal-only-not-allowed',
  'no-site-access',
  'deactivated',
]);

/** Atlassian accounts of an organization, one by one. */
export const accountEndpoints = {
  'accounts.get': endpoint({
    summary: 'One Atlassian account with its standing on every site (Show details)',
    params: accountParams,
    response: account,
    problems: ['not-found', 'forbidden'],
  }),
  'accounts.invite': endpoint({
    summary: 'Invite a person to a product',
    params: organizationParams,
    body: z.object({
      siteId: z.string(),
      email: z.string().max(320),
      name: z.string().max(200),
      role: z.enum(['agent', 'customer', 'none']),
    }),
    response: account,
    status: 201,
    problems: ['not-found', 'forbidden', 'account.invalid-email', 'licences.exhausted'],
  }),
  'accounts.suspend': endpoint({
    summary: 'Suspend access',
    params: accountParams,
    response: account,
    problems: ['not-found', 'forbidden', 'account.wrong-state', 'version-conflict'],
  }),
  'accounts.restore': endpoint({
    summary: 'Restore access',
    params: accountParams,
    response: account,
    problems: ['not-found', 'forbidden', 'account.wrong-state', 'version-conflict'],
  }),
  'accounts.remove': endpoint({
    summary: 'Remove user',
    params: accountParams,
    status: 204,
    problems: ['not-found', 'forbidden', 'version-conflict'],
  }),
  'accounts.set-site-access': endpoint({
    summary: 'Has access on site',
    params: onSiteParams,
    body: z.object({ hasAccess: z.boolean() }),
    response: account,
    problems: ['not-found', 'forbidden', 'account.wrong-state', 'version-conflict'],
  }),
  'accounts.set-role': endpoint({
    summary: 'Product role of an account on one site',
    params: onSiteParams,
    body: z.object({ role: productRole }),
    response: account,
    problems: [
      'not-found',
      'forbidden',
      'account.no-site-access',
      'account.role-through-groups',
      'licences.exhausted',
      'version-conflict',
    ],
  }),
  'accounts.conversion': endpoint({
    summary: 'What Convert to portal-only account would do, or why it cannot be done',
    params: fromSiteParams,
    response: z.object({
      accountId: z.string(),
      email: z.string(),
      name: z.string(),
      version: z.number(),
      bars: z.array(conversionBar),
      /** Names of the sites and groups that the reasons speak of. */
      otherSites: z.array(z.string()),
      requestsMoved: z.number(),
      requestsParticipatingMoved: z.number(),
      customerOrganizationsMoved: z.array(z.string()),
      groupsLeft: z.array(z.string()),
      licencesFreed: z.number(),
      /** The account remains in the organization, or its directory entry goes as well. */
      staysInDirectory: z.boolean(),
      /** An earlier inactive profile of the same address that the new one replaces. */
      replacesInactive: z.boolean(),
      access: z.object({ before: z.number(), after: z.number() }),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'accounts.convert': endpoint({
    summary: 'Convert to portal-only account (simulator extra)',
    params: fromSiteParams,
    response: z.object({ customerId: z.string() }),
    problems: [
      'not-found',
      'forbidden',
      'strict-mode',
      'account.not-convertible',
      'version-conflict',
    ],
  }),
};
