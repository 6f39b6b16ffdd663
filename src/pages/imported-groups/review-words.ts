/* The review of an imported group in words (domain.md 5). */
import type { Account, ImportedGroup } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

type Review = ImportedGroup['review'];

export const REVIEWS: Readonly<
  Record<Review, { readonly label: string; readonly tone: LozengeTone }>
> = {
  pending: { label: 'Pending review', tone: 'moved' },
  approved: { label: 'Approved', tone: 'success' },
  denied: { label: 'Denied', tone: 'removed' },
};

const ROLES: Readonly<Record<Account['role'], string>> = {
  customer: labels.customerRole,
  agent: labels.agentRole,
  none: labels.noProductAccess,
};

/** A role in Jira Service Management as the directory calls it. */
export function roleLabel(role: Account['role']): string {
  return ROLES[role];
}

export const MEMBERS = { one: 'member', other: 'members' };
export const REQUESTS = { one: 'request', other: 'requests' };
