/* What requires attention, in the words of RequiresAttention.csv (S0). */
import type { AttentionRow } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';

type Problem = AttentionRow['problem'];

export const PROBLEMS: readonly Problem[] = ['review-group', 'upgrade-portal-only'];

const PROBLEM_LABELS: Readonly<Record<Problem, string>> = {
  'review-group': 'Customer role not assigned on destination',
  'upgrade-portal-only': labels.duplicateAccounts,
};

/** The Problem column. */
export function problemLabel(problem: Problem): string {
  return PROBLEM_LABELS[problem];
}

/** The Next step column, and the screen where it is taken. */
export function nextStep(row: AttentionRow, siteId: string): { label: string; to: string } {
  if (row.problem === 'review-group') {
    return {
      label: `Review group ${row.group?.name ?? ''} to assign Customer role`,
      to: row.group
        ? pathTo('imported-group', { siteId, groupId: row.group.id })
        : pathTo('imported-groups', { siteId }),
    };
  }
  return {
    label: 'Upgrade portal-only account to Atlassian account',
    to: pathTo(
      'portal-customers',
      { siteId },
      { search: row.email, ...(row.portalCustomerId && { customer: row.portalCustomerId }) },
    ),
  };
}
