/* What migrating a portal-only customer would do, case by case (S1; domain.md 4.1 and 4.2). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  migrationDurationMs,
  migrationFailure,
  planMigration,
  type AccountMigration,
  type MigrationFacts,
} from '#src/domain/account-migration.ts';
import type { AtlassianAccount, DirectoryUser, SiteAccess } from '#src/domain/account.ts';
import { MINUTE_MS } from '#src/domain/clock.ts';
import type { Group } from '#src/domain/group.ts';
import type { HolderId, PortalCustomerId } from '#src/domain/ids.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';

const SITE = 'site_a';
const CUSTOMER = 'qm:site:ada';
const ACCOUNT = '712020:ada';
const OTHER = 'qm:site:bob';

const customer = portalCustomer({
  id: CUSTOMER,
  siteId: SITE,
  email: 'ada@mail.example',
  emailKey: 'ada@mail.example',
});
const account: AtlassianAccount = {
  id: ACCOUNT,
  email: 'ada@mail.example',
  emailKey: 'ada@mail.example',
  name: 'Ada',
  emailVerified: true,
  createdAt: 0,
  version: 1,
};
const group: Group = {
  id: 'group_customers',
  siteId: SITE,
  name: 'jira-servicemanagement-customers-a',
  description: '',
  role: 'customer',
  isDefault: true,
  review: 'none',
  origin: null,
  adminAccess: false,
  adminReview: 'none',
  reviewedAt: null,
  version: 1,
};

type AnyRequest = MigrationFacts['requests'][number];

function request(number: number, reporterId: HolderId, ...participantIds: HolderId[]): AnyRequest {
  return {
    id: `request_${number}` as const,
    siteId: SITE,
    reporterId,
    participantIds,
    sharedWithIds: [],
  };
}

/** Ada reported two, takes part in one, shares one; the account reported one. */
const REQUESTS: readonly AnyRequest[] = [
  request(1, CUSTOMER),
  request(2, CUSTOMER),
  request(3, OTHER, CUSTOMER),
  { ...request(4, OTHER), sharedWithIds: [OTHER, CUSTOMER] },
  request(5, ACCOUNT),
];

function directory(status: DirectoryUser['status']): DirectoryUser {
  return { organizationId: 'organization_a', accountId: ACCOUNT, status, addedAt: 0 };
}

function access(status: SiteAccess['status']): SiteAccess {
  return { siteId: SITE, accountId: ACCOUNT, status, userKey: 'ug:1', lastSeenAt: null };
}

function facts(over: Partial<MigrationFacts> = {}): MigrationFacts {
  return {
    customer,
    account: undefined,
    directoryUser: undefined,
    siteAccess: undefined,
    role: 'none',
    customersGroup: { group, isMember: false },
    requests: REQUESTS,
    ...over,
  };
}

/** An account with the same address that has access to the site already: a duplicate. */
const duplicate = {
  account,
  directoryUser: directory('active'),
  siteAccess: access('active'),
} as const;

const CASES: readonly (readonly [string, Partial<MigrationFacts>, string])[] = [
  [
    'nobody has the address: a new account takes over everything (S1)',
    { requests: REQUESTS.slice(0, 4) },
    'new account, none to customer, 0 licences, opens 4 then 4',
  ],
  [
    'the account is on the site already: migrating merges, the official cure of duplicates (DUPKB)',
    { ...duplicate, role: 'customer' },
    'merged, customer to customer, 0 licences, opens 1 then 5',
  ],
  [
    'the account is on the site without a role: it sees nothing until it is a customer (S0)',
    duplicate,
    'merged, none to customer, 0 licences, opens 0 then 5',
  ],
  [
    'its site access is revoked: merged, but locked out until access is restored (KNOWN)',
    { ...duplicate, siteAccess: access('suspended'), role: 'customer' },
    'merged, customer to customer, 0 licences, opens 0 then 0',
  ],
  [
    'it is suspended in the directory and not on the site: merged, and locked out',
    { account, directoryUser: directory('suspended') },
    'merged, none to customer, 0 licences, opens 4 then 0',
  ],
  [
    'it is known to the organization but not on this site: the site is opened to it',
    { account, directoryUser: directory('active') },
    'merged, none to customer, 0 licences, opens 4 then 5',
  ],
  [
    'it exists elsewhere only: the data attach to that account, which is added to the site (4.2)',
    { account },
    'merged, none to customer, 0 licences, opens 4 then 5',
  ],
  [
    'it is deactivated: the migration fails and leaves everything as it is',
    { ...duplicate, directoryUser: directory('deactivated'), role: 'customer' },
    'merged, customer to customer, 0 licences, opens 0 then 0, account-deactivated',
  ],
  [
    'it is deactivated and not on the site: the customer keeps what it can open',
    { account, directoryUser: directory('deactivated') },
    'merged, none to customer, 0 licences, opens 4 then 4, account-deactivated',
  ],
  [
    'it is an agent: it stays one, and no licence is added',
    { ...duplicate, role: 'agent' },
    'merged, agent to agent, 0 licences, opens 1 then 5',
  ],
  [
    'the site has no customers group yet: the run creates it (S1)',
    { customersGroup: undefined, requests: REQUESTS.slice(0, 4) },
    'new account, none to customer, 0 licences, opens 4 then 4',
  ],
  [
    'a group of that name came with a copy and waits for review: it gives nothing yet (5.1)',
    {
      customersGroup: { group: { ...group, review: 'pending' }, isMember: false },
      requests: REQUESTS.slice(0, 4),
    },
    'new account, none to none, 0 licences, opens 4 then 0',
  ],
  [
    'a group of that name makes agents: the licence is counted',
    {
      customersGroup: { group: { ...group, role: 'agent' }, isMember: false },
      requests: REQUESTS.slice(0, 4),
    },
    'new account, none to agent, 1 licences, opens 4 then 4',
  ],
];

