/* An account's role and state on a site, in the words of the directory (domain.md 1.2, 1.4). */
import type { Account } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';

export const ACCOUNT_STATES = ['active', 'suspended', 'deactivated'] as const;

type Look = { readonly label: string; readonly tone: LozengeTone };

const STATES: Readonly<Record<Account['state'], Look>> = {
  active: { label: labels.active, tone: 'success' },
  suspended: { label: labels.suspended, tone: 'moved' },
  deactivated: { label: labels.deactivated, tone: 'removed' },
};

const ROLES: Readonly<Record<Account['role'], Look>> = {
  agent: { label: labels.agentRole, tone: 'new' },
  customer: { label: labels.customerRole, tone: 'inprogress' },
  none: { label: 'No role', tone: 'default' },
};

/** "Suspended" */
export function accountStateLabel(state: Account['state']): string {
  return STATES[state].label;
}

export function AccountStateLozenge({ state }: { readonly state: Account['state'] }) {
  return <Lozenge tone={STATES[state].tone}>{STATES[state].label}</Lozenge>;
}

/** "User (agent)" */
export function roleName(role: Account['role']): string {
  return ROLES[role].label;
}

/** The Jira Service Management role. */
export function RoleLozenge({ role }: { readonly role: Account['role'] }) {
  return <Lozenge tone={ROLES[role].tone}>{ROLES[role].label}</Lozenge>;
}
