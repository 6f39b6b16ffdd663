/* What a plan selects arrives, and nothing else (S2, "Copy customers"; domain.md 6.2, USERS and COPYCONF). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { BodyOf } from '#src/contract/api.ts';
import { groupsNamedBy } from '#src/application/project-references.ts';
import { PERSONAS, may } from '#src/domain/permission.ts';
import type { World } from '#test/support/world.ts';
import {
  accountOf,
  arrivedPeople,
  DESTINATION,
  groupsThere,
  openSelectionWorld,
  planned,
  PROJECT,
  putGroup,
  run,
  SOURCE,
} from './selection-world.ts';

let world: World;
beforeEach(async () => {
  world = await openSelectionWorld();
});

/** Has an account on the destination from the start. */
const THERE = 'hana';
const OTHER_CUSTOMERS = ['finn'];
const RELATED_USERS = ['ann', 'eve'];
const ALL_USERS = ['ann', 'ben', 'cid', 'dora', 'eve'];

describe.each([
  { customers: 'related', expected: ['gil'] },
  { customers: 'all', expected: ['gil', ...OTHER_CUSTOMERS] },
] as const)('customers: $customers (S2)', ({ customers, expected }) => {
  test.each([
    ['related', RELATED_USERS],
    ['related-and-members', [...RELATED_USERS, 'cid']],
    ['all', ALL_USERS],
  ] as const)('users: %s, by either way of group membership', async (users, arriving) => {
    for (const preserveGroupMembership of [true, false]) {
      world = await openSelectionWorld();
      await run(world, await planned(world, { customers, users, preserveGroupMembership }));
      const everybody = [THERE, ...expected, ...arriving];
      expect(arrivedPeople(world)).toEqual(everybody.toSorted());
    }
  });
});

test.each(['related', 'related-and-members'] as const)(
  'users "%s" without a selected project are nobody',
  async (users) => {
    await run(world, await planned(world, { users, projectIds: [] }));
    expect(arrivedPeople(world)).toEqual(['finn', 'gil', 'hana']);
  },
);

describe('preserved group membership: users arrive in their groups (domain.md 6.2, COPYCONF)', () => {
  test('a new group waits for review, one of the same name is joined and gives its role at once', async () => {
    const params = await planned(world, { users: 'all' });
    const { checks } = await world.get('copy-plans.checks', { params });
    expect(checks['existing-groups'].rows).toMatchObject([
      { group: 'sales', name: 'dora', gives: 'agent', givesAdmin: false, roleNow: 'none' },
    ]);
    expect(checks['blocked-groups'].rows).toMatchObject([{ group: 'site-admins', name: 'ann' }]);
    expect(checks.licences.facts).toMatchObject({ atOnce: 1, afterApproval: 3 });
    const before = licences();

    await run(world, params);
    expect(groupsThere(world)).toEqual([
      'approvers pending: cid',
      'clients pending: finn',
      'helpdesk pending: ann, ben',
      'imported-customers-harbor-support-1 pending: hana',
      'sales none: dora',
    ]);
    expect(licences()).toBe(before + 1);
    expect([roleOf('dora'), roleOf('ann')]).toEqual(['agent', 'none']);
  });

  test('groups associated with the projects come along: those of associated users, and those named', async () => {
    await run(world, await planned(world, { users: 'related', customers: 'related' }));
    // Nobody of the approvers is associated, but a permission of the project names their group.
    expect(groupsThere(world)).toEqual([
      'approvers pending: ',
      'helpdesk pending: ann',
      'sales none: ',
    ]);
  });

  test('the permission that names a group names the one that came along (S2, "workflows and permissions")', async () => {
    await run(world, await planned(world, { users: 'related' }));
    const named = world.read((tx) => {
      const there = tx.serviceProjects.where({ siteId: DESTINATION }).map(({ id }) => id);
      const [groupId] = groupsNamedBy(tx, there);
      return groupId && tx.groups.get({ id: groupId });
    });
    expect(named).toMatchObject({ name: 'approvers', siteId: DESTINATION, review: 'pending' });
  });
});

describe('users and groups copied separately (domain.md 6.2, USERS)', () => {
  const separately = { users: 'all', preserveGroupMembership: false } as const;

  test('new groups arrive without members, nobody joins one of the same name, no licence is taken', async () => {
    const params = await planned(world, separately);
    const { checks } = await world.get('copy-plans.checks', { params });
    expect(checks['existing-groups'].result).toBe('pass');
    expect(checks.licences.facts).toMatchObject({ atOnce: 0, afterApproval: 0 });
    expect(checks['blocked-groups'].rows).toMatchObject([{ group: 'site-admins', name: 'ann' }]);
    const before = licences();

    await run(world, params);
    expect(groupsThere(world)).toEqual([
      'approvers pending: ',
      'clients pending: ',
      'helpdesk pending: ',
      // S0: customers with another account type here are gathered in either case.
      'imported-customers-harbor-support-1 pending: hana',
      'sales none: ',
    ]);
    expect(licences()).toBe(before);
    expect(ALL_USERS.map(roleOf)).toEqual(ALL_USERS.map(() => 'none'));
  });

  test('a Free destination without a licence left blocks only users who arrive in their groups', async () => {
    world.store.write((tx) => {
      tx.sites.put({ ...tx.sites.get({ id: DESTINATION })!, subscription: 'free' });
      putGroup(tx, DESTINATION, 'staff', ['kim', 'lea', 'max']);
    });
    const kept = await planned(world, { ...separately, preserveGroupMembership: true });
    const { fingerprint } = await world.get('copy-plans.forecast', { params: kept });
    const refused = await world.refuse('copy-plans.run', { params: kept, body: { fingerprint } });
    expect(refused.code).toBe('licences.exhausted');

    const params = await planned(world, separately);
    await run(world, params);
    expect((await world.get('copy-plans.get', { params })).state).toBe('finished');
  });
});

