/* The words of the downloads. They stand here, not in the console's own words: a file outlives the screen. */
import type { LiveAttentionRow } from '#src/application/attention.ts';
import type { CopyPlan, OutcomeAction, UserScope } from '#src/domain/copy-plan.ts';
import type { Attention, Holding } from '#src/domain/copy-table.ts';
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

const HOLDINGS: Record<Holding | 'deleted', string> = {
  nobody: 'None',
  'portal-only': 'Portal-only',
  atlassian: 'Atlassian account',
  both: 'Portal-only and Atlassian account',
  deleted: 'Deleted',
};

/** An account type as the reports name it. */
export function holdingText(holding: Holding | 'deleted'): string {
  return HOLDINGS[holding];
}

const OUTCOMES: Record<OutcomeAction, string> = {
  create: 'Created as portal-only',
  link: 'Linked',
  'add-to-site': 'Added to the site',
  group: 'Put in the imported group',
  duplicate: 'Duplicate accounts',
  'link-duplicate': 'Linked, duplicate stays',
  'former-user': 'Content under Former user',
  'left-out': 'Left out, copied earlier',
  'not-copied': 'Not copied',
};

/** What a run did for a customer. */
export function outcomeText(action: OutcomeAction): string {
  return OUTCOMES[action];
}

/** The outcome of somebody whom an earlier run copied: by which run, and when it ended (S2). */
export function leftOutText(run: Pick<CopyPlan, 'name' | 'finishedAt'> | undefined): string {
  if (!run) return outcomeText('left-out');
  const at =
    run.finishedAt === null ? '' : ` on ${new Date(run.finishedAt).toISOString().slice(0, 10)}`;
  return `${outcomeText('left-out')} by ${run.name}${at}`;
}

const USERS: Record<UserScope, string> = {
  all: 'All users and groups',
  related: 'Users and groups associated with selected projects',
  'related-and-members': 'Associated users and groups, and all members of those groups',
};

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
