import { describe, expect, test } from 'vitest';
import {
  helpCenterViewer,
  logInOf,
  opensPortals,
  requestSeen,
  type HelpCenterPerson,
  type LogIn,
} from '#src/domain/help-center.ts';
import { isManagedBy } from '#src/domain/organization.ts';
import type { PortalCustomer, PortalCustomerState } from '#src/domain/portal-customer.ts';
import { canOpenRequest, type RequestAttachments } from '#src/domain/request-access.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';

const SITE = 'site_a';
const PROFILE = 'qm:1:1';
const ACCOUNT = '712020:p';

function profile(state: PortalCustomerState): PortalCustomer {
  return portalCustomer({
    id: PROFILE,
    siteId: SITE,
    email: 'ada@mail.example',
    emailKey: 'ada@mail.example',
    state,
    migratedTo: state === 'migrated' ? ACCOUNT : null,
  });
}

type Account = NonNullable<HelpCenterPerson['account']>;
type OnSite = NonNullable<Account['onSite']>;

const CUSTOMER: OnSite = { state: 'active', role: 'customer' };

function account(onSite: OnSite | null, over: Partial<Account> = {}): Account {
  return { id: ACCOUNT, emailVerified: true, isManaged: false, onSite, ...over };
}

function person(over: Partial<HelpCenterPerson>): HelpCenterPerson {
  return {
    siteId: SITE,
    portalCustomer: undefined,
    account: undefined,
    portalLogin: 'password',
    singleSignOn: false,
    ...over,
  };
}

type Case = readonly [name: string, holds: Partial<HelpCenterPerson>, logIn: LogIn];

const suspended = account({ state: 'suspended', role: 'customer' });

const CASES: readonly Case[] = [
  ['nobody', {}, { method: 'none', outcome: 'refused', because: 'no-account' }],
  [
    'portal-only (domain.md 1.1: logs in to the help center of its site)',
    { portalCustomer: profile('active') },
    { method: 'portal-password', outcome: 'in', because: null },
  ],
  [
    'portal-only where an identity provider is connected (domain.md 1.1, SSO)',
    { portalCustomer: profile('active'), portalLogin: 'single-sign-on' },
    { method: 'portal-single-sign-on', outcome: 'in', because: null },
  ],
  [
    'portal-only with an Atlassian account that is not on this site (domain.md 4.2, fourth row)',
    { portalCustomer: profile('active'), account: account(null) },
    { method: 'portal-password', outcome: 'in', because: null },
  ],
  [
    'revoked (domain.md 3.1, REVOKE: help center closed to the person)',
    { portalCustomer: profile('revoked') },
    { method: 'portal-password', outcome: 'refused', because: 'revoked' },
  ],
  [
    'migrating',
    { portalCustomer: profile('migrating') },
    { method: 'portal-password', outcome: 'refused', because: 'migrating' },
  ],
  [
    'migrated (S1: logs in with Atlassian credentials)',
    { portalCustomer: profile('migrated'), account: account(CUSTOMER) },
    { method: 'atlassian', outcome: 'in', because: null },
  ],
  [
    'migrated to a new account (S1: must verify the e-mail)',
    {
      portalCustomer: profile('migrated'),
      account: account(CUSTOMER, { emailVerified: false }),
    },
    { method: 'atlassian', outcome: 'verify-email', because: 'unverified-email' },
  ],
  [
    'migrated, and the account is gone from the site (S3: no portal-only account any more)',
    { portalCustomer: profile('migrated'), account: account(null) },
    { method: 'none', outcome: 'refused', because: 'no-account' },
  ],
  [
    'duplicate (domain.md 4.2, first row; S0: the Atlassian account logs in)',
    { portalCustomer: profile('active'), account: account(CUSTOMER) },
    { method: 'atlassian', outcome: 'in', because: null },
  ],
  [
    'duplicate whose portal-only access is revoked',
    { portalCustomer: profile('revoked'), account: account(CUSTOMER) },
    { method: 'atlassian', outcome: 'in', because: null },
  ],
  [
    'duplicate whose account is suspended on the site (domain.md 4.2, second row: the loop)',
    { portalCustomer: profile('active'), account: suspended },
    { method: 'atlassian', outcome: 'login-loop', because: 'suspended' },
  ],
  [
    'migrated, and the account is suspended on the site (domain.md 4.2, second row; 4.3)',
    { portalCustomer: profile('migrated'), account: suspended },
    { method: 'atlassian', outcome: 'login-loop', because: 'suspended' },
  ],
  [
    'the loop of a managed account goes through the single sign-on (domain.md 4.2)',
    {
      portalCustomer: profile('active'),
      account: account({ state: 'suspended', role: 'customer' }, { isManaged: true }),
      singleSignOn: true,
    },
    { method: 'single-sign-on', outcome: 'login-loop', because: 'suspended' },
  ],
  [
    'suspended without ever having been portal-only (domain.md 1.4)',
    { account: suspended },
    { method: 'atlassian', outcome: 'refused', because: 'suspended' },
  ],
  [
    'deactivated (domain.md 1.4)',
    {
      portalCustomer: profile('active'),
      account: account({ state: 'deactivated', role: 'customer' }),
    },
    { method: 'atlassian', outcome: 'refused', because: 'deactivated' },
  ],
  [
    'duplicate whose account waits for approval (S0: no Customer role yet)',
    {
      portalCustomer: profile('active'),
      account: account({ state: 'active', role: 'none' }),
    },
    { method: 'atlassian', outcome: 'refused', because: 'no-role' },
  ],
  [
    'managed, with single sign-on (domain.md 4.2, fifth row)',
    { account: account(CUSTOMER, { isManaged: true }), singleSignOn: true },
    { method: 'single-sign-on', outcome: 'in', because: null },
  ],
  [
    'managed, without single sign-on',
    { account: account(CUSTOMER, { isManaged: true }) },
    { method: 'atlassian', outcome: 'in', because: null },
  ],
  [
    'not managed, where the organization has single sign-on',
    { account: account(CUSTOMER), singleSignOn: true },
    { method: 'atlassian', outcome: 'in', because: null },
  ],
  [
    'agent (domain.md 1.1)',
    { account: account({ state: 'active', role: 'agent' }) },
    { method: 'atlassian', outcome: 'in', because: null },
  ],
];

