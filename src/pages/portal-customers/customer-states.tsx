/* The states of a portal-only account in words. Two kinds of inactive exist; they have two names (domain.md 1.4). */
import type { PortalCustomer } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { whyNot } from '#src/ui/persona-name.ts';

export const CUSTOMER_STATES = ['active', 'revoked', 'migrating', 'migrated'] as const;

type State = PortalCustomer['state'];

const STATES: Readonly<Record<State, { readonly label: string; readonly tone: LozengeTone }>> = {
  active: { label: labels.active, tone: 'success' },
  revoked: { label: 'Access revoked', tone: 'removed' },
  migrating: { label: 'Migrating', tone: 'inprogress' },
  migrated: { label: labels.inactive, tone: 'default' },
};

const NO_MIGRATION: Readonly<Record<Exclude<State, 'active'>, string>> = {
  revoked: 'Access is revoked: grant access first',
  migrating: 'Being migrated already',
  migrated: 'Migrated already, for good',
};

/** "Access revoked" */
export function customerStateLabel(state: State): string {
  return STATES[state].label;
}

export function CustomerStateLozenge({ state }: { readonly state: State }) {
  return <Lozenge tone={STATES[state].tone}>{STATES[state].label}</Lozenge>;
}

/** The access step that this customer's state allows; undefined where there is none. */
export function accessEventOf({ state }: PortalCustomer): 'revoke' | 'grant' | undefined {
  if (state === 'active') return 'revoke';
  return state === 'revoked' ? 'grant' : undefined;
}

/** Why this customer cannot be migrated now, by this persona; undefined when it can. */
export function whyNotMigrate({ state, actions }: PortalCustomer): string | undefined {
  if (state !== 'active') return NO_MIGRATION[state];
  return whyNot(actions.migrate);
}
