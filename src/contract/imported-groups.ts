import { z } from 'zod';
import { accountSchema } from './directory.ts';
import { endpoint } from './endpoint.ts';
import { holding, instant, licences, listQuery, page, permission, productRole } from './schemas.ts';

const params = z.object({ siteId: z.string() });
const oneParams = z.object({ siteId: z.string(), groupId: z.string() });

const importedGroup = z.object({
  id: z.string(),
  name: z.string(),
  review: z.enum(['pending', 'approved', 'denied']),
  reviewedAt: instant.nullable(),
  requestedRole: productRole,
  members: z.number(),
  origin: z.object({
    planId: z.string(),
    planName: z.string(),
    sourceSiteName: z.string(),
    reason: z.enum(['mismatched-customers', 'source-group']),
  }),
  version: z.number(),
  actions: z.object({ review: permission }),
});

const detail = importedGroup.extend({
  /** What approval costs and gives, computed from the present data. */
  approval: z.object({
    licencesAdded: z.number(),
    licences,
    /** Members that have no role on the site yet and would get one. */
    membersGainingRole: z.number(),
    /** Requests on this site that members can open now and after approval, added up. */
    requestsBefore: z.number(),
    requestsAfter: z.number(),
    /** Members who stay locked out because their account is suspended or deactivated. */
    membersSuspended: z.number(),
  }),
  /** The report rows that caused the group. */
  reportRows: z.array(
    z.object({ email: z.string(), name: z.string(), sourceHolding: holding, problem: z.string() }),
  ),
});

/** Groups that a copy brought along, to approve or deny. */
export const importedGroupEndpoints = {
  'imported-groups.list': endpoint({
    summary: 'Imported groups of a site, those to review first',
    params,
    response: z.object({ items: z.array(importedGroup), total: z.number(), pending: z.number() }),
    problems: ['not-found', 'forbidden'],
  }),
  'imported-groups.get': endpoint({
    summary: 'One imported group with what approval costs and gives',
    params: oneParams,
    response: detail,
    problems: ['not-found', 'forbidden', 'group.not-imported'],
  }),
  'imported-groups.members': endpoint({
    summary: 'Members of an imported group',
    params: oneParams,
    query: z.object(listQuery),
    response: page(accountSchema),
    problems: ['not-found', 'forbidden', 'group.not-imported'],
  }),
  'imported-groups.approve': endpoint({
    summary: 'Approve the requested access',
    params: oneParams,
    response: detail,
    problems: [
      'not-found',
      'forbidden',
      'group.not-imported',
      'group.already-approved',
      'licences.exhausted',
      'version-conflict',
    ],
  }),
  'imported-groups.deny': endpoint({
    summary: 'Deny the requested access',
    params: oneParams,
    response: detail,
    problems: [
      'not-found',
      'forbidden',
      'group.not-imported',
      'group.already-approved',
      'version-conflict',
    ],
  }),
};
