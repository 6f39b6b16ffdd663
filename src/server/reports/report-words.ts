/* The words of the downloads. They stand here, not in the console's own words: a file outlives the screen. */
import type { LiveAttentionRow } from '#src/application/attention.ts';
import type { OutcomeAction } from '#src/domain/copy-plan.ts';
import type { Attention, Holding } from '#src/domain/copy-table.ts';
import type { GroupReview } from '#src/domain/group.ts';

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

const REVIEWS: Record<GroupReview, string> = {
  none: 'Not imported',
  pending: 'Pending review',
  approved: 'Approved',
  denied: 'Denied',
};

/** How far a group's review has come. */
export function reviewText(review: GroupReview): string {
  return REVIEWS[review];
}
