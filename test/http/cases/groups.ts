import type { RouteName } from '#src/contract/routes.ts';
import type { AccountId, GroupId } from '#src/domain/ids.ts';
import type { World } from '#test/support/world.ts';
import type { Arrange, Cases } from './case.ts';
import { missing, stale, unauthorised } from './case.ts';
import { customerIn, DESTINATION, importedGroup, ORIGINAL } from './arrangements.ts';

type GroupRoute = Exclude<Extract<RouteName, `groups.${string}`>, 'groups.list'>;
type MemberRoute = 'groups.add-member' | 'groups.remove-member';

const siteId = DESTINATION;

/** A group of the site by the end of its id. */
function groupOf(part: 'agents' | 'customers' | 'site-admins' | 'dock-managers'): GroupId {
  return `group_harbor-${part}`;
}

const customers = () => ({ params: { siteId, groupId: groupOf('customers') } });

function membersOf(world: World, groupId: GroupId): AccountId[] {
  return world.read((tx) => tx.memberships.where({ groupId })).map(({ accountId }) => accountId);
}

/** A member of one group who is not in the other. */
function onlyIn(world: World, groupId: GroupId, notIn: GroupId): AccountId {
  const others = new Set(membersOf(world, notIn));
  return membersOf(world, groupId).find((accountId) => !others.has(accountId))!;
}

function joining(world: World) {
  const accountId = onlyIn(world, groupOf('customers'), groupOf('agents'));
  return { params: { siteId, groupId: groupOf('agents'), accountId } };
}

function leaving(world: World) {
  const groupId = groupOf('customers');
  return { params: { siteId, groupId, accountId: membersOf(world, groupId)[0]! } };
}

const dockManagers = { siteId, groupId: groupOf('dock-managers') };
const becomesDefault = () => ({ params: dockManagers, body: { isDefault: true } });

const nowhere = { siteId, groupId: 'group_x' };
const noGroup = missing<'groups.get' | 'groups.members' | 'groups.candidates'>('group', 'group_x', {
  params: nowhere,
});

/** Portal-only accounts are in no groups (domain.md 1.1). */
function portalOnly(world: World) {
  const { customerId } = customerIn(world, 'active');
  const params = { siteId, groupId: groupOf('customers'), accountId: customerId };
  return missing<MemberRoute>('account', customerId, { params })();
}

/** A group that a run left to review, and somebody in it. */
async function pending(world: World) {
  const params = await importedGroup(world);
  const groupId = params.groupId as GroupId;
  const [accountId] = membersOf(world, groupId);
  const { name } = world.read((tx) => tx.groups.get({ id: groupId })!);
  return { params: { ...params, accountId: accountId! }, name };
}

async function waits(world: World) {
  const { params, name } = await pending(world);
  return { call: { params }, facts: { name } };
}

/** Every agent on a Free plan: three licences, more in use. */
function onFreePlan(world: World) {
  world.store.write((tx) => {
    const site = tx.sites.get({ id: siteId })!;
    tx.sites.put({ ...site, subscription: 'free' });
  });
  const call = joining(world);
  const used = world.read((tx) => tx.queries.licencesUsed(siteId));
  return { call, facts: { limit: 3, used } };
}

function fromElsewhere(world: World) {
  const strangers = world.read((tx) => tx.siteAccess.where({ siteId: ORIGINAL }));
  const known = new Set(
    world.read((tx) => tx.siteAccess.where({ siteId })).map(({ accountId }) => accountId),
  );
  const { accountId } = strangers.find((access) => !known.has(access.accountId))!;
  const params = { siteId, groupId: groupOf('customers'), accountId };
  return { call: { params }, facts: { site: 'harbor' } };
}

const joins: Arrange<'groups.add-member'> = joining;
const leaves: Arrange<'groups.remove-member'> = leaving;

export const groupCases: Cases<GroupRoute> = {
  'groups.get': {
    answers: customers,
    refuses: { 'not-found': noGroup, forbidden: unauthorised('directory.view', customers) },
  },
  'groups.members': {
    answers: customers,
    refuses: { 'not-found': noGroup, forbidden: unauthorised('directory.view', customers) },
  },
  'groups.candidates': {
    answers: customers,
    refuses: {
      'not-found': noGroup,
      forbidden: unauthorised('groups.manage-members', customers),
    },
  },
  'groups.add-member': {
    answers: joins,
    refuses: {
      'not-found': portalOnly,
      forbidden: unauthorised('groups.manage-members', joins),
      'group.pending-review': waits,
      'version-conflict': stale(1, joins),
      'account.no-site-access': fromElsewhere,
      'licences.exhausted': onFreePlan,
    },
  },
  'groups.remove-member': {
    answers: leaves,
    refuses: {
      'not-found': portalOnly,
      forbidden: unauthorised('groups.manage-members', leaves),
      'group.pending-review': waits,
      'version-conflict': stale(1, leaves),
    },
  },
  'groups.set-default': {
    answers: becomesDefault,
    refuses: {
      'not-found': missing('group', 'group_x', { params: nowhere, body: { isDefault: true } }),
      forbidden: unauthorised('groups.change-default', becomesDefault),
      'group.pending-review': async (world) => {
        const { call, facts } = await waits(world);
        const { siteId: site, groupId } = call.params;
        return { call: { params: { siteId: site, groupId }, body: { isDefault: true } }, facts };
      },
      'version-conflict': stale(1, becomesDefault),
      'group.last-default': () => ({
        call: { params: { siteId, groupId: groupOf('agents') }, body: { isDefault: false } },
        facts: { role: 'agent' },
      }),
      'group.no-role': () => ({
        call: { params: { siteId, groupId: groupOf('site-admins') }, body: { isDefault: true } },
        facts: { name: 'site-admins' },
      }),
    },
  },
};
