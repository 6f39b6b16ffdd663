import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, listQuery, page } from './schemas.ts';

const messageKind = z.enum([
  'verify-email',
  'product-invitation',
  'customer-invitation',
  'set-password',
  'password-changed',
  'migrated-to-existing-account',
  'name-changed',
  'access-revoked',
  'access-granted',
  'account-deleted',
  'access-suspended',
  'access-restored',
  'removed-from-organization',
  'role-changed',
  'converted-to-portal-only',
  'copied-without-message',
]);

/** The simulated mailbox: a control of the simulator, open to every persona. */
export const messageEndpoints = {
  'messages.list': endpoint({
    summary: 'Messages that would be sent, and changes of which nobody is told',
    query: z.object({
      ...listQuery,
      siteId: z.string().optional(),
      kind: messageKind.optional(),
      delivery: z.enum(['sent', 'not-sent']).optional(),
      /** One address, compared as e-mail keys are. */
      to: z.string().max(320).optional(),
    }),
    response: page(
      z.object({
        id: z.string(),
        at: instant,
        site: z.object({ id: z.string(), name: z.string() }),
        to: z.string(),
        kind: messageKind,
        sent: z.boolean(),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    ),
    problems: [],
  }),
};
