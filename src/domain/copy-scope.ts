/*
 * Whom of the source a plan copies. Customers and users are chosen apart: S2, "Copy customers", for
 * the ones, domain.md 6.2 (USERS) for the others.
 */
import type { CopyPlan } from './copy-plan.ts';
import type { HolderId } from './ids.ts';
import type { ProductRole } from './product-role.ts';

/** An account of the source, of either type. */
export type SourceHolder = {
  readonly id: HolderId;
  readonly emailKey: string;
  /** An Atlassian account's role on the source; null for a portal-only account. */
  readonly role: ProductRole | null;
};

/** Who has to do with the selected projects; nobody while none is selected. */
export type Associated = {
  /** Related to the projects in any of the ways that S2 names. */
  readonly related: ReadonlySet<HolderId>;
  /** Members of the groups that the projects name. */
  readonly members: ReadonlySet<HolderId>;
};

/**
 * A user has an Atlassian account with access and another role than Customer, be it none; everybody
 * else is a customer: portal-only accounts in every state, and Atlassian accounts with that role.
 */
export function isUser({ role }: Pick<SourceHolder, 'role'>): boolean {
  return role !== null && role !== 'customer';
}

/** E-mail keys in a plan's scope, in order: an address with both account types when either is. */
export function keysInScope(
  plan: Pick<CopyPlan, 'customers' | 'users'>,
  holders: readonly SourceHolder[],
  associated: Associated,
): string[] {
  const chosen = holders.filter((holder) => isInScope(plan, holder, associated));
  return [...new Set(chosen.map(({ emailKey }) => emailKey))].toSorted(byCodeUnit);
}

function isInScope(
  { customers, users }: Pick<CopyPlan, 'customers' | 'users'>,
  holder: SourceHolder,
  { related, members }: Associated,
): boolean {
  if (!isUser(holder)) return customers === 'all' || related.has(holder.id);
  if (users === 'all' || related.has(holder.id)) return true;
  return users === 'related-and-members' && members.has(holder.id);
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
