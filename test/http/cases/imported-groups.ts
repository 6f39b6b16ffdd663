import type { GroupId } from '#src/domain/ids.ts';
import type { Arrange, Cases } from './case.ts';
import { missing, stale, unauthorised } from './case.ts';
import { DESTINATION, importedGroup, ownGroup } from './arrangements.ts';
import type { World } from '#test/support/world.ts';

type Review = `imported-groups.${'approve' | 'deny'}`;
type OneGroup = `imported-groups.${'get' | 'members'}`;
const ADMIN = { access: 'admin' } as const;
const ACTION = 'imported-groups.review';

const body = { access: 'product' } as const;

const imported: Arrange<'imported-groups.get' | 'imported-groups.members'> = async (world) => ({
  params: await importedGroup(world),
});

/** Both accesses can be decided about. */
const reviewable: Arrange<Review> = async (world) => ({
  params: await withAdminAccess(world),
  body: { access: 'admin' },
});

const NOWHERE = { siteId: DESTINATION, groupId: 'group_x' };
const nowhere = missing<OneGroup>('group', 'group_x', { params: NOWHERE });
const nothingToReview = missing<Review>('group', 'group_x', { params: NOWHERE, body });

function notImported(world: World) {
  const { params, name } = ownGroup(world);
  return { call: { params }, facts: { name } };
}

function notReviewable(world: World) {
  const { call, facts } = notImported(world);
  return { call: { ...call, body }, facts };
}

async function approved(world: World) {
  const params = await importedGroup(world);
  const { name } = await world.get('imported-groups.approve', { params, body });
  return { call: { params, body }, facts: { name, access: 'product' } };
}

/** Customers with mismatched account types ask for the Customer role alone (S0). */
async function withoutAdminAccess(world: World) {
  const params = await importedGroup(world);
  const { name } = await world.get('imported-groups.get', { params });
  return { call: { params, body: ADMIN }, facts: { name, access: 'admin' } };
}

async function withAdminAccess(world: World) {
  const params = await importedGroup(world);
  const id = params.groupId as GroupId;
  world.store.write((tx) => {
    const group = tx.groups.get({ id })!;
    tx.groups.put({ ...group, adminAccess: true, adminReview: 'pending' });
  });
  return params;
}

/** A source's group of agents, brought to a site whose Free plan is full. */
async function agentsOnFreePlan(world: World) {
  const params = await importedGroup(world);
  const siteId = DESTINATION;
  const groupId = params.groupId as GroupId;
  world.store.write((tx) => {
    const site = tx.sites.get({ id: siteId })!;
    tx.sites.put({ ...site, subscription: 'free' });
    tx.groups.put({ ...tx.groups.get({ id: groupId })!, role: 'agent' });
  });
  const used = world.read((tx) => tx.queries.licencesUsed(siteId));
  return { call: { params, body }, facts: { limit: 3, used } };
}

export const importedGroupCases: Cases<'imported-groups.list' | OneGroup | Review> = {
  'imported-groups.list': {
    answers: async (world) => {
      const { siteId } = await importedGroup(world);
      return { params: { siteId } };
    },
    refuses: {
      'not-found': missing('site', 'site_nowhere', { params: { siteId: 'site_nowhere' } }),
      forbidden: unauthorised(ACTION, () => ({ params: { siteId: DESTINATION } })),
    },
  },
  'imported-groups.get': {
    answers: imported,
    refuses: {
      'not-found': nowhere,
      forbidden: unauthorised(ACTION, imported),
      'group.not-imported': notImported,
    },
  },
  'imported-groups.members': {
    answers: imported,
    refuses: {
      'not-found': nowhere,
      forbidden: unauthorised(ACTION, imported),
      'group.not-imported': notImported,
    },
  },
  'imported-groups.approve': {
    answers: reviewable,
    refuses: {
      'not-found': nothingToReview,
      forbidden: unauthorised(ACTION, reviewable),
      'group.not-imported': notReviewable,
      'group.access-not-requested': withoutAdminAccess,
      'group.already-approved': approved,
      'licences.exhausted': agentsOnFreePlan,
      'version-conflict': stale(1, reviewable),
    },
  },
  'imported-groups.deny': {
    answers: reviewable,
    refuses: {
      'not-found': nothingToReview,
      forbidden: unauthorised(ACTION, reviewable),
      'group.not-imported': notReviewable,
      'group.access-not-requested': withoutAdminAccess,
      'group.already-approved': approved,
      'version-conflict': stale(1, reviewable),
    },
  },
};
