/* What a row about a portal-only account comes to on its site. */
import { isPortalCustomerId, type PortalCustomerId } from './ids.ts';
import type { ImportClaim } from './import-claim.ts';
import type { CustomerChange, Decision, ImportLookups, Refusal } from './import-state.ts';
import { nextState, type PortalCustomer, type PortalCustomerState } from './portal-customer.ts';

/**
 * Decides by the e-mail key: nobody under it is a new profile, an active or revoked one is brought
 * up to date. A migrated one never becomes active again, and one on its way is left alone
 * (design, section 2). The spelling of an address that the site holds already stays.
 */
export function decideCustomer(claim: ImportClaim, state: ImportLookups): Decision<CustomerChange> {
  const holder = claim.id === null ? undefined : state.customersById.get(claim.id);
  if (holder && holder.emailKey !== claim.emailKey) {
    return refused('account-id-taken', { id: holder.id, other: holder.email });
  }
  const existing = state.customers.get(claim.emailKey);
  if (!existing) return created(claim, state);
  if (existing.state === 'migrated') return refused('already-migrated', { email: existing.email });
  if (existing.state === 'migrating') return refused('being-migrated', { email: existing.email });
  return updated(claim, existing);
}

function created(claim: ImportClaim, state: ImportLookups): Decision<CustomerChange> {
  const id = freeId(claim.id, state);
  const change: CustomerChange = {
    kind: 'portal-only',
    existing: null,
    id,
    email: claim.email,
    emailKey: claim.emailKey,
    name: claim.name ?? claim.email,
    state: claim.standing === null || claim.standing === 'active' ? 'active' : 'revoked',
    createdAt: claim.createdAt,
    lastLoginAt: claim.lastSeen?.at ?? null,
  };
  return { outcome: 'new', change, id, otherAccountId: null };
}

/** An id that another site uses stays there: portal-only accounts belong to one site. */
function freeId(id: string | null, state: ImportLookups): PortalCustomerId | null {
  return id !== null && isPortalCustomerId(id) && !state.isCustomerIdTaken(id) ? id : null;
}

function updated(claim: ImportClaim, existing: PortalCustomer): Decision<CustomerChange> {
  const { email, emailKey, createdAt } = existing;
  const change: CustomerChange = {
    kind: 'portal-only',
    existing,
    id: existing.id,
    email,
    emailKey,
    name: claim.name ?? existing.name,
    state: stateAfter(claim, existing),
    createdAt,
    lastLoginAt: claim.lastSeen ? claim.lastSeen.at : existing.lastLoginAt,
  };
  const isSame =
    change.name === existing.name &&
    change.state === existing.state &&
    change.lastLoginAt === existing.lastLoginAt;
  const found = { id: existing.id, otherAccountId: null };
  return isSame
    ? { outcome: 'unchanged', change: null, ...found }
    : { outcome: 'updated', change, ...found };
}

function stateAfter({ standing }: ImportClaim, existing: PortalCustomer): PortalCustomerState {
  if (standing === null) return existing.state;
  return nextState(existing.state, standing === 'active' ? 'grant' : 'revoke') ?? existing.state;
}

function refused(code: Refusal['code'], facts: Refusal['facts']): Decision<CustomerChange> {
  return { outcome: 'refused', refusal: { code, facts } };
}
