/* What deleting a portal-only customer would do (domain.md 3.1, DELETE). */
import { expect, test } from 'vitest';
import type { MigrationFacts } from '#src/domain/account-migration.ts';
import { planDeletion } from '#src/domain/customer-deletion.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';

const CUSTOMER = 'qm:a:b';
const ACCOUNT = '712020:ada';

function request(
  id: `request_${string}`,
  reporterId: 'former-user' | typeof CUSTOMER | typeof ACCOUNT,
) {
  const attached = { participantIds: [], sharedWithIds: [] };
  return { id, siteId: 'site_a' as const, reporterId, ...attached };
}

function facts(state: PortalCustomerState, over: Partial<MigrationFacts> = {}): MigrationFacts {
  return {
    customer: portalCustomer({ id: CUSTOMER, state }),
    account: undefined,
    directoryUser: undefined,
    siteAccess: undefined,
    role: 'none',
    customersGroup: undefined,
    requests: [
      request('request_raised', CUSTOMER),
      { ...request('request_joined', 'former-user'), participantIds: [CUSTOMER] },
      { ...request('request_shared', 'former-user'), sharedWithIds: [CUSTOMER] },
    ],
    ...over,
  };
}

test.each([
  ['active', 3],
  ['revoked', 0],
] as const)('a customer that is %s loses everything it could open', (state, before) => {
  expect(planDeletion(facts(state))).toEqual({
    reported: ['request_raised'],
    participating: ['request_joined'],
    accountStays: false,
    access: { before, after: 0 },
  });
});

test.each(['migrating', 'migrated', 'deleted'] as const)(
  'a customer that is %s cannot be deleted',
  (state) => {
    expect(planDeletion(facts(state))).toBeUndefined();
  },
);

test('the Atlassian account of a duplicate stays and opens what it did (S0)', () => {
  const plan = planDeletion(
    facts('active', {
      account: {
        id: ACCOUNT,
        email: 'ada@northmill.example',
        emailKey: 'ada@northmill.example',
        name: 'Ada',
        emailVerified: true,
        createdAt: 0,
        version: 1,
      },
      directoryUser: {
        organizationId: 'organization_a',
        accountId: ACCOUNT,
        status: 'active',
        addedAt: 0,
      },
      siteAccess: {
        siteId: 'site_a',
        accountId: ACCOUNT,
        status: 'active',
        userKey: 'ug:1',
        lastSeenAt: null,
      },
      role: 'customer',
      requests: [request('request_raised', CUSTOMER), request('request_own', ACCOUNT)],
    }),
  );
  expect(plan).toMatchObject({ accountStays: true, access: { before: 1, after: 1 } });
});
