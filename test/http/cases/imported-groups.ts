import type { GroupId } from '#src/domain/ids.ts';
import type { Arrange, Cases } from './case.ts';
import { missing, stale, unauthorised } from './case.ts';
import { DESTINATION, importedGroup, ownGroup } from './arrangements.ts';
import type { World } from '#test/support/world.ts';

type OneGroup = `imported-groups.${'get' | 'members' | 'approve' | 'deny'}`;
const ACTION = 'imported-groups.review';

const imported: Arrange<OneGroup> = async (world) => ({ params: await importedGroup(world) });

const nowhere = missing<OneGroup>('group', 'group_x', {
  params: { siteId: DESTINATION, groupId: 'group_x' },
});

function notImported(world: World) {
  const { params, name } = ownGroup(world);
  return { call: { params }, facts: { name } };
}

async function approved(world: World) {
  const params = await importedGroup(world);
  const { name } = await world.get('imported-groups.approve', { params });
  return { call: { params }, facts: { name } };
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
  return { call: { params }, facts: { limit: 3, used } };
}

export const importedGroupCases: Cases<'imported-groups.list' | OneGroup> = {
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
    answers: imported,
    refuses: {
      'not-found': nowhere,
      forbidden: unauthorised(ACTION, imported),
      'group.not-imported': notImported,
      'group.already-approved': approved,
      'licences.exhausted': agentsOnFreePlan,
      'version-conflict': stale(1, imported),
    },
  },
  'imported-groups.deny': {
    answers: imported,
    refuses: {
      'not-found': nowhere,
      forbidden: unauthorised(ACTION, imported),
      'group.not-imported': notImported,
      'group.already-approved': approved,
      'version-conflict': stale(1, imported),
    },
  },
};
