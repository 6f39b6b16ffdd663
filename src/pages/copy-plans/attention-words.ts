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

const FAILURES: Readonly<Record<string, string>> = {
  'wrong-state:revoked': 'Access is revoked: grant access first',
  'wrong-state:migrating': 'Being migrated',
  'account-deactivated': 'The Atlassian account is deactivated and cannot take over',
  'unexpected-fault': 'Something went wrong in the simulated backend',
};

/** Why a bulk step left the customer of a row as it was. */
export function workFailure(reason: string | null): string {
  return FAILURES[reason ?? ''] ?? 'It was not possible when its turn came';
}
