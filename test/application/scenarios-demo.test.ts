import { beforeAll, describe, expect, test } from 'vitest';
import { COPY_TABLE } from '#src/domain/copy-table.ts';
import { MINUTE_MS } from '#src/domain/clock.ts';
import { itemDueAt } from '#src/domain/job.ts';
import { countBy, holdingsOn, seededDump, START } from '#test/support/scenario-dump.ts';
import type { StoreDump } from '#test/support/store-dump.ts';

let demo: StoreDump;
beforeAll(async () => {
  demo = await seededDump('demo');
});

function bySite(records: readonly { readonly siteId: string }[]): Record<string, number> {
  return countBy(records, ({ siteId }) => siteId);
}

/** How many people each cell of the copy table has, from harbor-support to harbor. */
function cells(): Record<string, number> {
  const destination = holdingsOn(demo, 'site_harbor');
  return countBy(holdingsOn(demo, 'site_harbor-support'), ([key, source]) => {
    const there = destination.get(key) ?? 'nobody';
    return `${source} → ${there === 'deleted' ? 'nobody' : there}`;
  });
}

function deactivatedKeys(): Set<string> {
  const keyOf = new Map(demo.accounts.map(({ id, emailKey }) => [id, emailKey]));
  const users = demo.directoryUsers.filter(({ status }) => status === 'deactivated');
  return new Set(users.map(({ accountId }) => keyOf.get(accountId) ?? ''));
}

function membersOf(siteId: string, name: string): string[] {
  const organization = demo.customerOrganizations.find(
    (candidate) => candidate.siteId === siteId && candidate.name === name,
  );
  const keyOf = new Map<string, string>(
    [...demo.portalCustomers, ...demo.accounts].map(({ id, emailKey }) => [id, emailKey]),
  );
  return demo.customerOrganizationMembers
    .filter(({ customerOrganizationId }) => customerOrganizationId === organization?.id)
    .map(({ holderId }) => keyOf.get(holderId) ?? holderId)
    .toSorted();
}

/** Accounts in any group of agents, each counted once on a site. */
function agentsBySite(): Record<string, number> {
  const siteOf = new Map(
    demo.groups.filter(({ role }) => role === 'agent').map(({ id, siteId }) => [id, siteId]),
  );
  const agents = demo.memberships.flatMap(({ groupId, accountId }) => {
    const siteId = siteOf.get(groupId);
    return siteId ? [`${siteId} ${accountId}`] : [];
  });
  return countBy([...new Set(agents)], (agent) => agent.split(' ')[0]!);
}

function names(): string[] {
  return demo.portalCustomers.map(({ name }) => name);
}

test('a few hundred customers are on each site, beside accounts and requests', () => {
  expect(bySite(demo.portalCustomers)).toEqual({
    'site_harbor-support': 311,
    site_harbor: 268,
    'site_fjord-care': 176,
  });
  expect(bySite(demo.siteAccess)).toEqual({
    'site_harbor-support': 62,
    site_harbor: 75,
    'site_fjord-care': 26,
  });
  expect(bySite(demo.requests)).toEqual({
    'site_harbor-support': 900,
    site_harbor: 600,
    'site_fjord-care': 300,
    server_quayside: 133,
  });
});

describe('copying from harbor-support to harbor', () => {
  test('meets every row of the copy table more than once (S0, S2)', () => {
    const counts = cells();
    for (const source of [...Object.keys(COPY_TABLE), 'both']) {
      for (const destination of ['nobody', 'portal-only', 'atlassian', 'both']) {
        const cell = `${source} → ${destination}`;
        expect(counts[cell] ?? 0, cell).toBeGreaterThan(1);
      }
    }
  });

  test('leaves most customers simple', () => {
    expect(cells()).toMatchObject({
      'portal-only → nobody': 140,
      'portal-only → portal-only': 113,
      'portal-only → atlassian': 14,
      'portal-only → both': 4,
      'atlassian → portal-only': 11,
    });
  });

  test('finds the same person written in different letters here and there', () => {
    const there = new Map(
      demo.portalCustomers
        .filter(({ siteId }) => siteId === 'site_harbor')
        .map(({ emailKey, email }) => [emailKey, email]),
    );
    const different = demo.portalCustomers.filter(({ siteId, emailKey, email }) => {
      const other = there.get(emailKey);
      return siteId === 'site_harbor-support' && other !== undefined && other !== email;
    });
    expect(different.length).toBeGreaterThan(30);
  });

  test('creates duplicates that can all be migrated, so that nothing must stay outstanding', () => {
    const source = holdingsOn(demo, 'site_harbor-support');
    const destination = holdingsOn(demo, 'site_harbor');
    const duplicates = demo.portalCustomers.filter(
      ({ siteId, emailKey, state }) =>
        siteId === 'site_harbor' &&
        (state === 'active' || state === 'revoked') &&
        (destination.get(emailKey) === 'both' ||
          ['atlassian', 'both'].includes(source.get(emailKey) ?? 'nobody')),
    );
    const blocked = deactivatedKeys();
    expect(duplicates.length).toBeGreaterThan(20);
    expect(
      duplicates.filter(({ emailKey, state }) => state !== 'active' || blocked.has(emailKey)),
    ).toEqual([]);
  });
});

