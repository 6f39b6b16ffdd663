/* States and roles of both halves of a duplicate, as their own lists show them. */
import type { Duplicate } from '#src/contract/wire.ts';
import type { Fact } from '#src/ui/conflict-fields.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

type Look = { readonly label: string; readonly tone: LozengeTone };

export const CUSTOMER_STATES: Readonly<Record<Duplicate['customerState'], Look>> = {
  active: { label: labels.active, tone: 'success' },
  revoked: { label: 'Access revoked', tone: 'removed' },
  migrating: { label: 'Migrating', tone: 'inprogress' },
};

export const ACCOUNT_STATES: Readonly<Record<Duplicate['accountState'], Look>> = {
  active: { label: labels.active, tone: 'success' },
  suspended: { label: labels.suspended, tone: 'moved' },
  deactivated: { label: labels.deactivated, tone: 'removed' },
};

export const ROLES: Readonly<Record<Duplicate['role'], string>> = {
  agent: labels.agentRole,
  customer: labels.customerRole,
  none: 'No role',
};

/** What somebody else can change of both halves, for comparing what was looked at with what is there now. */
export function duplicateFacts(duplicate: Duplicate): readonly Fact[] {
  return [
    { label: 'Full name', value: duplicate.name },
    { label: 'Portal-only account', value: CUSTOMER_STATES[duplicate.customerState].label },
    { label: 'Atlassian account', value: ACCOUNT_STATES[duplicate.accountState].label },
    { label: 'Product role', value: ROLES[duplicate.role] },
  ];
}