describe.each([true, false])('membership preserved: %s', (preserveGroupMembership) => {
  test('the run does what the forecast says of people and of groups', async () => {
    const params = await planned(world, { users: 'all', preserveGroupMembership });
    const forecast = await world.get('copy-plans.forecast', { params, query: { limit: 200 } });
    const had = new Set(groupsThere(world).map((group) => group.split(' ')[0]));
    await run(world, params);
    const { items } = await world.get('copy-plans.outcomes', { params, query: { limit: 200 } });
    expect(items.map((item) => ({ ...item, state: 'pending' }))).toEqual(forecast.items);
    const arrived = groupsThere(world).flatMap((group) => {
      const [, name = '', members = ''] = /^(\S+) \S+: (.*)$/.exec(group) ?? [];
      const count = members === '' ? 0 : members.split(', ').length;
      if (had.has(name)) return count === 0 ? [] : [{ name, members: count, outcome: 'joined' }];
      return [{ name, members: count, outcome: 'review' }];
    });
    const told = forecast.groups
      .filter(({ outcome }) => outcome === 'review' || outcome === 'joined')
      .map(({ name, members, outcome }) => ({ name, members, outcome }));
    expect(arrived).toEqual(told.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  });

  test('a further run copies who was not selected before, and leaves the others where they are', async () => {
    await run(world, await planned(world, { preserveGroupMembership: false }));
    const params = await planned(world, { users: 'all', preserveGroupMembership });
    const { counts } = await world.get('copy-plans.forecast', { params });
    expect(counts).toEqual({ 'add-to-site': 3, 'left-out': 5 });
    await run(world, params);
    expect(arrivedPeople(world)).toEqual(['finn', 'gil', 'hana', ...ALL_USERS].toSorted());
    // Ann came before and without her groups: being copied again does not put her into them.
    expect(groupsThere(world)).toContain(
      preserveGroupMembership ? 'helpdesk pending: ben' : 'helpdesk pending: ',
    );
    const again = await planned(world, { users: 'all', preserveGroupMembership });
    const { counts: last } = await world.get('copy-plans.forecast', { params: again });
    expect(last).toEqual({ 'left-out': 8 });
  });
});

describe('admin access of groups (domain.md 5.1, REVIEW and GRPS)', () => {
  test('a group of administrators comes along, its admin access waits on its own', async () => {
    world.store.write((tx) => {
      putGroup(tx, SOURCE, 'jira-administrators', ['ann'], { role: 'none', adminAccess: true });
    });
    await run(world, await planned(world));
    const group = world.read((tx) =>
      tx.groups.first({ siteId: DESTINATION, name: 'jira-administrators' }),
    );
    expect(group).toMatchObject({
      role: 'none',
      review: 'none',
      adminAccess: true,
      adminReview: 'pending',
    });
  });

  test('the check says who becomes an administrator at once by a group of the same name', async () => {
    world.store.write((tx) => {
      putGroup(tx, DESTINATION, 'sales', [], { role: 'none', adminAccess: true });
    });
    const params = await planned(world, { users: 'all' });
    const { checks } = await world.get('copy-plans.checks', { params });
    expect(checks['existing-groups'].rows).toMatchObject([
      { group: 'sales', name: 'dora', gives: 'none', givesAdmin: true },
    ]);
    const separate = await planned(world, { users: 'all', preserveGroupMembership: false });
    const answer = await world.get('copy-plans.checks', { params: separate });
    expect(answer.checks['existing-groups'].result).toBe('pass');
  });
});

test('the audit log says what a plan selects', async () => {
  const { planId } = await planned(world, { users: 'all', preserveGroupMembership: false });
  const [entry] = world.read((tx) => tx.auditEntries.where({ action: 'copy-plan.created' }));
  expect(entry).toMatchObject({
    subjectId: planId,
    facts: { customers: 'all', users: 'all', preserveGroupMembership: false, projects: 1 },
  });
});

test.each(PERSONAS)(
  'as %s only sites of organizations that one administers are offered, and both ends must be (domain.md 6.2)',
  async (persona) => {
    const organizations = world.read((tx) => tx.organizations.where({}));
    await world.get('workspace.set-persona', { body: { persona } });
    const { sites } = await world.get('copy-plans.options');
    const offered = new Set<string>(sites.map(({ id }) => id));
    for (const { id: organizationId, experience } of organizations) {
      const own = world.read((tx) => tx.sites.where({ organizationId }));
      const isAllowed = may(persona, 'copy-plans.manage', experience);
      expect(own.map(({ id }) => offered.has(id))).toEqual(own.map(() => isAllowed));
    }
    // The two ends belong to two organizations.
    if (offered.has(SOURCE) && offered.has(DESTINATION)) {
      expect(await planned(world)).toMatchObject({ planId: expect.any(String) });
    } else {
      const body: BodyOf<'copy-plans.create'> = {
        name: 'Any',
        sourceSiteId: SOURCE,
        destinationSiteId: DESTINATION,
        customers: 'all',
        users: 'all',
        preserveGroupMembership: true,
        projectIds: [PROJECT],
      };
      const refused = await world.refuse('copy-plans.create', {
        body,
      });
      expect(refused.code).toBe('forbidden');
    }
  },
);

function licences(): number {
  return world.read((tx) => tx.queries.licencesUsed(DESTINATION));
}

function roleOf(name: string): string {
  return world.read((tx) => tx.queries.roleOn(DESTINATION, accountOf(name)));
}
