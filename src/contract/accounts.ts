import { z } from 'zod';
import { accountSchema } from './directory.ts';
import { endpoint } from './endpoint.ts';
import { accountState, experience, instant, licences, permission, productRole } from './schemas.ts';

const organizationParams = z.object({ organizationId: z.string() });
const accountParams = z.object({ organizationId: z.string(), accountId: z.string() });
const onSiteParams = accountParams.extend({ siteId: z.string() });
const fromSiteParams = z.object({ siteId: z.string(), accountId: z.string() });

const duplicate = z.object({
  customerId: z.string(),
  state: z.enum(['active', 'revoked', 'migrating']),
});

/** A role that could be chosen for an account on a site. */
const roleChoice = z.object({
  role: productRole,
  joins: z.array(z.string()),
  leaves: z.array(z.string()),
  /** Negative where licences become free. */
  licencesAdded: z.number(),
  refusal: z
    .enum([
      'account.no-site-access',
      'account.role-through-groups',
      'group.pending-review',
      'licences.exhausted',
    ])
    .nullable(),
  /** Names of the groups that the refusal speaks of. */
  refusedBy: z.array(z.string()),
});

/** An account's standing on one site of the organization. */
const siteStanding = z.object({
  siteId: z.string(),
  siteName: z.string(),
  subscription: z.enum(['free', 'paid']),
  /** `suspended` on the site or in the directory; `none`: never given, or removed. */
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
      adminAccess: z.boolean(),
      adminReview: z.enum(['none', 'pending', 'approved', 'denied']),
    }),
  ),
  /** Requests of the site attached to this account. */
  requests: z.number(),
  /** Licences that the account takes here today, and that restoring its access would add here. */
  licencesTaken: z.number(),
  licencesOnRestore: z.number(),
  /** What each role would mean here: the groups joined and left, licences, and what refuses it. */
  roleChoices: z.array(roleChoice),
  /** A portal-only account of the same address that still counts there: a duplicate (domain.md 4.3). */
  duplicate: duplicate.nullable(),
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
  'no-site-access',
  'deactivated',
  'managed-domain',
  'other-site-access',
  'agent-role',
  'portal-only-exists',
  'portal-only-not-allowed',
]);

/** What converting an account would do on one site, and every reason against it. */
const conversion = z.object({
  accountId: z.string(),
  email: z.string(),
  name: z.string(),
  version: z.number(),
  site: z.object({ id: z.string(), name: z.string() }),
  organization: z.object({ id: z.string(), name: z.string(), experience }),
  /** Empty when the account can be converted. */
  bars: z.array(conversionBar),
  /** The address's domain, which some reasons speak of. */
  domain: z.string(),
  /** Which rule of Customer access gives the domain no portal-only account. */
  notAllowedBecause: z
    .enum(['approved-domain', 'portal-only-off', 'domain-not-listed', 'invalid-email'])
    .nullable(),
  /** Other sites, of any organization, that the account has access to. */
  otherSites: z.array(z.object({ id: z.string(), name: z.string(), organizationId: z.string() })),
  /** Groups that make it an agent. */
  agentGroups: z.array(z.string()),
  /** A portal-only account of the address that counts on the site. */
  existing: z
    .object({ customerId: z.string(), state: z.enum(['active', 'revoked', 'migrating']) })
    .nullable(),
  /** The state in which the portal-only account begins: whoever is locked out stays so. */
  state: z.enum(['active', 'revoked']),
  role: productRole,
  requestsMoved: z.number(),
  requestsParticipatingMoved: z.number(),
  customerOrganizationsMoved: z.array(z.string()),
  /** Requests of other sites: they stay with the Atlassian account. */
  requestsElsewhere: z.number(),
  groupsLeft: z.array(z.string()),
  /** An earlier inactive profile of the same address that the new one replaces. */
  replacesInactive: z.boolean(),
  /** Who is asked to set a portal password; null when nobody is. */
  messageTo: z.string().nullable(),
  /** Requests of the site that the person can open. */
  access: z.object({ before: z.number(), after: z.number() }),
});

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
    problems: [
      'not-found',
      'forbidden',
      'account.invalid-email',
      'account.wrong-state',
      'group.pending-review',
      'licences.exhausted',
    ],
  }),
  'accounts.invitation': endpoint({
    summary: 'What inviting an address to a product would do (simulator extra)',
    params: organizationParams,
    query: z.object({
      siteId: z.string(),
      email: z.string().max(320),
      role: productRole,
    }),
    response: z.object({
      email: z.string(),
      /** The Atlassian account of the address, wherever it has access; null: a new one is made. */
      account: z
        .object({
          id: z.string(),
          name: z.string(),
          access: z.enum(['active', 'suspended', 'none']),
        })
        .nullable(),
      isManaged: z.boolean(),
      /** An invitation never lowers a role. */
      role: z.object({ before: productRole, after: productRole }),
      joins: z.array(z.string()),
      licencesAdded: z.number(),
      licences,
      /** A portal-only account of the address here: from then on a duplicate (S1). */
      duplicate: duplicate.extend({ requests: z.number() }).nullable(),
      refusal: z
        .enum(['account.wrong-state', 'group.pending-review', 'licences.exhausted'])
        .nullable(),
    }),
    problems: ['not-found', 'forbidden', 'account.invalid-email'],
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
    problems: [
      'not-found',
      'forbidden',
      'account.wrong-state',
      'licences.exhausted',
      'version-conflict',
    ],
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
    problems: [
      'not-found',
      'forbidden',
      'account.wrong-state',
      'licences.exhausted',
      'version-conflict',
    ],
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
      'group.pending-review',
      'licences.exhausted',
      'version-conflict',
    ],
  }),
  'accounts.conversion': endpoint({
    summary: 'What Convert to portal-only account would do, or why it cannot be done',
    params: fromSiteParams,
    response: conversion,
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
