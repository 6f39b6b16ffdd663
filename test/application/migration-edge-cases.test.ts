/*
 * The edge cases of migrating to an Atlassian account, a row of domain.md 4.2 each. Two rows are not
 * modelled: profiles made by a provider (SCIM), and changing the e-mail address of an account.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountId } from '#src/domain/ids.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import { openWorld, type World } from '#test/support/world.ts';

const siteId = 'site_harbor';
const organizationId = 'organization_harbor';
const CUSTOMER = 'qm:site:ada';
const ACCOUNT = '1:ada';
const EMAIL = 'ada@northmill.example';
const params = { siteId, customerId: CUSTOMER } as const;

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
});

/** A customer with two requests. */
function putCustomer(email = EMAIL, state: PortalCustomerState = 'active'): void {
  world.store.write((tx) => {
    const projectId = tx.serviceProjects.first({ siteId })!.id;
    tx.portalCustomers.put({
      id: CUSTOMER,
      siteId,
      email,
      emailKey: email,
      name: 'Ada Brandt',
      state,
      createdAt: 0,
      lastLoginAt: null,
      migratedTo: null,
      failure: null,
      passwordSetAt: null,
      version: 1,
    });
    for (const number of [1, 2]) {
      tx.requests.put({
        id: `request_${number}`,
        siteId,
        projectId,
        key: `R-${number}`,
        summary: 'Any',
        status: 'open',
        createdAt: number,
        reporterId: CUSTOMER,
        customerOrganizationId: null,
      });
    }
  });
}

/** The same address as an Atlassian account, on the site or only in the world. */
function putAccount(access: 'active' | 'suspended' | null): void {
  world.store.write((tx) => {
    tx.accounts.put({
      id: ACCOUNT,
      email: EMAIL,
      emailKey: EMAIL,
      name: 'Ada Brandt',
      emailVerified: true,
      createdAt: 0,
      version: 1,
    });
    if (access === null) return;
    tx.directoryUsers.put({ organizationId, accountId: ACCOUNT, status: 'active', addedAt: 0 });
    const seen = { userKey: 'ug:before', lastSeenAt: null };
    tx.siteAccess.put({ siteId, accountId: ACCOUNT, status: access, ...seen });
  });
}

async function migrate(): Promise<AccountId> {
  await world.get('portal-customers.migrate', { params });
  await world.finishJobs();
  const { migratedTo } = await world.get('portal-customers.get', { params });
  return migratedTo as AccountId;
}

async function standing() {
  const view = await world.get('help-center.view', { params, query: { email: EMAIL } });
  return view.standing;
}

test('an Atlassian account with the same e-mail on the site: migrating merges into it (domain.md 4.2, DUPKB)', async () => {
  putCustomer();
  putAccount('active');
  expect((await world.get('duplicates.list', { params })).total).toBe(1);
  expect(await migrate()).toBe(ACCOUNT);
  expect((await world.get('duplicates.list', { params })).total).toBe(0);
  expect((await standing()).requestsOpen).toBe(2);
  expect(world.read((tx) => tx.accounts.count({}))).toBe(1);
});

test('its site access is revoked: a log-in loop, cured by migrating and then restoring access (domain.md 4.2, KNOWN)', async () => {
  putCustomer();
  putAccount('suspended');
  expect((await standing()).logIn.outcome).toBe('login-loop');
  await migrate();
  expect(await standing()).toMatchObject({ logIn: { because: 'suspended' }, requestsOpen: 0 });
  await world.get('accounts.restore', { params: { organizationId, accountId: ACCOUNT } });
  expect(await standing()).toMatchObject({ logIn: { outcome: 'in' }, requestsOpen: 2 });
});

test('invited to a product while portal-only: a note asks for the migration, without which its requests stay hidden (domain.md 4.2, S1)', async () => {
  putCustomer();
  expect((await world.get('portal-customers.get', { params })).invitedAs).toBe(null);
  const body = { siteId, email: EMAIL, name: '', role: 'customer' as const };
  await world.get('accounts.invite', { params: { organizationId }, body });
  const { invitedAs } = await world.get('portal-customers.get', { params });
  expect(invitedAs).toMatchObject({ state: 'active', role: 'customer' });
  expect((await standing()).requestsOpen).toBe(0);
  await migrate();
  expect((await world.get('portal-customers.get', { params })).invitedAs).toBe(null);
});

