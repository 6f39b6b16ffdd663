/*
 * Product access and admin access of an imported group are reviewed each on its own; product access
 * counts to the subscription, admin access adds nothing to the bill (domain.md 5.1, REVIEW; S0).
 */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Group } from '#src/domain/group.ts';
import type { GroupId } from '#src/domain/ids.ts';
import { openWorld, type World } from '#test/support/world.ts';

const siteId = 'site_harbor';
const organizationId = 'organization_harbor';
const groupId = 'group_brought' satisfies GroupId;
const params = { siteId, groupId };
const PRODUCT = { access: 'product' } as const;
const ADMIN = { access: 'admin' } as const;

type Person = {
  readonly isActive: boolean;
  readonly has: 'agent' | 'customer' | 'none';
  readonly isAdmin: boolean;
};

const ACTIVE: Person = { isActive: true, has: 'none', isAdmin: false };
const OWN_GROUPS = { agent: 'group_agents', customer: 'group_customers' } as const;

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
});

/** A group that waits in all that it asks for, and its members with what they have otherwise. */
function arrange(
  people: readonly Person[],
  { role = 'agent', adminAccess = true }: Partial<Pick<Group, 'role' | 'adminAccess'>> = {},
): void {
  world.store.write((tx) => {
    const own = {
      siteId,
      description: '',
      isDefault: false,
      review: 'none',
      adminAccess: false,
      adminReview: 'none',
      origin: null,
      reviewedAt: null,
      version: 1,
    } as const;
    tx.groups.put({ ...own, id: 'group_agents', name: 'agents', role: 'agent' });
    tx.groups.put({ ...own, id: 'group_customers', name: 'customers', role: 'customer' });
    tx.groups.put({
      ...own,
      id: 'group_admins',
      name: 'admins',
      role: 'none',
      adminAccess: true,
    });
    tx.groups.put({
      ...own,
      id: groupId,
      name: 'brought',
      role,
      review: role === 'none' ? 'none' : 'pending',
      adminAccess,
      adminReview: adminAccess ? 'pending' : 'none',
      origin: {
        planId: 'plan_any',
        sourcePlaceId: 'site_harbor-support',
        reason: 'source-group',
      },
    });
    people.forEach(({ isActive, has, isAdmin }, number) => {
      const accountId = `1:${number}` as const;
      const email = `person-${number}@mail.example`;
      const person = { email, emailKey: email, name: email, emailVerified: true };
      tx.accounts.put({ ...person, id: accountId, createdAt: 0, version: 1 });
      tx.directoryUsers.put({ organizationId, accountId, status: 'active', addedAt: 0 });
      const status = isActive ? 'active' : 'suspended';
      tx.siteAccess.put({ siteId, accountId, status, userKey: `ug:${number}`, lastSeenAt: null });
      tx.memberships.put({ groupId, accountId });
      if (has !== 'none') tx.memberships.put({ groupId: OWN_GROUPS[has], accountId });
      if (isAdmin) tx.memberships.put({ groupId: 'group_admins', accountId });
    });
  });
}

async function rolesOfMembers(): Promise<string[]> {
  const { items } = await world.get('imported-groups.members', { params, query: { limit: 200 } });
  return items.map(({ role }) => role);
}

async function groupsToReview(): Promise<number> {
  const { counts } = await world.get('sites.get', { params: { siteId } });
  const { pending } = await world.get('imported-groups.list', { params: { siteId } });
  expect(counts.importedGroupsPending).toBe(pending);
  return pending;
}

const VERDICTS = [null, 'approve', 'deny'] as const;
const PAIRS = VERDICTS.flatMap((product) => VERDICTS.map((admin) => ({ product, admin })));

describe.each(PAIRS)('product access: $product, admin access: $admin', ({ product, admin }) => {
  test('each is applied on its own, and the group waits while any is open', async () => {
    arrange([ACTIVE, ACTIVE]);
    // The order of the two makes no difference.
    if (admin) await world.get(`imported-groups.${admin}`, { params, body: ADMIN });
    if (product) await world.get(`imported-groups.${product}`, { params, body: PRODUCT });
    const role = product === 'approve' ? 'agent' : 'none';
    expect(await rolesOfMembers()).toEqual([role, role]);
    const group = await world.get('groups.get', { params });
    const waits = product === null || admin === null;
    expect(group).toMatchObject({ givesAdmin: admin === 'approve', awaitsReview: waits });
    expect(await groupsToReview()).toBe(waits ? 1 : 0);
    expect(world.read((tx) => tx.queries.licencesUsed(siteId))).toBe(product === 'approve' ? 2 : 0);

    const { accesses } = await world.get('imported-groups.get', { params });
    const states = { approve: 'approved', deny: 'denied', waits: 'pending' } as const;
    const steps = { approve: [], deny: ['approve'], waits: ['approve', 'deny'] };
    expect(accesses.map((each) => [each.access, each.review, each.steps])).toEqual([
      ['product', states[product ?? 'waits'], steps[product ?? 'waits']],
      ['admin', states[admin ?? 'waits'], steps[admin ?? 'waits']],
    ]);
  });

  test('what was approved takes no other verdict, everything else does', async () => {
    arrange([ACTIVE]);
    if (product) await world.get(`imported-groups.${product}`, { params, body: PRODUCT });
    if (admin) await world.get(`imported-groups.${admin}`, { params, body: ADMIN });
    for (const [verdict, body] of [
      [product, PRODUCT],
      [admin, ADMIN],
    ] as const) {
      if (verdict === 'approve') {
        for (const step of ['approve', 'deny'] as const) {
          const problem = await world.refuse(`imported-groups.${step}`, { params, body });
          expect(problem).toMatchObject({
            status: 409,
            code: 'group.already-approved',
            facts: { name: 'brought', ...body },
          });
        }
      } else {
        await world.get('imported-groups.deny', { params, body });
        const after = await world.get('imported-groups.approve', { params, body });
        expect(after.accesses.find(({ access }) => access === body.access)?.review).toBe(
          'approved',
        );
      }
    }
    expect((await world.get('imported-groups.get', { params })).review).toBe('approved');
  });
});

