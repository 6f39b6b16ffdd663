/*
 * An address with both account types on one site: what goes wrong for the person, and which steps
 * end it. Migrating is the official cure (domain.md 4.2, 4.3; S0).
 */
import type { AccountState } from './account.ts';
import type { PortalCustomer } from './portal-customer.ts';
import type { ProductRole } from './product-role.ts';
import { canOpenRequest, isAttachedTo, type RequestAttachments } from './request-access.ts';
import { viewerOf } from './viewer.ts';

/** What administrators and the person see (domain.md 4.3). */
export type DuplicateSymptom =
  'requests-hidden' | 'login-loop' | 'no-customer-role' | 'listed-twice' | 'portal-log-in-ignored';

export type CureStep = 'grant-access' | 'migrate' | 'restore-access';

/** Both accounts of one address on one site; `customer` is active, revoked or migrating. */
export type DuplicatePair = {
  readonly customer: PortalCustomer;
  readonly account: {
    readonly id: `${number}:${string}`;
    readonly state: AccountState;
    readonly role: ProductRole;
  };
};

/** How many requests of the portal-only account the person, who logs in with the other one, cannot open. */
export function countHiddenRequests(
  { customer, account }: DuplicatePair,
  requests: readonly RequestAttachments[],
): number {
  const viewer = viewerOf(customer.siteId, {
    portalCustomer: customer,
    account: {
      accountId: account.id,
      accessActive: account.state === 'active',
      role: account.role,
    },
  });
  return requests.filter(
    (request) => isAttachedTo(request, customer.id) && !(viewer && canOpenRequest(viewer, request)),
  ).length;
}

/** The symptoms of a pair, the worst first. */
export function symptomsOf(
  { customer, account }: DuplicatePair,
  requestsHidden: number,
): readonly DuplicateSymptom[] {
  const symptoms: DuplicateSymptom[] = [];
  // Site access is taken away: between the portal and single sign-on there is no way in (domain.md 4.2, KNOWN).
  if (account.state !== 'active') symptoms.push('login-loop');
  else if (account.role === 'none') symptoms.push('no-customer-role');
  if (requestsHidden > 0) symptoms.push('requests-hidden');
  if (customer.state === 'active' && account.state === 'active') {
    symptoms.push('portal-log-in-ignored');
  }
  symptoms.push('listed-twice');
  return symptoms;
}

/**
 * The steps that end a duplicate, in order: only an active profile can be migrated, and access of
 * the Atlassian account comes back last (domain.md 4.2). No step helps while the account is
 * deactivated: its migration fails.
 */
export function cureOf({ customer, account }: DuplicatePair): readonly CureStep[] {
  if (account.state === 'deactivated') return [];
  const steps: CureStep[] = [];
  if (customer.state === 'revoked') steps.push('grant-access');
  if (customer.state === 'active' || customer.state === 'revoked') steps.push('migrate');
  if (account.state === 'suspended') steps.push('restore-access');
  return steps;
}
