/*
 * What deleting one portal-only account does: the account is wiped for good and its content stands
 * under Former user (domain.md 3.1, DELETE). The dialog shows this value and the step applies it.
 */
import { isAccessActive } from './account.ts';
import type { MigrationFacts } from './account-migration.ts';
import type { RequestId } from './ids.ts';
import { nextState } from './portal-customer.ts';
import { countOpenable, indexByHolder, viewerOf } from './viewer.ts';

/** What deleting would change. */
export type CustomerDeletion = {
  /** Requests that stand under Former user afterwards. */
  readonly reported: readonly RequestId[];
  /** Requests that lose a participant: Former user takes part in nothing, as in a copy. */
  readonly participating: readonly RequestId[];
  /** Whether the address has an Atlassian account on this site, which stays. */
  readonly accountStays: boolean;
  /** Requests of this site that the person can open now and afterwards. */
  readonly access: { readonly before: number; readonly after: number };
};

/** Computes the effect of deleting; undefined for a customer that cannot be deleted now. */
export function planDeletion(facts: MigrationFacts): CustomerDeletion | undefined {
  const { customer, requests } = facts;
  if (!nextState(customer.state, 'delete')) return undefined;
  return {
    reported: requests.filter(({ reporterId }) => reporterId === customer.id).map(({ id }) => id),
    participating: requests
      .filter(({ participantIds }) => participantIds.includes(customer.id))
      .map(({ id }) => id),
    accountStays: facts.account !== undefined && facts.siteAccess !== undefined,
    access: { before: openable(facts, customer), after: openable(facts, undefined) },
  };
}

function openable(facts: MigrationFacts, customer: MigrationFacts['customer'] | undefined): number {
  const { account, directoryUser, siteAccess, role, requests } = facts;
  const viewer = viewerOf(facts.customer.siteId, {
    portalCustomer: customer,
    account: account &&
      siteAccess && {
        accountId: account.id,
        accessActive: isAccessActive(directoryUser, siteAccess),
        role,
      },
  });
  return countOpenable(indexByHolder(requests), viewer);
}