test('an account that exists, but not on this site, takes over and is added to it as Customer (domain.md 4.2)', async () => {
  putCustomer();
  putAccount(null);
  const { consequences } = await world.get('portal-customers.get', { params });
  expect(consequences!.account).toMatchObject({ exists: true, onThisSite: false, state: null });
  expect(await migrate()).toBe(ACCOUNT);
  const account = await world.get('accounts.get', {
    params: { organizationId, accountId: ACCOUNT },
  });
  const here = account.sites.find((site) => site.siteId === siteId);
  expect([here?.access, here?.role]).toEqual(['active', 'customer']);
});

test('an address of a claimed domain becomes a managed account under the organization’s single sign-on, and is said to (domain.md 4.2)', async () => {
  const email = 'ada@harbor-logistics.example';
  putCustomer(email);
  const { consequences } = await world.get('portal-customers.get', { params });
  expect(consequences!.account.isManaged).toBe(true);
  const accountId = await migrate();
  const account = await world.get('accounts.get', { params: { organizationId, accountId } });
  expect(account.isManaged).toBe(true);
  const view = await world.get('help-center.view', { params, query: { email } });
  expect(view.standing.logIn.method).toBe('single-sign-on');
});

describe('not active', () => {
  test('with access revoked: granting access comes first (domain.md 4.2)', async () => {
    putCustomer(EMAIL, 'revoked');
    const problem = await world.refuse('portal-customers.migrate', { params });
    expect(problem.facts).toEqual({ state: 'revoked' });
    await world.get('portal-customers.grant', { params });
    expect(await migrate()).toMatch(/^712020:/);
  });

  test('migrated already: refused for good (domain.md 4.2)', async () => {
    putCustomer();
    await migrate();
    const problem = await world.refuse('portal-customers.migrate', { params });
    expect(problem.facts).toEqual({ state: 'migrated' });
  });

  test('being migrated: neither a second migration nor deletion interferes (domain.md 4.2)', async () => {
    putCustomer();
    await world.get('portal-customers.migrate', { params });
    for (const step of ['migrate', 'delete', 'revoke'] as const) {
      const problem = await world.refuse(`portal-customers.${step}`, { params });
      expect(problem.facts).toEqual({ state: 'migrating' });
    }
    await world.finishJobs();
    expect(world.read((tx) => tx.requests.count({ reporterId: CUSTOMER }))).toBe(0);
  });

  test('deleted: nothing is there to migrate (domain.md 4.2)', async () => {
    putCustomer();
    await world.get('portal-customers.delete', { params });
    expect(await world.refuse('portal-customers.migrate', { params })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the reverse direction', () => {
  test('does not exist in the real product: strict mode names it as the only bar (domain.md 4.2, S3)', async () => {
    putCustomer();
    const accountId = await migrate();
    await world.get('workspace.set-strict', { body: { strict: true } });
    const problem = await world.refuse('accounts.convert', { params: { siteId, accountId } });
    expect(problem.code).toBe('strict-mode');
    const plan = await world.get('accounts.conversion', { params: { siteId, accountId } });
    expect(plan.bars).toEqual(['strict-mode']);
  });

  test('stripping the products and keeping site access lists nobody under portal customers (domain.md 4.2, S3)', async () => {
    putCustomer();
    const accountId = await migrate();
    const target = { organizationId, accountId, siteId };
    await world.get('accounts.set-role', { params: target, body: { role: 'none' } });
    const { items } = await world.get('portal-customers.list', { params });
    expect(items.map(({ id, state }) => [id, state])).toEqual([[CUSTOMER, 'migrated']]);
    expect(await standing()).toMatchObject({ requestsOpen: 0, logIn: { because: 'no-role' } });
  });

  test('converted back, the address cannot sign up once more (simulator extra)', async () => {
    putCustomer();
    const accountId = await migrate();
    await world.get('accounts.convert', { params: { siteId, accountId } });
    const body = { email: EMAIL, name: '' };
    const problem = await world.refuse('customers.sign-up', { params: { siteId }, body });
    expect(problem.facts).toEqual({ email: EMAIL, reason: 'has-portal-only' });
  });
});