describe('licences', () => {
  test('a Free plan refuses product access that does not fit, and hands out admin access (domain.md 5.1, 9)', async () => {
    arrange([ACTIVE, ACTIVE, ACTIVE, ACTIVE]);
    world.store.write((tx) => {
      tx.sites.put({ ...tx.sites.get({ id: siteId })!, subscription: 'free' });
    });
    const { licences, accesses } = await world.get('imported-groups.get', { params });
    expect(licences).toEqual({ used: 0, limit: 3 });
    expect(accesses.map(({ effect }) => effect.licencesAdded)).toEqual([4, 0]);
    const problem = await world.refuse('imported-groups.approve', { params, body: PRODUCT });
    expect(problem).toMatchObject({ code: 'licences.exhausted', facts: { used: 0, limit: 3 } });
    const after = await world.get('imported-groups.approve', { params, body: ADMIN });
    expect(after.accesses.map(({ review }) => review)).toEqual(['pending', 'approved']);
    expect(world.read((tx) => tx.queries.licencesUsed(siteId))).toBe(0);
  });

  const person: fc.Arbitrary<Person> = fc.record({
    isActive: fc.boolean(),
    has: fc.constantFrom('agent' as const, 'customer' as const, 'none' as const),
    isAdmin: fc.boolean(),
  });

  test('what was promised of each access is what comes of it, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 6 }),
        fc.constantFrom('agent' as const, 'customer' as const),
        fc.boolean(),
        async (people, role, adminFirst) => {
          world = await openWorld('blank');
          arrange(people, { role });
          for (const body of adminFirst ? [ADMIN, PRODUCT] : [PRODUCT, ADMIN]) {
            const used = world.read((tx) => tx.queries.licencesUsed(siteId));
            const roles = await rolesOfMembers();
            const { accesses, licences } = await world.get('imported-groups.get', { params });
            const { effect } = accesses.find(({ access }) => access === body.access)!;
            expect(licences.used).toBe(used);
            await world.get('imported-groups.approve', { params, body });
            const usedAfter = world.read((tx) => tx.queries.licencesUsed(siteId));
            expect(usedAfter).toBe(used + effect.licencesAdded);
            const rolesAfter = await rolesOfMembers();
            const changed = rolesAfter.filter((after, at) => after !== roles[at]).length;
            if (body === PRODUCT) expect(effect.membersGaining).toBe(changed);
            else {
              expect(changed).toBe(0);
              expect(effect.membersGaining).toBe(people.filter(({ isAdmin }) => !isAdmin).length);
            }
            expect(effect.membersSuspended).toBe(people.filter((each) => !each.isActive).length);
          }
          const settled = await world.get('imported-groups.get', { params });
          for (const { effect } of settled.accesses) {
            expect([effect.membersGaining, effect.licencesAdded]).toEqual([0, 0]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('the audit log names the access with each verdict', async () => {
  arrange([ACTIVE]);
  await world.get('imported-groups.deny', { params, body: ADMIN });
  await world.get('imported-groups.approve', { params, body: PRODUCT });
  await world.get('imported-groups.approve', { params, body: ADMIN });
  const entries = world.read((tx) => tx.auditEntries.where({ subjectId: groupId }));
  expect(entries.map(({ action, facts, before, after }) => [action, facts, before, after])).toEqual(
    [
      [
        'group.denied',
        { name: 'brought', access: 'admin', members: 1 },
        { review: 'pending' },
        { review: 'denied' },
      ],
      [
        'group.approved',
        { name: 'brought', access: 'product', role: 'agent', members: 1 },
        { review: 'pending' },
        { review: 'approved' },
      ],
      [
        'group.approved',
        { name: 'brought', access: 'admin', members: 1 },
        { review: 'denied' },
        { review: 'approved' },
      ],
    ],
  );
});

test('a group that only administers asks for admin access alone', async () => {
  arrange([ACTIVE], { role: 'none' });
  expect(await groupsToReview()).toBe(1);
  const group = await world.get('imported-groups.get', { params });
  expect(group.accesses.map(({ access }) => access)).toEqual(['admin']);
  const problem = await world.refuse('imported-groups.approve', { params, body: PRODUCT });
  expect(problem.facts).toEqual({ name: 'brought', access: 'product' });
  expect(problem.code).toBe('group.access-not-requested');
  await world.get('imported-groups.approve', { params, body: ADMIN });
  expect(await groupsToReview()).toBe(0);
});

test('each verdict is for the version that the screen showed', async () => {
  arrange([ACTIVE]);
  const { version } = await world.get('imported-groups.get', { params });
  await world.get('imported-groups.approve', { params, body: PRODUCT, ifMatch: version });
  const stale = await world.refuse('imported-groups.approve', {
    params,
    body: ADMIN,
    ifMatch: version,
  });
  expect(stale.code).toBe('version-conflict');
  const call = { params, body: ADMIN, ifMatch: version + 1, key: 'once' };
  const first = await world.get('imported-groups.approve', call);
  expect(await world.get('imported-groups.approve', call)).toEqual(first);
});
