/*
 * The copy table against the table of the design, section 2, told once more as plain code: every
 * holding of the source by every holding of the destination, in every state that an account can have.
 */
import { expect, test } from 'vitest';
import { classifyDestination, ruleFor } from '#src/domain/copy-forecast.ts';
import { COPY_TABLE, holdingOf, sourceHoldingOf, type Holding } from '#src/domain/copy-table.ts';
import { siteHolding, type SourceHolding } from '#src/domain/plan-rules.ts';
import { countsAsPortalOnly, type PortalCustomerState } from '#src/domain/portal-customer.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import type { Holdings } from '#src/domain/viewer.ts';
import { portalCustomer } from '#test/support/portal-customer.ts';

const PROFILES = ['none', 'active', 'revoked', 'migrating', 'migrated', 'deleted'] as const;
/** With access to the site or without; a suspended or deactivated account has access that is not active. */
const ACCOUNTS = ['none', 'active', 'inactive'] as const;
const ROLES: readonly ProductRole[] = ['none', 'customer', 'agent'];

type Side = {
  readonly profile: (typeof PROFILES)[number];
  readonly account: (typeof ACCOUNTS)[number];
};

const SIDES: readonly Side[] = PROFILES.flatMap((profile) =>
  ACCOUNTS.map((account) => ({ profile, account })),
);

function profileOf(state: Side['profile']) {
  return state === 'none' ? undefined : portalCustomer({ state: state as PortalCustomerState });
}

function sourceOf({ profile, account }: Side): { readonly holding: SourceHolding } {
  const state = profileOf(profile);
  const hasProfile = state !== undefined && countsAsPortalOnly(state);
  return { holding: siteHolding(hasProfile, account !== 'none') };
}

function destinationOf({ profile, account }: Side, role: ProductRole): Holdings {
  return {
    portalCustomer: profileOf(profile),
    account:
      account === 'none'
        ? undefined
        : { accountId: '1:ada', accessActive: account === 'active', role },
  };
}

/** The design's words: active, migrating or revoked counts; an account counts, suspended or not. */
function naiveHolding({ profile, account }: Side): Holding {
  const isPortalOnly = profile === 'active' || profile === 'migrating' || profile === 'revoked';
  if (account === 'none') return isPortalOnly ? 'portal-only' : 'nobody';
  return isPortalOnly ? 'both' : 'atlassian';
}

/** The design's table, row by row. */
function naiveRule(source: Holding, destination: Holding) {
  // Nothing that counts is left of the customer: "deleted | any | content under Former user".
  if (source === 'nobody') return [destination, 'former-user', ''];
  // "A source address that holds both account types is classified as its Atlassian account."
  if (source === 'portal-only') {
    if (destination === 'nobody') return ['portal-only', 'portal-only', ''];
    if (destination === 'portal-only') return ['portal-only', 'portal-only', ''];
    if (destination === 'atlassian') return ['atlassian', 'atlassian', 'review-group'];
    return ['both', 'portal-only', 'review-group upgrade-portal-only'];
  }
  if (destination === 'nobody') return ['atlassian', 'atlassian', ''];
  if (destination === 'portal-only') return ['both', 'atlassian', 'upgrade-portal-only'];
  if (destination === 'atlassian') return ['atlassian', 'atlassian', ''];
  return ['both', 'atlassian', 'upgrade-portal-only'];
}

test('every state on the source by every state on the destination follows the table (S0; S2)', () => {
  const met = new Set<string>();
  for (const from of SIDES) {
    const person = sourceOf(from);
    const source = naiveHolding(from);
    expect(person.holding).toBe(source === 'nobody' ? 'deleted' : source);
    for (const to of SIDES) {
      const destination = naiveHolding(to);
      for (const role of ROLES) {
        const holdings = destinationOf(to, role);
        expect(classifyDestination(holdings)).toBe(destination);
        const { after, attachTo, attention } = ruleFor(person, holdings);
        const told = [after, attachTo, attention.toSorted().join(' ')];
        expect([from, to, told]).toEqual([from, to, naiveRule(source, destination)]);
      }
      met.add(`${source} ${destination}`);
    }
  }
  expect(met.size).toBe(4 * 4);
});

test('the table has a rule for each of three kinds of source and four of destination, and no other', () => {
  const cells = Object.entries(COPY_TABLE).flatMap(([source, row]) =>
    Object.keys(row).map((destination) => `${source} ${destination}`),
  );
  const kinds = ['portal-only', 'atlassian', 'deleted'];
  const holdings = ['nobody', 'portal-only', 'atlassian', 'both'];
  expect(cells.toSorted()).toEqual(
    kinds.flatMap((source) => holdings.map((to) => `${source} ${to}`)).toSorted(),
  );
});

test('each outcome has a name of its own where something else happens', () => {
  const actions = Object.values(COPY_TABLE).map((row) =>
    Object.values(row).map(({ action }) => action),
  );
  expect(actions).toEqual([
    ['create', 'link', 'group', 'link-duplicate'],
    ['add-to-site', 'duplicate', 'link', 'link-duplicate'],
    ['former-user', 'former-user', 'former-user', 'former-user'],
  ]);
});

test('a source address with both account types is classified as its Atlassian account', () => {
  expect(sourceHoldingOf(holdingOf(true, true) as 'both')).toBe('atlassian');
});