describe('logging in', () => {
  test.each(CASES)('%s', (_, holds, logIn) => {
    expect(logInOf(person(holds))).toEqual(logIn);
  });

  test.each(CASES)('opens the portals exactly when it is not refused: %s', (_, holds, logIn) => {
    const isLetIn = logIn.outcome === 'in' || logIn.outcome === 'verify-email';
    expect(opensPortals(person(holds))).toBe(isLetIn);
  });
});

test('an account is managed when the organization has claimed the domain (domain.md 4.2)', () => {
  const organization = {
    id: 'organization_a',
    name: 'A',
    experience: 'centralized',
    managedDomains: ['company.example'],
    singleSignOn: true,
  } as const;
  expect(isManagedBy(organization, 'ada@company.example')).toBe(true);
  expect(isManagedBy(organization, 'ada@sub.company.example')).toBe(false);
  expect(isManagedBy(organization, '"company.example"@mail.example')).toBe(false);
});

function request(over: Partial<RequestAttachments>): RequestAttachments {
  return {
    siteId: SITE,
    reporterId: 'former-user',
    participantIds: [],
    sharedWithIds: [],
    ...over,
  };
}

describe('a request', () => {
  const duplicate = person({ portalCustomer: profile('active'), account: account(CUSTOMER) });

  test('of the portal-only account is out of reach beside an Atlassian account (domain.md 4.3)', () => {
    expect(requestSeen(duplicate, request({ reporterId: PROFILE }))).toEqual({
      relation: 'reporter',
      canOpen: false,
      why: 'other-account',
    });
  });

  test('that both accounts are attached to opens for the one that logs in', () => {
    const both = request({ reporterId: PROFILE, participantIds: [ACCOUNT] });
    expect(requestSeen(duplicate, both)).toEqual({
      relation: 'participant',
      canOpen: true,
      why: null,
    });
  });

  test('of nobody here is not seen at all', () => {
    expect(requestSeen(duplicate, request({ reporterId: '712020:other' }))).toBeUndefined();
  });

  test.each([
    ['reporter', { reporterId: ACCOUNT }],
    ['participant', { participantIds: [ACCOUNT] }],
    ['customer-organization', { sharedWithIds: [ACCOUNT] }],
  ] as const)('says how it is attached: %s', (relation, over) => {
    expect(requestSeen(person({ account: account(CUSTOMER) }), request(over))?.relation).toBe(
      relation,
    );
  });

  test.each([
    ['revoked', { portalCustomer: profile('revoked') }, PROFILE],
    ['migrating', { portalCustomer: profile('migrating') }, PROFILE],
    ['suspended', { portalCustomer: profile('migrated'), account: suspended }, ACCOUNT],
    ['suspended', { account: suspended }, ACCOUNT],
    ['deactivated', { account: account({ state: 'deactivated', role: 'agent' }) }, ACCOUNT],
    ['no-role', { account: account({ state: 'active', role: 'none' }) }, ACCOUNT],
    ['no-account', { account: account(null) }, ACCOUNT],
    ['other-account', { portalCustomer: profile('active'), account: suspended }, PROFILE],
    ['other-account', { portalCustomer: profile('active'), account: account(null) }, ACCOUNT],
  ] as const)('that does not open says why: %s', (why, holds, reporterId) => {
    expect(requestSeen(person(holds), request({ reporterId }))).toMatchObject({
      canOpen: false,
      why,
    });
  });

  test.each(CASES)('opens exactly when canOpenRequest says so: %s', (_, holds) => {
    const someone = person(holds);
    const viewer = helpCenterViewer(someone);
    const attachments = [
      request({ reporterId: PROFILE }),
      request({ participantIds: [ACCOUNT] }),
      request({ sharedWithIds: [PROFILE, ACCOUNT] }),
    ];
    for (const each of attachments) {
      const seen = requestSeen(someone, each);
      const isOpen = viewer !== undefined && canOpenRequest(viewer, each);
      expect(seen?.canOpen ?? false).toBe(isOpen);
      expect(seen === undefined || (seen.why === null) === isOpen).toBe(true);
    }
  });
});
