import { describe, expect, test } from 'vitest';
import { copyFlows } from '#src/domain/copy-flow.ts';
import {
  countsAsPortalOnly,
  PORTAL_CUSTOMER_STEPS,
  type PortalCustomerState,
} from '#src/domain/portal-customer.ts';
import type { Store } from '#src/store/store.ts';
import { storeWith } from './memory-store.ts';
import {
  access,
  account,
  attention,
  customer,
  entry,
  group,
  job,
  ORGANIZATION,
  OTHER_SITE,
  outcome,
  request,
  SITE,
} from './sample-records.ts';

const KEY = 'ada@example.com';

describe('what an address holds', () => {
  test('the portal-only profile under an e-mail key is the one that is not deleted', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1', { email: KEY, state: 'deleted' }));
      tx.portalCustomers.put(customer('qm:2', { email: KEY, state: 'migrated' }));
      tx.portalCustomers.put(customer('qm:3', { email: KEY, siteId: OTHER_SITE }));
    });
    store.read((tx) => {
      expect(tx.queries.portalCustomerByEmail(SITE, KEY)?.id).toBe('qm:2');
      expect(tx.queries.portalCustomerByEmail(SITE, 'nobody@example.com')).toBeUndefined();
      expect(tx.queries.portalCustomerIdTaken('qm:1')).toBe(true);
      expect(tx.queries.portalCustomerIdTaken('qm:4')).toBe(false);
      expect(tx.queries.portalCustomerCounts(SITE)).toEqual({ listed: 1, migrated: 1 });
      expect(tx.queries.portalCustomerCounts('site_9')).toEqual({ listed: 0, migrated: 0 });
      expect(tx.queries.deletedPortalCustomer(SITE, KEY)?.id).toBe('qm:1');
      expect(tx.queries.deletedPortalCustomer(OTHER_SITE, KEY)).toBeUndefined();
    });
  });

  test('a duplicate is a living portal-only account beside an Atlassian account with access, suspended or not', async () => {
    const store = await storeWith((tx) => {
      tx.attentionRows.put(attention({ problem: 'upgrade-portal-only' }));
      tx.accounts.put(account('1:a', { email: KEY }));
      tx.siteAccess.put(access('1:a', { status: 'suspended' }));
    });
    const isOpenWith = (state: PortalCustomerState) =>
      store.write((tx) => {
        tx.portalCustomers.put(customer('qm:1', { email: KEY, state }));
        return tx.queries.openAttention('plan_1').length === 1;
      });
    const states = Object.keys(PORTAL_CUSTOMER_STEPS) as PortalCustomerState[];
    for (const state of states) expect(isOpenWith(state)).toBe(countsAsPortalOnly({ state }));
    isOpenWith('active');
    store.write((tx) => {
      tx.siteAccess.remove({ siteId: SITE, accountId: '1:a' });
      tx.siteAccess.put(access('1:a', { siteId: OTHER_SITE }));
      expect(tx.queries.openAttention('plan_1')).toEqual([]);
    });
  });
});

