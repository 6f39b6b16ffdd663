import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { accountState, listQuery, page, permission, productRole } from './schemas.ts';

/** Symptoms of a duplicate (domain.md 4.3). */
const symptom = z.enum([
  'requests-hidden',
  'login-loop',
  'no-customer-role',
  'listed-twice',
  'portal-log-in-ignored',
]);

/** Addresses that hold both account types on a site. */
export const duplicateEndpoints = {
  'duplicates.list': endpoint({
    summary: 'Addresses with a portal-only and an Atlassian account on a site',
    params: z.object({ siteId: z.string() }),
    query: z.object(listQuery),
    response: page(
      z.object({
        email: z.string(),
        name: z.string(),
        customerId: z.string(),
        customerState: z.enum(['active', 'revoked', 'migrating']),
        customerVersion: z.number(),
        accountId: z.string(),
        accountName: z.string(),
        accountState,
        accountVersion: z.number(),
        role: productRole,
        /** Requests of the portal-only account that the person cannot open. */
        requestsHidden: z.number(),
        symptoms: z.array(symptom),
        /** The steps of the cure, in order. */
        cure: z.array(z.enum(['grant-access', 'migrate', 'restore-access'])),
        actions: z.object({
          grantAccess: permission,
          migrate: permission,
          restoreAccess: permission,
        }),
      }),
    ),
    problems: ['not-found', 'forbidden'],
  }),
};