describe('account states', () => {
  test('portal-only accounts are in every state on both kinds of organization', () => {
    const states = countBy(demo.portalCustomers, ({ siteId, state }) => `${siteId} ${state}`);
    for (const siteId of ['site_harbor-support', 'site_harbor', 'site_fjord-care']) {
      for (const state of ['active', 'revoked', 'migrated', 'deleted']) {
        expect(states[`${siteId} ${state}`] ?? 0, `${siteId} ${state}`).toBeGreaterThan(4);
      }
    }
    expect(states['site_fjord-care migrating']).toBe(1);
  });

  test('duplicates stand beside active and suspended Atlassian accounts, revoked profiles too (domain.md 4.3)', () => {
    const accountOf = new Map(demo.accounts.map(({ id, emailKey }) => [emailKey, id]));
    const pairs = demo.portalCustomers.flatMap((customer) => {
      const access = demo.siteAccess.find(
        ({ siteId, accountId }) =>
          siteId === customer.siteId && accountId === accountOf.get(customer.emailKey),
      );
      const counts = ['active', 'revoked', 'migrating'].includes(customer.state);
      return access && counts ? [`${customer.siteId} ${customer.state} ${access.status}`] : [];
    });
    expect(countBy(pairs, (pair) => pair)).toEqual({
      'site_harbor-support active active': 8,
      'site_harbor-support active suspended': 1,
      'site_harbor active active': 14,
      'site_harbor active suspended': 1,
      'site_fjord-care active suspended': 1,
      'site_fjord-care revoked active': 1,
    });
  });

  test('one migration has failed because the Atlassian account is deactivated', () => {
    const failed = demo.portalCustomers.filter(({ failure }) => failure !== null);
    expect(failed).toMatchObject([
      { siteId: 'site_harbor-support', state: 'active', failure: 'account-deactivated' },
    ]);
    expect(deactivatedKeys()).toContain(failed[0]?.emailKey);
  });

  test('one migration is running and ends four simulated minutes after the start', () => {
    const [job, ...others] = demo.jobs;
    expect(others).toEqual([]);
    expect(job).toMatchObject({ kind: 'migrate-customer', state: 'running', done: 0 });
    expect(demo.portalCustomers.find(({ id }) => id === job?.subjectId)?.state).toBe('migrating');
    expect(job?.startedAt).toBeLessThan(START);
    expect(job?.total).toBe(1);
    expect(itemDueAt(job!, 0)).toBe(START + 4 * MINUTE_MS);
  });

  test('Atlassian accounts are active, suspended on both levels, deactivated, unverified, without a role', () => {
    expect(Object.keys(countBy(demo.siteAccess, ({ status }) => status)).toSorted()).toEqual([
      'active',
      'suspended',
    ]);
    const directory = countBy(
      demo.directoryUsers,
      (user) => `${user.organizationId} ${user.status}`,
    );
    for (const organization of ['organization_harbor', 'organization_fjord']) {
      for (const status of ['active', 'suspended', 'deactivated']) {
        expect(directory[`${organization} ${status}`] ?? 0).toBeGreaterThan(0);
      }
    }
    expect(demo.accounts.filter(({ emailVerified }) => !emailVerified)).toHaveLength(8);
    const inGroups = new Set(demo.memberships.map(({ accountId }) => accountId));
    expect(demo.accounts.filter(({ id }) => !inGroups.has(id))).toHaveLength(5);
  });

  test('each unverified account has a message waiting in the simulated mailbox (S1)', () => {
    const unverified = demo.accounts.filter(({ emailVerified }) => !emailVerified);
    expect(demo.messages.map(({ to }) => to).toSorted()).toEqual(
      unverified.map(({ email }) => email).toSorted(),
    );
  });

  test('some accounts exist in the other organization only, for addresses that are portal-only here', () => {
    const fjord = holdingsOn(demo, 'site_fjord-care');
    const elsewhere = [...holdingsOn(demo, 'site_harbor')].filter(
      ([key, holding]) => holding === 'portal-only' && fjord.get(key) === 'atlassian',
    );
    expect(elsewhere).toHaveLength(3);
  });

  test('each site has between 5 and 12 agents, who alone take licences', () => {
    expect(agentsBySite()).toEqual({
      'site_harbor-support': 8,
      site_harbor: 9,
      'site_fjord-care': 6,
    });
  });

  test('two agents of harbor-support administer the product through a group that comes along (5.1)', () => {
    const administering = demo.groups.filter(({ adminAccess }) => adminAccess);
    expect(administering).toMatchObject([
      { siteId: 'site_harbor-support', name: 'jira-administrators', role: 'agent' },
    ]);
    const { id } = administering[0]!;
    expect(demo.memberships.filter(({ groupId }) => groupId === id)).toHaveLength(2);
  });
});

