/*
 * Bulk steps on portal-only customers: what each is, how many at once, how long it takes, and for
 * whom it is not possible. Each customer is changed by the same rule as by the single step.
 */
import { MINUTE_MS } from './clock.ts';
import type { PortalCustomerId } from './ids.ts';
import type { BulkKind, Job } from './job.ts';
import type { Action } from './permission.ts';
import {
  nextState,
  type MigrationFailure,
  type PortalCustomer,
  type PortalCustomerEvent,
  type PortalCustomerState,
} from './portal-customer.ts';
import { stableHash } from './stable-hash.ts';

export type BulkStep = 'migrate' | 'delete' | 'revoke' | 'grant';

type BulkRule = {
  readonly kind: BulkKind;
  readonly action: Action;
  /** What must be possible for a customer, so that the step is. */
  readonly event: PortalCustomerEvent;
  /** The real product has only deleting and migrating in bulk (domain.md 3.1, BULK). */
  readonly isExtra: boolean;
};

export const BULK_STEPS: Readonly<Record<BulkStep, BulkRule>> = {
  migrate: {
    kind: 'bulk-migrate',
    action: 'portal-customers.migrate',
    event: 'start-migration',
    isExtra: false,
  },
  delete: {
    kind: 'bulk-delete',
    action: 'portal-customers.delete',
    event: 'delete',
    isExtra: false,
  },
  revoke: {
    kind: 'bulk-revoke',
    action: 'portal-customers.change-access',
    event: 'revoke',
    isExtra: true,
  },
  grant: {
    kind: 'bulk-grant',
    action: 'portal-customers.change-access',
    event: 'grant',
    isExtra: true,
  },
};

/** Customers in one bulk step of the real product (domain.md 3.1, BULK). */
export const BULK_LIMIT = 1_000;

/** Which customers: those ticked, or all that a search and a state match in the list. */
export type BulkSelection =
  | { readonly by: 'ids'; readonly ids: readonly string[] }
  | {
      readonly by: 'filter';
      readonly search: string;
      readonly state: PortalCustomerState | null;
    };

/** Why one customer of a bulk step was left as it was. */
export type BulkFailure = 'gone' | `wrong-state:${PortalCustomerState}` | MigrationFailure;

/** A customer of a selection, with what decides whether a step is possible for it. */
export type SelectedCustomer = {
  readonly id: PortalCustomerId;
  readonly email: string;
  readonly name: string;
  readonly state: PortalCustomerState;
  /** The Atlassian account with the same e-mail key, as migrating would find it. */
  readonly account: 'none' | 'existing' | 'deactivated';
  /** Requests that the customer raised on the site. */
  readonly requests: number;
};

/** The step of a job; undefined for work that is no bulk step. */
export function bulkStepOf({ kind }: Pick<Job, 'kind'>): BulkStep | undefined {
  const steps = Object.keys(BULK_STEPS) as BulkStep[];
  return steps.find((step) => BULK_STEPS[step].kind === kind);
}

/** Simulated: two minutes, and six tenths of a second for each customer; no source has figures. */
export function bulkDurationMs(count: number): number {
  return 2 * MINUTE_MS + count * 600;
}

/** Why a step is not possible for a customer in its present state; null when it is. */
export function bulkRefusal(
  step: BulkStep,
  customer: Pick<PortalCustomer, 'state'> | undefined,
): BulkFailure | null {
  if (!customer || customer.state === 'deleted') return 'gone';
  if (nextState(customer.state, BULK_STEPS[step].event) !== undefined) return null;
  return `wrong-state:${customer.state}`;
}

/** What a bulk step would come to, if it were done now. */
export type BulkForecast = {
  readonly count: number;
  /** Customers for whom the step is possible. */
  readonly ready: number;
  /** The others, by reason; the most frequent first. */
  readonly refused: readonly { readonly reason: BulkFailure; readonly count: number }[];
  /** Of the ready: Atlassian accounts that migrating would create, and those that exist already. */
  readonly newAccounts: number;
  readonly existingAccounts: number;
  /** Requests that the ready ones raised. */
  readonly requests: number;
  readonly durationMs: number;
};

/**
 * Tells one selection from another, and from the same customers in other states: what was said about
 * the first holds for no other.
 */
export function selectionFingerprint(
  customers: readonly Pick<SelectedCustomer, 'id' | 'state'>[],
): string {
  const lines = customers.map(({ id, state }) => `${id} ${state}`).toSorted();
  return `${customers.length}-${stableHash(lines.join('\n')).toString(16)}`;
}

/** Counts what a step would do to each customer of a selection, changing nothing. */
export function forecastBulk(step: BulkStep, customers: readonly SelectedCustomer[]): BulkForecast {
  const reasons = new Map<BulkFailure, number>();
  const ready: SelectedCustomer[] = [];
  for (const customer of customers) {
    const isBarred = step === 'migrate' && customer.account === 'deactivated';
    const reason = bulkRefusal(step, customer) ?? (isBarred ? 'account-deactivated' : null);
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    else ready.push(customer);
  }
  const isMigration = step === 'migrate';
  return {
    count: customers.length,
    ready: ready.length,
    refused: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    newAccounts: isMigration ? ready.filter(({ account }) => account === 'none').length : 0,
    existingAccounts: isMigration ? ready.filter(({ account }) => account !== 'none').length : 0,
    requests: ready.reduce((sum, { requests }) => sum + requests, 0),
    durationMs: bulkDurationMs(customers.length),
  };
}
