import type { AccountId, SiteId } from '#src/domain/ids.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import type { World } from '#test/support/world.ts';
import type { Arrange, Cases } from './case.ts';
import { missing, stale, unauthorised } from './case.ts';
import { DESTINATION } from './arrangements.ts';

const organizationId = 'organization_harbor';
const nobody = { organizationId, accountId: '1:nobody' };
const invited = { siteId: DESTINATION, email: 'new.agent@harbor-logistics.example' };

/** An account of the destination that stands there so and whose entry in the directory is active. */
function accountWith(
  world: World,
  role: ProductRole,
  state: 'active' | 'suspended' | 'deactivated' = 'active',
) {
  const row = world.read((tx) =>
    tx.queries
      .accountsOn(DESTINATION)
      .find(
        ({ account, ...each }) =>
          each.role === role &&
          each.state === state &&
          (state !== 'suspended' || entryOf(world, account.id)?.status === 'active'),
      ),
  );
  if (!row) throw new Error(`Nobody on ${DESTINATION} is ${state} with the role ${role}`);
  return { organizationId, accountId: row.account.id };
}

function entryOf(world: World, accountId: AccountId) {
  return world.read((tx) => tx.directoryUsers.get({ organizationId, accountId }));
}

/** The destination on a Free plan, which has three agents (domain.md 9); it uses more. */
function full(world: World): { readonly limit: number; readonly used: number } {
  return world.store.write((tx) => {
    tx.sites.put({ ...tx.sites.get({ id: DESTINATION })!, subscription: 'free' });
    return { limit: 3, used: tx.queries.licencesUsed(DESTINATION) };
  });
}

/** An agent whose access is suspended on the destination only. */
function suspendedAgent(world: World) {
  const params = accountWith(world, 'agent');
  world.store.write((tx) => {
    const access = tx.siteAccess.get({ siteId: DESTINATION, accountId: params.accountId })!;
    tx.siteAccess.put({ ...access, status: 'suspended' });
  });
  return params;
}

/** Makes the site's only default group of agents one that waits for review. */
function pendingAgents(world: World): string {
  return world.store.write((tx) => {
    const group = tx.groups.first({ siteId: DESTINATION, role: 'agent', isDefault: true })!;
    tx.groups.put({ ...group, review: 'pending' });
    return group.name;
  });
}

/** An account of the organization without access to the destination. */
function elsewhere(world: World) {
  const accountId = world.read(
    (tx) =>
      tx.queries
        .accountsOn('site_harbor-support')
        .find(
          ({ account, state }) =>
            state === 'active' &&
            !tx.siteAccess.get({ siteId: DESTINATION, accountId: account.id }),
        )!.account.id,
  );
  return { organizationId, accountId, siteId: DESTINATION as SiteId };
}

const customer: Arrange<'accounts.get' | 'accounts.suspend' | 'accounts.remove'> = (world) => ({
  params: accountWith(world, 'customer'),
});
const suspended: Arrange<'accounts.restore'> = (world) => ({ params: suspendedAgent(world) });
const closing: Arrange<'accounts.set-site-access'> = (world) => ({
  params: { ...accountWith(world, 'customer'), siteId: DESTINATION },
  body: { hasAccess: false },
});
const promoting: Arrange<'accounts.set-role'> = (world) => ({
  params: { ...accountWith(world, 'customer'), siteId: DESTINATION },
  body: { role: 'agent' },
});
const inviting: Arrange<'accounts.invite'> = () => ({
  params: { organizationId },
  body: { ...invited, name: 'New Agent', role: 'agent' },
});
const asking: Arrange<'accounts.invitation'> = () => ({
  params: { organizationId },
  query: { ...invited, role: 'agent' },
});

export const accountCases: Cases<
  | 'accounts.get'
  | 'accounts.invite'
  | 'accounts.invitation'
  | 'accounts.suspend'
  | 'accounts.restore'
  | 'accounts.remove'
  | 'accounts.set-site-access'
  | 'accounts.set-role'
