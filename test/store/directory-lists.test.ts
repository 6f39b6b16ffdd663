import { describe, expect, test } from 'vitest';
import type { AccountQuery } from '#src/application/ports.ts';
import { accountState, type DirectoryUser, type SiteAccess } from '#src/domain/account.ts';
import { effectiveRole, type GroupReview } from '#src/domain/group.ts';
import type { AccountId } from '#src/domain/ids.ts';
import { highestRole, type ProductRole } from '#src/domain/product-role.ts';
import type { Store } from '#src/store/store.ts';
import { storeWith } from './memory-store.ts';
import { access, account, entry, group, ORGANIZATION, OTHER_SITE, SITE } from './sample-records.ts';

const ALL = { search: '', offset: 0, limit: 100 };

function accounts(store: Store, query: Partial<AccountQuery> = {}) {
  const full = { ...ALL, siteId: SITE, organizationId: ORGANIZATION, state: null, ...query };
  return store.read((tx) => tx.lists.accounts(full));
}

describe('accounts', () => {
  const statuses = ['active', 'suspended', 'deactivated', undefined] as const;
  const roles: readonly ProductRole[] = ['none', 'customer', 'agent'];
  const reviews: readonly GroupReview[] = ['none', 'pending', 'approved', 'denied'];

  test('of a site have the state that the domain gives, for every pair of directory entry and access', async () => {
    const expected: Record<string, string> = {};
    const store = await storeWith((tx) => {
      tx.sites.put({ id: SITE, organizationId: ORGANIZATION, name: 's', subscription: 'paid' });
      for (const directory of statuses) {
        for (const status of ['active', 'suspended'] as const) {
          const id: AccountId = `1:${directory}-${status}`;
          tx.accounts.put(account(id));
          tx.siteAccess.put(access(id, { status }));
          if (directory) tx.directoryUsers.put(entry(id, { status: directory }));
          const user: Pick<DirectoryUser, 'status'> | undefined = directory && {
            status: directory,
          };
          const seen: Pick<SiteAccess, 'status'> = { status };
          expected[id] = accountState(user, seen);
        }
      }
    });
    const { items, total } = accounts(store);
    expect(Object.fromEntries(items.map((row) => [row.account.id, row.state]))).toEqual(expected);
    expect(total).toBe(8);
    for (const state of ['active', 'suspended', 'deactivated'] as const) {
      const page = accounts(store, { state });
      expect(page.items.map((row) => row.state)).toEqual(Array(page.total).fill(state));
      expect(page.total).toBe(Object.values(expected).filter((one) => one === state).length);
    }
  });

  test('have the highest role that their groups confer, for every pair of groups', async () => {
    const groups = roles.flatMap((role) =>
      reviews.map((review) => group(`group_${role}-${review}`, { role, review })),
    );
    const expected: Record<string, ProductRole> = {};
    const store = await storeWith((tx) => {
      tx.sites.put({ id: SITE, organizationId: ORGANIZATION, name: 's', subscription: 'paid' });
      for (const one of groups) tx.groups.put(one);
      tx.groups.put(group('group_elsewhere', { siteId: OTHER_SITE, role: 'agent' }));
      for (const one of groups) {
        for (const other of groups) {
          const id: AccountId = `1:${one.id}-${other.id}`;
          tx.accounts.put(account(id));
          tx.siteAccess.put(access(id));
          tx.directoryUsers.put(entry(id));
          for (const groupId of [one.id, other.id, 'group_elsewhere'] as const) {
            tx.memberships.put({ groupId, accountId: id });
          }
          expected[id] = highestRole([effectiveRole(one), effectiveRole(other)]);
        }
      }
    });
    store.read((tx) => {
      const rows = tx.lists.accounts({
        ...ALL,
        limit: 999,
        siteId: SITE,
        organizationId: ORGANIZATION,
        state: null,
      });
      expect(Object.fromEntries(rows.items.map((row) => [row.account.id, row.role]))).toEqual(
        expected,
      );
      const again = Object.keys(expected).map((id) => [
        id,
        tx.queries.roleOn(SITE, id as AccountId),
      ]);
      expect(Object.fromEntries(again)).toEqual(expected);
      for (const role of roles) {
        for (const siteId of [SITE, null]) {
          const found = tx.lists.accounts({
            ...ALL,
            limit: 999,
            siteId,
            organizationId: ORGANIZATION,
            state: null,
            role,
          });
          expect(found.items.map((row) => row.role)).toEqual(Array(found.total).fill(role));
          expect(found.total).toBe(Object.values(expected).filter((one) => one === role).length);
        }
      }
      const agents = Object.values(expected).filter((role) => role === 'agent');
      expect(tx.queries.licencesUsed(SITE)).toBe(agents.length);
    });
  });

  test('of an organization are those of its directory or sites, with their most and latest of any site', async () => {
    const store = await storeWith((tx) => {
      tx.sites.put({ id: SITE, organizationId: ORGANIZATION, name: 's', subscription: 'paid' });
      tx.sites.put({
        id: OTHER_SITE,
        organizationId: ORGANIZATION,
        name: 't',
        subscription: 'paid',
      });
      tx.sites.put({
        id: 'site_3',
        organizationId: 'organization_2',
        name: 'u',
        subscription: 'paid',
      });
      for (const id of ['1:a', '1:b', '1:c', '1:d'] as const) tx.accounts.put(account(id));
      tx.directoryUsers.put(entry('1:a'));
      tx.directoryUsers.put(entry('1:b', { status: 'deactivated' }));
      tx.directoryUsers.put(entry('1:d', { organizationId: 'organization_2' }));
      tx.siteAccess.put(access('1:a', { lastSeenAt: 5, status: 'suspended' }));
      tx.siteAccess.put(access('1:a', { siteId: OTHER_SITE, lastSeenAt: 9 }));
      tx.siteAccess.put(access('1:a', { siteId: 'site_3', lastSeenAt: 99 }));
      tx.siteAccess.put(access('1:c'));
      tx.groups.put(group('group_1', { siteId: OTHER_SITE, role: 'customer' }));
      tx.groups.put(group('group_3', { siteId: 'site_3', role: 'agent' }));
      tx.memberships.put({ groupId: 'group_1', accountId: '1:a' });
      tx.memberships.put({ groupId: 'group_3', accountId: '1:a' });
    });
    expect(accounts(store, { siteId: null })).toEqual({
      items: [
        { account: account('1:a'), state: 'active', role: 'customer', lastSeenAt: 9 },
        { account: account('1:b'), state: 'deactivated', role: 'none', lastSeenAt: null },
        { account: account('1:c'), state: 'suspended', role: 'none', lastSeenAt: null },
      ],
      total: 3,
    });
    expect(accounts(store, { siteId: null, state: 'active', search: 'ACCOUNT-1:A' }).total).toBe(1);
  });
});

