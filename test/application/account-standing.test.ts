/* Journeys of Atlassian accounts in a directory: invited, promoted, suspended, removed, invited again. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountDetail } from '#src/contract/wire.ts';
import type { AccountId } from '#src/domain/ids.ts';
import { violations } from '#test/support/invariants.ts';
import { openWorld, type World } from '#test/support/world.ts';

const organizationId = 'organization_harbor';
const siteId = 'site_harbor';
const EMAIL = 'ada@northmill.example';

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
});

function standing(account: AccountDetail, site: string = siteId) {
  const found = account.sites.find((each) => each.siteId === site);
  if (!found) throw new Error(`No standing on ${site}`);
  return found;
}

function invite(role: 'agent' | 'customer' | 'none', email = EMAIL, site: string = siteId) {
  return world.get('accounts.invite', {
    params: { organizationId },
    body: { siteId: site, email, name: 'Ada Brandt', role },
  });
}

function paramsOf({ id }: AccountDetail) {
  return { organizationId, accountId: id };
}

function givePortalOnly() {
  world.store.write((tx) => {
    tx.portalCustomers.put({
      id: 'qm:site:ada',
      siteId,
      email: EMAIL,
      emailKey: EMAIL,
      name: 'Ada Brandt',
      state: 'active',
      createdAt: 0,
      lastLoginAt: null,
      migratedTo: null,
      failure: null,
      passwordSetAt: null,
      version: 1,
    });
    const projectId = tx.serviceProjects.first({ siteId })!.id;
    tx.requests.put({
      id: 'request_1',
      siteId,
      projectId,
      key: 'R-1',
      summary: 'Any',
      status: 'open',
      createdAt: 0,
      reporterId: 'qm:site:ada',
      customerOrganizationId: null,
    });
  });
}

describe('inviting', () => {
  test('makes an account to verify, with the role through its group, and mails twice (S1)', async () => {
    const account = await invite('agent');
    expect(account).toMatchObject({ emailVerified: false, directoryStatus: 'active' });
    expect(standing(account)).toMatchObject({
      access: 'active',
      role: 'agent',
      groups: [{ name: 'jira-servicemanagement-users-harbor', isDefault: true }],
      licencesTaken: 1,
      licences: { used: 1, limit: null },
    });
    const kinds = world.read((tx) => tx.messages.where({}).map(({ kind }) => kind));
    expect(kinds.toSorted()).toEqual(['product-invitation', 'verify-email']);
  });

  test('uses the account that the address has in any spelling, and lowers no role', async () => {
    const first = await invite('agent');
    const again = await invite('customer', ' ADA@Northmill.Example ');
    expect(again.id).toBe(first.id);
    expect(again.version).toBe(first.version + 1);
    expect(standing(again).role).toBe('agent');
  });

  test('says beforehand that a portal-only account becomes a duplicate, and it does (S1)', async () => {
    givePortalOnly();
    const query = { siteId, email: EMAIL, role: 'agent' as const };
    const plan = await world.get('accounts.invitation', { params: { organizationId }, query });
    expect(plan).toMatchObject({
      account: null,
      duplicate: { customerId: 'qm:site:ada', state: 'active', requests: 1 },
      licencesAdded: 1,
    });
    const { duplicate } = standing(await invite('agent'));
    expect(duplicate).toEqual({ customerId: 'qm:site:ada', state: 'active' });
  });

  test('what was said beforehand is what happens, on a full Free plan too', async () => {
    world.store.write((tx) => {
      tx.sites.put({ ...tx.sites.get({ id: siteId })!, subscription: 'free' });
    });
    const outcomes = [];
    for (const number of [1, 2, 3, 4]) {
      const email = `agent.${number}@northmill.example`;
      const query = { siteId, email, role: 'agent' as const };
      const plan = await world.get('accounts.invitation', { params: { organizationId }, query });
      const body = { ...query, name: '' };
      const response = await world.raw('accounts.invite', { params: { organizationId }, body });
      expect(response.status).toBe(plan.refusal === null ? 201 : 409);
      outcomes.push(plan.refusal);
    }
    expect(outcomes).toEqual([null, null, null, 'licences.exhausted']);
    // A fourth agent does not fit; customers always do (S3).
    expect(standing(await invite('customer')).role).toBe('customer');
  });
});

describe('suspending', () => {
  test('keeps roles and groups, frees the licence, and restoring brings everything back (domain.md 1.4)', async () => {
    const params = paramsOf(await invite('agent'));
    const before = standing(await world.get('accounts.get', { params }));
    const suspended = await world.get('accounts.suspend', { params });
    expect(suspended.directoryStatus).toBe('suspended');
    expect(standing(suspended)).toMatchObject({
      access: 'suspended',
      role: 'agent',
      groups: before.groups,
      licencesTaken: 0,
      licencesOnRestore: 1,
      licences: { used: 0 },
    });
    expect(standing(await world.get('accounts.restore', { params }))).toEqual(before);
  });

  test('Restore access opens sites that were closed one by one as well (S1, "enable site access")', async () => {
    const params = paramsOf(await invite('customer'));
    await world.get('accounts.set-site-access', {
      params: { ...params, siteId },
      body: { hasAccess: false },
    });
    await world.get('accounts.suspend', { params });
    expect(standing(await world.get('accounts.restore', { params })).access).toBe('active');
  });

  test('turning on one site of a suspended account opens no other', async () => {
    const params = paramsOf(await invite('customer'));
    await invite('customer', EMAIL, 'site_harbor-support');
    await world.get('accounts.suspend', { params });
    const account = await world.get('accounts.set-site-access', {
      params: { ...params, siteId },
      body: { hasAccess: true },
    });
    expect(account.directoryStatus).toBe('active');
    expect(standing(account).access).toBe('active');
    expect(standing(account, 'site_harbor-support').access).toBe('suspended');
  });
});

test('a step for an earlier version is refused, and nothing changes', async () => {
  const account = await invite('customer');
  const params = { ...paramsOf(account), siteId };
  await world.get('accounts.set-role', { params, body: { role: 'agent' }, ifMatch: 2 });
  const problem = await world.refuse('accounts.suspend', { params, ifMatch: 2 });
  expect(problem).toMatchObject({ status: 412, facts: { expected: 2, current: 3 } });
});

test('every change of an account is in the audit log with before and after', async () => {
  const account = await invite('customer');
  const params = { ...paramsOf(account), siteId };
  await world.get('accounts.set-role', { params, body: { role: 'agent' } });
  await world.get('accounts.set-site-access', { params, body: { hasAccess: false } });
  await world.get('accounts.restore', { params });
  await world.get('accounts.remove', { params });
  const entries = world.read((tx) =>
    tx.auditEntries.where({ subjectId: account.id }).map(({ action, before, after }) => ({
      action,
      change: [before?.['role'] ?? before?.['access'], after?.['role'] ?? after?.['access']],
    })),
  );
  expect(entries).toEqual(
    expect.arrayContaining([
      { action: 'account.role-changed', change: ['customer', 'agent'] },
      { action: 'account.site-access-changed', change: ['active', 'suspended'] },
    ]),
  );
  expect(new Set(entries.map(({ action }) => action))).toEqual(
    new Set([
      'account.created',
      'account.invited',
      'account.role-changed',
      'account.site-access-changed',
      'account.restored',
      'account.removed',
    ]),
  );
});

/** Migrates the portal-only customer and removes the account that came of it. */
async function removed(): Promise<AccountId> {
  givePortalOnly();
  const params = { siteId, customerId: 'qm:site:ada' };
  await world.get('portal-customers.migrate', { params });
  await world.finishJobs();
  const accountId = world.read((tx) => tx.portalCustomers.get({ id: 'qm:site:ada' })!.migratedTo!);
  await world.get('accounts.remove', { params: { organizationId, accountId } });
  return accountId;
}

