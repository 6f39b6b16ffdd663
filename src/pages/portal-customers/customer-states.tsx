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

/** Whether a recorded value is a state that a customer can be seen in. */
export function isCustomerState(value: unknown): value is State {
  return typeof value === 'string' && Object.hasOwn(STATES, value);
}

/** "Access revoked" */
export function customerStateLabel(state: State): string {
  return STATES[state].label;
}

export function CustomerStateLozenge({ state }: { readonly state: State }) {
  return <Lozenge tone={STATES[state].tone}>{STATES[state].label}</Lozenge>;
}

type Acted = Pick<PortalCustomer, 'state' | 'actions'>;

/** Why this customer cannot be migrated now, by this persona; undefined when it can. */
export function whyNotMigrate({ state, actions }: Acted): string | undefined {
  if (state !== 'active') return NO_MIGRATION[state];
  return whyNot(actions.migrate);
}

/** Why the full name cannot be edited. */
export function whyNotRename({ state, actions }: Acted): string | undefined {
  return whyNotChange(state) ?? whyNot(actions.edit);
}

/** Why the password cannot be changed; a revoked customer does not log in at all. */
export function whyNotPassword({ state, actions }: Acted): string | undefined {
  if (state !== 'active') return NO_MIGRATION[state];
  return whyNot(actions.edit);
}

/** Why access can be neither revoked nor granted. */
export function whyNotAccess({ state, actions }: Acted): string | undefined {
  return whyNotChange(state) ?? whyNot(actions.changeAccess);
}

/** Why the account cannot be deleted. */
export function whyNotDelete({ state, actions }: Acted): string | undefined {
  return whyNotChange(state) ?? whyNot(actions.delete);
}

function whyNotChange(state: State): string | undefined {
  return state === 'migrating' || state === 'migrated' ? NO_MIGRATION[state] : undefined;
}