describe('groups', () => {
  test('of a site are listed by name with their number of members', async () => {
    const store = await storeWith((tx) => {
      tx.groups.put(group('group_1', { name: 'beta' }));
      tx.groups.put(group('group_2', { name: 'Alpha' }));
      tx.groups.put(group('group_3', { siteId: OTHER_SITE }));
      for (const id of ['1:a', '1:b'] as const)
        tx.memberships.put({ groupId: 'group_1', accountId: id });
    });
    store.read((tx) => {
      const page = tx.lists.groups({ ...ALL, siteId: SITE });
      expect(page.total).toBe(2);
      expect(page.items).toEqual([
        { group: group('group_2', { name: 'Alpha' }), members: 0 },
        { group: group('group_1', { name: 'beta' }), members: 2 },
      ]);
      expect(tx.lists.groups({ ...ALL, siteId: SITE, search: 'BET' }).total).toBe(1);
    });
  });

  test('list their members with state and role on the site of the group', async () => {
    const store = await storeWith((tx) => {
      tx.sites.put({ id: SITE, organizationId: ORGANIZATION, name: 's', subscription: 'paid' });
      tx.groups.put(group('group_1', { role: 'agent', review: 'pending' }));
      tx.groups.put(group('group_2', { role: 'customer' }));
      for (const id of ['1:a', '1:b'] as const) {
        tx.accounts.put(account(id));
        tx.memberships.put({ groupId: 'group_1', accountId: id });
      }
      tx.memberships.put({ groupId: 'group_2', accountId: '1:a' });
      tx.directoryUsers.put(entry('1:a'));
      tx.siteAccess.put(access('1:a', { lastSeenAt: 3 }));
    });
    store.read((tx) => {
      expect(tx.lists.groupMembers({ ...ALL, groupId: 'group_1' })).toEqual({
        items: [
          { account: account('1:a'), state: 'active', role: 'customer', lastSeenAt: 3 },
          { account: account('1:b'), state: 'suspended', role: 'none', lastSeenAt: null },
        ],
        total: 2,
      });
      expect(tx.lists.groupMembers({ ...ALL, groupId: 'group_9' })).toEqual({
        items: [],
        total: 0,
      });
    });
  });
});
