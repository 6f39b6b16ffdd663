/* The words of the downloads. They stand here, not in the console's own words: a file outlives the screen. */
import type { LiveAttentionRow } from '#src/application/attention.ts';
import type { CopyPlan, OutcomeAction, UserScope } from '#src/domain/copy-plan.ts';
import type { Attention, Holding } from '#src/domain/copy-table.ts';
import type { SourceHolding } from '#src/domain/plan-rules.ts';
import type { GroupReview } from '#src/domain/group.ts';
import type { ProductRole } from '#src/domain/product-role.ts';

/** The Problem column. The wording for duplicates is the product's own (S0); the other one is ours. */
export function problemText(problem: Attention): string {
  return problem === 'upgrade-portal-only'
    ? 'Found duplicate accounts on destination'
    : 'Customer role not assigned on destination';
}

/** The Next step column; it names the group to review (S0). */
export function nextStepText(row: LiveAttentionRow): string {
  if (row.problem === 'upgrade-portal-only')
    return 'Upgrade portal-only account to Atlassian account';
  return `Review group ${row.group?.name ?? ''} to assign Customer role`;
}

const HOLDINGS: Record<Holding | SourceHolding, string> = {
  nobody: 'None',
  'portal-only': 'Portal-only',
  atlassian: 'Atlassian account',
  both: 'Portal-only and Atlassian account',
  deleted: 'Deleted',
  licensed: 'Licensed user',
  customer: 'Customer',
  former: 'Former customer',
};

/** An account type as the reports name it. */
export function holdingText(holding: Holding | SourceHolding): string {
  return HOLDINGS[holding];
}

const OUTCOMES: Record<OutcomeAction, string> = {
  create: 'Created as portal-only',
  link: 'Linked',
  'create-account': 'Created as Atlassian account',
  'add-to-site': 'Added to the site',
  group: 'Put in the imported group',
  duplicate: 'Duplicate accounts',
  'link-duplicate': 'Linked, duplicate stays',
  'former-user': 'Content under Former user',
  'left-out': 'Left out, copied earlier',
  'not-copied': 'Not copied',
};

/** A migration migrates and does not copy, and calls who is gone a Former customer (S4). */
const MIGRATION_OUTCOMES: Partial<Record<OutcomeAction, string>> = {
  'former-user': 'Former customer',
  'left-out': 'Left out, migrated earlier',
  'not-copied': 'Not migrated',
};

/** What a run did for a person. */
export function outcomeText(action: OutcomeAction, { flow }: Pick<CopyPlan, 'flow'>): string {
  return (flow === 'copy' ? undefined : MIGRATION_OUTCOMES[action]) ?? OUTCOMES[action];
}

/** The outcome of somebody whom an earlier run copied: by which run, and when it ended (S2). */
export function leftOutText(
  run: Pick<CopyPlan, 'name' | 'finishedAt'> | undefined,
  plan: Pick<CopyPlan, 'flow'>,
): string {
  if (!run) return outcomeText('left-out', plan);
  const at =
    run.finishedAt === null ? '' : ` on ${new Date(run.finishedAt).toISOString().slice(0, 10)}`;
  return `${outcomeText('left-out', plan)} by ${run.name}${at}`;
}

const USERS: Record<UserScope, string> = {
  all: 'All users and groups',
  related: 'Users and groups associated with selected projects',
  'related-and-members': 'Associated users and groups, and all members of those groups',
};

/** Which customers a plan selects (S2, S4). */
export function customersText({ customers, flow }: Pick<CopyPlan, 'customers' | 'flow'>): string {
  if (customers === 'none') return 'No customers';
  if (flow === 'copy') return customers === 'all' ? 'All customers' : 'Only related customers';
  return customers === 'all'
    ? 'All Jira Service Management customers'
    : 'Only customers related to the selected projects';
}

/** Which users a plan selects, as the wizard says it. */
export function usersText(scope: UserScope): string {
  return USERS[scope];
}

const REVIEWS: Record<GroupReview, string> = {
  none: 'Not requested',
  pending: 'Pending review',
  approved: 'Approved',
  denied: 'Denied',
};

/** How far the review of an imported group's access has come. */
export function reviewText(review: GroupReview): string {
  return REVIEWS[review];
}

const ROLES: Record<ProductRole, string> = {
  agent: 'User (agent)',
  customer: 'Customer',
  none: 'None',
};

/** A role as the directory calls it. */
export function roleText(role: ProductRole): string {
  return ROLES[role];
}