test.each(CASES)('%s', (_, over, expected) => {
  expect(inOneLine(planMigration(facts(over)))).toBe(expected);
});

function inOneLine({
  createsAccount,
  role,
  licencesAdded,
  access: opens,
  willFail,
}: AccountMigration) {
  return [
    createsAccount ? 'new account' : 'merged',
    `${role.before} to ${role.after}`,
    `${licencesAdded} licences`,
    `opens ${opens.before} then ${opens.after}`,
    ...(willFail ? [willFail] : []),
  ].join(', ');
}

test('requests that the customer reported and those it takes part in are told apart', () => {
  const plan = planMigration(facts(duplicate));
  expect(plan.reported).toEqual(['request_1', 'request_2']);
  expect(plan.participating).toEqual(['request_3']);
});

test('a customer whose access is revoked could open nothing before', () => {
  const revoked = planMigration(facts({ customer: { ...customer, state: 'revoked' } }));
  expect(revoked.access.before).toBe(0);
});

test('planning changes nothing', () => {
  const given = facts(duplicate);
  const before = structuredClone(given);
  planMigration(given);
  expect(given).toEqual(before);
});

describe('how long it takes', () => {
  test('is up to 10 minutes, and some time at least (S1)', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const duration = migrationDurationMs({ id: `qm:site:${uuid}` });
        expect(duration).toBeGreaterThanOrEqual(2 * MINUTE_MS);
        expect(duration).toBeLessThanOrEqual(10 * MINUTE_MS);
        expect(duration % MINUTE_MS).toBe(0);
      }),
    );
  });

  test('is the same for the same customer, and differs between customers', () => {
    const ids = Array.from({ length: 50 }, (_, n): PortalCustomerId => `qm:site:${n}`);
    const durations = ids.map((id) => migrationDurationMs({ id }));
    expect(durations).toEqual(ids.map((id) => migrationDurationMs({ id })));
    expect(new Set(durations).size).toBe(9);
  });
});

test.each([
  [undefined, null],
  ['active', null],
  ['suspended', null],
  ['deactivated', 'account-deactivated'],
] as const)('an account that is %s in the directory: failure %s', (status, failure) => {
  expect(migrationFailure(status && directory(status))).toBe(failure);
});

test('afterwards the account opens what either held, if it may open anything at all', () => {
  const holder = fc.constantFrom<HolderId>(CUSTOMER, ACCOUNT, OTHER, 'former-user');
  const requests = fc.array(
    fc.record({
      reporterId: holder,
      participantIds: fc.array(holder, { maxLength: 2 }),
      sharedWithIds: fc.array(holder, { maxLength: 3 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      requests,
      fc.constantFrom('active' as const, 'suspended' as const, undefined),
      fc.constantFrom('active' as const, 'suspended' as const, undefined),
      fc.constantFrom<ProductRole>('none', 'customer', 'agent'),
      (given, directoryStatus, accessStatus, role) => {
        const plan = planMigration(
          facts({
            account,
            directoryUser: directoryStatus && directory(directoryStatus),
            siteAccess: accessStatus && access(accessStatus),
            role,
            requests: given.map((each, index) => ({
              ...each,
              id: `request_${index}` as const,
              siteId: SITE,
            })),
          }),
        );
        const held = given.filter(({ reporterId, participantIds, sharedWithIds }) =>
          [reporterId, ...participantIds, ...sharedWithIds].some(
            (id) => id === CUSTOMER || id === ACCOUNT,
          ),
        );
        const lockedOut = directoryStatus === 'suspended' || accessStatus === 'suspended';
        expect(plan.access.after).toBe(lockedOut ? 0 : held.length);
      },
    ),
  );
});
