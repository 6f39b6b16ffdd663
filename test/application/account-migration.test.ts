/* Journeys of one portal-only customer to an Atlassian account (S1, "Migrate a portal-only customer"). */
import { beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#src/domain/clock.ts';
import { openWorld, type World } from '#test/support/world.ts';

const siteId = 'site_harbor';
const EMAIL = 'ada@northmill.example';
const CUSTOMER = 'qm:site:ada';
const ACCOUNT = '712020:ada';

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
  world.store.write((tx) => {
    const projectId = tx.serviceProjects.first({ siteId })!.id;
    tx.portalCustomers.put({
      id: CUSTOMER,
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
    tx.customerOrganizations.put({
      id: 'customer-organization_n',
      siteId,
      name: 'Northmill',
      version: 1,
    });
    tx.customerOrganizationMembers.put({
      customerOrganizationId: 'customer-organization_n',
      holderId: CUSTOMER,
    });
    for (const number of [1, 2, 3]) {
      tx.requests.put({
        id: `request_${number}`,
        siteId,
        projectId,
        key: `R-${number}`,
        summary: 'Any',
        status: 'open',
        createdAt: number,
        reporterId: number < 3 ? CUSTOMER : 'former-user',
        customerOrganizationId: null,
      });
    }
    tx.requestParticipants.put({ requestId: 'request_3', holderId: CUSTOMER });
  });
});

function giveAccount(directory: 'active' | 'suspended' | 'deactivated' = 'active'): void {
  world.store.write((tx) => {
    tx.accounts.put({
      id: ACCOUNT,
      email: 'Ada@Northmill.example',
      emailKey: EMAIL,
      name: 'Ada Brandt',
      emailVerified: true,
      createdAt: 0,
      version: 1,
    });
    const organizationId = 'organization_harbor';
    tx.directoryUsers.put({ organizationId, accountId: ACCOUNT, status: directory, addedAt: 0 });
    tx.siteAccess.put({
      siteId,
      accountId: ACCOUNT,
      status: 'active',
      userKey: 'ug:before',
      lastSeenAt: null,
    });
  });
}

const params = { siteId, customerId: CUSTOMER } as const;

async function migrate() {
  const { consequences } = await world.get('portal-customers.get', { params });
  const job = await world.get('portal-customers.migrate', { params, ifMatch: 1 });
  return { consequences: consequences!, job };
}

describe('a customer without an Atlassian account', () => {
  test('the dialog names everything that S1 lists before anything happens', async () => {
    const { consequences } = await world.get('portal-customers.get', { params });
    expect(consequences).toMatchObject({
      account: { exists: false, onThisSite: false, state: null, emailVerified: false },
      requestsMoved: 2,
      requestsParticipatingMoved: 1,
      customerOrganizationsMoved: ['Northmill'],
      group: { name: 'jira-servicemanagement-customers-harbor', isMember: false },
      licencesAdded: 0,
      messageTo: EMAIL,
      access: { before: 3, after: 3 },
      willFail: null,
    });
  });

  test('takes up to 10 minutes of simulated time (S1)', async () => {
    const { job } = await migrate();
    const length = job.endsAt - job.startedAt;
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(10 * MINUTE_MS);
    const running = await world.get('portal-customers.get', { params });
    expect([running.state, running.jobId]).toEqual(['migrating', job.id]);
  });

  test('becomes inactive for good; requests, memberships, role, group and user key are the account’s (S1, list of effects)', async () => {
    await migrate();
    await world.finishJobs();
    world.read((tx) => {
      const customer = tx.portalCustomers.get({ id: CUSTOMER })!;
      const account = tx.accounts.first({ emailKey: EMAIL })!;
      expect(customer).toMatchObject({ state: 'migrated', migratedTo: account.id });
      expect(account).toMatchObject({ emailVerified: false, email: EMAIL });
      expect(tx.requests.where({ reporterId: account.id }).map(({ id }) => id)).toEqual([
        'request_1',
        'request_2',
      ]);
      expect(tx.requestParticipants.where({})).toEqual([
        { requestId: 'request_3', holderId: account.id },
      ]);
      expect(tx.customerOrganizationMembers.where({})).toEqual([
        { customerOrganizationId: 'customer-organization_n', holderId: account.id },
      ]);
      expect(tx.queries.roleOn(siteId, account.id)).toBe('customer');
      expect(tx.queries.groupsOf(siteId, account.id).map(({ name }) => name)).toEqual([
        'jira-servicemanagement-customers-harbor',
      ]);
      expect(tx.queries.licencesUsed(siteId)).toBe(0);
      expect(tx.siteAccess.get({ siteId, accountId: account.id })!.userKey).toMatch(/^ug:/);
      expect(tx.messages.where({})).toMatchObject([{ kind: 'verify-email', to: EMAIL }]);
    });
    const problem = await world.refuse('portal-customers.migrate', { params });
    expect(problem).toMatchObject({
      code: 'portal-customer.wrong-state',
      facts: { state: 'migrated' },
    });
  });

  test('every change of the migration has its audit entry', async () => {
    await migrate();
    await world.finishJobs();
    const actions = world.read((tx) => tx.auditEntries.where({}).map(({ action }) => action));
    expect(actions).toEqual(
      expect.arrayContaining([
        'portal-customer.migration-started',
        'account.created',
        'portal-customer.migrated',
      ]),
    );
  });
});

describe('a customer whose address has an Atlassian account already', () => {
  test('is merged into it, with a new user key, and nobody is sent a message (domain.md 4.2, DUPKB)', async () => {
    giveAccount();
    const { consequences } = await migrate();
    expect(consequences).toMatchObject({
      account: { exists: true, onThisSite: true, state: 'active' },
      messageTo: null,
      access: { before: 0, after: 3 },
    });
    await world.finishJobs();
    world.read((tx) => {
      expect(tx.accounts.count({})).toBe(1);
      expect(tx.requests.count({ reporterId: ACCOUNT })).toBe(2);
      expect(tx.siteAccess.get({ siteId, accountId: ACCOUNT })!.userKey).not.toBe('ug:before');
      const told = tx.messages.where({}).map(({ to, kind }) => ({ to, kind }));
      expect(told).toEqual([{ to: EMAIL, kind: 'migrated-to-existing-account' }]);
    });
  });

  test('still has no access while that account is suspended (domain.md 4.2, KNOWN)', async () => {
    giveAccount('suspended');
    const { consequences } = await migrate();
    expect(consequences).toMatchObject({
      account: { state: 'suspended' },
      access: { before: 0, after: 0 },
    });
    await world.finishJobs();
    expect(world.read((tx) => tx.portalCustomers.get({ id: CUSTOMER })!.state)).toBe('migrated');
    const { items } = await world.get('accounts.list', {
      params: { organizationId: 'organization_harbor' },
      query: { siteId },
    });
    expect(items).toMatchObject([{ state: 'suspended', role: 'customer' }]);
  });

  test('is active again, with the reason, when that account is deactivated', async () => {
    giveAccount('deactivated');
    const { consequences } = await migrate();
    expect(consequences.willFail).toBe('account-deactivated');
    await world.finishJobs();
    const after = await world.get('portal-customers.get', { params });
    expect(after).toMatchObject({ state: 'active', failure: 'account-deactivated' });
    expect(world.read((tx) => tx.requests.count({ reporterId: CUSTOMER }))).toBe(2);
  });
});

test('a stale version is refused with both versions, and nothing starts', async () => {
  const problem = await world.refuse('portal-customers.migrate', { params, ifMatch: 7 });
  expect(problem).toMatchObject({
    status: 412,
    code: 'version-conflict',
    facts: { expected: 7, current: 1 },
  });
  expect(world.read((tx) => tx.jobs.count({}))).toBe(0);
});

test('the same idempotency key starts one migration and gets the same answer twice', async () => {
  const first = await world.raw('portal-customers.migrate', { params, key: 'once' });
  const second = await world.raw('portal-customers.migrate', { params, key: 'once' });
  expect(second).toEqual(first);
  expect(world.read((tx) => tx.jobs.count({}))).toBe(1);
});

test('a revoked customer must be granted access first', async () => {
  world.store.write((tx) => {
    tx.portalCustomers.put({ ...tx.portalCustomers.get({ id: CUSTOMER })!, state: 'revoked' });
  });
  const problem = await world.refuse('portal-customers.migrate', { params });
  expect(problem).toMatchObject({
    code: 'portal-customer.wrong-state',
    facts: { state: 'revoked' },
  });
});