> = {
  'accounts.get': {
    answers: customer,
    refuses: {
      'not-found': missing('account', nobody.accountId, { params: nobody }),
      forbidden: unauthorised('directory.view', customer),
    },
  },
  'accounts.invite': {
    answers: inviting,
    refuses: {
      'not-found': missing('site', 'site_fjord-care', {
        params: { organizationId },
        body: { ...invited, siteId: 'site_fjord-care', name: '', role: 'none' },
      }),
      forbidden: unauthorised('directory.invite', inviting),
      'account.invalid-email': () => ({
        call: {
          params: { organizationId },
          body: { ...invited, email: ' no at ', name: '', role: 'none' },
        },
        facts: { email: 'no at' },
      }),
      'account.wrong-state': (world) => {
        const { accountId } = accountWith(world, 'customer', 'deactivated');
        const { email } = world.read((tx) => tx.accounts.get({ id: accountId })!);
        return {
          call: {
            params: { organizationId },
            body: { siteId: DESTINATION, email, name: '', role: 'none' },
          },
          facts: { state: 'deactivated' },
        };
      },
      'group.pending-review': async (world) => ({
        call: await inviting(world),
        facts: { name: pendingAgents(world) },
      }),
      'licences.exhausted': async (world) => ({ call: await inviting(world), facts: full(world) }),
    },
  },
  'accounts.invitation': {
    answers: asking,
    refuses: {
      'not-found': missing('organization', 'x', {
        params: { organizationId: 'x' },
        query: { ...invited, role: 'none' },
      }),
      forbidden: unauthorised('directory.invite', asking),
      'account.invalid-email': () => ({
        call: { params: { organizationId }, query: { ...invited, email: 'a@', role: 'none' } },
        facts: { email: 'a@' },
      }),
    },
  },
  'accounts.suspend': {
    answers: customer,
    refuses: {
      'not-found': missing('account', nobody.accountId, { params: nobody }),
      forbidden: unauthorised('directory.suspend', customer),
      'account.wrong-state': (world) => ({
        call: { params: accountWith(world, 'customer', 'deactivated') },
        facts: { state: 'deactivated' },
      }),
      'version-conflict': stale(1, customer),
    },
  },
  'accounts.restore': {
    answers: suspended,
    refuses: {
      'not-found': missing('account', nobody.accountId, { params: nobody }),
      forbidden: unauthorised('directory.suspend', suspended),
      'account.wrong-state': (world) => ({
        call: { params: accountWith(world, 'agent') },
        facts: { state: 'active' },
      }),
      'licences.exhausted': (world) => ({
        call: { params: suspendedAgent(world) },
        facts: full(world),
      }),
      'version-conflict': stale(1, suspended),
    },
  },
  'accounts.remove': {
    answers: customer,
    refuses: {
      'not-found': missing('account', nobody.accountId, { params: nobody }),
      forbidden: unauthorised('directory.remove', customer),
      'version-conflict': stale(1, customer),
    },
  },
  'accounts.set-site-access': {
    answers: closing,
    refuses: {
      'not-found': missing('account', nobody.accountId, {
        params: { ...nobody, siteId: DESTINATION },
        body: { hasAccess: true },
      }),
      forbidden: unauthorised('directory.suspend', closing),
      'account.wrong-state': (world) => ({
        call: { params: elsewhere(world), body: { hasAccess: false } },
        facts: { state: 'suspended' },
      }),
      'licences.exhausted': (world) => ({
        call: {
          params: { ...suspendedAgent(world), siteId: DESTINATION },
          body: { hasAccess: true },
        },
        facts: full(world),
      }),
      'version-conflict': stale(1, closing),
    },
  },
  'accounts.set-role': {
    answers: promoting,
    refuses: {
      'not-found': missing('account', nobody.accountId, {
        params: { ...nobody, siteId: DESTINATION },
        body: { role: 'none' },
      }),
      forbidden: unauthorised('directory.change-roles', promoting),
      'account.no-site-access': (world) => ({
        call: { params: elsewhere(world), body: { role: 'customer' } },
        facts: { site: 'harbor' },
      }),
      'account.role-through-groups': (world) => {
        const params = { ...accountWith(world, 'customer'), siteId: DESTINATION };
        const { accountId } = params;
        world.store.write((tx) => {
          tx.memberships.put({ groupId: 'group_harbor-dock-managers', accountId });
        });
        return {
          call: { params, body: { role: 'none' } },
          facts: { groups: ['dock-managers'] },
        };
      },
      'group.pending-review': async (world) => ({
        call: await promoting(world),
        facts: { name: pendingAgents(world) },
      }),
      'licences.exhausted': async (world) => ({ call: await promoting(world), facts: full(world) }),
      'version-conflict': stale(1, promoting),
    },
  },
};
