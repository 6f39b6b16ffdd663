/* What a group's lists promise of joining and leaving is what comes of it. */
import { expect, test } from 'vitest';
import type { GroupMember } from '#src/contract/wire.ts';
import type { AccountId, GroupId, SiteId } from '#src/domain/ids.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { finishedPlan } from '#test/http/cases/arrangements.ts';

const siteId: SiteId = 'site_harbor';
const GROUPS: readonly GroupId[] = [
  'group_harbor-agents',
  'group_harbor-dock-managers',
  'group_harbor-site-admins',
];

function standing(world: World, accountId: string) {
  return world.read((tx) => ({
    role: tx.queries.roleOn(siteId, accountId as AccountId),
    used: tx.queries.licencesUsed(siteId),
  }));
}

async function expectPromise(world: World, member: GroupMember, step: () => Promise<unknown>) {
  const before = standing(world, member.id);
  expect(before.role).toBe(member.role);
  await step();
  expect(standing(world, member.id)).toEqual({
    role: member.roleAfter,
    used: before.used + member.licencesAdded,
  });
}

test.each(GROUPS)('every candidate and every member of %s', async (groupId) => {
  const world = await openWorld('demo');
  const params = { siteId, groupId };
  const query = { limit: 200 };
  const candidates = await world.get('groups.candidates', { params, query });
  const members = await world.get('groups.members', { params, query });
  expect(candidates.total + members.total).toBe(
    world.read((tx) => tx.siteAccess.count({ siteId })),
  );
  for (const member of [...candidates.items].slice(0, 40)) {
    const call = { params: { ...params, accountId: member.id } };
    await expectPromise(world, member, () => world.get('groups.add-member', call));
    const { items } = await world.get('groups.members', { params, query });
    const joined = items.find(({ id }) => id === member.id)!;
    expect(joined).toMatchObject({ roleAfter: member.role });
    await expectPromise(world, joined, () => world.get('groups.remove-member', call));
  }
  const group = await world.get('groups.get', { params });
  const freed = members.items.reduce((sum, { licencesAdded }) => sum - licencesAdded, 0);
  expect(group.licencesThroughThis).toBe(freed);
});

test('adding a member twice changes nothing the second time', async () => {
  const world = await openWorld('demo');
  const params = { siteId, groupId: GROUPS[1]! };
  const { items } = await world.get('groups.candidates', { params, query: { limit: 1 } });
  const call = { params: { ...params, accountId: items[0]!.id } };
  const first = await world.get('groups.add-member', call);
  const entries = () => world.read((tx) => tx.auditEntries.count({}));
  const before = entries();
  expect(await world.get('groups.add-member', call)).toEqual(first);
  expect(entries()).toBe(before);
  expect(await world.refuse('groups.remove-member', { ...call, ifMatch: 1 })).toMatchObject({
    code: 'version-conflict',
    facts: { current: 2 },
  });
});

test('a finished run leaves one note that its customers heard nothing (S2)', async () => {
  const world = await openWorld('demo');
  const { planId } = await finishedPlan(world);
  const { items, total } = await world.get('messages.list', {
    query: { kind: 'copied-without-message', siteId },
  });
  const { counts } = await world.get('copy-plans.outcomes', { params: { planId } });
  const people = Object.values(counts).reduce((sum: number, each) => sum + (each ?? 0), 0);
  const left = (counts['left-out'] ?? 0) + (counts['former-user'] ?? 0);
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    to: '',
    sent: false,
    facts: { plan: 'Move customers', count: people - left },
  });
});
