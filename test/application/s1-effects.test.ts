/*
 * Every effect that S1 lists under "When you migrate a customer to an Atlassian account", on the data
 * after a migration: one test for each, for a customer whose account is new.
 */
import { beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '#src/domain/clock.ts';
import type { AccountId } from '#src/domain/ids.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import { openWorld, type World } from '#test/support/world.ts';

const siteId = 'site_harbor';
const organizationId = 'organization_harbor';

let world: World;
let before: PortalCustomer;
let reported: readonly string[];
let licencesBefore: number;
let length: number;
let accountId: AccountId;

beforeEach(async () => {
  world = await openWorld('demo');
  before = world.read((tx) =>
    tx.portalCustomers
      .where({ siteId, state: 'active' })
      .find(
        ({ id, emailKey }) =>
          tx.requests.count({ reporterId: id }) > 1 && !tx.accounts.first({ emailKey }),
      ),
  )!;
  reported = requestsOf(before.id);
  licencesBefore = licences();
  const params = { siteId, customerId: before.id };
  const job = await world.get('portal-customers.migrate', { params, ifMatch: before.version });
  length = job.endsAt - job.startedAt;
  await world.finishJobs();
  accountId = world.read((tx) => tx.accounts.first({ emailKey: before.emailKey }))!.id;
});

function requestsOf(reporterId: PortalCustomer['id'] | AccountId): string[] {
  return world.read((tx) => tx.requests.where({ reporterId }).map(({ id }) => id)).toSorted();
}

function licences(): number {
  return world.read((tx) => tx.queries.licencesUsed(siteId));
}

test('the process takes up to 10 minutes (S1)', () => {
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThanOrEqual(10 * MINUTE_MS);
});

test('the portal-only profile is deactivated and still listed, as Inactive (S1)', async () => {
  const { items } = await world.get('portal-customers.list', {
    params: { siteId },
    query: { search: before.email },
  });
  expect(items.map(({ id, state, migratedTo }) => ({ id, state, migratedTo }))).toEqual([
    { id: before.id, state: 'migrated', migratedTo: accountId },
  ]);
});

test('important data, such as the requests, is the account’s (S1)', () => {
  expect(requestsOf(accountId)).toEqual(reported);
  expect(requestsOf(before.id)).toEqual([]);
});

test('the account has a user key that nobody else has (S1)', () => {
  const keys = world.read((tx) => tx.siteAccess.where({}).map(({ userKey }) => userKey));
  const key = world.read((tx) => tx.siteAccess.get({ siteId, accountId }))!.userKey;
  expect(key).toMatch(/^ug:/);
  expect(keys.filter((other) => other === key)).toHaveLength(1);
});

test('the product role is Customer (S1)', async () => {
  const account = await world.get('accounts.get', { params: { organizationId, accountId } });
  const here = account.sites.find((site) => site.siteId === siteId);
  expect([account.role, here?.role, here?.access]).toEqual(['customer', 'customer', 'active']);
});

test('the account is in the group jira-servicemanagement-customers-<site> and in no other (S1)', () => {
  const groups = world.read((tx) => tx.queries.groupsOf(siteId, accountId));
  expect(groups.map(({ name }) => name)).toEqual(['jira-servicemanagement-customers-harbor']);
});

test('there is no default product access: no licence is taken (S1)', () => {
  expect(licences()).toBe(licencesBefore);
});

test('the e-mail address of the new account has to be verified, and a message says so (S1)', async () => {
  expect(world.read((tx) => tx.accounts.get({ id: accountId }))!.emailVerified).toBe(false);
  const told = world.read((tx) => tx.messages.where({ to: before.email }));
  expect(told.map(({ kind }) => kind)).toContain('verify-email');
  const { standing } = await world.get('help-center.view', {
    params: { siteId },
    query: { email: before.email },
  });
  expect(standing.logIn).toMatchObject({ method: 'atlassian', outcome: 'verify-email' });
});

test.each(['migrate', 'revoke', 'grant', 'delete', 'rename', 'set-password'] as const)(
  'the profile cannot be un-migrated: %s is refused (S1)',
  async (step) => {
    const params = { siteId, customerId: before.id };
    const body = { name: 'Anybody', password: 'long enough' };
    const problem = await world.refuse(`portal-customers.${step}`, { params, body } as never);
    expect(problem).toMatchObject({
      code: 'portal-customer.wrong-state',
      facts: { state: 'migrated' },
    });
  },
);

test('nor in bulk: granting access names it and leaves it as it is (S1)', async () => {
  const selection = { by: 'ids' as const, ids: [before.id] };
  const body = { step: 'grant' as const, selection, expected: 1 };
  const job = await world.get('portal-customers.bulk', { params: { siteId }, body });
  await world.finishJobs();
  const { items } = await world.get('jobs.items', { params: { jobId: job.id } });
  expect(items).toMatchObject([{ state: 'failed', reason: 'wrong-state:migrated' }]);
  expect(world.read((tx) => tx.portalCustomers.get({ id: before.id }))!.state).toBe('migrated');
});

test('product access granted afterwards takes a licence, and was said to (S1)', async () => {
  const params = { organizationId, accountId };
  const { sites, version } = await world.get('accounts.get', { params });
  const choices = sites.find((site) => site.siteId === siteId)!.roleChoices;
  expect(choices.find(({ role }) => role === 'agent')).toMatchObject({ licencesAdded: 1 });
  await world.get('accounts.set-role', {
    params: { ...params, siteId },
    body: { role: 'agent' },
    ifMatch: version,
  });
  expect(licences()).toBe(licencesBefore + 1);
});
