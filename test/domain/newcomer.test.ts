/* Which account a newcomer gets (domain.md 3.4: CUSTACC, DOMAINS, CREATEPO; 1.2 INVPERM). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultSettings,
  type CustomerAccessSettings,
} from '#src/domain/customer-access-settings.ts';
import { decideNewcomer, type Arrival, type Way } from '#src/domain/newcomer.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';

const ADMIN: Way = { by: 'invitation', mayGiveRole: true };
const AGENT: Way = { by: 'invitation', mayGiveRole: false };
const SIGN_UP: Way = { by: 'sign-up' };

type Case = {
  readonly settings?: Partial<CustomerAccessSettings>;
  readonly email?: string;
  readonly profile?: PortalCustomerState;
  readonly account?: Arrival['account'];
  readonly way?: Way;
};

function decide({ settings, email = 'ada@northmill.example', profile, account, way }: Case) {
  const decision = decideNewcomer(
    { ...defaultSettings('site_a'), ...settings },
    { email, portalCustomer: profile && { state: profile }, account },
    way ?? ADMIN,
  );
  return `${decision.outcome}: ${decision.reason}`;
}

const APPROVED = { approvedDomains: ['northmill.example'] };
const ELSEWHERE = { hasSiteAccess: false, role: 'none' } as const;
const HERE = { hasSiteAccess: true, role: 'customer' } as const;
const HERE_WITHOUT_ROLE = { hasSiteAccess: true, role: 'none' } as const;

describe('an address', () => {
  test.each<[string, Case, string]>([
    [
      'of an approved domain gets an Atlassian account',
      { settings: APPROVED },
      'atlassian: approved-domain',
    ],
    [
      'in capitals belongs to the same domain',
      { settings: APPROVED, email: 'Ada@NorthMill.EXAMPLE' },
      'atlassian: approved-domain',
    ],
    [
      'below an approved domain is of another domain',
      { settings: APPROVED, email: 'ada@mail.northmill.example' },
      'portal-only: portal-only-allowed',
    ],
    ['of any other domain gets a portal-only account', {}, 'portal-only: portal-only-allowed'],
    [
      'of a listed domain gets a portal-only account',
      { settings: { portalOnlyDomains: ['northmill.example'] } },
      'portal-only: portal-only-domain',
    ],
    [
      'is refused when portal-only accounts are for other domains',
      { settings: { portalOnlyDomains: ['klinik.example'] } },
      'refused: domain-not-listed',
    ],
    [
      'is refused when no portal-only accounts are made',
      { settings: { portalOnlyAllowed: false, portalOnlyDomains: ['northmill.example'] } },
      'refused: portal-only-off',
    ],
    [
      'of an approved domain gets in where no portal-only accounts are made',
      { settings: { ...APPROVED, portalOnlyAllowed: false } },
      'atlassian: approved-domain',
    ],
    ['that is none is refused', { email: 'ada at northmill' }, 'refused: invalid-email'],
    [
      'with an active profile has one',
      { profile: 'active', settings: APPROVED },
      'existing: has-portal-only',
    ],
    ['with a revoked profile has one', { profile: 'revoked' }, 'existing: has-portal-only'],
    ['that is being migrated has one', { profile: 'migrating' }, 'existing: has-portal-only'],
    ['that was migrated away is new', { profile: 'migrated' }, 'portal-only: portal-only-allowed'],
    ['that was deleted is new', { profile: 'deleted' }, 'portal-only: portal-only-allowed'],
    [
      'with an Atlassian account here has one',
      { account: HERE, profile: 'active' },
      'existing: has-atlassian',
    ],
    [
      'with an Atlassian account elsewhere only is new',
      { account: ELSEWHERE },
      'portal-only: portal-only-allowed',
    ],
    [
      'with an Atlassian account elsewhere joins with it by an approved domain',
      { account: ELSEWHERE, settings: APPROVED },
      'atlassian: approved-domain',
    ],
    [
      'with an Atlassian account without a role gets the role',
      { account: HERE_WITHOUT_ROLE },
      'existing: given-customer-role',
    ],
    [
      'with an Atlassian account without a role is refused to agents (INVPERM)',
      { account: HERE_WITHOUT_ROLE, way: AGENT },
      'refused: needs-customer-role',
    ],
    [
      'with an Atlassian account elsewhere is refused to agents (INVPERM)',
      { account: ELSEWHERE, settings: APPROVED, way: AGENT },
      'refused: needs-customer-role',
    ],
    [
      'without any account may be invited by agents',
      { way: AGENT, settings: APPROVED },
      'atlassian: approved-domain',
    ],
    ['may sign up', { way: SIGN_UP }, 'portal-only: portal-only-allowed'],
    [
      'may not sign up where that is off',
      { way: SIGN_UP, settings: { signUpAllowed: false, ...APPROVED } },
      'refused: sign-up-off',
    ],
    [
      'cannot give itself a role by signing up',
      { account: HERE_WITHOUT_ROLE, way: SIGN_UP },
      'existing: has-atlassian',
    ],
  ])('%s', (_, given, expected) => {
    expect(decide(given)).toBe(expected);
  });
});

test('an international domain is the same in both of its forms', () => {
  const settings = { approvedDomains: ['züri-care.example'] };
  const expected = 'atlassian: approved-domain';
  expect(decide({ settings, email: 'ada@ZÜRI-care.example' })).toBe(expected);
  expect(decide({ settings, email: 'ada@xn--zri-care-65a.example' })).toBe(expected);
});

const DOMAINS = ['northmill.example', 'klinik.example', 'züri-care.example', 'mailbox.example'];
const domains = fc.subarray(DOMAINS);
const anySettings = fc.record({
  approvedDomains: domains,
  portalOnlyAllowed: fc.boolean(),
  portalOnlyDomains: domains,
  signUpAllowed: fc.boolean(),
});
const anyArrival: fc.Arbitrary<Arrival> = fc.record({
  email: fc.constantFrom(
    ...DOMAINS.map((domain) => `ada@${domain}`),
    'ada@other.example',
    'nobody',
  ),
  portalCustomer: fc.option(
    fc.record({
      state: fc.constantFrom<PortalCustomerState>(
        'active',
        'revoked',
        'migrating',
        'migrated',
        'deleted',
      ),
    }),
    { nil: undefined },
  ),
  account: fc.option(
    fc.record({
      hasSiteAccess: fc.boolean(),
      role: fc.constantFrom('none' as const, 'customer' as const, 'agent' as const),
    }),
    { nil: undefined },
  ),
});
const anyWay = fc.constantFrom(ADMIN, AGENT, SIGN_UP);

test('exactly one outcome comes, with a rule of that outcome', () => {
  const RULES: Readonly<Record<string, readonly string[]>> = {
    atlassian: ['approved-domain'],
    'portal-only': ['portal-only-allowed', 'portal-only-domain'],
    existing: ['has-portal-only', 'has-atlassian', 'given-customer-role'],
    refused: [
      'portal-only-off',
      'domain-not-listed',
      'invalid-email',
      'sign-up-off',
      'needs-customer-role',
    ],
  };
  fc.assert(
    fc.property(anySettings, anyArrival, anyWay, (settings, arrival, way) => {
      const { outcome, reason } = decideNewcomer(settings, arrival, way);
      expect(RULES[outcome]).toContain(reason);
    }),
  );
});

test('whoever has an account here gets the same under all settings (DOMAINS: only new ones are affected)', () => {
  fc.assert(
    fc.property(anySettings, anySettings, anyArrival, anyWay, (one, other, arrival, way) => {
      const decision = decideNewcomer(one, arrival, way);
      fc.pre(decision.outcome === 'existing' || decision.reason === 'invalid-email');
      expect(decideNewcomer(other, arrival, way)).toEqual(decision);
    }),
  );
});

test('whoever may sign up may also be invited by an administrator, to the same', () => {
  fc.assert(
    fc.property(anySettings, anyArrival, (settings, arrival) => {
      const alone = decideNewcomer(settings, arrival, SIGN_UP);
      fc.pre(alone.outcome === 'atlassian' || alone.outcome === 'portal-only');
      expect(decideNewcomer(settings, arrival, ADMIN)).toEqual(alone);
    }),
  );
});