describe('customer organizations', () => {
  test('exactly two names stand on both Harbor sites', () => {
    const counts = countBy(
      demo.customerOrganizations.filter(({ siteId }) => siteId !== 'site_fjord-care'),
      ({ name }) => name,
    );
    const both = Object.keys(counts).filter((name) => counts[name] === 2);
    expect(both.toSorted()).toEqual(['Aegean Lines', 'Northmill Freight']);
  });

  test('one of the two has the same members on both sites and may be copied (S2)', () => {
    const members = membersOf('site_harbor-support', 'Aegean Lines');
    expect(members.length).toBeGreaterThan(4);
    expect(membersOf('site_harbor', 'Aegean Lines')).toEqual(members);
  });

  test('the other has different members, and conflicts when Facilities is copied (S2)', () => {
    expect(membersOf('site_harbor', 'Northmill Freight')).not.toEqual(
      membersOf('site_harbor-support', 'Northmill Freight'),
    );
    const northmill = demo.customerOrganizations.find(
      ({ siteId, name }) => siteId === 'site_harbor-support' && name === 'Northmill Freight',
    );
    expect(
      demo.customerOrganizationProjects.filter(
        ({ customerOrganizationId }) => customerOrganizationId === northmill?.id,
      ),
    ).toMatchObject([{ projectId: 'project_hs-facilities' }]);
  });

  test('members have both account types', () => {
    const types = countBy(demo.customerOrganizationMembers, ({ holderId }) =>
      holderId.startsWith('qm:') ? 'portal-only' : 'atlassian',
    );
    expect(types['portal-only']).toBeGreaterThan(200);
    expect(types['atlassian']).toBeGreaterThan(20);
  });
});

describe('requests', () => {
  test('reach back two years and end before the scenario starts', () => {
    const dates = demo.requests.map(({ createdAt }) => createdAt);
    expect(Math.max(...dates)).toBeLessThan(START);
    expect(Math.min(...dates)).toBeGreaterThanOrEqual(Date.parse('2024-03-02T00:00:00Z'));
    expect(Math.min(...dates)).toBeLessThan(Date.parse('2024-04-01T00:00:00Z'));
  });

  test('are open and resolved, shared and not, some by people who were deleted since', () => {
    const open = demo.requests.filter(({ status }) => status === 'open');
    const shared = demo.requests.filter((request) => request.customerOrganizationId !== null);
    const former = demo.requests.filter(({ reporterId }) => reporterId === 'former-user');
    expect([open.length, shared.length, former.length].every((count) => count > 40)).toBe(true);
    expect(open.length).toBeLessThan(300);
    expect(demo.requestParticipants.length).toBeGreaterThan(300);
  });
});

describe('names', () => {
  test('come in many scripts', () => {
    for (const script of [
      'Latin',
      'Cyrillic',
      'Greek',
      'Arabic',
      'Hebrew',
      'Devanagari',
      'Han',
      'Hangul',
      'Hiragana',
      'Katakana',
      'Thai',
    ]) {
      const written = names().filter((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name));
      expect(written.length, script).toBeGreaterThan(2);
    }
  });

  test('include what a spreadsheet would run or misread, very long ones, and an emoji', () => {
    expect(names()).toEqual(
      expect.arrayContaining(['=HYPERLINK("x","Invoice")', '=A2&" "&B2', '@here', '-', 'Noa 🌿']),
    );
    expect(names().some((name) => name.startsWith('+49 30'))).toBe(true);
    expect(Math.max(...names().map(({ length }) => length))).toBeGreaterThan(100);
  });

  test('belong to addresses under reserved domains only', () => {
    const addresses = [...demo.portalCustomers, ...demo.accounts].map(({ emailKey }) => emailKey);
    expect(
      addresses.filter((address) => !/^[a-z0-9._+-]+@[a-z0-9-]+\.example$/.test(address)),
    ).toEqual([]);
    expect(new Set(addresses.map((address) => address.split('@')[1])).size).toBeGreaterThan(15);
  });
});
