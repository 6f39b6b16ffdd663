import { z } from 'zod';
import { accountSchema, groupSchema } from './directory.ts';
import { endpoint } from './endpoint.ts';
import { licences, listQuery, page, permission, productRole } from './schemas.ts';

const groupParams = z.object({ siteId: z.string(), groupId: z.string() });
const memberParams = groupParams.extend({ accountId: z.string() });

const group = groupSchema.extend({
  version: z.number(),
  /** Licences that the members take through this group and no other. */
  licencesThroughThis: z.number(),
  licences,
  actions: z.object({ manageMembers: permission, changeDefault: permission }),
});

/** An account with what the step that the list offers would do: leaving for members, joining for candidates. */
const member = accountSchema.extend({
  roleAfter: productRole,
  /** -1, 0 or 1. */
  licencesAdded: z.number(),
});

const CHANGES = ['not-found', 'forbidden', 'group.pending-review', 'version-conflict'] as const;

/** One group of a site: members, role, default group. */
export const groupEndpoints = {
  'groups.get': endpoint({
    summary: 'One group of a site',
    params: groupParams,
    response: group,
    problems: ['not-found', 'forbidden'],
  }),
  'groups.members': endpoint({
    summary: 'Members of a group',
    params: groupParams,
    query: z.object(listQuery),
    response: page(member),
    problems: ['not-found', 'forbidden'],
  }),
  'groups.candidates': endpoint({
    summary: 'Accounts with access to the site that are not in the group',
    params: groupParams,
    query: z.object(listQuery),
    response: page(member),
    problems: ['not-found', 'forbidden'],
  }),
  'groups.add-member': endpoint({
    summary: 'Add an account to a group',
    params: memberParams,
    response: group,
    problems: [...CHANGES, 'account.no-site-access', 'licences.exhausted'],
  }),
  'groups.remove-member': endpoint({
    summary: 'Remove an account from a group',
    params: memberParams,
    response: group,
    problems: [...CHANGES],
  }),
  'groups.set-default': endpoint({
    summary: 'Make a group a default group of its role, or no longer',
    params: groupParams,
    body: z.object({ isDefault: z.boolean() }),
    response: group,
    problems: [...CHANGES, 'group.last-default', 'group.no-role'],
  }),
};