describe('roles', () => {
  test('accounts of a site come with what decides what they can open', async () => {
    const store = await storeWith((tx) => {
      tx.sites.put({ id: SITE, organizationId: ORGANIZATION, name: 's', subscription: 'paid' });
      for (const id of ['1:b', '1:a', '1:c'] as const) tx.accounts.put(account(id));
      tx.siteAccess.put(access('1:b', { lastSeenAt: 4 }));
      tx.siteAccess.put(access('1:a', { status: 'suspended' }));
      tx.directoryUsers.put(entry('1:b'));
      tx.directoryUsers.put(entry('1:a'));
      tx.groups.put(group('group_1', { role: 'agent', review: 'approved', name: 'B' }));
      tx.groups.put(group('group_2', { role: 'customer', name: 'a' }));
      for (const groupId of ['group_1', 'group_2'] as const) {
        tx.memberships.put({ groupId, accountId: '1:b' });
      }
    });
    store.read((tx) => {
      expect(tx.queries.accountsOn(SITE)).toEqual([
        { account: account('1:a'), state: 'suspended', role: 'none', lastSeenAt: null },
        { account: account('1:b'), state: 'active', role: 'agent', lastSeenAt: 4 },
      ]);
      expect(tx.queries.groupsOf(SITE, '1:b').map((one) => one.name)).toEqual(['a', 'B']);
      expect(tx.queries.groupsOf(OTHER_SITE, '1:b')).toEqual([]);
    });
  });

  test('licences are counted once per account with active access, never through the Customer role', async () => {
    const store = await storeWith((tx) => {
      tx.groups.put(group('group_1', { role: 'agent' }));
      tx.groups.put(group('group_2', { role: 'agent', review: 'approved' }));
      tx.groups.put(group('group_3', { role: 'agent', review: 'pending' }));
      tx.groups.put(group('group_4', { role: 'customer' }));
      tx.sites.put({ id: SITE, organizationId: ORGANIZATION, name: 's', subscription: 'paid' });
      for (const id of ['1:a', '1:b', '1:c', '1:d'] as const) {
        tx.siteAccess.put(access(id));
        tx.directoryUsers.put(entry(id));
      }
      // Suspended on the site, and in the directory: not billed (domain.md 1.4).
      tx.siteAccess.put(access('1:e', { status: 'suspended' }));
      tx.directoryUsers.put(entry('1:e'));
      tx.siteAccess.put(access('1:f'));
      tx.directoryUsers.put(entry('1:f', { status: 'suspended' }));
      for (const accountId of ['1:e', '1:f'] as const) {
        tx.memberships.put({ groupId: 'group_1', accountId });
      }
      for (const groupId of ['group_1', 'group_2'] as const) {
        tx.memberships.put({ groupId, accountId: '1:a' });
        tx.memberships.put({ groupId, accountId: '1:no-access' });
      }
      tx.memberships.put({ groupId: 'group_3', accountId: '1:b' });
      tx.memberships.put({ groupId: 'group_4', accountId: '1:c' });
    });
    expect(store.read((tx) => tx.queries.licencesUsed(SITE))).toBe(1);
  });
});

async function helpDesk(): Promise<Store> {
  return storeWith((tx) => {
    for (const n of [1, 2] as const) {
      const customerOrganizationId = `customer-organization_${n}` as const;
      tx.customerOrganizations.put({
        id: customerOrganizationId,
        siteId: n === 1 ? SITE : OTHER_SITE,
        name: `Org ${n}`,
        version: 1,
      });
      tx.customerOrganizationMembers.put({ customerOrganizationId, holderId: 'qm:member' });
      tx.customerOrganizationMembers.put({ customerOrganizationId, holderId: '1:a' });
    }
    tx.requests.put(request('request_reported', { reporterId: 'qm:member' }));
    tx.requests.put(request('request_none', { reporterId: 'qm:other' }));
    tx.requests.put(
      request('request_shared', {
        reporterId: 'qm:other',
        customerOrganizationId: 'customer-organization_1',
      }),
    );
    tx.requests.put(request('request_joined', { reporterId: 'qm:other' }));
    tx.requests.put(request('request_away', { siteId: OTHER_SITE, reporterId: 'qm:member' }));
    tx.requestParticipants.put({ requestId: 'request_joined', holderId: 'qm:member' });
    tx.requestParticipants.put({ requestId: 'request_joined', holderId: '1:a' });
  });
}

describe('requests', () => {
  test('of a site come with everyone each is attached to', async () => {
    const store = await helpDesk();
    const found = store.read((tx) => tx.queries.attachedRequests(SITE));
    expect(found.map((one) => [one.id, one.participantIds, one.sharedWithIds])).toEqual([
      ['request_joined', ['1:a', 'qm:member'], []],
      ['request_none', [], []],
      ['request_reported', [], []],
      ['request_shared', [], ['1:a', 'qm:member']],
    ]);
  });

  test('of one holder are those reported, joined or shared, each with all the others attached', async () => {
    const store = await helpDesk();
    store.read((tx) => {
      const found = tx.queries.attachedRequests(SITE, 'qm:member');
      expect(found.map((one) => one.id)).toEqual([
        'request_joined',
        'request_reported',
        'request_shared',
      ]);
      expect(found[0]?.participantIds).toEqual(['1:a', 'qm:member']);
      expect(found[1]).toEqual({
        ...request('request_reported', { reporterId: 'qm:member' }),
        participantIds: [],
        sharedWithIds: [],
      });
      expect(tx.queries.attachedRequests(SITE, 'qm:nobody')).toEqual([]);
    });
  });

  test("a holder's customer organizations are those of the site", async () => {
    const store = await helpDesk();
    const names = store.read((tx) =>
      tx.queries.customerOrganizationsOf(SITE, 'qm:member').map((one) => one.name),
    );
    expect(names).toEqual(['Org 1']);
  });
});

