import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const params = z.object({ siteId: z.string(), customerOrganizationId: z.string() });

/** Customer organizations of a site, changed to resolve a conflict before a copy. */
export const customerOrganizationEndpoints = {
  'customer-organizations.rename': endpoint({
    summary: 'Give a customer organization another name',
    params,
    body: z.object({ name: z.string().max(200) }),
    response: z.object({
      id: z.string(),
      siteId: z.string(),
      name: z.string(),
      version: z.number(),
    }),
    problems: [
      'not-found',
      'forbidden',
      'version-conflict',
      'customer-organization.name-missing',
      'customer-organization.name-taken',
    ],
  }),
  'customer-organizations.remove': endpoint({
    summary: 'Remove a customer organization; its members and requests stay',
    params,
    status: 204,
    problems: ['not-found', 'forbidden', 'version-conflict'],
  }),
};
