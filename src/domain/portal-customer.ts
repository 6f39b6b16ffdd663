import type { Instant } from './clock.ts';
import type { AccountId, PortalCustomerId, SiteId } from './ids.ts';

/**
 * The states of a portal-only account (design, section 2):
 * `active` ⇄ `revoked`; `active → migrating → migrated` (final, shown as Inactive);
 * `migrating → active` again when the migration fails; `active | revoked → deleted` (final). A
 * migrated profile never becomes active again: when its account is converted back, it makes room for
 * a new one (`replace`).
 */
export type PortalCustomerState = 'active' | 'revoked' | 'migrating' | 'migrated' | 'deleted';

/** A portal-only account: one site, no groups, no licence. */
export type PortalCustomer = {
  readonly id: PortalCustomerId;
  readonly siteId: SiteId;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly state: PortalCustomerState;
  readonly createdAt: Instant;
  readonly lastLoginAt: Instant | null;
  /** The Atlassian account it was migrated to. */
  readonly migratedTo: AccountId | null;
  /** Why the last migration failed; cleared when another starts. */
  readonly failure: MigrationFailure | null;
  /** When an administrator last set the password; null when nobody did (domain.md 3.1, CHPW). */
  readonly passwordSetAt: Instant | null;
  readonly version: number;
};

/** Why a running migration could not finish. */
export type MigrationFailure = 'account-deactivated' | 'unexpected-fault';

export type PortalCustomerEvent =
  | 'revoke'
  | 'grant'
  | 'start-migration'
  | 'finish-migration'
  | 'fail-migration'
  | 'replace'
  | 'delete';

/** Every legal step; a pair that is absent is refused. */
export const PORTAL_CUSTOMER_STEPS: Readonly<
  Record<PortalCustomerState, Partial<Record<PortalCustomerEvent, PortalCustomerState>>>
> = {
  active: { revoke: 'revoked', 'start-migration': 'migrating', delete: 'deleted' },
  revoked: { grant: 'active', delete: 'deleted' },
  migrating: { 'finish-migration': 'migrated', 'fail-migration': 'active' },
  migrated: { replace: 'deleted' },
  deleted: {},
};

/** The state after an event, or undefined where the event is not allowed. */
export function nextState(
  state: PortalCustomerState,
  event: PortalCustomerEvent,
): PortalCustomerState | undefined {
  return PORTAL_CUSTOMER_STEPS[state][event];
}

/** Whether the record counts as a portal-only account on its site: a migrated or deleted one does not (design, copying). */
export function countsAsPortalOnly(customer: Pick<PortalCustomer, 'state'>): boolean {
  return (
    customer.state === 'active' || customer.state === 'migrating' || customer.state === 'revoked'
  );
}
