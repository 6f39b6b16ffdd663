/* When an Atlassian account can become portal-only and what that does, case by case (S3). */
import { describe, expect, test } from 'vitest';
import {
  planConversion,
  type ConversionBar,
  type ConversionFacts,
} from '#src/domain/account-conversion.ts';
import { defaultSettings } from '#src/domain/customer-access-settings.ts';
import type { HolderId } from '#src/domain/ids.ts';
import type { PortalCustomer, PortalCustomerState } from '#src/domain/portal-customer.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';

const SITE = 'site_a';
const ACCOUNT = '712020:ada';
const OTHER = 'qm:site:bob';
const ADDRESS = 'ada@mail.example';
const settings = defaultSettings(SITE);

function profile(state: PortalCustomerState): PortalCustomer {
  return portalCustomer({
    id: 'qm:site:ada',
    siteId: SITE,
    email: ADDRESS,
    emailKey: ADDRESS,
    state,
    migratedTo: state === 'migrated' ? ACCOUNT : null,
  });
}

function request(number: number, reporterId: HolderId, ...participantIds: HolderId[]) {
  return {
    id: `request_${number}` as const,
    siteId: SITE,
    reporterId,
    participantIds,
    sharedWithIds: [] as HolderId[],
  } as const;
}

/** Ada reported two, takes part in one, shares one; the profile of the address reported another. */
const REQUESTS: ConversionFacts['requests'] = [
  request(1, ACCOUNT),
  request(2, ACCOUNT),
  request(3, OTHER, ACCOUNT),
  { ...request(4, OTHER), sharedWithIds: [OTHER, ACCOUNT] },
  request(5, 'qm:site:ada'),
];

/** A customer of this site only. */
function facts(over: Partial<ConversionFacts> = {}): ConversionFacts {
  return {
    siteId: SITE,
    account: {
      id: ACCOUNT,
      email: ADDRESS,
      emailKey: ADDRESS,
      name: 'Ada',
      emailVerified: true,
      createdAt: 0,
      version: 1,
    },
    directoryUser: { status: 'active' },
    siteAccess: { status: 'active' },
    role: 'customer',
    otherSites: 0,
    isManaged: false,
    profile: undefined,
    settings,
    isStrict: false,
    requests: REQUESTS,
    ...over,
  };
}

const BARS: readonly (readonly [string, Partial<ConversionFacts>, readonly ConversionBar[]])[] = [
  ['a customer of this site only can be converted', {}, []],
  ['without a role, too: the state that S3 calls the workaround', { role: 'none' }, []],
  ['suspended on the site, too', { siteAccess: { status: 'suspended' } }, []],
  ['with the inactive profile of an earlier migration, too', { profile: profile('migrated') }, []],
  ['strict mode leaves the extra out', { isStrict: true }, ['strict-mode']],
  ['nobody without access to this site', { siteAccess: undefined }, ['no-site-access']],
  ['nobody deactivated', { directoryUser: { status: 'deactivated' } }, ['deactivated']],
  ['nobody of a claimed domain: internal people (S3)', { isManaged: true }, ['managed-domain']],
  [
    'nobody with access elsewhere: customer data of several sites cannot become one site’s (S3)',
    { otherSites: 1 },
    ['other-site-access'],
  ],
  ['no agent: licences never change silently', { role: 'agent' }, ['agent-role']],
  ['not beside an active profile', { profile: profile('active') }, ['portal-only-exists']],
  ['not beside a revoked profile', { profile: profile('revoked') }, ['portal-only-exists']],
  ['not beside a migrating profile', { profile: profile('migrating') }, ['portal-only-exists']],
  [
    'not where portal-only accounts are switched off (domain.md 3.4)',
    { settings: { ...settings, portalOnlyAllowed: false } },
    ['portal-only-not-allowed'],
  ],
  [
    'not where other domains alone get them',
    { settings: { ...settings, portalOnlyDomains: ['else.example'] } },
    ['portal-only-not-allowed'],
  ],
  [
    'not where the domain is approved for internal customers',
    { settings: { ...settings, approvedDomains: ['mail.example'] } },
    ['portal-only-not-allowed'],
  ],
  [
    'where the domain is listed for portal-only accounts it can be',
    { settings: { ...settings, portalOnlyDomains: ['mail.example'] } },
    [],
  ],
  [
    'every reason is named, in one order',
    {
      isStrict: true,
      siteAccess: undefined,
      directoryUser: { status: 'deactivated' },
      isManaged: true,
      otherSites: 2,
      role: 'agent',
      profile: profile('active'),
      settings: { ...settings, portalOnlyAllowed: false },
    },
    [
      'strict-mode',
      'no-site-access',
      'deactivated',
      'managed-domain',
      'other-site-access',
      'agent-role',
      'portal-only-exists',
      'portal-only-not-allowed',
    ],
  ],
];