describe('what requires attention', () => {
  test('a group to review is open until it is approved', async () => {
    const store = await storeWith((tx) => {
      tx.attentionRows.put(attention({ groupId: 'group_1' }));
      tx.attentionRows.put(attention({ groupId: 'group_1', planId: 'plan_2' }));
    });
    const openWith = (review: 'pending' | 'denied' | 'approved') =>
      store.write((tx) => {
        tx.groups.put(group('group_1', { review }));
        return tx.queries.openAttention('plan_1').length;
      });
    expect(store.read((tx) => tx.queries.openAttention('plan_1'))).toHaveLength(1);
    expect([openWith('pending'), openWith('denied'), openWith('approved')]).toEqual([1, 1, 0]);
  });

  test('a portal-only account to upgrade is open while the site holds both accounts', async () => {
    const row = attention({ problem: 'upgrade-portal-only', portalCustomerId: 'qm:1' });
    const store = await storeWith((tx) => {
      tx.attentionRows.put(row);
      tx.attentionRows.put({ ...row, emailKey: 'zoe@example.com' });
      tx.accounts.put(account('1:a', { email: KEY }));
      tx.siteAccess.put(access('1:a'));
      tx.portalCustomers.put(customer('qm:1', { email: KEY }));
    });
    expect(store.read((tx) => tx.queries.openAttention('plan_1'))).toEqual([row]);
    store.write((tx) =>
      tx.portalCustomers.put(customer('qm:1', { email: KEY, state: 'migrated' })),
    );
    expect(store.read((tx) => tx.queries.openAttention('plan_1'))).toEqual([]);
  });

  test('open rows stand by e-mail key and problem', async () => {
    const store = await storeWith((tx) => {
      for (const emailKey of ['zoe@x.org', 'ada@x.org', 'Ωmega@x.org', '🛶@x.org']) {
        tx.attentionRows.put(attention({ emailKey }));
      }
    });
    const keys = store.read((tx) => tx.queries.openAttention('plan_1').map((row) => row.emailKey));
    expect(keys).toEqual(['ada@x.org', 'zoe@x.org', 'Ωmega@x.org', '🛶@x.org']);
  });
});

describe('counts and the next event', () => {
  test('of the outcomes of a run only those present are counted', async () => {
    const store = await storeWith((tx) => {
      tx.copyOutcomes.put(outcome(0));
      tx.copyOutcomes.put(outcome(1, { action: 'link' }));
    });
    store.read((tx) => {
      expect(tx.queries.outcomeCounts('plan_1')).toEqual({ create: 1, link: 1 });
    });
  });

  test('the flow of a run is what the domain counts', async () => {
    const outcomes = [
      outcome(0),
      outcome(1, { action: 'link', destinationHolding: 'portal-only' }),
      outcome(2, { sourceHolding: 'atlassian', action: 'link', afterHolding: 'atlassian' }),
      outcome(3, { sourceHolding: 'atlassian', action: 'link', afterHolding: 'atlassian' }),
      outcome(4, { sourceHolding: 'both', action: 'duplicate', afterHolding: 'both' }),
    ];
    const store = await storeWith((tx) => {
      for (const each of outcomes) tx.copyOutcomes.put(each);
      tx.copyOutcomes.put(outcome(0, { planId: 'plan_2' }));
    });
    expect(store.read((tx) => tx.queries.outcomeFlows('plan_1'))).toEqual(copyFlows(outcomes));
    expect(copyFlows(outcomes).map(({ count }) => count)).toEqual([2, 1, 1, 1]);
  });

  test('the next event is the end of the running job that ends first', async () => {
    const store = await storeWith((tx) => {
      tx.jobs.put(job('job_1', { endsAt: 900 }));
      tx.jobs.put(job('job_2', { endsAt: 100, state: 'finished' }));
      tx.jobs.put(job('job_3', { endsAt: 500.5 }));
    });
    expect(store.read((tx) => tx.queries.nextJobEvent()?.id)).toBe('job_3');
    store.write((tx) => tx.jobs.removeWhere({ state: 'running' }));
    expect(store.read((tx) => tx.queries.nextJobEvent())).toBeUndefined();
  });
});
