/*
 * Working off the duplicates of a report (S0, "Upgrade portal-only customers to Atlassian
 * accounts"): who can be migrated now, who needs a step before, and in how many bulk steps.
 */
import { BULK_LIMIT, bulkRefusal, type BulkFailure, type SelectedCustomer } from './bulk.ts';
import type { PortalCustomerId } from './ids.ts';

/** Duplicates by what is possible for them, each list in the order given. */
export type SortedDuplicates = {
  readonly ready: readonly SelectedCustomer[];
  /** Only an active customer can be migrated: these need *Grant access* first. */
  readonly revoked: readonly SelectedCustomer[];
  /** They wait in a bulk migration that is under way already. */
  readonly underWay: readonly SelectedCustomer[];
  readonly refused: readonly {
    readonly customer: SelectedCustomer;
    readonly reason: BulkFailure;
  }[];
};

/** Sorts duplicates by what migrating each would come to. */
export function sortDuplicates(
  customers: readonly SelectedCustomer[],
  waiting: ReadonlySet<PortalCustomerId>,
): SortedDuplicates {
  const ready: SelectedCustomer[] = [];
  const revoked: SelectedCustomer[] = [];
  const underWay: SelectedCustomer[] = [];
  const refused: { customer: SelectedCustomer; reason: BulkFailure }[] = [];
  for (const customer of customers) {
    const reason = reasonAgainst(customer);
    if (waiting.has(customer.id) || customer.state === 'migrating') underWay.push(customer);
    else if (reason === null) ready.push(customer);
    else if (reason === 'wrong-state:revoked') revoked.push(customer);
    else refused.push({ customer, reason });
  }
  return { ready, revoked, underWay, refused };
}

/** A deactivated account cannot take over, whatever is done to the profile before. */
function reasonAgainst(customer: SelectedCustomer): BulkFailure | null {
  if (customer.account === 'deactivated') return 'account-deactivated';
  return bulkRefusal('migrate', customer);
}

/** How many go in each bulk step of at most 1,000 (domain.md 9, BULK); none for nobody. */
export function batchesOf(count: number): readonly number[] {
  const batches: number[] = [];
  for (let left = count; left > 0; left -= BULK_LIMIT) batches.push(Math.min(left, BULK_LIMIT));
  return batches;
}
