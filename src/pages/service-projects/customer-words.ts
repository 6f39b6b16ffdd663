/* Customers of a service project in words. */
import type { ProjectCustomer } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

type State = ProjectCustomer['state'];

const STATE_LOOKS: Readonly<Record<State, { readonly label: string; readonly tone: LozengeTone }>> =
  {
    active: { label: labels.active, tone: 'success' },
    revoked: { label: 'Access revoked', tone: 'removed' },
    migrating: { label: 'Migrating', tone: 'inprogress' },
    suspended: { label: labels.suspended, tone: 'moved' },
    deactivated: { label: labels.deactivated, tone: 'removed' },
    'no-role': { label: 'No role', tone: 'moved' },
    'no-account': { label: 'No account', tone: 'default' },
  };

/** Choices of the filters, as the address has them. */
export const STATES = Object.keys(STATE_LOOKS) as readonly State[];
export const HOLDINGS = ['portal-only', 'atlassian', 'both', 'nobody'] as const;
export const ROLES = ['added', 'not-added'] as const;
export const SORTS = ['name', 'requests', 'state'] as const;

/** How the account stands that the person arrives with. */
export function stateLook(state: State) {
  return STATE_LOOKS[state];
}

/** "Service Desk Customers", or that the person was not added here. */
export function roleLabel(role: (typeof ROLES)[number]): string {
  return role === 'added' ? labels.serviceDeskCustomers : 'Not added';
}