/** Copies everything of one site to another and finds every invariant kept. */
async function copy(sourceSiteId: string, destinationSiteId: string) {
  const projectIds = world.read((tx) =>
    tx.serviceProjects
      .where({})
      .filter((project) => project.siteId === sourceSiteId)
      .map(({ id }) => id),
  );
  const { id: planId } = await world.get('copy-plans.create', {
    body: {
      name: 'Move',
      sourceSiteId,
      destinationSiteId,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds,
    },
  });
  const params = { planId };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  expect(world.read(violations)).toEqual([]);
  const { items } = await world.get('copy-plans.outcomes', { params });
  return { items };
}

describe('a migrated customer whose account is removed (domain.md 1.4)', () => {
  test('is gone from the site; the requests stay with the account', async () => {
    const accountId = await removed();
    world.read((tx) => {
      expect(tx.siteAccess.count({ accountId })).toBe(0);
      expect(tx.directoryUsers.count({ accountId })).toBe(0);
      expect(tx.memberships.count({ accountId })).toBe(0);
      expect(tx.requests.get({ id: 'request_1' })!.reporterId).toBe(accountId);
      expect(violations(tx)).toEqual([]);
    });
    const problem = await world.refuse('accounts.get', { params: { organizationId, accountId } });
    expect(problem.code).toBe('not-found');
  });

  test('starts without a role when invited again, with the same account and its requests', async () => {
    const accountId = await removed();
    const account = await invite('none');
    expect(account.id).toBe(accountId);
    expect(standing(account)).toMatchObject({ role: 'none', groups: [], requests: 1 });
  });

  test('is no person of the source any more when that is copied; the request goes to Former user', async () => {
    await removed();
    const { items } = await copy(siteId, 'site_fjord-care');
    expect(items).toEqual([]);
    const copied = world.read((tx) => tx.requests.where({ siteId: 'site_fjord-care' }));
    expect(copied.map(({ reporterId }) => reporterId)).toEqual(['former-user']);
  });

  test('makes room for the profile that a copy brings: nothing attaches to the inactive one', async () => {
    await removed();
    world.store.write((tx) => {
      const inactive = tx.portalCustomers.get({ id: 'qm:site:ada' })!;
      const source = {
        ...inactive,
        id: 'qm:source:ada' as const,
        siteId: 'site_harbor-support' as const,
      };
      tx.portalCustomers.put({ ...source, state: 'active', migratedTo: null });
      const projectId = tx.serviceProjects.first({ siteId: source.siteId })!.id;
      const request = tx.requests.get({ id: 'request_1' })!;
      tx.requests.put({
        ...request,
        id: 'request_2',
        siteId: source.siteId,
        projectId,
        reporterId: source.id,
      });
    });
    const { items } = await copy('site_harbor-support', siteId);
    expect(items).toMatchObject([{ action: 'create', canOpenBefore: 0, canOpenAfter: 1 }]);
    world.read((tx) => {
      const profile = tx.queries.portalCustomerByEmail(siteId, EMAIL)!;
      expect(profile.state).toBe('active');
      expect(tx.portalCustomers.get({ id: 'qm:site:ada' })!.state).toBe('deleted');
      expect(tx.requests.count({ siteId, reporterId: profile.id })).toBe(1);
    });
  });
});
