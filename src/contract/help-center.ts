import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountState, instant, portalCustomerState, productRole } from './schemas.ts';

const params = z.object({ siteId: z.string() });

/** How somebody logs in, whether that works, and if not why. */
export const logIn = z.object({
  method: z.enum([
    'portal-password',
    'portal-single-sign-on',
    'atlassian',
    'single-sign-on',
    'none',
  ]),
  outcome: z.enum(['in', 'verify-email', 'login-loop', 'refused']),
  because: z
    .enum([
      'unverified-email',
      'suspended',
      'deactivated',
      'revoked',
      'migrating',
      'no-role',
      'no-account',
    ])
    .nullable(),
});

const request = z.object({
  id: z.string(),
  key: z.string(),
  summary: z.string(),
  project: z.object({ key: z.string(), name: z.string() }),
  status: z.enum(['open', 'resolved']),
  createdAt: instant,
  /** How the address is attached to it, by either of its accounts. */
  relation: z.enum(['reporter', 'participant', 'customer-organization']),
  canOpen: z.boolean(),
  /** Why not; null when it can. */
  why: z
    .enum([
      'other-account',
      'revoked',
      'suspended',
      'deactivated',
      'no-role',
      'migrating',
      'no-account',
    ])
    .nullable(),
});

const standing = z.object({
  portalOnly: z.object({ id: z.string(), state: portalCustomerState }).nullable(),
  atlassian: z
    .object({
      id: z.string(),
      state: accountState,
      role: productRole,
      emailVerified: z.boolean(),
      isManaged: z.boolean(),
    })
    .nullable(),
  logIn,
  portalsOpen: z.number(),
  requestsOpen: z.number(),
  requestsTotal: z.number(),
  licences: z.number(),
});

/** A step that a dialog is about to take. */
const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('migrate'), customerId: z.string() }),
  z.object({ step: z.literal('revoke'), customerId: z.string() }),
  z.object({ step: z.literal('grant'), customerId: z.string() }),
  z.object({ step: z.literal('delete'), customerId: z.string() }),
  z.object({ step: z.literal('suspend'), accountId: z.string() }),
  z.object({ step: z.literal('restore'), accountId: z.string() }),
  z.object({ step: z.literal('remove'), accountId: z.string() }),
  z.object({ step: z.literal('set-site-access'), accountId: z.string(), hasAccess: z.boolean() }),
  z.object({ step: z.literal('set-role'), accountId: z.string(), role: productRole }),
  z.object({ step: z.literal('convert'), accountId: z.string() }),
  z.object({ step: z.literal('add-to-group'), accountId: z.string(), groupId: z.string() }),
  z.object({ step: z.literal('remove-from-group'), accountId: z.string(), groupId: z.string() }),
]);

/** The help center as one address sees it. */
export const helpCenterEndpoints = {
  'help-center.view': endpoint({
    summary: 'The help center as one person sees it',
    params,
    query: z.object({ email: z.string().max(320) }),
    response: z.object({
      email: z.string(),
      name: z.string(),
      standing,
      portals: z.array(
        z.object({ id: z.string(), key: z.string(), name: z.string(), isOpen: z.boolean() }),
      ),
      requests: z.array(request),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'help-center.compare': endpoint({
    summary: 'What a step would change for the person: tried out and taken back',
    params,
    body: step,
    response: z.object({
      email: z.string(),
      /** Why the step would be refused, with the facts of that problem; then before and after are the same. */
      refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
      before: standing,
      after: standing,
      gained: z.array(request),
      lost: z.array(request),
    }),
    problems: ['not-found', 'forbidden'],
  }),
};
