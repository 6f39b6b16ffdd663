import { z } from 'zod';
import { sourceHolding } from './copy-outcomes.ts';
import { accountSchema } from './directory.ts';
import { endpoint } from './endpoint.ts';
import { instant, licences, listQuery, page, permission, productRole } from './schemas.ts';

const params = z.object({ siteId: z.string() });
const oneParams = z.object({ siteId: z.string(), groupId: z.string() });

/** Product access is the group's role, admin access administration of the product (domain.md 5.1). */
const access = z.enum(['product', 'admin']);

const requestedAccess = z.object({ access, review: z.enum(['pending', 'approved', 'denied']) });

const importedGroup = z.object({
  id: z.string(),
  name: z.string(),
  /** Pending while any requested access is; partly approved where one was approved and one denied. */
  review: z.enum(['pending', 'approved', 'partly-approved', 'denied']),
  /** The last decision about any of them. */
  reviewedAt: instant.nullable(),
  requestedRole: productRole,
  /** What it asks for, product access first. */
  accesses: z.array(requestedAccess),
  members: z.number(),
  origin: z.object({
    planId: z.string(),
    planName: z.string(),
    sourceSiteName: z.string(),
    /** Where the plan is kept, when it migrated from a server. */
    serverId: z.string().nullable(),
    reason: z.enum(['mismatched-customers', 'source-group']),
  }),
  version: z.number(),
  actions: z.object({ review: permission }),
});

const detail = importedGroup.extend({
  accesses: z.array(
    requestedAccess.extend({
      /** What can be done about it now. */
      steps: z.array(z.enum(['approve', 'deny'])),
      /** What approval costs and gives, computed from the present data. */
      effect: z.object({
        /** Members that would get a higher role than they have, or administration. */
        membersGaining: z.number(),
        /** Members who stay locked out because their account is suspended or deactivated. */
        membersSuspended: z.number(),
        licencesAdded: z.number(),
        /** Requests on this site that members can open, added up; null for admin access. */
        requests: z.object({ before: z.number(), after: z.number() }).nullable(),
      }),
    }),
  ),
  licences,
  /** The report rows that caused the group. */
  reportRows: z.array(
    z.object({ email: z.string(), name: z.string(), sourceHolding, problem: z.string() }),
  ),
});

const body = z.object({ access });

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
    summary: 'Approve one requested access',
    params: oneParams,
    body,
    response: detail,
    problems: [
      'not-found',
      'forbidden',
      'group.not-imported',
      'group.access-not-requested',
      'group.already-approved',
      'licences.exhausted',
      'version-conflict',
    ],
  }),
  'imported-groups.deny': endpoint({
    summary: 'Deny one requested access',
    params: oneParams,
    body,
    response: detail,
    problems: [
      'not-found',
      'forbidden',
      'group.not-imported',
      'group.access-not-requested',
      'group.already-approved',
      'version-conflict',
    ],
  }),
};
