/* Copy plans, what their runs did, and what they left to do. */
import type { AttentionRow, CopyLink, CopyOutcome, CopyPlan } from '#src/domain/copy-plan.ts';
import { searchKey } from '#src/domain/search-key.ts';
import { defineTable } from '../table.ts';

export const copyPlanTable = defineTable<CopyPlan, 'id'>({
  name: 'copy_plan',
  key: ['id'],
  fields: {
    id: 'text',
    name: 'text',
    flow: 'text',
    sourcePlaceId: 'text',
    destinationSiteId: 'text',
    customers: 'text',
    users: 'text',
    preserveGroupMembership: 'boolean',
    projectIds: 'list',
    state: 'text',
    jobId: 'text',
    createdAt: 'number',
    startedAt: 'number',
    finishedAt: 'number',
    importedGroupId: 'text',
    archivedAt: 'number',
    version: 'number',
  },
});

export const copyOutcomeTable = defineTable<CopyOutcome, 'planId' | 'position'>({
  name: 'copy_outcome',
  key: ['planId', 'position'],
  fields: {
    planId: 'text',
    position: 'number',
    emailKey: 'text',
    email: 'text',
    name: 'text',
    sourceHolding: 'text',
    destinationHolding: 'text',
    afterHolding: 'text',
    action: 'text',
    attention: 'list',
    forecastAttention: 'list',
    sourcePortalCustomerId: 'text',
    sourceAccountId: 'text',
    sourceServerUserId: 'text',
    attachedTo: 'text',
    canOpenBefore: 'number',
    canOpenAfter: 'number',
    arriving: 'number',
    losing: 'number',
    state: 'text',
  },
  derived: {
    email_search: (record) => searchKey(record.email),
    name_search: (record) => searchKey(record.name),
  },
});

export const copyLinkTable = defineTable<
  CopyLink,
  'sourcePlaceId' | 'destinationSiteId' | 'sourceId'
>({
  name: 'copy_link',
  key: ['sourcePlaceId', 'destinationSiteId', 'sourceId'],
  fields: {
    sourcePlaceId: 'text',
    destinationSiteId: 'text',
    sourceId: 'text',
    destinationId: 'text',
    kind: 'text',
    planId: 'text',
  },
});

export const attentionRowTable = defineTable<AttentionRow, 'planId' | 'emailKey' | 'problem'>({
  name: 'attention_row',
  key: ['planId', 'emailKey', 'problem'],
  fields: {
    planId: 'text',
    emailKey: 'text',
    problem: 'text',
    email: 'text',
    name: 'text',
    sourceHolding: 'text',
    destinationHolding: 'text',
    afterHolding: 'text',
    siteId: 'text',
    groupId: 'text',
    portalCustomerId: 'text',
  },
});