describe('reasons against a conversion', () => {
  test.each(BARS)('%s', (_name, over, bars) => {
    expect(planConversion(facts(over)).bars).toEqual(bars);
  });
});

const EFFECTS: readonly (readonly [string, Partial<ConversionFacts>, string])[] = [
  [
    'everything of this site goes along and stays open',
    {},
    'active, reported 2, participating 1, opens 4 then 4, needs a password',
  ],
  [
    'without a role nothing was open before (S3): afterwards everything is',
    { role: 'none' },
    'active, reported 2, participating 1, opens 0 then 4, needs a password',
  ],
  [
    'who was suspended on the site stays locked out',
    { siteAccess: { status: 'suspended' } },
    'revoked, reported 2, participating 1, opens 0 then 0',
  ],
  [
    'who was suspended in the directory stays locked out',
    { directoryUser: { status: 'suspended' } },
    'revoked, reported 2, participating 1, opens 0 then 0',
  ],
  [
    'single sign-on of portal customers needs no portal password (domain.md 3.1, IDP)',
    { settings: { ...settings, portalLogin: 'single-sign-on' } },
    'active, reported 2, participating 1, opens 4 then 4',
  ],
  [
    'an inactive profile makes room',
    { profile: profile('migrated') },
    'active, reported 2, participating 1, opens 4 then 4, needs a password, replaces the inactive profile',
  ],
  [
    'what cannot be done opens what is open now',
    { otherSites: 1 },
    'active, reported 2, participating 1, opens 4 then 4, needs a password',
  ],
  [
    'beside a profile the account is what the person arrives with (S0)',
    { profile: profile('active'), role: 'none' },
    'active, reported 2, participating 1, opens 0 then 0, needs a password',
  ],
];

describe('the effect of a conversion', () => {
  test.each(EFFECTS)('%s', (_name, over, expected) => {
    const plan = planConversion(facts(over));
    const said = [
      plan.state,
      `reported ${plan.reported.length}`,
      `participating ${plan.participating.length}`,
      `opens ${plan.access.before} then ${plan.access.after}`,
      ...(plan.needsPassword ? ['needs a password'] : []),
      ...(plan.replacesInactive ? ['replaces the inactive profile'] : []),
    ];
    expect(said.join(', ')).toBe(expected);
  });
});

function becauseOf(over: Partial<ConversionFacts['settings']>) {
  return planConversion(facts({ settings: { ...settings, ...over } })).notAllowedBecause;
}

test('the rule of Customer access that stands in the way is named (domain.md 3.4)', () => {
  expect([
    becauseOf({}),
    becauseOf({ portalOnlyAllowed: false }),
    becauseOf({ portalOnlyDomains: ['else.example'] }),
    becauseOf({ approvedDomains: ['mail.example'], portalOnlyAllowed: false }),
  ]).toEqual([null, 'portal-only-off', 'domain-not-listed', 'approved-domain']);
});
