/* Who stands on a service project's Customers page (domain.md 3.3). */
import { describe, expect, test } from 'vitest';
import { FORMER_USER, type AccountId, type PortalCustomerId } from '#src/domain/ids.ts';
import { projectCustomers, type ProjectFacts } from '#src/domain/project-customer.ts';

function profile(name: string, state: ProjectFacts['profiles'][number]['state'] = 'active') {
  const id: PortalCustomerId = `qm:site:${name}`;
  return { id, email: `${name}@Mail.example`, emailKey: `${name}@mail.example`, name, state };
}

function account(name: string, onSite: ProjectFacts['accounts'][number]['onSite']) {
  const id: AccountId = `712020:${name}`;
  return { id, email: `${name}@mail.example`, emailKey: `${name}@mail.example`, name, onSite };
}

const NONE: ProjectFacts = {
  profiles: [],
  accounts: [],
  roleHolders: new Set(),
  requests: [],
  organizations: [],
};

function customers(facts: Partial<ProjectFacts>) {
  return projectCustomers({ ...NONE, ...facts });
}

describe('who belongs to a project', () => {
  test('reporters, participants, members of its organizations, and who has the project role, each once', () => {
    const found = customers({
      profiles: ['ada', 'bob', 'cid', 'dora', 'eve'].map((name) => profile(name)),
      roleHolders: new Set(['qm:site:dora'] as const),
      requests: [
        { id: 'r1', reporterId: 'qm:site:ada', participantIds: ['qm:site:bob', 'qm:site:ada'] },
        { id: 'r2', reporterId: 'qm:site:ada', participantIds: [] },
      ],
      organizations: [{ name: 'Mill', memberIds: ['qm:site:cid', 'qm:site:ada'] }],
    });
    expect(
      found.map(({ name, requests, customerOrganizations, hasRole }) => [
        name,
        requests,
        customerOrganizations,
        hasRole,
      ]),
    ).toEqual([
      ['ada', 2, ['Mill'], false],
      ['bob', 1, [], false],
      ['cid', 0, ['Mill'], false],
      ['dora', 0, [], true],
    ]);
  });

  test('Former user is nobody, and a deleted profile holds nothing', () => {
    const found = customers({
      profiles: [profile('gone', 'deleted')],
      requests: [{ id: 'r1', reporterId: FORMER_USER, participantIds: ['qm:site:gone'] }],
    });
    expect(found).toEqual([]);
  });

  test('an address with both account types is one person, who arrives with the Atlassian account (S0)', () => {
    const facts = {
      profiles: [profile('ada')],
      accounts: [account('ada', { state: 'active', role: 'customer' })],
      requests: [
        { id: 'r1', reporterId: 'qm:site:ada', participantIds: ['712020:ada'] },
        { id: 'r2', reporterId: '712020:ada', participantIds: [] },
      ],
    } as const;
    const [ada, ...others] = customers({
      ...facts,
      roleHolders: new Set(['qm:site:ada'] as const),
    });
    expect(others).toEqual([]);
    expect(ada).toMatchObject({
      holding: 'both',
      state: 'active',
      requests: 2,
      // The role is the other account's: the one that logs in does not have it.
      hasRole: false,
      customerId: 'qm:site:ada',
      accountId: '712020:ada',
    });
    expect(customers({ ...facts, roleHolders: new Set(['712020:ada'] as const) })[0]).toMatchObject(
      { hasRole: true },
    );
  });
});

test.each([
  ['a portal-only account', profile('ada'), undefined, 'portal-only', 'active'],
  ['a revoked one', profile('ada', 'revoked'), undefined, 'portal-only', 'revoked'],
  ['one that is migrating', profile('ada', 'migrating'), undefined, 'portal-only', 'migrating'],
  ['a migrated one whose account left', profile('ada', 'migrated'), null, 'nobody', 'no-account'],
  ['an account without access to the site', undefined, null, 'nobody', 'no-account'],
  ['a suspended account', undefined, ['suspended', 'customer'], 'atlassian', 'suspended'],
  ['a deactivated account', undefined, ['deactivated', 'none'], 'atlassian', 'deactivated'],
  ['an account without a role', undefined, ['active', 'none'], 'atlassian', 'no-role'],
  ['an agent', undefined, ['active', 'agent'], 'atlassian', 'active'],
  ['both, the account suspended', profile('ada'), ['suspended', 'none'], 'both', 'suspended'],
] as const)('%s has its state from the account that logs in', (_, ada, onSite, holding, state) => {
  const standing = onSite && { state: onSite[0], role: onSite[1] };
  const found = customers({
    profiles: ada ? [ada] : [],
    accounts: standing === undefined ? [] : [account('ada', standing)],
    roleHolders: new Set(['qm:site:ada', '712020:ada'] as const),
  });
  expect(found.map((row) => [row.holding, row.state])).toEqual([[holding, state]]);
});
