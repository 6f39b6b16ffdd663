/* Approving an imported group of agents takes licences, which a Free plan may not have (domain.md 9). */
import { beforeEach, expect, test } from 'vitest';
import type { GroupId } from '#src/domain/ids.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import { openWorld, type World } from '#test/support/world.ts';

const siteId = 'site_harbor';
const organizationId = 'organization_harbor';
const groupId = 'group_brought' satisfies GroupId;
const params = { siteId, groupId };
const call = { params, body: { access: 'product' } } as const;

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
});

/** A site with a Free plan, so many agents, and a group under review with so many others. */
function arrange(agents: number, members: number, role: ProductRole): void {
  world.store.write((tx) => {
    tx.sites.put({ ...tx.sites.get({ id: siteId })!, subscription: 'free' });
    const group = {
      siteId,
      description: '',
      adminAccess: false,
      adminReview: 'none',
      reviewedAt: null,
      isDefault: false,
      version: 1,
    } as const;
    tx.groups.put({
      ...group,
      id: 'group_agents',
      name: 'agents',
      role: 'agent',
      review: 'none',
      origin: null,
    });
    tx.groups.put({
      ...group,
      id: groupId,
      name: 'brought',
      role,
      review: 'pending',
      origin: {
        planId: 'plan_any' as never,
        sourcePlaceId: 'site_harbor-support',
        reason: 'source-group',
      },
    });
    for (let number = 1; number <= agents + members; number += 1) {
      const accountId = `1:${number}` as const;
      const email = `person-${number}@mail.example`;
      const person = { email, emailKey: email, name: email, emailVerified: true };
      tx.accounts.put({ ...person, id: accountId, createdAt: 0, version: 1 });
      tx.directoryUsers.put({ organizationId, accountId, status: 'active', addedAt: 0 });
      const seen = { userKey: `ug:${number}`, lastSeenAt: null };
      tx.siteAccess.put({ siteId, accountId, status: 'active', ...seen });
      tx.memberships.put({ groupId: number <= agents ? 'group_agents' : groupId, accountId });
    }
  });
}

test('is refused when the licences do not suffice, with both numbers, and nothing changes', async () => {
  arrange(2, 2, 'agent');
  const { accesses, licences, version } = await world.get('imported-groups.get', { params });
  expect(accesses).toMatchObject([{ access: 'product', effect: { licencesAdded: 2 } }]);
  expect(licences).toEqual({ used: 2, limit: 3 });
  const problem = await world.refuse('imported-groups.approve', { ...call, ifMatch: version });
  expect(problem).toMatchObject({
    status: 409,
    code: 'licences.exhausted',
    facts: { used: 2, limit: 3 },
  });
  const after = await world.get('imported-groups.get', { params });
  expect([after.review, after.version]).toEqual(['pending', version]);
  expect(world.read((tx) => tx.auditEntries.count({ action: 'group.approved' }))).toBe(0);
  expect(world.read((tx) => tx.queries.licencesUsed(siteId))).toBe(2);
});

test('can still be denied, and approved once there is room', async () => {
  arrange(2, 2, 'agent');
  expect((await world.get('imported-groups.deny', call)).review).toBe('denied');
  const target = { organizationId, accountId: '1:1' };
  await world.get('accounts.suspend', { params: target });
  expect((await world.get('imported-groups.approve', call)).review).toBe('approved');
  expect(world.read((tx) => tx.queries.licencesUsed(siteId))).toBe(3);
});

test('takes no licence for customers, however many agents there are', async () => {
  arrange(3, 5, 'customer');
  expect((await world.get('imported-groups.approve', call)).review).toBe('approved');
  expect(world.read((tx) => tx.queries.licencesUsed(siteId))).toBe(3);
});

test('is in the audit log with what the review was before and after', async () => {
  arrange(0, 1, 'agent');
  await world.get('imported-groups.deny', call);
  await world.get('imported-groups.approve', call);
  const entries = world.read((tx) => tx.auditEntries.where({ subjectId: groupId }));
  expect(
    entries.map(({ action, before, after }) => [action, before?.['review'], after?.['review']]),
  ).toEqual([
    ['group.denied', 'pending', 'denied'],
    ['group.approved', 'denied', 'approved'],
  ]);
});
