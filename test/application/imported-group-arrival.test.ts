/* Groups of the source with their access on the destination, as a run brings them (domain.md 5.1; S0). */
import { beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '#test/support/world.ts';
import { DESTINATION, finishedPlan, SOURCE } from '#test/http/cases/arrangements.ts';

const siteId = DESTINATION;
const NAME = 'jira-administrators';

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function imported() {
  const { items } = await world.get('imported-groups.list', { params: { siteId } });
  return items;
}

function membersOn(site: typeof SOURCE | typeof DESTINATION): string[] {
  return world.read((tx) => {
    const { id } = tx.groups.first({ siteId: site, name: NAME })!;
    return tx.memberships.where({ groupId: id }).map(({ accountId }) => accountId);
  });
}

test('a group that administers arrives pending in both, and gives nothing yet (5.1)', async () => {
  await finishedPlan(world);
  const group = (await imported()).find(({ name }) => name === NAME)!;
  expect(group).toMatchObject({
    review: 'pending',
    requestedRole: 'agent',
    members: 2,
    accesses: [
      { access: 'product', review: 'pending' },
      { access: 'admin', review: 'pending' },
    ],
  });
  expect(membersOn(siteId)).toEqual(membersOn(SOURCE));
  const own = await world.get('groups.get', { params: { siteId, groupId: group.id } });
  expect(own).toMatchObject({ givesAdmin: false, awaitsReview: true, licencesThroughThis: 0 });
});

test('the group of mismatched customers asks for the Customer role and no administration (S0)', async () => {
  await finishedPlan(world);
  const gathered = (await imported()).filter(
    ({ origin }) => origin.reason === 'mismatched-customers',
  );
  expect(gathered).toMatchObject([
    { requestedRole: 'customer', accesses: [{ access: 'product', review: 'pending' }] },
  ]);
});

test('a group of the same name is joined and its administration comes at once (GRPS, DUPGRP)', async () => {
  world.store.write((tx) => {
    const source = tx.groups.first({ siteId: SOURCE, name: NAME })!;
    tx.groups.put({ ...source, id: 'group_there', siteId, adminReview: 'none' });
  });
  await finishedPlan(world);
  expect((await imported()).map(({ name }) => name)).not.toContain(NAME);
  expect(membersOn(siteId)).toEqual(membersOn(SOURCE));
  const there = await world.get('groups.get', { params: { siteId, groupId: 'group_there' } });
  expect(there).toMatchObject({ givesAdmin: true, awaitsReview: false });
});

test('a group of the same name without administration does not get it from the source', async () => {
  world.store.write((tx) => {
    const source = tx.groups.first({ siteId: SOURCE, name: NAME })!;
    tx.groups.put({ ...source, id: 'group_there', siteId, adminAccess: false });
  });
  await finishedPlan(world);
  const there = await world.get('groups.get', { params: { siteId, groupId: 'group_there' } });
  expect(there).toMatchObject({ adminAccess: false, givesAdmin: false, members: 2 });
});

test('what was not approved on the source is not asked for on the destination', async () => {
  world.store.write((tx) => {
    const source = tx.groups.first({ siteId: SOURCE, name: NAME })!;
    tx.groups.put({ ...source, review: 'denied', adminReview: 'approved' });
  });
  await finishedPlan(world);
  const group = (await imported()).find(({ name }) => name === NAME)!;
  expect(group.accesses).toEqual([{ access: 'admin', review: 'pending' }]);
  expect(group.requestedRole).toBe('none');
});

test('rows of the report wait for product access alone, and approving all of them gives no administration', async () => {
  const plan = await finishedPlan(world);
  const { importedGroup } = await world.get('copy-plans.get', { params: plan });
  const id = importedGroup!.id as `group_${string}`;
  world.store.write((tx) => {
    const group = tx.groups.get({ id })!;
    tx.groups.put({ ...group, adminAccess: true, adminReview: 'pending' });
  });
  const body = { groups: [{ id, version: 1 }] };
  await world.get('copy-plans.approve-groups', { params: plan, body });
  const group = await world.get('imported-groups.get', { params: { siteId, groupId: id } });
  expect(group.accesses.map(({ access, review }) => [access, review])).toEqual([
    ['product', 'approved'],
    ['admin', 'pending'],
  ]);
  const open = { problem: 'review-group', state: 'open' } as const;
  const left = await world.get('copy-plans.attention', { params: plan, query: open });
  expect(left.total).toBe(0);
});
