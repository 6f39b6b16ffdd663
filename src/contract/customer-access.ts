import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { permission } from './schemas.ts';

const params = z.object({ siteId: z.string() });

const settings = z.object({
  siteId: z.string(),
  approvedDomains: z.array(z.string()),
  portalOnlyAllowed: z.boolean(),
  portalOnlyDomains: z.array(z.string()),
  signUpAllowed: z.boolean(),
  portalLogin: z.enum(['password', 'single-sign-on']),
  version: z.number(),
  actions: z.object({ change: permission, invite: permission }),
});

/** The rule that decided. */
export const newcomerReason = z.enum([
  'approved-domain',
  'portal-only-allowed',
  'portal-only-domain',
  'has-portal-only',
  'has-atlassian',
  'given-customer-role',
  'portal-only-off',
  'domain-not-listed',
  'invalid-email',
  'sign-up-off',
  'needs-customer-role',
]);

/** What an address would get, and by which rule (domain.md 3.4). */
const newcomer = z.object({
  email: z.string(),
  outcome: z.enum(['atlassian', 'portal-only', 'existing', 'refused']),
  reason: newcomerReason,
});

/** Customer access of a site, and the newcomers that it decides about. */
export const customerAccessEndpoints = {
  'customer-access.get': endpoint({
    summary: 'Customer access settings of a site',
    params,
    response: settings,
    problems: ['not-found', 'forbidden'],
  }),
  'customer-access.update': endpoint({
    summary: 'Change customer access settings',
    params,
    body: z.object({
      approvedDomains: z.array(z.string().max(253)).max(200),
      portalOnlyAllowed: z.boolean(),
      portalOnlyDomains: z.array(z.string().max(253)).max(200),
      signUpAllowed: z.boolean(),
      portalLogin: z.enum(['password', 'single-sign-on']),
    }),
    response: settings,
    problems: ['not-found', 'forbidden', 'version-conflict', 'customer-access.invalid-domain'],
  }),
  'customer-access.newcomer': endpoint({
    summary: 'What a newcomer with this address would get',
    params,
    query: z.object({
      email: z.string().max(320),
      by: z.enum(['invitation', 'sign-up']).default('invitation'),
    }),
    response: newcomer,
    problems: ['not-found', 'forbidden'],
  }),
  'customers.invite': endpoint({
    summary: 'Invite customers to the help center; each address gets its own result',
    params,
    body: z.object({ emails: z.array(z.string().max(320)).min(1).max(100) }),
    response: z.object({ results: z.array(newcomer) }),
    problems: ['not-found', 'forbidden'],
  }),
  'customers.sign-up': endpoint({
    summary: 'Sign up at the help center as a newcomer (simulator extra)',
    params,
    body: z.object({ email: z.string().max(320), name: z.string().max(200) }),
    response: newcomer,
    status: 201,
    problems: ['not-found', 'strict-mode', 'customer-access.refused'],
  }),
};
