/*
 * What revoking or granting access changes for one customer: the help center closes or opens, and
 * everything the customer holds stays (domain.md 3.1, REVOKE).
 */
import { isAccessActive } from './account.ts';
import type { MigrationFacts } from './account-migration.ts';
import { nextState, type PortalCustomer } from './portal-customer.ts';
import { countOpenable, indexByHolder, viewerOf } from './viewer.ts';

export type AccessEvent = 'revoke' | 'grant';

/** The step that is possible, and what the person behind the address can open before and after it. */
export type AccessChange = {
  readonly event: AccessEvent;
  readonly before: number;
  readonly after: number;
};

/** Computes the effect of the possible step; undefined for a customer whose access cannot change. */
export function planAccessChange(facts: MigrationFacts): AccessChange | undefined {
  const { customer } = facts;
  const event: AccessEvent = customer.state === 'revoked' ? 'grant' : 'revoke';
  const state = nextState(customer.state, event);
  if (!state) return undefined;
  return {
    event,
    before: openable(facts, customer),
    after: openable(facts, { ...customer, state }),
  };
}

function openable(facts: MigrationFacts, customer: PortalCustomer): number {
  const { account, directoryUser, siteAccess, role, requests } = facts;
  const accessActive = isAccessActive(directoryUser, siteAccess);
  const viewer = viewerOf(customer.siteId, {
    portalCustomer: customer,
    account: account && siteAccess && { accountId: account.id, accessActive, role },
  });
  return countOpenable(indexByHolder(requests), viewer);
}
