/* Whom a plan copies: customers as S2 says, users as domain.md 6.2 (USERS) says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUser, keysInScope, type Associated, type SourceHolder } from '#src/domain/copy-scope.ts';
import type { CustomerScope, UserScope } from '#src/domain/copy-plan.ts';
import type { HolderId } from '#src/domain/ids.ts';

const CUSTOMERS = ['all', 'related'] as const;
const USERS = ['all', 'related', 'related-and-members'] as const;

describe('who is a user and who is a customer', () => {
  test.each([
    ['a portal-only account', null, false],
    ['an Atlassian account with the Customer role', 'customer', false],
    ['an agent', 'agent', true],
    ['an Atlassian account without a role', 'none', true],
  ] as const)('%s', (_, role, expected) => {
    expect(isUser({ role })).toBe(expected);
  });
});

type Kind = 'customer' | 'user';
type Tie = 'none' | 'member' | 'related';

/** Whether one account comes along, by what it is, how it is tied to the projects, and the choices. */
const TABLE: readonly (readonly [Kind, Tie, CustomerScope, UserScope, boolean])[] = [
  // S2, "All customers" and "Only customers related to the selected projects"
  ['customer', 'none', 'all', 'related', true],
  ['customer', 'none', 'related', 'all', false],
  ['customer', 'related', 'related', 'related', true],
  // Members of a group are users' business: a customer in it must be related himself.
  ['customer', 'member', 'related', 'related-and-members', false],
  // domain.md 6.2, USERS: all, referenced, referenced plus members of referenced groups
  ['user', 'none', 'related', 'all', true],
  ['user', 'none', 'all', 'related', false],
  ['user', 'none', 'all', 'related-and-members', false],
  ['user', 'member', 'all', 'related', false],
  ['user', 'member', 'related', 'related-and-members', true],
  ['user', 'related', 'related', 'related', true],
  ['user', 'related', 'all', 'related-and-members', true],
];

test.each(TABLE)(
  'a %s with tie %s, customers %s, users %s: %s',
  (kind, tie, customers, users, is) => {
    const holder: SourceHolder =
      kind === 'customer'
        ? { id: 'qm:a:1', emailKey: 'a', role: null }
        : { id: '712020:1', emailKey: 'a', role: 'agent' };
    const set = (wanted: Tie) => new Set<HolderId>(tie === wanted ? [holder.id] : []);
    const associated = { related: set('related'), members: set('member') };
    expect(keysInScope({ customers, users }, [holder], associated)).toEqual(is ? ['a'] : []);
  },
);

test('an address with both account types comes along when either account does', () => {
  const profile: SourceHolder = { id: 'qm:a:1', emailKey: 'a', role: null };
  const account: SourceHolder = { id: '712020:1', emailKey: 'a', role: 'agent' };
  const nobody: Associated = { related: new Set(), members: new Set() };
  const holders = [account, profile];
  expect(keysInScope({ customers: 'all', users: 'related' }, holders, nobody)).toEqual(['a']);
  expect(keysInScope({ customers: 'related', users: 'all' }, holders, nobody)).toEqual(['a']);
  expect(keysInScope({ customers: 'related', users: 'related' }, holders, nobody)).toEqual([]);
});

test('without a selected project nobody is related: no user, and only all customers', () => {
  const agent: SourceHolder = { id: '712020:1', emailKey: 'agent', role: 'agent' };
  const customer: SourceHolder = { id: '712020:2', emailKey: 'customer', role: 'customer' };
  const nobody: Associated = { related: new Set(), members: new Set() };
  const plan = { customers: 'all', users: 'related-and-members' } as const;
  expect(keysInScope(plan, [agent, customer], nobody)).toEqual(['customer']);
});

const holders = fc.array(
  fc.record({
    number: fc.nat(5),
    role: fc.constantFrom(null, 'customer' as const, 'agent' as const, 'none' as const),
  }),
  { maxLength: 12 },
);
const picks = fc.uniqueArray(fc.nat(11));

test('the scope is what asking of every address in turn gives', () => {
  fc.assert(
    fc.property(
      holders,
      picks,
      picks,
      fc.constantFrom(...CUSTOMERS),
      fc.constantFrom(...USERS),
      (given, related, members, customers, users) => {
        const all = given.map(({ number, role }, index): SourceHolder => {
          const id: HolderId = role === null ? `qm:a:${index}` : `712020:${index}`;
          return { id, emailKey: `person-${number}`, role };
        });
        const idsOf = (chosen: readonly number[]) =>
          new Set(chosen.flatMap((index) => all[index]?.id ?? []));
        const found = keysInScope({ customers, users }, all, {
          related: idsOf(related),
          members: idsOf(members),
        });
        expect(found).toEqual(
          naiveKeys(all, idsOf(related), idsOf(members), customers, users).toSorted(),
        );
      },
    ),
    { numRuns: 500 },
  );
});

/** Address by address, with the choices spelled out one by one. */
function naiveKeys(
  all: readonly SourceHolder[],
  related: ReadonlySet<string>,
  members: ReadonlySet<string>,
  customers: CustomerScope,
  users: UserScope,
): string[] {
  const keys: string[] = [];
  for (const key of new Set(all.map(({ emailKey }) => emailKey))) {
    let comes = false;
    for (const { id, emailKey, role } of all) {
      if (emailKey !== key) continue;
      if (related.has(id)) comes = true;
      const isCustomer = role === null || role === 'customer';
      if (isCustomer && customers === 'all') comes = true;
      if (!isCustomer && users === 'all') comes = true;
      if (!isCustomer && users === 'related-and-members' && members.has(id)) comes = true;
    }
    if (comes) keys.push(key);
  }
  return keys;
}
