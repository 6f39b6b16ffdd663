/* Both account types under one address: symptoms and cure (domain.md 4.2, 4.3; S0). */
import { expect, test } from 'vitest';
import type { AccountState } from '#src/domain/account.ts';
import {
  countHiddenRequests,
  cureOf,
  symptomsOf,
  type DuplicatePair,
} from '#src/domain/duplicate.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';

function pair(
  state: PortalCustomerState,
  account: AccountState,
  role: ProductRole = 'customer',
): DuplicatePair {
  return {
    customer: portalCustomer({ state }),
    account: { id: '1:ada', state: account, role },
  };
}

test.each<[PortalCustomerState, AccountState, string[]]>([
  ['active', 'active', ['migrate']],
  ['revoked', 'active', ['grant-access', 'migrate']],
  ['migrating', 'active', []],
  ['active', 'suspended', ['migrate', 'restore-access']],
  ['revoked', 'suspended', ['grant-access', 'migrate', 'restore-access']],
  ['migrating', 'suspended', ['restore-access']],
  ['active', 'deactivated', []],
  ['revoked', 'deactivated', []],
])('%s beside %s is cured by %j', (state, account, steps) => {
  expect(cureOf(pair(state, account))).toEqual(steps);
});

test.each<[DuplicatePair, number, string[]]>([
  [pair('active', 'active'), 0, ['portal-log-in-ignored', 'listed-twice']],
  [pair('active', 'active'), 3, ['requests-hidden', 'portal-log-in-ignored', 'listed-twice']],
  [pair('active', 'suspended'), 3, ['login-loop', 'requests-hidden', 'listed-twice']],
  [pair('revoked', 'active'), 1, ['requests-hidden', 'listed-twice']],
  [pair('revoked', 'deactivated'), 0, ['login-loop', 'listed-twice']],
  [
    pair('active', 'active', 'none'),
    2,
    ['no-customer-role', 'requests-hidden', 'portal-log-in-ignored', 'listed-twice'],
  ],
])('symptoms %#', (duplicate, hidden, symptoms) => {
  expect(symptomsOf(duplicate, hidden)).toEqual(symptoms);
});

const REQUESTS = [
  { siteId: 'site_a', reporterId: 'qm:a:b', participantIds: [], sharedWithIds: [] },
  { siteId: 'site_a', reporterId: 'qm:a:c', participantIds: ['qm:a:b'], sharedWithIds: [] },
  { siteId: 'site_a', reporterId: 'qm:a:b', participantIds: ['1:ada'], sharedWithIds: [] },
  { siteId: 'site_a', reporterId: '1:ada', participantIds: [], sharedWithIds: [] },
] as const;

test('requests of the portal-only account are hidden unless the Atlassian account is attached too', () => {
  expect(countHiddenRequests(pair('active', 'active'), REQUESTS)).toBe(2);
});

test.each([pair('active', 'suspended'), pair('active', 'active', 'none')])(
  'all of them are hidden from an account that cannot use the help center',
  (duplicate) => {
    expect(countHiddenRequests(duplicate, REQUESTS)).toBe(3);
  },
);
