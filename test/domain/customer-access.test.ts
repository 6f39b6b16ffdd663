import { expect, test } from 'vitest';
import { planAccessChange } from '#src/domain/customer-access.ts';
import type { MigrationFacts } from '#src/domain/account-migration.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';

function facts(state: PortalCustomerState, over: Partial<MigrationFacts> = {}): MigrationFacts {
  return {
    customer: portalCustomer({ state }),
    account: undefined,
    directoryUser: undefined,
    siteAccess: undefined,
    role: 'none',
    customersGroup: undefined,
    requests: [
      {
        id: 'request_1',
        siteId: 'site_a',
        reporterId: 'qm:a:b',
        participantIds: [],
        sharedWithIds: [],
      },
    ],
    ...over,
  };
}

test.each([
  ['active', { event: 'revoke', before: 1, after: 0 }],
  ['revoked', { event: 'grant', before: 0, after: 1 }],
  ['migrating', undefined],
  ['migrated', undefined],
  ['deleted', undefined],
] as const)(
  'revoking closes the help center and granting opens it again: %s (domain.md 3.1, REVOKE)',
  (state, change) => {
    expect(planAccessChange(facts(state))).toEqual(change);
  },
);

test('revoking a duplicate changes nothing for a person who arrives with the Atlassian account (S0)', () => {
  const account = {
    id: '712020:a',
    email: 'ada@northmill.example',
    emailKey: 'ada@northmill.example',
    name: 'Ada',
    emailVerified: true,
    createdAt: 0,
    version: 1,
  } as const;
  const change = planAccessChange(
    facts('active', {
      account,
      role: 'customer',
      directoryUser: {
        organizationId: 'organization_a',
        accountId: account.id,
        status: 'active',
        addedAt: 0,
      },
      siteAccess: {
        siteId: 'site_a',
        accountId: account.id,
        status: 'active',
        userKey: 'ug:1',
        lastSeenAt: null,
      },
    }),
  );
  expect(change).toEqual({ event: 'revoke', before: 0, after: 0 });
});
